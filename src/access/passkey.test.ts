import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../test/harness/database.ts'
import { openLog, openShell } from '../web/index.ts'
import { Authenticator } from './authenticator-of-tests.ts'
import { Browser } from './browser-of-tests.ts'
import { countPasskeysElsewhere } from './count-passkeys-elsewhere.ts'
import { addAccount, type InventedCommune, inventCommune } from './invented-commune.ts'
import { openAccess } from './open-access.ts'
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
async function addPasskeyOf(name: string, device: Authenticator) {
  const browser = await signedInAs(name)
  const { answer } = await browser.ask<Options>('/tai-khoan/khoa')
  return browser.ask<{ onward?: string; say?: string }>('/tai-khoan/khoa/tra-loi', { credential: device.create(answer) })
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
