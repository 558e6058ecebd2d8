import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { Browser, type Seen, unescaped } from '../../../../test/harness/test-browser.ts'
import { openLog, openShell, type WebEnv } from '../../web/index.ts'
import { addAccount, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { hashPassword } from '../means/password.ts'
import { openAccess } from '../open-access.ts'
import { familyOf, lives } from './sessions.ts'

const world = withDatabase('empty')
const clock = { now: new Date() }
const password = 'năm nay tôi hiến đất làm đường'
const written: string[] = []
let commune: InventedCommune
let shell: ReturnType<typeof openShell>
let secure: ReturnType<typeof openShell>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  await addAccount(world.owner, commune.people.lan, 'lan', phc, true)
  await addAccount(world.owner, commune.people.hoa, 'hoa', phc, true)
  await addAccount(world.owner, commune.people.quy, 'quy', phc)
  await world.owner.query('insert into demo_mark default values')
  const options = { database: world.database, key: Buffer.alloc(32, 7), now: () => clock.now }
  const access = openAccess({ ...options, is_behind_tls: false })
  const room = new Hono<WebEnv>()
  room.post('/tin', async c => {
    const who = await access.signedIn(c)
    if (who instanceof Response) return who
    const sent = new URLSearchParams(await c.req.text())
    sent.delete('shown_to')
    written.push(`${who.name}: ${sent}`)
    return c.redirect('/tin', 303)
  })
  const log = openLog({ level: 'silent' })
  shell = openShell({ rooms: [...access.routes, room], log, is_behind_tls: false })
  secure = openShell({ rooms: openAccess({ ...options, is_behind_tls: true }).routes, log, is_behind_tls: true })
})

const newBrowser = (at = shell) => new Browser((path, init) => at.request(path, init))
const wait = (ms: number) => {
  clock.now = new Date(clock.now.getTime() + ms)
}
async function signedInAs(name: string, browser = newBrowser()): Promise<Browser> {
  expect((await browser.post('/dang-nhap', { sign_in_name: name, password })).status).toBe(303)
  return browser
}
const typed: [string, string][] = [
  ['deed', 'Hiến 200 m² đất & mở đường'],
  ['deed', 'Dạy hai buổi "kỹ thuật"'],
  ['note', ''],
]

test('a form sent after the session has ended is kept, and goes on after signing in again, to the letter and once', async () => {
  const lan = await signedInAs('lan')
  wait(lives.idle)
  const held = await lan.post('/tin', [...typed, ['password', 'không giữ']])
  expect([held.status, held.text.includes('còn nguyên'), written]).toEqual([401, true, []])
  const back = await lan.post('/dang-nhap', { sign_in_name: 'lan', password, ve: held.hidden.ve! })
  expect([back.status, back.location]).toEqual([303, held.hidden.ve])
  const fields = fieldsOn(await lan.get(back.location!))
  expect(fields.filter(([name]) => name !== 'shown_to')).toEqual(typed)
  expect((await lan.post('/tin', fields)).status).toBe(303)
  expect(written).toEqual([`Nông Thị Lan: ${new URLSearchParams(typed)}`])
})

/** The hidden fields of the form to be sent on. */
function fieldsOn({ text }: Seen): [string, string][] {
  const form = /<form method="post" action="\/tin">(.*?)<\/form>/s.exec(text)![1]!
  return [...form.matchAll(/<input type="hidden" name="([^"]+)" value(?:="([^"]*)")?/g)].map(([, name, value]) => [
    name!,
    unescaped(value ?? ''),
  ])
}

test('what Lan had typed is not shown to Hòa, who signs in at the same computer; nor is what nobody kept', async () => {
  const browser = await signedInAs('lan')
  wait(lives.idle)
  const { ve } = (await browser.post('/tin', typed)).hidden
  const hoa = await browser.post('/dang-nhap', { sign_in_name: 'hoa', password, ve: ve! })
  const seen = await browser.get(hoa.location!)
  expect([hoa.location, seen.status, seen.location, seen.text.includes('200 m²')]).toEqual([ve, 303, '/cam-ket', false])
  const lan = await signedInAs('lan')
  expect((await lan.get(`${ve!.slice(0, -4)}AAAA`)).location).toBe('/cam-ket')
  expect((await lan.get(ve!)).text).toContain('200 m²')
  for (let times = 0; times < 5; times++) {
    const ended = await signedInAs('lan')
    wait(lives.idle)
    await ended.post('/tin', typed)
  }
  expect((await (await signedInAs('lan')).get(ve!)).location).toBe('/cam-ket')
})

