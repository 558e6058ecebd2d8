import { beforeAll, expect, test } from 'vitest'
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
  sendFile,
  sendRoster,
  undo,
} from '../../../test/harness/rosters.ts'
import type { TestCell } from '../../../test/harness/workbook.ts'
import { change, resolvedTimestamp, type Tx } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addMember, addPerson } from '../../platform/sign-in/invented-commune.ts'
import { countRoster } from './reads/count-roster.ts'
import { listDifferences, listDoubts, listFaults, listLeavers } from './reads/list-differences.ts'
import type { Roster } from './roster.ts'
import type { Mapping } from './table/columns.ts'
import { beginReading, findMapping, headerKey } from './verbs/begin-reading.ts'
import { chooseAlike, choosePersons } from './verbs/choose-persons.ts'
import { dropRoster } from './verbs/confirm-roster.ts'

const world = withDatabase('empty')
let offices: Offices
beforeAll(async () => {
  offices = await inventOffices(world)
})

type Said = { unit?: string; card?: string; kind?: string; gender?: string }
const line = (n: number, name: string, birth: TestCell, { unit = 'chi-bo', card, kind = 'Chính thức', gender }: Said = {}) => [
  n,
  name,
  birth,
  gender ?? null,
  null,
  unit,
  kind,
  card ?? null,
]
const lan = line(1, 'Nông Thị Lan', '12/03/1988')
const hoa = line(2, 'Triệu Văn Hòa', '30.7.1961')
const quy = line(3, 'Nông Văn Quý', '02/01/1999')
const lieu = line(4, 'Bàn Thị Liễu', '1975-10-20', { unit: 'chi-bo-ben' })
const toan = line(5, 'Hà Đức Toàn', '5-5-80', { unit: 'Chi bộ: chi-bo-ben' })
toan[5] = 'chi-bo-ben'
const everybody = [lan, hoa, quy, lieu, toan]

const seen = <T>(read: (db: Parameters<Parameters<typeof look>[2]>[0]) => Promise<T>, by = offices.second) =>
  look(world.database, { person_id: by }, read)
const counts = (roster: Roster) => seen(db => countRoster(db, roster))
const codes = (outcome: { ok: boolean; problems?: { code: string }[] }) => outcome.problems?.map(problem => problem.code) ?? []
const stateOf = async ({ roster_import_id }: Roster) => (await rosterOf(offices, offices.second, roster_import_id))!.state
const laid = (roster: Roster) =>
  change(world.database, asks(offices.clerk), tx =>
    dropRoster(tx, asks(offices.clerk), { roster_import_id: roster.roster_import_id, now: new Date() }),
  )

test('a roster that says what the register says changes nothing, and there is nothing to confirm', async () => {
  const roster = await sendRoster(offices, everybody)
  const nothing = { new: 0, changed: 0, doubtful: 0, back: 0, resembling: 0, beyond: 0, left: 0 }
  expect(await counts(roster)).toEqual({ lines: 5, known: 5, same: 5, a_year_before: 5, ...nothing })
  expect(codes(await confirm(offices, roster))).toEqual(['nothing-to-do'])
})

