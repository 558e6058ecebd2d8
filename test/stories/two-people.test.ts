import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount, type InventedCommune, inventCommune } from '../../src/platform/sign-in/invented-commune.ts'
import { hashPassword } from '../../src/platform/sign-in/means/password.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'

const world = withDatabase('empty')
const server: Server = createServer((request, response) => provider(request, response))
let provider: RequestListener = () => {}
let issuer = ''
const sign_on = { OIDC_CLIENT_ID: 'neu-guong', OIDC_CLIENT_SECRET: 'of-the-test-and-nowhere-else', OIDC_LABEL: 'Cổng tỉnh' }
const password = 'năm nay tôi hiến đất làm đường'
let commune: InventedCommune

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))

const portal = withProgram(world, () => ({ ...sign_on, OIDC_ISSUER: issuer }))
const stage = withBrowser()

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  for (const who of ['lan', 'hoa'] as const) await addAccount(world.owner, commune.people[who], who, phc, true)
  await world.owner.query('insert into demo_mark default values')
  const places = ['localhost', 'so.xa.lan'].map(addressAt)
  const client = {
    client_id: sign_on.OIDC_CLIENT_ID,
    client_secret: sign_on.OIDC_CLIENT_SECRET,
    redirect_uris: places.map(place => `${place}/dang-nhap/noi-khac/ve`),
    post_logout_redirect_uris: places.map(place => `${place}/dang-nhap?da_thoat=1`),
  }
  const findAccount = async (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) })
  const ttl = { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 }
  const cookies = { keys: ['for the test'] }
  provider = new Provider(issuer, { clients: [client], cookies, pkce: { required: () => true }, findAccount, ttl }).callback()
})

const addressAt = (host: string) => portal.address.replace('127.0.0.1', host)

