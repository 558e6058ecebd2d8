import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addAccount, type InventedCommune, inventCommune } from '../../src/platform/sign-in/invented-commune.ts'
import { hashPassword } from '../../src/platform/sign-in/means/password.ts'
import { type Look, violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'

const world = withDatabase('empty')
const portal = withProgram(world)
const stage = withBrowser()
const password = 'năm nay tôi hiến đất làm đường'
let commune: InventedCommune
let address: string

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  for (const [name, who] of [
    ['lan', 'lan'],
    ['hoa', 'hoa'],
    ['quan-tri', 'administrator'],
    ['cap-tren', 'superior'],
  ] as const)
    await addAccount(world.owner, commune.people[who], name, phc, true)
  await world.owner.query('insert into demo_mark default values')
  // By its name: a passkey belongs to a name, never to a number of the network.
  address = portal.address.replace('127.0.0.1', 'localhost')
})

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${address}/tai-khoan`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor()
}

test('Lan adds a passkey of her telephone, and the next time signs in by it alone', async () => {
  const page = await stage.newPage()
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
  await signIn(page, 'lan')
  await page.getByRole('link', { name: 'Thêm khóa của thiết bị này' }).click()
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByLabel('Tên gọi của khóa').fill('Điện thoại của Lan')
  await page.getByRole('button', { name: 'Thêm khóa' }).click()
  await page.getByText('Đã thêm khóa truy cập.').waitFor()
  expect(await page.getByText('Điện thoại của Lan').count()).toBe(1)
  await page.getByRole('button', { name: 'Đổi người dùng' }).click()
  await page.getByText('Đã thoát.').waitFor()
  await page.goto(`${address}/tai-khoan?co=lon`)
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click()
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor()
  expect(new URL(page.url()).search).toBe('?co=lon')
  expect(await page.getByRole('link', { name: 'Nông Thị Lan' }).count()).toBe(1)

  await page.getByRole('button', { name: 'Bỏ', exact: true }).click()
  await page.getByRole('button', { name: 'Thoát', exact: true }).click()
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Khóa truy cập không được xác nhận')
})

test('on the computer of the office nothing of Lan is left when Hòa sits down, without script too', async () => {
  const page = await stage.newPage({ width: 1280, height: 900, script: false })
  await signIn(page, 'lan')
  await page.getByRole('button', { name: 'Đổi người dùng' }).click()
  await page.getByText('Đã thoát.').waitFor()
  await page.goBack()
  expect(await page.getByText('Nông Thị Lan').count()).toBe(0)
  await signIn(page, 'hoa')
  expect(await page.getByRole('link', { name: 'Triệu Văn Hòa · Bí thư' }).count()).toBe(1)
  expect(await page.getByText('Nông Thị Lan').count()).toBe(0)
})

const looks: [string, Look][] = [
  ['on a telephone, in the dark', { dark: true }],
  ['on a desk, in the light', { width: 1280, height: 900 }],
]

test.for(looks)('nobody is shut out of a page where people sign in: %s', async ([, look]) => {
  const found: unknown[] = []
  const page = await stage.newAuditedPage(look)
  const audit = async (where: string) => found.push(...(await violations(page)).map(({ rule, where: at }) => [where, rule, at]))
  for (const path of ['/dang-nhap', '/dang-nhap/thu-moi', '/en/dang-nhap?co=rat-lon&tp=cao']) {
    await page.goto(address + path)
    await audit(path)
  }
  await signIn(page, 'quan-tri')
  for (const path of ['/tai-khoan', '/tai-khoan/xac-nhan?viec=khoa', '/thoat', '/tai-khoan/thu-moi?ten=lan']) {
    await page.goto(address + path)
    await audit(path)
  }
  for (const act of ['buoc-hai', 'khoa']) {
    await page.goto(`${address}/tai-khoan/xac-nhan?viec=${act}`)
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await page.waitForURL(url => !url.pathname.includes('xac-nhan'))
    await audit(act)
  }
  await page.goto(`${address}/tai-khoan/thu-moi?ten=lan`)
  await page.getByRole('button', { name: 'In giấy mời cho Nông Thị Lan' }).click()
  await page.getByRole('heading', { name: 'Giấy mời vào Sổ nêu gương' }).waitFor()
  await audit('the sheet')
  await page.goto(`${address}/thoat`)
  await page.getByRole('main').getByRole('button', { name: 'Thoát' }).click()
  await page.getByText('Đã thoát.').waitFor()
  await signIn(page, 'cap-tren')
  await page.goto(`${address}/tai-khoan/thu-moi/cho`)
  await page.getByText('Ma Thị Hương in giấy mời').waitFor()
  await audit('what waits')
  await page.getByRole('button', { name: 'Xác nhận những người đã đánh dấu' }).click()
  await page.getByRole('alert').getByText('Đánh dấu những người đã hỏi.').waitFor()
  await audit('what waits, refused')
  await page.getByLabel('Đã hỏi Nông Thị Lan').check()
  await page.getByRole('button', { name: 'Xác nhận những người đã đánh dấu' }).click()
  await page.getByText(/^Đã xác nhận cho .+\./).waitFor()
  expect(found).toEqual([])
})