test('somebody new, one who has moved, one who has left and one whose name is mended are confirmed by a second person in one go, and taken back in one go', async () => {
  const before = await registerNow(world)
  const rows = [
    line(1, 'Nông Thị Làn', '12/03/1988', { gender: 'Nữ', card: '12 345678' }),
    hoa,
    line(3, 'Lò Thị Mới', '01/02/2000'),
    line(4, 'Bàn Thị Liễu', '20/10/1975'),
    toan,
  ]
  const roster = await sendRoster(offices, rows)
  expect(await counts(roster)).toMatchObject({ new: 1, changed: 2, same: 2, left: 1, doubtful: 0 })
  const changed = await seen(db => listDifferences(db, { ...roster, most: 9, standing: 'changed' }))
  expect(changed.map(({ row_number, fields }) => [row_number, fields])).toEqual([
    [2, ['full_name', 'gender', 'card_number']],
    [5, ['unit']],
  ])
  expect((await seen(db => listLeavers(db, { ...roster, most: 9 }))).map(({ full_name }) => full_name)).toEqual(['Nông Văn Quý'])
  expect(codes(await confirm(offices, roster, '1', offices.clerk))).toEqual(['own-work'])
  expect(codes(await confirm(offices, roster, ''))).toEqual(['left-not-typed'])
  expect(codes(await confirm(offices, roster, '2'))).toEqual(['wrong-count'])
  expect(await registerNow(world)).toBe(before)
  expect(await confirm(offices, roster, '1')).toMatchObject({ ok: true })
  expect(await stateOf(roster)).toBe('applied')
  const after = await registerNow(world)
  const { lan, quy, lieu } = offices.people
  const { cell, other_cell } = offices.units
  const fresh = Number(/person\|(\d+)\|Lò Thị Mới/.exec(after)?.[1])
  expect(after.split('\n').filter(said => !before.split('\n').includes(said))).toEqual(
    [
      `card|${lan}|12345678`,
      `member|${quy}|${cell}|party-member|[2020-01-01,${offices.today})`,
      `member|${lieu}|${cell}|party-member|[${offices.today},infinity)`,
      `member|${lieu}|${other_cell}|party-member|[2020-01-01,${offices.today})`,
      `member|${fresh}|${cell}|party-member|[${offices.today},infinity)`,
      `person|${lan}|Nông Thị Làn|1988-03-12|female`,
      `person|${fresh}|Lò Thị Mới|2000-02-01`,
    ].sort(),
  )
  expect(codes(await confirm(offices, roster, '1'))).toEqual(['wrong-state'])
  expect(await undo(offices, roster)).toMatchObject({ ok: true })
  expect(await stateOf(roster)).toBe('undone')
  expect(await registerNow(world)).toBe(before)
  expect(codes(await undo(offices, roster))).toEqual(['wrong-state'])
})

test('who would leave stand by their cells and their given names, in the order of the Vietnamese alphabet', async () => {
  const roster = await sendRoster(offices, [quy])
  const left = await seen(db => listLeavers(db, { ...roster, most: 9 }))
  expect(left.map(({ full_name, unit_name }) => `${unit_name}: ${full_name}`)).toEqual([
    'chi-bo: Triệu Văn Hòa',
    'chi-bo: Nông Thị Lan',
    'chi-bo-ben: Bàn Thị Liễu',
    'chi-bo-ben: Hà Đức Toàn',
  ])
})

test('a workbook of the same header is read as the last one was, until somebody says otherwise', async () => {
  const mapped = await seen(db => db.selectFrom('roster_mapping').select('mapping').execute(), offices.clerk)
  expect(mapped).toEqual([{ mapping: { birth: 2, card_number: 7, ethnicity: 4, full_name: 1, gender: 3, kind: 6, unit: 5 } }])
})

test('homonyms are told apart by card, birth and unit; where that is not enough the office chooses, and nobody is chosen twice', async () => {
  const twin = await enrol('Nông Văn Quý', '1999-01-02', 'other_cell')
  const other = await enrol('Nông Văn Quý', '1970-01-01', 'cell')
  const moved = line(3, 'Nông Văn Quý', '02/01/1999', { unit: 'dang-bo-xa' })
  const roster = await sendRoster(offices, [lan, hoa, moved, line(6, 'Nông Văn Quý', '1970'), line(7, 'Nông Văn Quý', null), lieu, toan])
  expect(await counts(roster)).toMatchObject({ doubtful: 2, left: 0, new: 0 })
  const doubts = await seen(db => listDoubts(db, { ...roster, most: 9 }))
  const { quy } = offices.people
  expect(doubts.map(({ row_number, candidates }) => [row_number, candidates.map(({ person_id, why }) => [person_id, why])])).toEqual([
    [
      4,
      [
        [quy, 'name-and-day'],
        [twin, 'name-and-day'],
      ],
    ],
    [
      6,
      [
        [quy, 'name-without-birth'],
        [twin, 'name-without-birth'],
      ],
    ],
  ])
  expect(codes(await confirm(offices, roster))).toEqual(['doubtful-left'])
  const choose = (choices: { row_number: number; person_id: number | null }[], by = offices.clerk) =>
    change(world.database, asks(by), tx =>
      choosePersons(tx, asks(by), { roster_import_id: roster.roster_import_id, choices, now: new Date() }),
    )
  expect(codes(await choose([], offices.clerk))).toEqual(['none-chosen'])
  expect(codes(await choose([{ row_number: 4, person_id: quy }], offices.second))).toEqual(['not-yours'])
  expect(codes(await choose([{ row_number: 2, person_id: quy }]))).toEqual(['not-doubtful'])
  expect(codes(await choose([{ row_number: 4, person_id: offices.people.far }]))).toEqual(['no-candidate'])
  expect(
    codes(
      await choose([
        { row_number: 4, person_id: quy },
        { row_number: 6, person_id: quy },
      ]),
    ),
  ).toEqual(['person-taken'])
  expect(
    await choose([
      { row_number: 4, person_id: quy },
      { row_number: 6, person_id: null },
    ]),
  ).toMatchObject({ ok: true })
  expect(codes(await confirm(offices, roster))).toEqual(['stale-version'])
  expect(await counts(roster)).toMatchObject({ doubtful: 0, new: 1, left: 1, changed: 1 })
  expect(await choose([{ row_number: 6, person_id: twin }])).toMatchObject({ ok: true })
  expect(await counts(roster)).toMatchObject({ doubtful: 0, new: 0, left: 0, changed: 2 })
  await laid(roster)
  await leave(twin, other)
})