async function signIn(page: Page, address: string, name: string): Promise<void> {
  page.setDefaultTimeout(15_000)
  await page.goto(`${address}/dang-nhap?ve=/tai-khoan`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor()
}

async function prove(page: Page): Promise<void> {
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
}

/** Who somebody is at the other place, typed there. */
async function nameOneself(page: Page, login: string): Promise<void> {
  await page.waitForURL(url => url.origin === issuer)
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('x')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  const [agrees, home] = [page.getByRole('button', { name: 'Continue' }), page.getByRole('main')]
  await agrees.or(home).first().waitFor()
  if (new URL(page.url()).origin === issuer) await agrees.click()
  await home.waitFor()
}

async function rows(question: string): Promise<unknown[]> {
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const found = await world.owner.query(question)
  await world.owner.query('commit')
  return found.rows
}

/** A window is closed and opened again: what lives only as long as the window is gone, all else is there. */
async function reopened(context: BrowserContext): Promise<Page> {
  const lasting = (await context.cookies()).filter(({ expires }) => expires > 0)
  for (const page of context.pages()) await page.close()
  await context.clearCookies()
  await context.addCookies(lasting)
  return context.newPage()
}

describe.each(['localhost', 'so.xa.lan'])('two people at one computer, at %s', host => {
  test('with Lan’s page in one tab and Hòa signed in in another, Lan’s finger writes nothing on Hòa’s account; her form waits for her', async () => {
    const lan = await stage.newPage({ width: 1280, height: 900 })
    const address = addressAt(host)
    await signIn(lan, address, 'lan')
    const hoa = await lan.context().newPage()
    await hoa.goto(`${address}/tai-khoan`)
    await hoa.getByRole('button', { name: 'Đổi người dùng' }).click()
    await hoa.getByText('Đã thoát.').waitFor()
    await signIn(hoa, address, 'hoa')

    await lan.getByLabel('Địa chỉ thư điện tử').fill('lan@vi-du.vn')
    await lan.getByRole('button', { name: 'Lưu địa chỉ' }).click()
    await lan.getByText('nay là Triệu Văn Hòa').waitFor()
    expect(await rows('select email from contact')).toEqual([])
    await lan.getByLabel('Tên đăng nhập').fill('lan')
    await lan.getByLabel('Mật khẩu').fill(password)
    await lan.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await lan.getByRole('button', { name: 'Gửi nội dung đã nhập' }).click()
    await lan.getByText('Đã lưu địa chỉ thư điện tử.').waitFor()
    expect(await rows(`select person_id, email from contact where upper(recorded) = 'infinity'`)).toEqual([
      { person_id: commune.people.lan, email: 'lan@vi-du.vn' },
    ])
    await world.owner.query(`begin; set local neu_guong.loading = 'yes'; truncate contact; commit`)
  })

  test('whoever changes the user leaves nothing in the storage of the browser, and the button back shows nobody', async () => {
    const page = await stage.newPage({ width: 1280, height: 900 })
    const address = addressAt(host)
    await signIn(page, address, 'lan')
    await page.evaluate(() => localStorage.setItem('nhap', 'của Lan'))
    await page.getByRole('button', { name: 'Đổi người dùng' }).click()
    await page.getByText('Đã thoát.').waitFor()
    await page.waitForFunction(() => localStorage.length === 0)
    await page.goBack()
    expect(await page.getByText('Nông Thị Lan').count()).toBe(0)
  })

  test('where Lan closed the window without signing out, Hòa must say who he is, and is in under his own name', async () => {
    const address = addressAt(host)
    const first = await stage.newPage({ width: 1280, height: 900 })
    await signIn(first, address, 'lan')
    const page = await reopened(first.context())
    await page.goto(`${address}/tai-khoan`)
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await signIn(page, address, 'hoa')
    expect(await page.getByRole('link', { name: 'Triệu Văn Hòa · Bí thư' }).count()).toBe(1)
  })

  test('where Lan is still signed in, Hòa’s name at the sign-on is joined to nobody; he links it on his own page, and after him Lan is asked there again', async () => {
    const page = await stage.newPage({ width: 1280, height: 900 })
    const address = addressAt(host)
    await signIn(page, address, 'lan')
    await page.goto(`${address}/dang-nhap`)
    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản Cổng tỉnh' }).click()
    await nameOneself(page, `hoa-${host}`)
    await page.getByText('chưa nối với ai').first().waitFor()
    expect(await rows(`select subject from external_identity where subject like '%${host}'`)).toEqual([])

    await signIn(page, address, 'hoa')
    await page.getByRole('button', { name: 'Nối tài khoản Cổng tỉnh' }).click()
    await prove(page)
    await page.getByRole('link', { name: 'Sang Cổng tỉnh' }).click()
    await nameOneself(page, `hoa-${host}`)
    await page.getByRole('heading', { name: 'Nối hai tài khoản này?' }).waitFor()
    expect([
      await page.getByText(`hoa-${host}`).count(),
      await page.getByRole('definition').filter({ hasText: 'Triệu Văn Hòa' }).count(),
    ]).toEqual([1, 1])
    await page.getByRole('button', { name: 'Nối', exact: true }).click()
    await page.getByText('Đã nối tài khoản.').waitFor()
    expect(await rows(`select person_id from external_identity where subject = 'hoa-${host}'`)).toEqual([{ person_id: commune.people.hoa }])

    await page.getByRole('button', { name: 'Đổi người dùng' }).click()
    await page.getByText('Đã thoát.').waitFor()
    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản Cổng tỉnh' }).click()
    // The other place still remembers Hòa; it asks all the same.
    await nameOneself(page, `lan-${host}`)
    await page.getByText('chưa nối với ai').first().waitFor()

    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản Cổng tỉnh' }).click()
    await nameOneself(page, `hoa-${host}`)
    await page.getByRole('button', { name: 'Đổi người dùng' }).click()
    await page.waitForURL(url => url.origin === issuer)
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await page.getByText('Đã thoát.').waitFor()
    expect(new URL(page.url()).origin).toBe(address)
  })
})

/** A device in the browser that makes passkeys without asking anybody. */
async function giveDevice(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
}

test('with the page of Lan’s new key still open, nothing is added to the account of Hòa, who has signed in beside it', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  const address = addressAt('localhost')
  await giveDevice(page)
  await signIn(page, address, 'lan')
  await page.getByRole('link', { name: 'Thêm khóa của thiết bị này' }).click()
  await prove(page)
  await page.getByLabel('Tên gọi của khóa').fill('Khóa của Lan')
  const hoa = await page.context().newPage()
  await signIn(hoa, address, 'hoa')
  await page.getByRole('button', { name: 'Thêm khóa' }).click()
  await page.getByText('Trang này đã mở cho người khác').waitFor()
  expect(await rows('select name from passkey')).toEqual([])
})

test('where the name of the network is not secure, the page of a new key says that there are none here', async () => {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await signIn(page, addressAt('so.xa.lan'), 'lan')
  await page.getByRole('link', { name: 'Thêm khóa của thiết bị này' }).click()
  await prove(page)
  await page.getByText('không dùng được khóa truy cập').waitFor()
  expect(await page.getByRole('button', { name: 'Thêm khóa' }).count()).toBe(0)
})
