import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { addDays, dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { change } from '../../database/index.ts'
import { delegateRole } from '../../role/delegate-role.ts'
import { grantRole } from '../../role/grant-role.ts'
import { rolesOf } from '../../role/roles-of.ts'
import { addGrant, addMember, addPerson, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { look } from '../session/look.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { listAccountNotices, seeNotice } from './account-notices.ts'
import { administratorCommand } from './administrator-command.ts'
import { askForSecond, confirmInvitations, listWaiting, withdrawInvitation } from './confirm-invitation.ts'
import { findSecond } from './find-account-notices.ts'
import { invitePerson } from './invite-person.ts'

const world = withDatabase('empty')
const now = new Date()
const today = dayOf(now)
const password = 'con đường mới qua nhà ông Sinh'
let scene: InventedCommune
/**
 * An administrator of Lan's cell alone; a second one of the district; one of the province, and its superior office: Bế
 * Văn Cao, who is a plain member of Lan's cell.
 */
let cast: Record<'of_cell' | 'of_district' | 'of_province' | 'cao', number>

beforeAll(async () => {
  scene = await inventCommune(world.owner)
  await asOwner(async () => {
    const { units } = scene
    cast = {
      of_cell: await addPerson(world.owner, 'Vi Thị Tổ'),
      of_district: await addPerson(world.owner, 'Hoàng Văn Huyện'),
      of_province: await addPerson(world.owner, 'Nông Thị Tỉnh'),
      cao: await addPerson(world.owner, 'Bế Văn Cao'),
    }
    await addGrant(world.owner, cast.of_cell, 'administrator', units.cell)
    await addGrant(world.owner, cast.of_district, 'administrator', units.district)
    await addGrant(world.owner, cast.of_province, 'administrator', units.province)
    await addGrant(world.owner, cast.cao, 'superior-office', units.province)
    await addMember(world.owner, cast.cao, units.cell)
  })
})

async function asOwner(work: () => Promise<unknown>): Promise<void> {
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  await work()
  await world.owner.query('commit')
}

const actor = (person_id: number) => ({ person_id, name: 'x' })
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ code }) => code))
const invite = (by: number, person_id: number) => invitePerson(world.database, actor(by), { person_id }, now)
async function codeFor(by: number, person_id: number): Promise<string> {
  const printed = await invite(by, person_id)
  return printed.ok ? printed.value.code : ''
}
const accept = (code: string) => acceptInvitation(world.database, { code, password, agent: 'x' }, now)
const waitingFor = (person_id: number) => listWaiting(world.database, actor(person_id), now)
async function confirmFor(person_id: number): Promise<Outcome<number>> {
  const waiting = await waitingFor(person_id)
  const ids = waiting.map(({ invitation_id }) => invitation_id)
  return change(world.database, actor(person_id), tx => confirmInvitations(tx, actor(person_id), ids, waiting))
}
const rolesNow = async (person_id: number) =>
  (await look(world.database, actor(person_id), db => rolesOf(db, person_id, today))).map(({ role }) => role)
async function newMember(name: string): Promise<number> {
  let member = 0
  await asOwner(async () => {
    member = await addPerson(world.owner, name)
    await addMember(world.owner, member, scene.units.cell)
  })
  return member
}
const grant = (by: number, person_id: number, unit_id: number) =>
  change(world.database, actor(by), tx =>
    grantRole(tx, actor(by), { person_id, role: 'superior-office', unit_id, instrument_id: null, from: today, to: null }, now),
  )

/** The same as rows, written past the verbs under the application's own role. */
const byHand = (by: number, person_id: number, grounds: string) =>
  change(world.database, actor(by), async tx => {
    const row = {
      person_id,
      code_digest: `${by} ${person_id} ${grounds}`,
      made_by: by,
      made_at: now,
      expires_at: new Date(now.getTime() + 1000),
    }
    await tx
      .insertInto('invitation')
      .values({ ...row, grounds, asked_at: grounds === 'again' ? now : null })
      .execute()
    return done(null)
  })