test('a card known to be somebody else’s, and a birth that differs, are never decided by the machine', async () => {
  const wrong = await sendRoster(offices, [line(1, 'Nông Thị Lan', '12/03/1989'), hoa, line(3, 'Nông Văn Quí', '02/01/1999'), lieu, toan])
  const doubts = await seen(db => listDoubts(db, { ...wrong, most: 9 }))
  expect(doubts.map(({ candidates }) => candidates.map(({ why }) => why))).toEqual([['birth-differs'], ['name-differs']])
  expect(await counts(wrong)).toMatchObject({ left: 0, doubtful: 2 })
  await laid(wrong)
})

test('where only births are lacking, the office says of all of them at once that they are the same people', async () => {
  const roster = await sendRoster(offices, [line(1, 'Nông Thị Lan', null), line(2, 'Triệu Văn Hòa', null), quy, lieu, toan])
  expect(await counts(roster)).toMatchObject({ doubtful: 2 })
  const asked = { roster_import_id: roster.roster_import_id, now: new Date() }
  const chosen = await change(world.database, asks(offices.clerk), tx => chooseAlike(tx, asks(offices.clerk), asked))
  expect(chosen).toEqual({ ok: true, value: { chosen: 2 } })
  expect(await counts(roster)).toMatchObject({ doubtful: 0, same: 5, left: 0 })
  await laid(roster)
})

test('nobody of another unit is found, not even that there is somebody of that name and birth', async () => {
  const roster = await sendRoster(offices, [...everybody, line(6, 'Lường Thị Son', '12/03/1988')])
  expect(await counts(roster)).toMatchObject({ new: 1, doubtful: 0 })
  const mentioned = await seen(
    db => db.selectFrom('roster_person').select('person_id').where('person_id', '=', offices.people.far).execute(),
    offices.clerk,
  )
  expect(mentioned).toEqual([])
  await laid(roster)
})

test('another unit’s office neither sees an import nor what it holds; the secretary of a cell below neither', async () => {
  const roster = await sendRoster(offices, everybody)
  for (const person_id of [offices.people.far, offices.people.hoa, offices.people.auditor]) {
    expect(await rosterOf(offices, person_id, roster.roster_import_id)).toBeNull()
    for (const table of [
      'roster_import',
      'roster_row',
      'roster_step',
      'roster_mapping',
      'roster_fault',
      'roster_effect',
      'roster_progress',
    ] as const)
      expect(
        await look(world.database, { person_id }, db =>
          db.selectFrom(table).select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
        ),
      ).toEqual({ n: 0 })
    expect(codes(await confirm(offices, roster, '', person_id))).toEqual(['unknown-roster'])
  }
  await laid(roster)
})

test('the database itself lets nobody write into the register what they have uploaded themselves', async () => {
  const roster = await sendRoster(offices, everybody)
  const { roster_import_id } = roster
  const effect = { roster_import_id, noun: 'person', row_id: 1, act: 'opened', person_id: 1 }
  const write = (by: number) =>
    change(world.database, asks(by), async tx => {
      await tx.insertInto('roster_effect').values(effect).execute()
      return { ok: true, value: null }
    })
  await expect(write(offices.clerk)).rejects.toMatchObject({ code: '42501' })
  await expect(write(offices.people.far)).rejects.toMatchObject({ code: '42501' })
  await laid(roster)
})

