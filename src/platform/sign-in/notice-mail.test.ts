import { beforeAll, beforeEach, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { bodyOf, withPostOffice } from '../../../test/harness/post-office.ts'
import { change } from '../database/index.ts'
import { openMail, runJobs } from '../jobs/index.ts'
import { addGrant, addPerson, type InventedCommune, inventCommune } from './invented-commune.ts'
import { acceptInvitation } from './invitation/accept-invitation.ts'
import { confirmInvitations, listWaiting } from './invitation/confirm-invitation.ts'
import { invitePerson } from './invitation/invite-person.ts'
import { post_account_notice, postAccountNotice } from './invitation/post-account-notice.ts'

/**
 * Liễu holds the office of the commune. The administrator of the district invites her, a second one confirms; she and
 * the head over her have left addresses.
 */
const world = withDatabase('empty')
const office = withPostOffice()
const now = new Date()
const addresses = { lieu: 'lieu@vi-du.vn', leader: 'bi-thu@vi-du.vn' }
let scene: InventedCommune
let second: number

beforeAll(async () => {
  scene = await inventCommune(world.owner)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  second = await addPerson(world.owner, 'Hoàng Văn Huyện')
  await addGrant(world.owner, second, 'administrator', scene.units.district)
  await addGrant(world.owner, scene.people.lieu, 'unit-office', scene.units.commune)
  for (const [who, email] of Object.entries(addresses))
    await world.owner.query('insert into contact (person_id, email) values ($1, $2)', [scene.people[who as keyof typeof addresses], email])
  await world.owner.query('commit')
})
beforeEach(() => {
  office.received = []
})

const actor = (person_id: number) => ({ person_id, name: 'x' })
const post = (at = now) => {
  const mail = openMail({ smtp_url: office.smtp_url, from: 'so@vi-du.vn' })
  const task = postAccountNotice({ database: world.database, mail, site_address: 'https://so.vi-du.vn', now: () => at, words })
  return runJobs(world.database, { tasks: { [post_account_notice]: task }, now: () => new Date(), say: line => expect.fail(line) })
}
/** In the words of this test: the register's stand in a room above. */
const words = async (_: unknown, { sign_in, no_more, names }: { sign_in: string; no_more: string; names: string[] }) => ({
  subject: 'Có việc đang chờ',
  text: [...names, sign_in, no_more].join('\n\n'),
})
const receivers = () => office.received.map(({ to }) => to).sort()

async function invite(): Promise<string> {
  const { people } = scene
  const printed = await invitePerson(world.database, actor(people.administrator), { person_id: people.lieu }, now)
  return printed.ok ? printed.value.code : expect.fail(JSON.stringify(printed.problems))
}

async function confirm(): Promise<void> {
  const waiting = await listWaiting(world.database, actor(second), now)
  const ids = waiting.map(({ invitation_id }) => invitation_id)
  const confirmed = await change(world.database, actor(second), tx => confirmInvitations(tx, actor(second), ids, waiting))
  expect(confirmed).toEqual({ ok: true, value: 1 })
}

test('where an invitation is printed, and again where it is used after a second person’s word, its person and the head over them get one letter each, which says only where to sign in', async () => {
  const code = await invite()
  await post()
  expect(receivers()).toEqual([addresses.leader, addresses.lieu])
  office.received = []
  await confirm()
  await post()
  expect(receivers()).toEqual([])
  const accepted = await acceptInvitation(world.database, { code, password: 'con đường mới qua nhà ông Sinh', agent: 'x' }, now)
  expect(accepted.ok).toBe(true)
  await post()
  expect(receivers()).toEqual([addresses.leader, addresses.lieu])
  for (const letter of office.received) {
    expect(bodyOf(letter)).toContain('https://so.vi-du.vn/dang-nhap')
    for (const secret of ['Bàn Thị Liễu', code, code.replaceAll('-', '')]) expect(letter.text + bodyOf(letter)).not.toContain(secret)
  }
  await post()
  expect(office.received).toHaveLength(2)
})

test('a letter that comes after three days warns nobody any more, and is not sent', async () => {
  await invite()
  await post(new Date(now.getTime() + 4 * 86_400_000))
  expect(receivers()).toEqual([])
})
