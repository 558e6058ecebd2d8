import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../test/harness/database.ts'
import { openLog, openShell } from '../web/index.ts'
import { Browser } from './browser-of-tests.ts'
import { addAccount, type InventedCommune, inventCommune } from './invented-commune.ts'
import { plainCode } from './one-time-codes.ts'
import { openAccess } from './open-access.ts'
import { hashPassword } from './password.ts'
import { digestOf } from './sealing.ts'

const world = withDatabase('empty')
const password = 'năm nay tôi hiến đất làm đường'
let commune: InventedCommune
let shell: ReturnType<typeof openShell>
let server: Server
let issuer: string

beforeAll(async () => {
  let provider: RequestListener = () => {}
  server = createServer((request, response) => provider(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = {
    client_id: 'neu-guong',
    client_secret: 'of-the-test-and-nowhere-else',
    redirect_uris: ['http://localhost:3000/dang-nhap/noi-khac/ve'],
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
  shell = openShell({ rooms: access.routes, log: openLog({ level: 'silent' }), is_behind_tls: false })
})
afterAll(() => new Promise(resolve => server.close(resolve)))

const newBrowser = () => new Browser((path, init) => shell.request(path, init))

/** What a person does at the provider: signs in under a name and agrees; gives the address to which the provider sends them back. */
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

test('Lan links her account of the province, signs in with it, and lands where she wanted to go', async () => {
  const browser = newBrowser()
  await browser.post('/dang-nhap', { sign_in_name: 'lan', password })
  const leaving = await browser.get('/dang-nhap/noi-khac?ve=%2Ftai-khoan')
  expect(leaving.status).toBe(302)
  const asked = new URL(leaving.location!).searchParams
  expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.has('state'), asked.has('nonce')]).toEqual([
    'code',
    'S256',
    true,
    true,
  ])
  const linked = await browser.get(await signInAtProvider(leaving.location!, 'lan-cua-tinh'))
  expect([linked.status, linked.location]).toEqual([303, '/tai-khoan?xong=noi'])
  expect((await browser.get('/tai-khoan')).text).toContain('127.0.0.1')

  const other = newBrowser()
  const away = await other.get('/dang-nhap/noi-khac?ve=%2Ftai-khoan%3Fco%3Dlon')
  const back = await other.get(await signInAtProvider(away.location!, 'lan-cua-tinh'))
  expect([back.status, back.location]).toEqual([303, '/tai-khoan?co=lon'])
  expect((await other.get('/tai-khoan')).text).toContain('Nông Thị Lan')

  const lured = newBrowser()
  const trap = await lured.get('/dang-nhap/noi-khac?ve=%2F..%2F%2Fevil.example')
  expect((await lured.get(await signInAtProvider(trap.location!, 'lan-cua-tinh'))).location).toBe('/cam-ket')
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

  const hoa = newBrowser()
  await hoa.post('/dang-nhap', { sign_in_name: 'hoa', password })
  const taken = await hoa.get(await signInAtProvider((await hoa.get('/dang-nhap/noi-khac')).location!, 'lan-cua-tinh'))
  expect([taken.status, taken.text.includes('đã nối với người khác')]).toEqual([422, true])
})

test('Hòa unlinks his account of the province on his page: it opens the register no more, and where it was used he is signed out', async () => {
  const hoa = newBrowser()
  await hoa.post('/dang-nhap', { sign_in_name: 'hoa', password })
  await hoa.get(await signInAtProvider((await hoa.get('/dang-nhap/noi-khac')).location!, 'hoa-cua-tinh'))
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
  const [token, code] = ['lieu-cua-tinh', 'K7QM-4F2X-9TRD']
  await addAccount(world.owner, people.lieu, 'lieu', await hashPassword(password), true)
  const lieu = newBrowser()
  await lieu.post('/dang-nhap', { sign_in_name: 'lieu', password })
  await lieu.get(await signInAtProvider((await lieu.get('/dang-nhap/noi-khac')).location!, token))
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `insert into invitation (person_id, code_digest, made_at, expires_at, grounds) values ($1, $2, now(), now() + interval '1 day', 'machine')`,
    [people.lieu, digestOf(plainCode(code))],
  )
  await world.owner.query('commit')
  await newBrowser().post('/dang-nhap/thu-moi', { code, password: 'một câu khác hẳn câu trước' })
  const away = newBrowser()
  const refused = await away.get(await signInAtProvider((await away.get('/dang-nhap/noi-khac')).location!, token))
  expect([refused.status, refused.text.includes('chưa nối với ai')]).toEqual([422, true])
})
