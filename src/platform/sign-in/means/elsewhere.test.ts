import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { Browser } from '../../../../test/harness/test-browser.ts'
import { openLog, openShell } from '../../web/index.ts'
import { addAccount, addInvitation, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { openAccess } from '../open-access.ts'
import { hashPassword } from './password.ts'

const world = withDatabase('empty')
const password = 'năm nay tôi hiến đất làm đường'
let commune: InventedCommune
let shell: ReturnType<typeof openShell>
let server: Server
let issuer: string
let breaks_signatures = false
const told: string[] = []

beforeAll(async () => {
  let provider: RequestListener = () => {}
  server = createServer((request, response) => {
    if (breaks_signatures && request.url === '/token') tamperWith(response)
    provider(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = {
    client_id: 'neu-guong',
    client_secret: 'of-the-test-and-nowhere-else',
    redirect_uris: ['http://localhost:3000/dang-nhap/noi-khac/ve'],
    post_logout_redirect_uris: ['http://localhost:3000/dang-nhap?da_thoat=1'],
  }
  const findAccount = async (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) })
  const ttl = { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 }
  const cookies = { keys: ['for the test'] }
  provider = new Provider(issuer, { clients: [client], cookies, pkce: { required: () => true }, findAccount, ttl }).callback()
  commune = await inventCommune(world.owner)
  await addAccount(world.owner, commune.people.lan, 'lan', await hashPassword(password), true)
  await addAccount(world.owner, commune.people.hoa, 'hoa', await hashPassword(password), true)
  await world.owner.query('insert into demo_mark default values')
  const sign_on = { issuer, client_id: client.client_id, client_secret: client.client_secret, label: 'Cổng tỉnh' }
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false, sign_on })
  shell = openShell({ rooms: access.routes, log: openLog({ level: 'warn', to: { write: line => told.push(line) } }), is_behind_tls: false })
})
afterAll(() => new Promise(resolve => server.close(resolve)))

/** Somebody on the way changes the signature of the identity that is handed over. */
function tamperWith(response: ServerResponse): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse
  response.end = ((body: string) => {
    const answer = JSON.parse(String(body)) as { id_token: string }
    const [head, claims, signature] = answer.id_token.split('.') as [string, string, string]
    const other = `${signature.slice(0, 20)}${signature[20] === 'A' ? 'B' : 'A'}${signature.slice(21)}`
    return end(JSON.stringify({ ...answer, id_token: [head, claims, other].join('.') }))
  }) as typeof response.end
}

const newBrowser = () => new Browser((path, init) => shell.request(path, init))

/**
 * What a person does at the provider: signs in under a name and agrees; gives the address to which the provider sends
 * them back.
 */
async function signInAtProvider(address: string, login: string): Promise<string> {
  const provider = new Browser((path, init) => fetch(new URL(path, issuer), { ...init, redirect: 'manual' }))
  let seen = await provider.get(address)
  for (let steps = 0; steps < 12; steps++) {
    if (seen.location?.startsWith('http://localhost:3000/')) return seen.location.replace('http://localhost:3000', '')
    if (seen.location) seen = await provider.get(seen.location)
    else seen = await provider.post(/action="([^"]+)"/.exec(seen.text)![1]!, { ...seen.hidden, login, password: 'x' })
  }
  throw new Error('the provider did not send anybody back')
}

/**
 * From the account page to the other place and back: what the page says that names both, and what pressing its button
 * answers.
 */
async function linkAs(browser: Browser, login: string) {
  const page = await browser.post('/tai-khoan/xac-nhan', { viec: 'noi-khac' })
  expect(page.text).toContain('type="password"')
  await browser.post('/tai-khoan/xac-nhan', { viec: 'noi-khac', password })
  const leaving = await browser.get('/tai-khoan/noi-khac')
  const away = unescaped(/<a class="button" href="([^"]+)"/.exec(leaving.text)![1]!)
  const both = await browser.get(await signInAtProvider(away, login))
  return {
    leaving,
    away,
    both,
    press: () => browser.post('/tai-khoan/noi-khac', { sealed: both.hidden.sealed!, shown_to: both.hidden.shown_to! }),
  }
}