test('faulty cells keep a roster from being compared, each by its cell and in a code', async () => {
  const roster = await sendRoster(offices, [
    lan,
    line(2, '', '1961'),
    line(3, 'Nông Văn Quý', '30/02/1999'),
    line(4, 'Bàn Thị Liễu', 'không rõ', { unit: 'Chi bộ Lạ' }),
    line(5, 'Hà Đức Toàn', '1980', { unit: 'chi-bo-ben', kind: 'X' }),
    lieu,
  ])
  expect([roster.state, roster.detail.faults]).toEqual(['faulty', 5])
  const faults = await seen(db => listFaults(db, { ...roster, most: 99 }))
  expect(faults.map(({ row_number, column_number, code, said }) => [row_number, column_number, code, said])).toEqual([
    [3, 1, 'no-name', ''],
    [4, 2, 'no-such-day', '30/02/1999'],
    [5, 2, 'not-a-day', 'không rõ'],
    [5, 5, 'unknown-unit', 'Chi bộ Lạ'],
    [6, 6, 'not-a-kind', 'X'],
  ])
  expect(codes(await confirm(offices, roster))).toEqual(['wrong-state'])
})

test('a birth in three columns is remembered for the header, its faults stand where they are, and it is not said in two ways at once', async () => {
  const header = ['STT', 'Họ và tên', 'Ngày', 'Tháng', 'Năm sinh', 'Chi bộ']
  const rows = [
    [1, 'Nông Thị Lan', 12, 3, 1988, 'chi-bo'],
    [2, 'Triệu Văn Hòa', 31, 6, 1961, 'chi-bo'],
    [3, 'Nông Văn Quý', 2, null, 1999, 'chi-bo'],
  ]
  const roster = await sendRoster(offices, rows, { header })
  const faults = await seen(db => listFaults(db, { ...roster, most: 9 }))
  expect(faults.map(({ row_number, column_number, field, code }) => [row_number, column_number, field, code])).toEqual([
    [3, 2, 'day_of_birth', 'no-such-day'],
    [4, 3, 'month_of_birth', 'not-a-day'],
  ])
  const parts = { day_of_birth: 2, month_of_birth: 3, year_of_birth: 4 }
  const asked = { unit_id: roster.unit_id, header: headerKey(header) }
  const remembered = await look(world.database, { person_id: offices.clerk }, db => findMapping(db as Tx, asked))
  expect(remembered).toEqual({ full_name: 1, unit: 5, ...parts })
  const choose = (mapping: Mapping) =>
    change(world.database, asks(offices.clerk), tx =>
      beginReading(tx, asks(offices.clerk), { ...roster, sheet: 0, mapping, now: new Date() }),
    )
  const fields = async (mapping: Mapping) => {
    const outcome = await choose(mapping)
    return outcome.ok ? [] : outcome.problems.map(({ code, field }) => [code, field])
  }
  expect(await fields({ full_name: 1, birth: 0, ...parts })).toEqual([['births-twice', 'column-birth']])
  expect(await fields({ full_name: 1, day_of_birth: 2 })).toEqual([['no-year-column', 'column-year_of_birth']])
  await laid(roster)
})

test('what was changed in the register since the comparison is not overwritten: compare again, then confirm', async () => {
  const rows = [...everybody.slice(0, 4), line(5, 'Hà Đức Toán', '05/05/1980', { unit: 'chi-bo-ben' })]
  const roster = await sendRoster(offices, rows)
  await rename(offices.people.office, 'Hà Đức Toản')
  expect(await confirm(offices, roster)).toMatchObject({ ok: true })
  const refused = (await rosterOf(offices, offices.second, roster.roster_import_id))!
  expect([refused.state, refused.detail.problems]).toEqual(['refused', [{ code: 'register-changed', values: { n: 1 } }]])
  const again = await readRosterAgain(offices, roster.roster_import_id)
  expect(again.state).toBe('compared')
  expect(await confirm(offices, again)).toMatchObject({ ok: true })
  await rename(offices.people.office, 'Hà Đức Toàn')
  await undo(offices, again)
  const kept = (await rosterOf(offices, offices.second, roster.roster_import_id))!
  expect([kept.state, kept.detail.problems?.[0]?.code]).toEqual(['applied', 'changed-since'])
})

test('a roster of a cell needs no column of units, and everybody of another cell is left alone', async () => {
  const file = [lan, hoa].map(row => row.slice(0, 3))
  const roster = await sendRoster(offices, file, { unit: 'chi-bo', header: ['STT', 'Họ và tên', 'Ngày sinh'] })
  expect(await counts(roster)).toMatchObject({ known: 3, same: 2, left: 1 })
  expect(codes(await confirm(offices, roster, '7'))).toEqual(['wrong-count'])
  await laid(roster)
})