test('the administrator of a cell cannot print an invitation for a member who is the superior office of the province, whether by the page or past it', async () => {
  expect(codes(await invite(cast.of_cell, cast.cao))).toEqual(['beyond-reach'])
  for (const grounds of ['first', 'again']) {
    await expect(byHand(cast.of_cell, cast.cao, grounds)).rejects.toMatchObject({ code: '42501' })
  }
  await expect(byHand(cast.of_district, cast.cao, 'again')).rejects.toMatchObject({ code: '42501' })
  await expect(byHand(cast.of_province, cast.cao, 'first')).rejects.toMatchObject({ code: '42501' })
  expect(codes(await invite(cast.of_province, cast.cao))).toEqual([])
})

test('what somebody holds from tomorrow, or is lent by another, counts as what they hold', async () => {
  const { units, people } = scene
  const [soon, helper] = [await newMember('Lý Văn Mai'), await newMember('Lý Thị Giúp')]
  await asOwner(() => addGrant(world.owner, soon, 'unit-office', units.district, `[${addDays(today, 1)},infinity)`))
  expect(codes(await invite(cast.of_cell, soon))).toEqual(['beyond-reach'])
  const superior = actor(people.superior)
  const asked = {
    receiver_id: helper,
    role: 'superior-office' as const,
    unit_id: units.district,
    acts: null,
    from: today,
    to: addDays(today, 7),
  }
  expect(codes(await change(world.database, superior, tx => delegateRole(tx, superior, asked, now)))).toEqual([])
  expect(codes(await invite(cast.of_cell, helper))).toEqual(['beyond-reach'])
})

test('an invitation opens nothing once its person holds what its printer does not cover, though it was printed before', async () => {
  const rising = await newMember('Ma Văn Thăng')
  const code = await codeFor(cast.of_cell, rising)
  await asOwner(() => addGrant(world.owner, rising, 'superior-office', scene.units.province))
  expect(codes(await accept(code))).toEqual(['outgrown'])
  const use = change(world.database, actor(rising), async tx =>
    done(await tx.updateTable('invitation').set({ used_at: now }).where('person_id', '=', rising).execute()),
  )
  await expect(use).rejects.toMatchObject({ constraint: 'an_invitation_covers_what_it_opens' })
})

test('for whoever holds a role a second person confirms, who covers as much: not the printer, not the person, not whoever reaches less', async () => {
  const { people } = scene
  const code = await codeFor(cast.of_district, people.hoa)
  expect(codes(await accept(code))).toEqual(['needs-second'])
  const theirs = async (person_id: number) => (await waitingFor(person_id)).map(({ full_name }) => full_name)
  expect(await theirs(cast.of_district)).not.toContain('Triệu Văn Hòa')
  expect(await theirs(people.office)).toEqual([])
  expect(await theirs(people.superior)).toContain('Triệu Văn Hòa')
  expect(await theirs(cast.of_cell)).toContain('Triệu Văn Hòa')
  const [waits] = (await waitingFor(people.administrator)).filter(({ person_id }) => person_id === people.hoa)
  expect(waits).toMatchObject({ maker_name: 'Hoàng Văn Huyện', unit_name: 'chi-bo', roles: [{ role: 'secretary', unit_name: 'chi-bo' }] })
  const by_hand = (confirmed_by: number) =>
    change(world.database, actor(confirmed_by), async tx => {
      const row = { invitation_id: waits!.invitation_id, person_id: people.hoa, confirmed_by }
      return done(await tx.insertInto('invitation_confirmation').values(row).execute())
    })
  for (const who of [cast.of_district, people.office, people.far]) await expect(by_hand(who)).rejects.toMatchObject({ code: '42501' })
  await expect(by_hand(people.hoa)).rejects.toMatchObject({ code: '42501' })
  expect(codes(await confirmFor(people.administrator))).toEqual([])
  expect(codes(await accept(code))).toEqual([])
  expect(await rolesNow(people.hoa)).toEqual(['secretary'])
})

test('whoever was lent the office above confirms nothing by it', async () => {
  const { people, units } = scene
  const helper = await newMember('Lục Văn Thay')
  const superior = actor(people.superior)
  const asked = {
    receiver_id: helper,
    role: 'superior-office' as const,
    unit_id: units.district,
    acts: null,
    from: today,
    to: addDays(today, 7),
  }
  await change(world.database, superior, tx => delegateRole(tx, superior, asked, now))
  await codeFor(cast.of_district, people.leader)
  await codeFor(cast.of_district, people.hoa)
  expect(await waitingFor(helper)).toEqual([])
})