test('a form belongs to the person it was shown to: sent when another has signed in, it writes nothing, says so, and waits for its person', async () => {
  const browser = await signedInAs('lan')
  const { shown_to } = (await browser.get('/tai-khoan')).hidden
  expect(shown_to).toMatch(/^[\w-]{50,}$/)
  await signedInAs('hoa', browser)
  const before = [...written]
  const told = await browser.post('/tin', [...typed, ['shown_to', shown_to!]])
  expect([told.status, told.text.includes('Làm tiếp việc của Triệu Văn Hòa'), told.text.includes('200 m²'), written]).toEqual([
    401,
    true,
    false,
    before,
  ])
  const address = await browser.post('/tai-khoan/thu-dien-tu', { email: 'lan@vi-du.vn', shown_to: shown_to! })
  expect([address.status, (await browser.get('/tai-khoan')).text.includes('lan@vi-du.vn')]).toEqual([401, false])
  const own = (await browser.get('/tai-khoan')).hidden.shown_to!
  expect((await browser.post('/tin', [...typed, ['shown_to', own]])).status).toBe(303)
  const lan = await browser.post('/dang-nhap', { sign_in_name: 'lan', password, ve: told.hidden.ve! })
  expect(fieldsOn(await browser.get(lan.location!)).filter(([name]) => name !== 'shown_to')).toEqual(typed)
})

test('a form that is sent once its person has signed out waits for them, too; each form of a page carries to whom it was shown', async () => {
  const browser = await signedInAs('lan')
  const page = await browser.get('/tai-khoan')
  const forms = page.text.match(/<form[^>]*method="post"[^>]*>.{0,60}/gs)!
  expect(forms.length).toBeGreaterThan(1)
  expect(forms.filter(form => !form.includes('name="shown_to"'))).toEqual([])
  await browser.post('/thoat', {})
  const told = await browser.post('/tin', [...typed, ['shown_to', page.hidden.shown_to!]])
  expect([told.status, told.hidden.ve?.startsWith('/dang-nhap/gui-tiep?giu=')]).toEqual([401, true])
})

test('a session ends after half an hour without a request, after twelve hours in any case, when its user leaves, and when another begins', async () => {
  const alive = async (browser: Browser) => (await browser.get('/tai-khoan')).status === 200
  const lan = await signedInAs('lan')
  for (let half_hours = 0; half_hours < 24; half_hours++) {
    wait(lives.idle - 60_000)
    expect([half_hours, await alive(lan)]).toEqual([half_hours, true])
  }
  wait(25 * 60_000)
  expect(await alive(lan)).toBe(false)
  const idle = await signedInAs('lan')
  wait(lives.idle)
  expect(await alive(idle)).toBe(false)
  const shared = await signedInAs('lan')
  const stolen = newBrowser()
  stolen.cookies.set('neu-guong', shared.token!)
  expect(await alive(stolen)).toBe(true)
  const left = await shared.post('/thoat', {})
  expect([left.location, left.headers.get('clear-site-data'), shared.token]).toEqual([
    '/dang-nhap?da_thoat=1',
    '"cache", "storage"',
    undefined,
  ])
  expect(await alive(stolen)).toBe(false)
  const first = await signedInAs('lan')
  stolen.cookies.set('neu-guong', first.token!)
  await signedInAs('hoa', first)
  expect(await alive(stolen)).toBe(false)
})

test('only whoever has just signed out is told so, and has their storage emptied, once: an address that a stranger sent does neither', async () => {
  const lan = await signedInAs('lan')
  const isTold = async () => (await lan.get('/dang-nhap?da_thoat=1')).text.includes('don-may')
  expect(await isTold()).toBe(false)
  await lan.post('/thoat', {})
  expect([await isTold(), await isTold()]).toEqual([true, false])
})

test('somebody who sees a session that is not theirs ends all the others from their account', async () => {
  const [here, there] = [await signedInAs('lan'), await signedInAs('lan')]
  const ended = await here.post('/tai-khoan/phien', {})
  expect(ended.location).toMatch(/^\/tai-khoan\?xong=phien&so=\d+$/)
  expect([(await here.get('/tai-khoan')).status, (await there.get('/tai-khoan')).status]).toEqual([200, 303])
})

