import { beforeAll, expect, test } from 'vitest'
import { Authenticator } from '../../../../test/harness/authenticator.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { Browser, type Seen } from '../../../../test/harness/test-browser.ts'
import { openLog, openShell } from '../../web/index.ts'
import { addAccount, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { openAccess } from '../open-access.ts'
import { countPasskeysElsewhere } from './count-passkeys-elsewhere.ts'
import { hashPassword } from './password.ts'

const world = withDatabase('empty')
const password = 'năm nay tôi hiến đất làm đường'
const site_address = 'https://so.vi-du.vn'
let commune: InventedCommune
let shell: ReturnType<typeof openShell>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  await addAccount(world.owner, commune.people.lan, 'lan', phc, true)
  await addAccount(world.owner, commune.people.administrator, 'quan-tri', phc, true)
  await world.owner.query('insert into demo_mark default values')
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false, site_address })
  shell = openShell({ rooms: access.routes, log: openLog({ level: 'silent' }), is_behind_tls: false })
})

type Options = { challenge: string; rp?: { id: string }; rpId?: string }
const newBrowser = () => new Browser((path, init) => shell.request(path, init))
async function signedInAs(name: string): Promise<Browser> {
  const browser = newBrowser()
  await browser.post('/dang-nhap', { sign_in_name: name, password })
  return browser
}
async function addPasskeyOf(name: string, device: Authenticator, called?: string) {
  const browser = await signedInAs(name)
  const offered = await pageToAdd(browser)
  const { shown_to } = offered.hidden
  const { answer } = await browser.ask<Options>('/tai-khoan/khoa', { shown_to })
  return browser.ask<Told>('/tai-khoan/khoa/tra-loi', { credential: device.create(answer), name: called, shown_to })
}
type Told = { onward?: string; say?: string }

async function pageToAdd(browser: Browser): Promise<Seen> {
  await browser.post('/tai-khoan/xac-nhan', { viec: 'khoa', password })
  return browser.get('/tai-khoan/khoa/them')
}

test('a passkey belongs to the address that is set, whatever host a request names; the sheet and the square lead there', async () => {
  const device = new Authenticator(site_address)
  expect((await addPasskeyOf('lan', device)).answer.onward).toBe('/tai-khoan?xong=khoa')
  const browser = newBrowser()
  const { answer } = await browser.ask<Options>('/dang-nhap/khoa')
  expect(answer.rpId).toBe('so.vi-du.vn')
  const shown = await browser.ask<{ onward: string }>('/dang-nhap/khoa/tra-loi', { credential: device.get(answer) })
  expect([shown.status, shown.answer.onward]).toEqual([200, '/cam-ket'])
  const sheet = await (await signedInAs('quan-tri')).post('/tai-khoan/thu-moi', { person_id: String(commune.people.quy) })
  expect(sheet.text).toContain('https://so.vi-du.vn/dang-nhap/thu-moi')
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const left = [await countPasskeysElsewhere(world.owner, 'so.vi-du.vn'), await countPasskeysElsewhere(world.owner, 'moi.vi-du.vn')]
  await world.owner.query('commit')
  expect(left).toEqual([[], [{ rp_id: 'so.vi-du.vn', passkeys: 1 }]])
})

test('an answer to a challenge opens once, whoever kept a copy of the cookie and of the answer', async () => {
  const device = new Authenticator(site_address)
  await addPasskeyOf('quan-tri', device)
  const [owner, thief] = [newBrowser(), newBrowser()]
  const { answer } = await owner.ask<Options>('/dang-nhap/khoa')
  // A device that keeps no counter says 0 each time: nothing else tells the second from the first.
  device.counter = -1
  const credential = device.get(answer)
  thief.cookies.set('neu-guong-buoc', `${owner.cookies.get('neu-guong-buoc')}`)
  expect((await owner.ask('/dang-nhap/khoa/tra-loi', { credential })).status).toBe(200)
  const stolen = await thief.ask<{ say: string }>('/dang-nhap/khoa/tra-loi', { credential })
  expect([stolen.status, thief.token]).toEqual([422, undefined])
})