test('a role given to an account that one person alone has opened sleeps until a second one confirms it', async () => {
  const puppet = await newMember('Đàm Văn Bóng')
  expect(codes(await accept(await codeFor(cast.of_cell, puppet)))).toEqual([])
  expect(codes(await grant(cast.of_province, puppet, scene.units.province))).toEqual([])
  expect(await rolesNow(puppet)).toEqual([])
  expect(await look(world.database, actor(puppet), db => findSecond(db, puppet))).toBe('unasked')
  expect(await change(world.database, actor(puppet), tx => askForSecond(tx, actor(puppet), now))).toEqual({ ok: true, value: true })
  expect(await change(world.database, actor(puppet), tx => askForSecond(tx, actor(puppet), now))).toEqual({ ok: true, value: false })
  expect((await waitingFor(cast.of_district)).map(({ person_id }) => person_id)).not.toContain(puppet)
  expect((await waitingFor(cast.cao)).filter(({ person_id }) => person_id === puppet)).toMatchObject([
    { was_used: true, maker_name: 'Vi Thị Tổ' },
  ])
  expect(codes(await confirmFor(cast.cao))).toEqual([])
  expect(await rolesNow(puppet)).toEqual(['superior-office'])
})

test('an administrator cannot make themselves a second person out of a member they have opened alone', async () => {
  const puppet = await newMember('Đàm Thị Rối')
  await accept(await codeFor(cast.of_cell, puppet))
  const made = change(world.database, actor(cast.of_cell), tx =>
    grantRole(
      tx,
      actor(cast.of_cell),
      { person_id: puppet, role: 'administrator', unit_id: scene.units.cell, instrument_id: null, from: today, to: null },
      now,
    ),
  )
  expect(codes(await made)).toEqual([])
  await codeFor(cast.of_cell, scene.people.hoa)
  expect(await waitingFor(puppet)).toEqual([])
})

test('the person and the head of their unit are told; the person cancels what they did not ask for, and it opens nothing', async () => {
  const { people } = scene
  const member = await newMember('Hà Thị Biết')
  const told = async (person_id: number) =>
    (await look(world.database, actor(person_id), db => listAccountNotices(db, now)))
      .filter(({ full_name }) => full_name === 'Hà Thị Biết')
      .map(({ kind, is_mine, maker_name }) => [kind, is_mine, maker_name])
  expect(codes(await accept(await codeFor(cast.of_district, member)))).toEqual([])
  expect([await told(member), await told(people.hoa)]).toEqual([[], []])
  const code = await codeFor(cast.of_district, member)
  expect(await told(member)).toEqual([['printed', true, 'Hoàng Văn Huyện']])
  expect(await told(people.hoa)).toEqual([['printed', false, 'Hoàng Văn Huyện']])
  const [notice] = await look(world.database, actor(member), db => listAccountNotices(db, now))
  const seen = (who: number) => change(world.database, actor(who), tx => seeNotice(tx, actor(who), notice!.account_notice_id, now))
  expect([await seen(people.hoa), await seen(member), await told(member)]).toEqual([
    { ok: true, value: false },
    { ok: true, value: true },
    [],
  ])
  const withdraw = (who: number) => change(world.database, actor(who), tx => withdrawInvitation(tx, actor(who), notice!.invitation_id, now))
  expect(codes(await withdraw(people.lan))).toEqual(['nothing-waits'])
  expect(codes(await withdraw(member))).toEqual([])
  expect(codes(await accept(code))).toEqual(['wrong-code'])
  const app = world.change(async tx =>
    done(await tx.insertInto('account_notice').values({ person_id: member, invitation_id: 1, kind: 'used' }).execute()),
  )
  await expect(app).rejects.toMatchObject({ code: '42501' })
})

test('where the head is the one who printed, or the one it is about, the head of the unit above is told', async () => {
  const { people } = scene
  await codeFor(cast.of_district, people.hoa)
  const told = await look(world.database, actor(people.leader), db => listAccountNotices(db, now))
  expect(told.map(({ kind, full_name }) => [kind, full_name])).toContainEqual(['printed', 'Triệu Văn Hòa'])
})