const unescaped = (text: string) => text.replaceAll('&amp;', '&')
const signedInAs = async (name: string) => {
  const browser = newBrowser()
  await browser.post('/dang-nhap', { sign_in_name: name, password })
  return browser
}
const linked = async () => {
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ subject: string; person_id: number }>(
    'select subject, person_id from external_identity order by subject',
  )
  await world.owner.query('commit')
  return rows.map(({ subject, person_id }) => [subject, person_id])
}

test('Lan links her account of the province, after a page that names both, signs in with it, and lands where she wanted to go', async () => {
  const browser = await signedInAs('lan')
  const { away, both, press } = await linkAs(browser, 'lan-cua-tinh')
  const asked = new URL(away).searchParams
  expect([
    asked.get('response_type'),
    asked.get('code_challenge_method'),
    asked.has('state'),
    asked.has('nonce'),
    asked.get('prompt'),
  ]).toEqual(['code', 'S256', true, true, 'login'])
  expect([both.text.includes('Nông Thị Lan'), both.text.includes('lan-cua-tinh'), await linked()]).toEqual([true, true, []])
  const done = await press()
  expect([done.status, done.location, await linked()]).toEqual([303, '/tai-khoan?xong=noi', [['lan-cua-tinh', commune.people.lan]]])
  expect((await browser.get('/tai-khoan')).text).toContain('127.0.0.1')
  expect((await press()).status).toBe(422)

  const other = newBrowser()
  const leaving = await other.get('/dang-nhap/noi-khac?ve=%2Ftai-khoan%3Fco%3Dlon')
  const back = await other.get(await signInAtProvider(leaving.location!, 'lan-cua-tinh'))
  expect([back.status, back.location]).toEqual([303, '/tai-khoan?co=lon'])
  expect((await other.get('/tai-khoan')).text).toContain('Nông Thị Lan')

  const lured = newBrowser()
  const trap = await lured.get('/dang-nhap/noi-khac?ve=%2F..%2F%2Fevil.example')
  expect((await lured.get(await signInAtProvider(trap.location!, 'lan-cua-tinh'))).location).toBe('/cam-ket')
})

test('a sign-in never links: where Lan was still signed in and Hòa gives his own name over there, nothing of his is joined to her account', async () => {
  const shared = await signedInAs('lan')
  const before = await linked()
  const leaving = await shared.get('/dang-nhap/noi-khac')
  const back = await shared.get(await signInAtProvider(leaving.location!, 'hoa-cua-tinh'))
  expect([back.status, back.text.includes('chưa nối với ai'), await linked()]).toEqual([422, true, before])
})

test('a link never signs in, never starts from a page of others, and ends where another sits down meanwhile', async () => {
  const unproved = await signedInAs('hoa')
  expect((await unproved.get('/tai-khoan/noi-khac')).location).toBe('/tai-khoan/xac-nhan?viec=noi-khac')
  const lured = new Browser((path, { headers, ...init }) => {
    const all = new Headers(headers)
    all.set('sec-fetch-site', 'cross-site')
    return shell.request(path, { ...init, headers: all })
  })
  expect((await lured.get('/dang-nhap/noi-khac?ve=%2Ftai-khoan')).location).toBe('/dang-nhap?ve=%2Ftai-khoan')

  const before = await linked()
  const browser = await signedInAs('hoa')
  await browser.post('/tai-khoan/xac-nhan', { viec: 'noi-khac', password })
  const leaving = await browser.get('/tai-khoan/noi-khac')
  const arrival = await signInAtProvider(unescaped(/<a class="button" href="([^"]+)"/.exec(leaving.text)![1]!), 'lan-cua-tinh')
  await browser.post('/dang-nhap', { sign_in_name: 'lan', password })
  const taken = await browser.get(arrival)
  expect([taken.status, await linked()]).toEqual([422, before])
  const { both } = await linkAs(await signedInAs('hoa'), 'hoa-cua-tinh')
  const lan = await signedInAs('lan')
  expect((await lan.post('/tai-khoan/noi-khac', { sealed: both.hidden.sealed! })).status).toBe(422)
  expect(await linked()).toEqual(before)
})

