import { beforeAll, expect, test } from 'vitest'
import { inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import {
  asks,
  confirm,
  inventOffices,
  newKey,
  type Offices,
  readRosterAgain,
  registerNow,
  rosterOf,
  sendRoster,
  undo,
} from '../../../test/harness/rosters.ts'
import type { TestCell } from '../../../test/harness/workbook.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../platform/sign-in/invented-commune.ts'
import { releasePerson } from '../people/verbs/release-person.ts'
import { countRoster } from './reads/count-roster.ts'
import { listDoubts } from './reads/list-differences.ts'
import type { Roster } from './roster.ts'
import { type Choice, choosePersons } from './verbs/choose-persons.ts'
import { dropRoster } from './verbs/confirm-roster.ts'

const world = withDatabase('empty')
let offices: Offices
let neighbour: number

/**
 * Liễu has left the cell beside, with a card; a neighbour of the commune's own district is where only the district's
 * office sees them.
 */
beforeAll(async () => {
  offices = await inventOffices(world, await inventCampaign(world))
  const { lieu, office } = offices.people
  await loading(async () => {
    await world.owner.query(`insert into party_card (person_id, card_number, recorded) values ($1, '12345678', '[2020-01-01,infinity)')`, [
      lieu,
    ])
    const commune = await addUnit(world.owner, 'dang-bo-lang-gieng', 'base-organisation', offices.units.district)
    const cell = await addUnit(world.owner, 'chi-bo-lang-gieng', 'cell', commune)
    neighbour = await addPerson(world.owner, 'Lường Văn Giềng')
    await addMember(world.owner, neighbour, cell)
    await addGrant(world.owner, offices.people.leader, 'superior-office', offices.units.district)
  })
  const left = { person_id: lieu, reason: 'moved-away', on: offices.today, ends_posts: false, key: newKey(), today: offices.today }
  expect(await change(world.database, asks(office), tx => releasePerson(tx, asks(office), left))).toMatchObject({ ok: true })
})

async function loading(work: () => Promise<unknown>): Promise<void> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await work()
  await world.owner.query('commit')
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
const codes = (outcome: { ok: boolean; problems?: { code: string }[] }) => outcome.problems?.map(({ code }) => code) ?? []
const seen = <T>(read: (db: Parameters<Parameters<typeof look>[2]>[0]) => Promise<T>, by = offices.second) =>
  look(world.database, { person_id: by }, read)
const counts = (roster: Roster, by?: number) => seen(db => countRoster(db, roster), by)
const resembling = async (roster: Roster, by?: number) =>
  (await seen(db => listDoubts(db, { ...roster, most: 9, resembling: true }), by)).map(({ row_number, chosen, candidates }) => [
    row_number,
    chosen,
    candidates.map(({ person_id, whence, score, why }) => [person_id, whence, score, why]),
  ])
const choose = ({ roster_import_id }: Roster, choices: Choice[], by = offices.clerk) =>
  change(world.database, asks(by), tx => choosePersons(tx, asks(by), { roster_import_id, choices, now: new Date() }))
const again = async ({ roster_import_id }: Roster, by = offices.second) => (await rosterOf(offices, by, roster_import_id))!
const laid = ({ roster_import_id }: Roster, by = offices.clerk) =>
  change(world.database, asks(by), tx => dropRoster(tx, asks(by), { roster_import_id, now: new Date() }))
const added = (before: string, after: string) => after.split('\n').filter(said => !before.split('\n').includes(said))

test('Liễu left and stands in the roster again: she is taken for who she was, both people see it, and it can be taken back to the last letter', async () => {
  const { lieu } = offices.people
  const { cell } = offices.units
  const before = await registerNow(world)
  const same = await sendRoster(offices, [...others, line('Bàn Thị Liễu', '20/10/1975', { gender: 'Nữ' })])
  expect(await counts(same)).toMatchObject({ new: 0, back: 1, resembling: 1, left: 0, known: 4 })
  for (const by of [offices.clerk, offices.second])
    expect(await resembling(same, by)).toEqual([[6, lieu, [[lieu, 'left', 90, 'name-and-day']]]])
  expect(await confirm(offices, same)).toMatchObject({ ok: true })
  expect((await again(same)).state).toBe('applied')
  expect(added(before, await registerNow(world))).toEqual([
    `member|${lieu}|${cell}|party-member|[${offices.today},infinity)`,
    `person|${lieu}|Bàn Thị Liễu|1975-10-20|female`,
  ])
  expect(await undo(offices, same)).toMatchObject({ ok: true })
  expect((await again(same)).state).toBe('undone')
  expect(await registerNow(world)).toBe(before)
})

test('a namesake is said to be another, and then somebody new; the other way round, a line that looked new is said to be Liễu', async () => {
  const { lieu } = offices.people
  const before = await registerNow(world)
  const roster = await sendRoster(offices, [...others, line('Bàn Thị Liễu', '20/10/1975')])
  expect(await choose(roster, [{ row_number: 6, person_id: null }])).toMatchObject({ ok: true })
  expect(codes(await confirm(offices, roster))).toEqual(['stale-version'])
  expect(await counts(roster)).toMatchObject({ new: 1, back: 0, resembling: 1 })
  expect(await confirm(offices, await again(roster))).toMatchObject({ ok: true })
  const said = added(before, await registerNow(world))
  expect(said.map(text => text.replace(/\|\d+\|/, '|N|'))).toEqual([
    `member|N|${offices.units.cell}|party-member|[${offices.today},infinity)`,
    'person|N|Bàn Thị Liễu|1975-10-20',
  ])
  expect(said.some(text => text.includes(`|${lieu}|`))).toBe(false)
  await undo(offices, roster)
  expect(await registerNow(world)).toBe(before)

  const unsure = await sendRoster(offices, [...others, line('Bàn Thị Liễu', null, { unit: 'chi-bo-ben' })])
  expect(await resembling(unsure)).toEqual([[6, null, [[lieu, 'left', 60, 'name-without-birth']]]])
  expect(await counts(unsure)).toMatchObject({ new: 1, back: 0 })
  expect(await choose(unsure, [{ row_number: 6, person_id: lieu }])).toMatchObject({ ok: true })
  expect(await counts(unsure)).toMatchObject({ new: 0, back: 1 })
  await laid(unsure)
})

test('the number of the card says more than the birth, and another card less; two lines like one person are both new until somebody says which', async () => {
  const { lieu } = offices.people
  const roster = await sendRoster(offices, [
    ...others,
    line('Bàn Thị Liễu', null, { card: '12345678' }),
    line('Lò Thị Khác', '01/02/1980', { card: '23456789' }),
  ])
  expect(await resembling(roster)).toEqual([[6, lieu, [[lieu, 'left', 100, 'card-and-name']]]])
  await laid(roster)
  const another = await sendRoster(offices, [...others, line('Lò Thị Khác', '01/02/1980', { card: '12345678' })])
  expect(await resembling(another)).toEqual([[6, null, [[lieu, 'left', 50, 'card-of-another']]]])
  await laid(another)
  const twice = await sendRoster(offices, [
    ...others,
    line('Bàn Thị Liễu', '20/10/1975'),
    line('Bàn Thị Liễu', '20/10/1975', { card: '99999999' }),
    line('Bàn Thị Liễu', '1975', { unit: 'chi-bo-ben' }),
  ])
  expect(await resembling(twice)).toEqual([
    [6, lieu, [[lieu, 'left', 90, 'name-and-day']]],
    [7, null, [[lieu, 'left', 70, 'card-differs']]],
    [8, null, [[lieu, 'left', 75, 'name-and-year']]],
  ])
  expect(codes(await choose(twice, [{ row_number: 7, person_id: lieu }]))).toEqual(['person-taken'])
  expect(
    await choose(twice, [
      { row_number: 8, person_id: lieu },
      { row_number: 6, person_id: null },
    ]),
  ).toMatchObject({ ok: true })
  expect(await counts(twice)).toMatchObject({ new: 2, back: 1 })
  await laid(twice)
})

test('nobody outside one’s sight is offered, nor chosen by their number', async () => {
  const { far } = offices.people
  await loading(() =>
    world.owner.query(
      `with closed as (update membership set recorded = closed(recorded)
                        where person_id = $1 and upper(recorded) = 'infinity' returning person_id, unit_id, kind)
       insert into membership (person_id, unit_id, kind, valid) select person_id, unit_id, kind, '[2020-01-01,2024-01-01)' from closed`,
      [far],
    ),
  )
  const roster = await sendRoster(offices, [...others, line('Lường Thị Son', '12/03/1988'), line('Bàn Thị Liễu', '20/10/1975')])
  expect(await counts(roster)).toMatchObject({ new: 1, back: 1, resembling: 1 })
  expect(codes(await choose(roster, [{ row_number: 6, person_id: far }]))).toEqual(['not-doubtful'])
  expect(codes(await choose(roster, [{ row_number: 7, person_id: far }]))).toEqual(['no-candidate'])
  expect(codes(await choose(roster, [{ row_number: 7, person_id: null }], offices.second))).toEqual(['not-yours'])
  expect(codes(await choose(roster, [{ row_number: 7, person_id: null }], far))).toEqual(['unknown-roster'])
  await laid(roster)
})

test('somebody of a unit beside is moved where both people keep that unit; a second person who does not keep it sees no name and cannot confirm', async () => {
  const [superior, leader] = [offices.people.superior, offices.people.leader]
  const district = { ...offices, clerk: superior }
  const before = await registerNow(world)
  const roster = await sendRoster(district, [...others, line('Lường Văn Giềng', null)])
  const moved: unknown = [[6, null, [[neighbour, 'elsewhere', 40, 'name-without-birth']]]]
  expect([await resembling(roster, superior), await resembling(roster)]).toEqual([moved, []])
  expect(await choose(roster, [{ row_number: 6, person_id: neighbour }], superior)).toMatchObject({ ok: true })
  expect(await counts(roster)).toMatchObject({ beyond: 1, new: 0, changed: 0 })
  expect(codes(await confirm(offices, await again(roster)))).toEqual(['beyond-sight'])
  expect(await seen(db => db.selectFrom('roster_person').select('person_id').where('person_id', '=', neighbour).execute())).toEqual([])
  expect(await counts(roster, leader)).toMatchObject({ beyond: 0, changed: 1, left: 0 })
  expect(await confirm(offices, await again(roster), '', leader)).toMatchObject({ ok: true })
  expect(added(before, await registerNow(world)).map(said => said.split('|').slice(0, 3).join('|'))).toContain(
    `member|${neighbour}|${offices.units.cell}`,
  )
  await undo(offices, roster, leader)
  expect(await registerNow(world)).toBe(before)
})

test('whoever came back to another office meanwhile is not written here: the refusal names them, and nothing of the roster is written', async () => {
  const { lieu } = offices.people
  await loading(() =>
    world.owner.query(`insert into membership (person_id, unit_id, kind, valid) values ($1, $2, 'party-member', $3)`, [
      lieu,
      offices.units.far_cell,
      `[${offices.today},infinity)`,
    ]),
  )
  const before = await registerNow(world)
  const roster = await sendRoster(offices, [...others, line('Bàn Thị Liễu', '20/10/1975'), line('Lò Thị Mới', '1990')])
  expect(await confirm(offices, roster)).toMatchObject({ ok: true })
  const { state, detail } = await again(roster)
  expect([state, detail.problems]).toEqual(['refused', [{ code: 'member-elsewhere', values: { names: 'Bàn Thị Liễu' } }]])
  expect(await registerNow(world)).toBe(before)
  await readRosterAgain(offices, roster.roster_import_id)
  expect(await choose(roster, [{ row_number: 6, person_id: null }])).toMatchObject({ ok: true })
  expect(await confirm(offices, await again(roster))).toMatchObject({ ok: true })
  expect((await again(roster)).state).toBe('applied')
})