test('a way back of a script that leads elsewhere, or is none, is not taken; what is no object is an empty question', async () => {
  const device = new Authenticator(site_address)
  await addPasskeyOf('lan', device)
  for (const back of ['/..//evil.example', 7, null]) {
    const browser = newBrowser()
    const { answer } = await browser.ask<Options>('/dang-nhap/khoa', { back })
    const shown = await browser.ask<{ onward: string }>('/dang-nhap/khoa/tra-loi', { credential: device.get(answer) })
    expect([back, shown.answer.onward]).toEqual([back, '/cam-ket'])
  }
  const browser = newBrowser()
  for (const body of [null, 7, 'x', [], { credential: null }, { credential: { id: '\0' } }]) {
    await browser.ask('/dang-nhap/khoa')
    expect([body, (await browser.ask('/dang-nhap/khoa/tra-loi', body)).status]).toEqual([body, 422])
  }
})

test('a passkey is added by who has just shown who they are, on a page that was made for them; its owner gives it a name', async () => {
  const browser = await signedInAs('lan')
  const { shown_to } = (await browser.get('/tai-khoan')).hidden
  const asked = await browser.ask<Told>('/tai-khoan/khoa', { shown_to })
  expect([asked.status, asked.answer.say]).toEqual([403, expect.stringContaining('xác nhận lại')])
  const of_lan = (await pageToAdd(browser)).hidden.shown_to
  await browser.post('/dang-nhap', { sign_in_name: 'quan-tri', password })
  const of_other = await browser.ask<Told>('/tai-khoan/khoa', { shown_to: of_lan })
  expect([of_other.status, of_other.answer.say]).toEqual([403, expect.stringContaining('mở cho người khác')])
  expect((await browser.ask<Told>('/tai-khoan/khoa', {})).status).toBe(403)
  await addPasskeyOf('lan', new Authenticator(site_address), '  Điện thoại của Lan\u0000 ')
  expect((await (await signedInAs('lan')).get('/tai-khoan')).text).toContain('Điện thoại của Lan · từ')
})

test('a counter that goes back opens nothing and is told to the owner; the same key twice at once, and added twice, is refused', async () => {
  const device = new Authenticator(site_address)
  await addPasskeyOf('lan', device, 'Khóa xanh')
  const show = async () => {
    const browser = newBrowser()
    const { answer } = await browser.ask<Options>('/dang-nhap/khoa')
    return browser.ask<Told>('/dang-nhap/khoa/tra-loi', { credential: device.get(answer) })
  }
  device.counter = 40
  expect((await show()).status).toBe(200)
  device.counter = 7
  const copied = await show()
  expect([copied.status, copied.answer.say]).toEqual([422, expect.stringContaining('số đếm lùi')])
  expect((await (await signedInAs('lan')).get('/tai-khoan')).text).toContain('khóa «Khóa xanh» đưa ra số đếm lùi')
  device.counter = 50
  const both = await Promise.all([show(), show()])
  expect(both.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2)
  expect(both.filter(({ status }) => status >= 500)).toEqual([])
  expect((await addPasskeyOf('lan', device)).status).toBe(422)
})

test('who sits there is also shown by their passkey, and not by another’s', async () => {
  const [of_lan, of_other] = [new Authenticator(site_address), new Authenticator(site_address)]
  await addPasskeyOf('lan', of_lan)
  await addPasskeyOf('quan-tri', of_other)
  const browser = await signedInAs('lan')
  const prove = async (device: Authenticator) => {
    const { answer } = await browser.ask<Options>('/tai-khoan/xac-nhan/khoa', {})
    return browser.ask<Told>('/tai-khoan/xac-nhan/khoa/tra-loi', { credential: device.get(answer), act: 'buoc-hai' })
  }
  expect((await prove(of_other)).status).toBe(422)
  expect((await browser.get('/dang-nhap/buoc-hai')).status).toBe(303)
  expect((await prove(of_lan)).answer.onward).toBe('/dang-nhap/buoc-hai')
  expect((await browser.get('/dang-nhap/buoc-hai')).status).toBe(200)
})
