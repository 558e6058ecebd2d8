import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import {
  asks,
  confirm,
  inventOffices,
  newKey,
  type Offices,
  registerNow,
  rosterOf,
  sendRoster,
  undo,
} from '../../../test/harness/rosters.ts'
import type { TestCell } from '../../../test/harness/workbook.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addHead, addMember } from '../../platform/sign-in/invented-commune.ts'
import { listPostsEnded, listPostsLeft } from './posts-left.ts'
import type { Roster } from './roster.ts'
import { confirmRoster } from './verbs/confirm-roster.ts'

const world = withDatabase('empty')
let offices: Offices
let first: string
/**
 * Hòa heads the cell, and moreover holds a post of another commune, which neither office may end; Liễu one of the
 * district, which only the district's office may.
 */
beforeAll(async () => {
  offices = await inventOffices(world)
  const { hoa, lieu } = offices.people
  await loading(async () => {
    await addHead(world.owner, hoa, offices.units.far_commune, 'Bí thư đảng ủy xã bên')
    await addPost(lieu, offices.units.district, 'Ủy viên Ban Tuyên giáo')
  })
  first = await registerNow(world)
})

async function loading(work: () => Promise<unknown>): Promise<void> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await work()
  await world.owner.query('commit')
}

async function addPost(person_id: number, unit_id: number, title: string, since = '2020-01-01'): Promise<void> {
  await world.owner.query(
    `with p as (insert into post (unit_id, title) values ($2, $3) returning post_id)
     insert into tenure (post_id, person_id, valid, recorded) select post_id, $1, daterange($4::date, 'infinity'), '[2020-01-01,infinity)' from p`,
    [person_id, unit_id, title, since],
  )
}

const line = (name: string, birth: TestCell, unit = 'chi-bo') => [null, name, birth, null, null, unit, null, null]
const lan = line('Nông Thị Lan', '12/03/1988')
const hoa = line('Triệu Văn Hòa', '30/07/1961')
const quy = line('Nông Văn Quý', '02/01/1999')
const lieu = line('Bàn Thị Liễu', '20/10/1975', 'chi-bo-ben')
const toan = line('Hà Đức Toàn', '05/05/1980', 'chi-bo-ben')

const codes = (outcome: { ok: boolean; problems?: { code: string }[] }) => outcome.problems?.map(({ code }) => code) ?? []
const again = async ({ roster_import_id }: Roster, by = offices.second) => (await rosterOf(offices, by, roster_import_id))!
const posts = async (roster: Roster, by = offices.second) =>
  (await look(world.database, { person_id: by }, db => listPostsLeft(db, asks(by), roster))).map(
    ({ full_name, title, unit_name, becomes }) => `${full_name}: ${title}, ${unit_name}: ${becomes}`,
  )
const added = async () => {
  const before = first.split('\n')
  return (await registerNow(world)).split('\n').filter(said => !before.includes(said))
}

