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
import { findPerson } from '../people/reads/find-person.ts'
import { type EarlierRow, listEarlier } from '../people/reads/list-earlier.ts'
import { enrolPerson } from '../people/verbs/enrol-person.ts'
import { releasePerson } from '../people/verbs/release-person.ts'
import { countRoster } from './reads/count-roster.ts'
import { listDoubts } from './reads/list-differences.ts'
import type { Roster } from './roster.ts'

/** No campaign was ever called here: nobody owes anything, and nobody is known by what they owe. */
const world = withDatabase('empty')
let offices: Offices
beforeAll(async () => {
  offices = await inventOffices(world)
  const { lieu, office } = offices.people
  await loading(`insert into party_card (person_id, card_number, recorded) values (${lieu}, '12345678', '[2020-01-01,infinity)')`)
  const left = { person_id: lieu, reason: 'moved-away', on: offices.today, ends_posts: false, key: newKey(), today: offices.today }
  expect(await change(world.database, asks(office), tx => releasePerson(tx, asks(office), left))).toMatchObject({ ok: true })
})

async function loading(statement: string): Promise<void> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(statement)
  await world.owner.query('commit')
}

const lieu_typed = { full_name: 'Bàn Thị Liễu', birth_date: '1975-10-20' }
type Role = keyof Offices['people']
const offered = (role: Role): Promise<EarlierRow[]> =>
  look(world.database, { person_id: offices.people[role] }, db => listEarlier(db, { ...lieu_typed, unit: 'chi-bo' }))
const enrol = (earlier: string, person = { ...lieu_typed, gender: '', ethnicity: '' }) => {
  const { office } = offices.people
  const enrolment = { unit: 'chi-bo', person, kind: 'party-member', from: offices.today, is_another: false, earlier, key: newKey() }
  return change(world.database, asks(office), tx => enrolPerson(tx, asks(office), { ...enrolment, today: offices.today }))
}
const line = (name: string, birth: TestCell, { unit = 'chi-bo', card = null as TestCell, gender = null as TestCell } = {}) => [
  null,
  name,
  birth,
  gender,
  null,
  unit,
  null,
  card,
]
const others = [
  line('Nông Thị Lan', '12/03/1988'),
  line('Triệu Văn Hòa', '30/07/1961'),
  line('Nông Văn Quý', '02/01/1999'),
  line('Hà Đức Toàn', '05/05/1980', { unit: 'chi-bo-ben' }),
]
const resembling = (roster: Roster) =>
  look(world.database, { person_id: offices.second }, async db => {
    const doubts = await listDoubts(db, { ...roster, most: 9, resembling: true })
    return doubts.map(({ chosen, candidates }) => [chosen, ...candidates.map(({ whence, score }) => `${whence} ${score}`)])
  })
const counted = (roster: Roster) => look(world.database, { person_id: offices.second }, db => countRoster(db, roster))

test('whoever keeps the cell finds Liễu again by form; who only reads there, or keeps other cells, does not', async () => {
  const { lieu } = offices.people
  expect((await offered('office')).map(({ person_id, unit_name, score }) => [person_id, unit_name, score])).toEqual([
    [lieu, 'chi-bo-ben', 90],
  ])
  expect((await offered('superior')).map(({ person_id }) => person_id)).toEqual([lieu])
  for (const role of ['hoa', 'leader', 'administrator', 'far', 'lan'] as const) expect([role, await offered(role)]).toEqual([role, []])
  expect(await enrol('')).toMatchObject({ ok: false, problems: [{ code: 'known-before', field: 'earlier' }] })
})

test('in a roster she is taken for who she was by name and birth, and by her card; taken back, she is found once more, as often as one likes', async () => {
  const { lieu } = offices.people
  const before = await registerNow(world)
  for (const said of [
    { gender: 'Nữ', card: '87654321', score: 70, taken: null },
    { gender: 'Nữ', card: '12345678', score: 100, taken: lieu },
    { gender: 'Nữ', card: null, score: 90, taken: lieu },
    { gender: null, card: '12345678', score: 100, taken: lieu },
  ]) {
    const roster = await sendRoster(offices, [...others, line('Bàn Thị Liễu', '20/10/1975', said)])
    expect(await resembling(roster)).toEqual([[said.taken, `left ${said.score}`]])
    expect(await counted(roster)).toMatchObject(said.taken ? { new: 0, back: 1 } : { new: 1, back: 0 })
    expect(await confirm(offices, roster)).toMatchObject({ ok: true })
    expect((await rosterOf(offices, offices.second, roster.roster_import_id))!.state).toBe('applied')
    expect(await offered('office')).toHaveLength(said.taken ? 0 : 1)
    expect(await undo(offices, roster)).toMatchObject({ ok: true })
    expect(await registerNow(world)).toBe(before)
  }
})

test('what another office has written of her since is its own: her name of before is not to be had there any more, nor her card', async () => {
  const { lieu } = offices.people
  const file = () =>
    look(world.database, { person_id: offices.people.office }, db => findPerson(db, { person_id: lieu, day: offices.today }))
  const card = () =>
    look(world.database, { person_id: offices.people.office }, db =>
      db.selectFrom('party_card').select('card_number').where('person_id', '=', lieu).execute(),
    )
  expect([(await file()).map(({ full_name }) => full_name), await card()]).toEqual([['Bàn Thị Liễu'], [{ card_number: '12345678' }]])
  await loading(`
    insert into membership (person_id, unit_id, kind, valid) values (${lieu}, ${offices.units.far_cell}, 'party-member', '[${offices.today},infinity)');
    update person_version set recorded = closed(recorded) where person_id = ${lieu} and upper(recorded) = 'infinity';
    insert into person_version (person_id, full_name, birth_date) values (${lieu}, 'Bàn Thị Liễu Mai', '1975-10-20');
    update party_card set recorded = closed(recorded) where person_id = ${lieu} and upper(recorded) = 'infinity';
    insert into party_card (person_id, card_number) values (${lieu}, '11112222')`)
  expect([await file(), await card(), await offered('office')]).toEqual([[], [], []])
})

test('whoever was moved to a cell that the office does not keep is not taken in twice: the form says that they are a member elsewhere', async () => {
  const { quy, office } = offices.people
  const { cell, far_cell } = offices.units
  await loading(`
    update membership set recorded = closed(recorded) where person_id = ${quy} and upper(recorded) = 'infinity';
    insert into membership (person_id, unit_id, kind, valid)
    values (${quy}, ${cell}, 'party-member', '[2020-01-01,2024-01-01)'), (${quy}, ${far_cell}, 'party-member', '[2024-01-01,infinity)')`)
  const person = { full_name: 'Nông Văn Quý', birth_date: '1999-01-02', gender: '', ethnicity: '' }
  const found = await look(world.database, { person_id: office }, db => listEarlier(db, { ...person, unit: 'chi-bo' }))
  expect(found.map(({ person_id, until }) => [person_id, until])).toEqual([[quy, '2023-12-31']])
  const back = await enrol(String(quy), person)
  expect(back).toMatchObject({ ok: false, problems: [{ code: 'member-elsewhere', field: 'from' }] })
})