test('sessions are ended only by whose reach covers what the account holds', async () => {
  const end = (by: number, person_id: number) =>
    change(world.database, actor(by), async tx => {
      const ended = await tx
        .updateTable('session')
        .set({ ended_at: now, ended_by: by })
        .where('person_id', '=', person_id)
        .where('ended_at', 'is', null)
        .returning('session_id')
        .execute()
      return done(ended.length)
    })
  await asOwner(() =>
    world.owner.query(
      `insert into session (person_id, token_digest, stage, means, agent, begun_at, seen_at) values ($1, repeat('a', 64), 'whole', 'password', 'x', recorded_now(), recorded_now())`,
      [cast.cao],
    ),
  )
  expect(await end(cast.of_cell, cast.cao)).toEqual({ ok: true, value: 0 })
  expect(await end(cast.of_province, cast.cao)).toEqual({ ok: true, value: 1 })
})

test('on the machine itself an administrator is invited without a second person; it stands in the ledger, and each administrator is told until they have seen it', async () => {
  const command = (...args: string[]) => administratorCommand(world.database, args, { now, site_address: 'https://vi-du.vn' })
  expect(await command()).toMatchObject({ code: 2, err: expect.stringContaining('Nêu một người') })
  expect(await command('constructor')).toMatchObject({ code: 2, err: expect.stringContaining('không có ai') })
  expect(await command(String(scene.people.lan))).toMatchObject({ code: 2, err: expect.stringContaining('không phải quản trị') })
  expect(await command(String(scene.people.lan), '--unit', 'khong-co')).toMatchObject({ code: 2 })
  await newMember('Lý Trùng Tên')
  await newMember('Lý Trùng Tên')
  expect(await command('lý trùng tên')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/nêu số.*\n {2}\d+ {2}Lý Trùng Tên, chi-bo\n {2}\d+ {2}Lý Trùng Tên/),
  })
  const printed = await command('vi thị tổ')
  expect(printed).toMatchObject({ code: 0, out: expect.stringContaining('https://vi-du.vn/dang-nhap/thu-moi') })
  const administrators = [scene.people.administrator, cast.of_cell, cast.of_district, cast.of_province]
  for (const person_id of administrators) {
    const told = await look(world.database, actor(person_id), db => listAccountNotices(db, now))
    expect(told.filter(({ grounds }) => grounds === 'machine')).toMatchObject([
      { kind: 'printed', full_name: 'Vi Thị Tổ', maker_name: null },
    ])
  }
  expect(codes(await accept(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(printed.out)![0]))).toEqual([])
  expect(await rolesNow(cast.of_cell)).toEqual(['administrator'])
  const { rows } = await world.owner.query(`select act from ledger_entry where agent = 'neu-guong administrator'`)
  expect(rows).toEqual([{ act: 'invite-person' }])
})

test('the first administrator of a register is made at the machine, at the unit that is named', async () => {
  const first = await newMember('Nông Văn Đầu')
  const printed = await administratorCommand(world.database, ['Nong Van Dau', '--unit', 'tinh-uy'], { now, site_address: null })
  expect(codes(await accept(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(printed.out)![0]))).toEqual([])
  expect(await rolesNow(first)).toEqual(['administrator'])
})

test('a role that is nobody’s to lend is refused, and so is lending from a day that has passed; the database refuses both too', async () => {
  const { units, people } = scene
  const lend = (by: number, role: 'administrator' | 'superior-office', from: string) => {
    const asked = { receiver_id: people.lan, role, unit_id: units.district, acts: null, from, to: addDays(today, 3) }
    return change(world.database, actor(by), tx => delegateRole(tx, actor(by), asked, now))
  }
  expect(codes(await lend(cast.of_district, 'administrator', today))).toEqual(['not-lendable'])
  const yesterday = addDays(today, -1)
  expect(codes(await lend(people.superior, 'superior-office', yesterday))).toEqual(['begun-already'])
  const row = { giver_id: people.superior, receiver_id: people.lan, role: 'superior-office', unit_id: units.district }
  const by_hand = change(world.database, actor(people.superior), async tx =>
    done(
      await tx
        .insertInto('delegation')
        .values({ ...row, valid: `[${yesterday},${addDays(today, 3)})` })
        .execute(),
    ),
  )
  await expect(by_hand).rejects.toMatchObject({ code: '42501' })
})