test('an identity that is linked to nobody, one that is another’s, a journey of another browser and one taken twice are refused', async () => {
  const stranger = newBrowser()
  const away = await stranger.get('/dang-nhap/noi-khac')
  const arrival = await signInAtProvider(away.location!, 'nguoi-la')
  const [refused, twice] = [await stranger.get(arrival), await stranger.get(arrival)]
  expect([refused.status, refused.text.includes('chưa nối với ai')]).toEqual([422, true])
  expect([twice.status, twice.text.includes('quá lâu')]).toEqual([422, true])
  expect(stranger.token).toBeUndefined()

  const lan = newBrowser()
  const arrival_of_lan = await signInAtProvider((await lan.get('/dang-nhap/noi-khac')).location!, 'lan-cua-tinh')
  const thief = newBrowser()
  await thief.get('/dang-nhap/noi-khac')
  const stolen = await thief.get(arrival_of_lan)
  expect([stolen.status, thief.token]).toEqual([422, undefined])

  const taken = await (await linkAs(await signedInAs('hoa'), 'lan-cua-tinh')).press()
  expect([taken.status, taken.text.includes('đã nối với người khác')]).toEqual([422, true])
})

test('Hòa unlinks his account of the province on his page: it opens the register no more, and where it was used he is signed out', async () => {
  const hoa = await signedInAs('hoa')
  await (await linkAs(hoa, 'hoa-cua-tinh')).press()
  const other = newBrowser()
  await other.get(await signInAtProvider((await other.get('/dang-nhap/noi-khac')).location!, 'hoa-cua-tinh'))
  expect([(await other.get('/tai-khoan')).status, (await hoa.get('/tai-khoan')).text.includes('Bỏ nối tài khoản 127.0.0.1')]).toEqual([
    200,
    true,
  ])
  const unlinked = await hoa.post('/tai-khoan/noi-khac/bo', { issuer })
  expect(unlinked.location).toBe('/tai-khoan?xong=bo-noi')
  expect([(await other.get('/tai-khoan')).status, (await hoa.get('/tai-khoan')).status]).toEqual([303, 200])
  const away = newBrowser()
  const refused = await away.get(await signInAtProvider((await away.get('/dang-nhap/noi-khac')).location!, 'hoa-cua-tinh'))
  expect([refused.status, refused.text.includes('chưa nối với ai')]).toEqual([422, true])
  expect((await hoa.post('/tai-khoan/noi-khac/bo', { issuer: 'constructor' })).location).toBe('/tai-khoan')
})

test('an invitation that was used unlinks what was linked before', async () => {
  const { people } = commune
  const token = 'lieu-cua-tinh'
  await addAccount(world.owner, people.lieu, 'lieu', await hashPassword(password), true)
  await (await linkAs(await signedInAs('lieu'), token)).press()
  const code = await addInvitation(world.owner, people.lieu, new Date())
  await newBrowser().post('/dang-nhap/thu-moi', { code, password: 'một câu khác hẳn câu trước' })
  const away = newBrowser()
  const refused = await away.get(await signInAtProvider((await away.get('/dang-nhap/noi-khac')).location!, token))
  expect([refused.status, refused.text.includes('chưa nối với ai')]).toEqual([422, true])
})

test('whoever came by the sign-on is signed out there too; whoever came by a password is not sent there', async () => {
  const browser = newBrowser()
  await browser.get(await signInAtProvider((await browser.get('/dang-nhap/noi-khac')).location!, 'lan-cua-tinh'))
  const left = await browser.post('/thoat', {})
  const address = new URL(/url=(.*)/.exec(left.headers.get('refresh')!)![1]!)
  expect([left.status, address.origin, address.searchParams.get('post_logout_redirect_uri')]).toEqual([
    200,
    issuer,
    'http://localhost:3000/dang-nhap?da_thoat=1',
  ])
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(200)
  expect((await (await signedInAs('lan')).post('/thoat', {})).location).toBe('/dang-nhap?da_thoat=1')
})

test('an answer whose signature is not the other place’s opens nothing, and the log says why', async () => {
  const before = told.length
  const browser = newBrowser()
  const arrival = await signInAtProvider((await browser.get('/dang-nhap/noi-khac')).location!, 'lan-cua-tinh')
  breaks_signatures = true
  const refused = await browser.get(arrival)
  breaks_signatures = false
  expect([refused.status, refused.text.includes('không xác nhận'), browser.token]).toEqual([422, true, undefined])
  expect(told.slice(before).map(line => (JSON.parse(line) as { msg: string }).msg)).toContain('the sign-on elsewhere did not confirm')
})