test('Hòa is not in the roster any more: his post of the cell ends on its day, that of another commune is told with its unit, and all comes back', async () => {
  const roster = await sendRoster(offices, [lan, quy, lieu, toan])
  expect(await posts(roster)).toEqual([
    'Triệu Văn Hòa: Bí thư chi bộ, chi-bo: ends',
    'Triệu Văn Hòa: Bí thư đảng ủy xã bên, dang-bo-xa-xa: remains',
  ])
  expect(await confirm(offices, roster, '1')).toMatchObject({ ok: true })
  const { hoa } = offices.people
  const { cell } = offices.units
  const written = await again(roster)
  expect(written.state).toBe('applied')
  expect((await added()).map(said => said.replace(/\|\d+\|\[/, '|N|['))).toEqual([
    `holds|${hoa}|N|[2020-01-01,${offices.today})`,
    `member|${hoa}|${cell}|party-member|[2020-01-01,${offices.today})`,
  ])
  const told = await look(world.database, { person_id: offices.second }, db => listPostsEnded(db, written))
  expect([told.ended, told.kept.map(({ full_name, title, unit_name }) => [full_name, title, unit_name])]).toEqual([
    1,
    [['Triệu Văn Hòa', 'Bí thư đảng ủy xã bên', 'dang-bo-xa-xa']],
  ])
  expect(await undo(offices, roster)).toMatchObject({ ok: true })
  expect((await again(roster)).state).toBe('undone')
  expect(await registerNow(world)).toBe(first)
})

test('whoever moves to another cell lays down what was of the cell they leave, and keeps the rest', async () => {
  const roster = await sendRoster(offices, [
    lan,
    line('Triệu Văn Hòa', '30/07/1961', 'chi-bo-ben'),
    quy,
    line('Bàn Thị Liễu', '20/10/1975'),
    toan,
  ])
  expect(await posts(roster)).toEqual(['Triệu Văn Hòa: Bí thư chi bộ, chi-bo: ends'])
  expect(await confirm(offices, roster)).toMatchObject({ ok: true })
  expect((await added()).filter(said => said.startsWith('holds'))).toEqual([
    expect.stringMatching(new RegExp(`^holds\\|${offices.people.hoa}\\|\\d+\\|\\[2020-01-01,${offices.today}\\)$`)),
  ])
  expect(await undo(offices, roster)).toMatchObject({ ok: true })
  expect(await registerNow(world)).toBe(first)
})

test('what ends is what whoever confirms may end: a superior ends the post of the district, and only they give it back', async () => {
  const { superior } = offices.people
  const roster = await sendRoster(offices, [lan, hoa, quy, toan])
  const post = 'Bàn Thị Liễu: Ủy viên Ban Tuyên giáo, huyen-uy'
  expect([await posts(roster), await posts(roster, superior)]).toEqual([[`${post}: remains`], [`${post}: ends`]])
  expect(await confirm(offices, roster, '1', superior)).toMatchObject({ ok: true })
  expect((await again(roster)).state).toBe('applied')
  expect(codes(await undo(offices, roster))).toEqual(['posts-beyond'])
  expect((await again(roster)).state).toBe('applied')
  expect(await undo(offices, roster, superior)).toMatchObject({ ok: true })
  expect(await registerNow(world)).toBe(first)

  const other = await sendRoster(offices, [lan, hoa, quy, toan])
  expect(await confirm(offices, other, '1')).toMatchObject({ ok: true })
  expect((await added()).filter(said => said.startsWith('holds'))).toEqual([])
  expect(await undo(offices, other)).toMatchObject({ ok: true })
  expect(await registerNow(world)).toBe(first)
})

test('a post is not ended unseen: whoever confirms says how many they saw', async () => {
  const roster = await sendRoster(offices, [lan, quy, lieu, toan])
  const press = (posts: number) => {
    const confirmation = { ...roster, left_typed: '1', posts, key: newKey(), now: new Date() }
    return change(world.database, asks(offices.second), tx => confirmRoster(tx, asks(offices.second), confirmation))
  }
  expect([codes(await press(0)), codes(await press(2))]).toEqual([['posts-moved'], ['posts-moved']])
  expect((await again(roster)).state).toBe('compared')
})

test('a post that is given to somebody else meanwhile is not taken from them by the inverse', async () => {
  const roster = await sendRoster(offices, [lan, quy, lieu, toan])
  expect(await confirm(offices, roster, '1')).toMatchObject({ ok: true })
  await loading(() =>
    world.owner.query(`insert into tenure (post_id, person_id, valid) select post_id, $1, $2 from post where unit_id = $3 and is_head`, [
      offices.people.quy,
      `[${offices.today},infinity)`,
      offices.units.cell,
    ]),
  )
  const with_quy = await registerNow(world)
  expect(await undo(offices, roster)).toMatchObject({ ok: true })
  const kept = await again(roster)
  expect([kept.state, kept.detail.problems?.map(({ code }) => code)]).toEqual(['applied', ['changed-since']])
  expect(await registerNow(world)).toBe(with_quy)
  await loading(() =>
    world.owner.query(`update tenure set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [
      offices.people.quy,
    ]),
  )
  expect(await undo(offices, roster)).toMatchObject({ ok: true })
  expect(await registerNow(world)).toBe(first)
})

test('nobody confirms that they leave themselves, and a post that began today stands in the way', async () => {
  const { lan: lan_id } = offices.people
  await loading(async () => {
    await addMember(world.owner, offices.second, offices.units.cell)
    await addPost(lan_id, offices.units.cell, 'Phó bí thư chi bộ', offices.today)
  })
  const roster = await sendRoster(offices, [hoa, quy, lieu, toan])
  expect(codes(await confirm(offices, roster, '2'))).toEqual(['to-oneself'])
  await loading(() => world.owner.query(`update membership set recorded = closed(recorded) where person_id = $1`, [offices.second]))
  const without = await sendRoster(offices, [hoa, quy, lieu, toan])
  expect(await posts(without)).toEqual(['Nông Thị Lan: Phó bí thư chi bộ, chi-bo: too-new'])
  const refused = await confirm(offices, without, '1')
  expect(refused).toEqual({ ok: false, problems: [{ code: 'posts-too-new', values: { names: 'Nông Thị Lan (Phó bí thư chi bộ)' } }] })
})