test('pressed twice, a roster is confirmed once', async () => {
  const roster = await sendRoster(offices, [...everybody, line(6, 'Lò Văn Thêm', '1990')])
  const { confirmRoster } = await import('./verbs/confirm-roster.ts')
  const confirmation = {
    roster_import_id: roster.roster_import_id,
    version: roster.version,
    left_typed: '',
    posts: 0,
    key: newKey(),
    now: new Date(),
  }
  const press = () => change(world.database, asks(offices.second), tx => confirmRoster(tx, asks(offices.second), confirmation))
  const answers = await Promise.all([press(), press(), press()])
  expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { roster_import_id: roster.roster_import_id } })]),
  )
  const steps = await seen(db =>
    db
      .selectFrom('roster_step')
      .select('state')
      .where('roster_import_id', '=', roster.roster_import_id)
      .orderBy('roster_step_id')
      .execute(),
  )
  expect(steps.map(({ state }) => state)).toEqual(['uploaded', 'reading', 'compared', 'applying'])
})

test('the machine stops in the middle: after half a minute without a sign of life the work can be begun again, and before that not', async () => {
  const roster = await sendRoster(offices, [...everybody, line(6, 'Lò Văn Thừa', '1990')])
  const { rosterFor, takeStep } = await import('./verbs/take-step.ts')
  const { roster_import_id } = roster
  await change(world.database, asks(offices.clerk), async tx => {
    await takeStep(tx, asks(offices.clerk), { roster_import_id, state: 'reading', detail: roster.detail })
    return { ok: true, value: null }
  })
  const begin = (now: Date) =>
    change(world.database, asks(offices.clerk), tx => rosterFor(tx, asks(offices.clerk), 'read', roster_import_id, now))
  expect(codes(await begin(new Date()))).toEqual(['at-work'])
  expect(await begin(new Date(Date.now() + 60_000))).toMatchObject({ ok: true })
})

test('while a roster is laid beside the register somebody wants the register to stand still: both come to their end', async () => {
  const roster = await sendRoster(offices, everybody)
  const holder = await world.connect('neu_guong_owner')
  await holder.query('begin')
  await holder.query('lock table roster_row in access exclusive mode')
  const view = readRosterAgain(offices, roster.roster_import_id)
  const waiting = (kind: string) =>
    world.owner.query(
      `select from pg_locks where not granted and locktype = $1 and database = (select oid from pg_database where datname = current_database())`,
      [kind],
    )
  const until = async (kind: string) => {
    while ((await waiting(kind)).rowCount === 0) await new Promise(resolve => setTimeout(resolve, 20))
  }
  await until('relation')
  const instant = resolvedTimestamp(world.database)
  await until('advisory')
  await holder.query('rollback')
  expect((await view).state).toBe('compared')
  expect(await instant).toMatch(/^\d{4}-/)
  await laid(roster)
})

test('a roster older than the register is refused', async () => {
  await enrol('Lò Văn Mai', '1990-01-01', 'cell', `[${new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)},infinity)`)
  const roster = await sendRoster(offices, everybody)
  expect([roster.state, roster.detail.problems]).toEqual(['unreadable', [{ code: 'register-is-newer', values: { n: 1 } }]])
  expect(await sendFile(offices, new Uint8Array(Buffer.from('Họ và tên;Ngày sinh;Chi bộ\nNông Thị Lan;1988;chi-bo\n')))).toMatchObject({
    state: 'unreadable',
  })
})

async function enrol(name: string, birth: string, unit: keyof Offices['units'], valid?: string): Promise<number> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  const person_id = await addPerson(world.owner, name)
  await world.owner.query('commit')
  await rename(person_id, name, birth)
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await addMember(world.owner, person_id, offices.units[unit], valid)
  await world.owner.query('commit')
  return person_id
}

async function rename(person_id: number, name: string, birth?: string): Promise<void> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `with closed as (update person_version set recorded = closed(recorded)
                      where person_id = $1 and upper(recorded) = 'infinity' returning birth_date)
     insert into person_version (person_id, full_name, birth_date) select $1, $2, coalesce($3::date, birth_date) from closed`,
    [person_id, name, birth ?? null],
  )
  await world.owner.query('commit')
}

async function leave(...people: number[]): Promise<void> {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(`update membership set recorded = closed(recorded) where person_id = any ($1)`, [people])
  await world.owner.query('commit')
}