test('behind TLS the cookie is bound to this host; over plain HTTP no browser would take such a one', async () => {
  const open = await newBrowser().post('/dang-nhap', { sign_in_name: 'lan', password })
  const bound = await newBrowser(secure).post('/dang-nhap', { sign_in_name: 'lan', password })
  expect(open.headers.getSetCookie()[0]).toMatch(/^neu-guong=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(bound.headers.getSetCookie()[0]).toMatch(/^__Host-neu-guong=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('the register keeps no token and no password, and the application reads no row of a stranger without showing what opens it', async () => {
  const lan = await signedInAs('lan')
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  const kept = JSON.stringify((await world.owner.query('select * from session, password')).rows)
  await world.owner.query('rollback')
  expect([kept.includes(lan.token!), kept.includes(password)]).toEqual([false, false])
  const app = await world.connect('neu_guong_app')
  for (const table of [
    'account',
    'password',
    'totp',
    'recovery_code',
    'passkey',
    'external_identity',
    'session',
    'invitation',
    'role_grant',
    'delegation',
    'person_reading',
  ])
    expect([table, (await app.query(`select 1 from ${table}`)).rows]).toEqual([table, []])
  const auditor = await world.connect('neu_guong_auditor')
  for (const table of ['password', 'totp', 'recovery_code', 'passkey', 'session', 'invitation'])
    await expect(auditor.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' })
})

test('after five wrong passwords one waits, a second, two, four; the right one is not locked out, and begins the count anew', async () => {
  const browser = newBrowser()
  const attempt = async (given: string) => {
    const { status, text } = await browser.post('/dang-nhap', { sign_in_name: 'hoa', password: given })
    return status === 303 ? 'in' : (/đợi (\d+) giây/.exec(text)?.[1] ?? 'wrong')
  }
  wait(3600_000)
  const answers = []
  for (let i = 0; i < 7; i++) answers.push(await attempt('sai mật khẩu rồi'))
  expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', '1', '1'])
  expect(await attempt(password)).toBe('1')
  wait(1000)
  expect([await attempt('sai mật khẩu rồi'), await attempt(password)]).toEqual(['wrong', '2'])
  wait(2000)
  expect([await attempt(password), await attempt('sai mật khẩu rồi')]).toEqual(['in', 'wrong'])
})

test('twenty guesses sent side by side are counted one by one', async () => {
  wait(3600_000)
  const sent = Array.from({ length: 20 }, () => newBrowser().post('/dang-nhap', { sign_in_name: 'lan', password: 'đoán bừa một câu' }))
  const answers = (await Promise.all(sent)).map(({ text }) => (text.includes('không đúng') ? 'wrong' : 'wait'))
  expect(answers.filter(answer => answer === 'wrong')).toHaveLength(5)
})

test('a demo account opens nowhere but in a demo: without the mark of its loader it is like one nobody has', async () => {
  await world.owner.query('delete from demo_mark')
  wait(3600_000)
  const closed = await newBrowser().post('/dang-nhap', { sign_in_name: 'lan', password })
  expect([closed.status, closed.text.includes('không đúng')]).toEqual([422, true])
  expect((await newBrowser().post('/dang-nhap', { sign_in_name: 'quy', password })).location).toBe('/dang-nhap/ma-xac-nhan')
  const app = await world.connect('neu_guong_app')
  await expect(app.query('insert into demo_mark default values')).rejects.toMatchObject({ code: '42501' })
  await world.owner.query('insert into demo_mark default values')
})

test('a way back leads to this site only', async () => {
  wait(3600_000)
  for (const [given, taken] of [
    ['/tai-khoan?co=lon', '/tai-khoan?co=lon'],
    ['//evil.example', '/cam-ket'],
    ['/..//evil.example', '/cam-ket'],
    ['/%2e%2e//evil.example', '/cam-ket'],
    ['https://evil.example', '/cam-ket'],
    ['/\\evil.example', '/cam-ket'],
    ['javascript:alert(1)', '/cam-ket'],
  ])
    expect((await newBrowser().post('/dang-nhap', { sign_in_name: 'lan', password, ve: given! })).location).toBe(taken)
})

test('a browser is known by its family, and no more', () => {
  const agents = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    '',
  ]
  expect(agents.map(familyOf)).toEqual(['Firefox · Windows', 'Chrome · Android', 'Edge · Windows', 'Safari · iPhone', '? · ?'])
})
