import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { change } from '../database/index.ts'
import { openLog, openShell } from '../web/index.ts'
import { giveAddress } from './give-address.ts'
import { type InventedCommune, inventCommune } from './invented-commune.ts'
import { openAccess } from './open-access.ts'
import { refusalAddress } from './refuse-reminders.ts'

const world = withDatabase('empty')
const key = Buffer.alloc(32, 7)
let commune: InventedCommune
let shell: ReturnType<typeof openShell>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const { routes } = openAccess({ database: world.database, key, is_behind_tls: false })
  shell = openShell({ rooms: routes, log: openLog({ level: 'silent' }), is_behind_tls: false })
  await give('lan', 'nha@vi-du.vn')
  await give('hoa', 'Nha@vi-du.vn')
})

type Who = 'lan' | 'hoa' | 'quy'
async function give(who: Who, email: string) {
  const actor = { person_id: commune.people[who], name: who }
  expect((await change(world.database, actor, tx => giveAddress(tx, actor, { email }))).ok).toBe(true)
}
const linkOf = (people: Who[], email: string) =>
  refusalAddress({ key, site_address: '' }, { people: people.map(who => commune.people[who]), email })
/** As a mail program presses it (RFC 8058): in nobody's name, without cookies, and without saying from where. */
const press = (address: string) =>
  shell.request(address, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
async function contacts(): Promise<string[]> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select email || case when takes_reminders then '' else ' without reminders' end as line from contact where upper(recorded) = 'infinity' order by lower(email), 1`,
  )
  return rows.map(row => row.line)
}

test('a link that is only looked at refuses nothing, and asks in both languages', async () => {
  const address = linkOf(['lan', 'hoa'], 'nha@vi-du.vn')
  const answer = await shell.request(address)
  expect([answer.status, (await answer.text()).includes('Thôi nhận thư nhắc?')]).toEqual([200, true])
  expect(await (await shell.request(`/en${address}`)).text()).toContain('Get no more reminders by mail?')
  expect(await contacts()).toEqual(['Nha@vi-du.vn', 'nha@vi-du.vn'])
})

test('a press without signing in refuses reminders for all whom the letter named, keeps the address, says so, and is in the ledger once each', async () => {
  const address = linkOf(['lan', 'hoa'], 'nha@vi-du.vn')
  for (const _ of [1, 2]) {
    const answer = await press(address)
    expect([answer.status, (await answer.text()).includes('Đã thôi nhận thư nhắc')]).toEqual([200, true])
  }
  expect(await contacts()).toEqual(['Nha@vi-du.vn without reminders', 'nha@vi-du.vn without reminders'])
  const { rows } = await world.owner.query(`select count(*)::int as n from ledger_entry where act = 'refuse-reminders'`)
  expect(rows).toEqual([{ n: 2 }])
})

test('whoever saves the address again gets reminders again; an old letter refuses nothing at another address', async () => {
  await give('lan', 'nha@vi-du.vn')
  await give('hoa', 'hoa@vi-du.vn')
  await press(linkOf(['hoa'], 'nha@vi-du.vn'))
  expect(await contacts()).toEqual(['hoa@vi-du.vn', 'nha@vi-du.vn'])
})

test('an address that is not ours is no address, and no other page takes what comes from nowhere', async () => {
  const address = linkOf(['lan'], 'nha@vi-du.vn')
  const forged = `${address.slice(0, -4)}AAAA`
  expect(await Promise.all([forged, '/thu-nhac', '/thu-nhac?ma=x'].map(async at => (await press(at)).status))).toEqual([422, 422, 422])
  expect((await press('/tai-khoan/thu-dien-tu')).status).toBe(403)
  expect(await contacts()).toEqual(['hoa@vi-du.vn', 'nha@vi-du.vn'])
})
