import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../../seed/province/random.ts'
import { type InventedCampaign, instrument, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays, dayOf } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { addGrant, addMember, addPerson } from '../../platform/sign-in/invented-commune.ts'
import { mergeUnits } from '../organisation/index.ts'
import { exceptObligation } from './except-obligation.ts'
import { extendCampaign } from './verbs/extend-campaign.ts'

const world = withDatabase('empty')
const today = dayOf(new Date())
/** A campaign that opened forty days ago: who joins up to the 25th day is due, who is late is late after the 30th. */
const [opens_on, joins_until, due_on, closes_on, extended_to] = [-40, -15, -10, 20, 5].map(n => addDays(today, n)) as [
  string,
  string,
  string,
  string,
  string,
]
const random = randomFrom(24_11_2026, 'follow')
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
const some_day = () => addDays(today, Math.floor(random() * 52) - 51)
const merged_on = addDays(today, -20)
const cells: number[] = []
let scene: InventedCampaign
let campaign_id = 0
let app: pg.Client
let keeper = 0

beforeAll(async () => {
  scene = await inventCampaign(world)
  app = await world.connect('neu_guong_app')
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  keeper = await addPerson(world.owner, 'Văn phòng tỉnh ủy')
  await addGrant(world.owner, keeper, 'superior-office', scene.units.province)
  for (let n = 0; n < 12; n += 1) {
    const person = await addPerson(world.owner, `Người thứ ${n}`)
    if (n < 9) await addMember(world.owner, person, scene.units[pick(['cell', 'other_cell', 'far_cell'] as const)])
  }
  const { rows } = await world.owner.query(
    `insert into campaign (programme_id, unit_id, year) select programme_id, unit_id, year - 1 from campaign returning campaign_id`,
  )
  campaign_id = rows[0].campaign_id
  await world.owner.query(
    `insert into campaign_terms (campaign_id, opens_on, due_on, closes_on, joins_until) values ($1, $2, $3, $4, $5)`,
    [campaign_id, opens_on, due_on, closes_on, joins_until],
  )
  await world.owner.query(
    `insert into obligation (campaign_id, person_id, unit_id, due_from)
     select $1, m.person_id, m.unit_id, $2 from membership m where m.unit_id <> $3`,
    [campaign_id, opens_on, scene.units.far_cell],
  )
  await world.owner.query(`set neu_guong.loading = ''`)
  cells.push(scene.units.cell, scene.units.other_cell, scene.units.far_cell)
})

// ── What happens ──

const office = () => ({ person_id: scene.people.superior, name: 'Đặng Phúc Sinh' })
const loading = async <T>(work: () => Promise<T>) => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const value = await work()
  await world.owner.query(`set neu_guong.loading = ''`)
  return value
}
const people = async () =>
  (await loading(() => world.owner.query('select person_id from person order by 1'))).rows.map(row => row.person_id)

/**
 * Memberships are written here as any verb or import writes them: as the application's role, a row closed and others in
 * its place.
 */
const membership_acts: Record<string, string> = {
  join: `insert into membership (person_id, unit_id, kind, valid)
         select $1, $2, 'party-member', daterange($3::date, 'infinity')
          where not exists (select from membership where person_id = $1 and upper(recorded) = 'infinity' and valid && daterange($3::date, 'infinity'))`,
  leave: `with closed as (
            update membership set recorded = closed(recorded)
             where person_id = $1 and upper(recorded) = 'infinity' and lower(valid) < $3 and upper(valid) > $3 returning *)
          insert into membership (person_id, unit_id, kind, valid) select person_id, unit_id, kind, daterange(lower(valid), $3) from closed where $2 > 0`,
  transfer: `with closed as (
               update membership set recorded = closed(recorded)
                where person_id = $1 and upper(recorded) = 'infinity' and lower(valid) < $3 and upper(valid) > $3 returning *)
             insert into membership (person_id, unit_id, kind, valid)
             select person_id, unit_id, kind, daterange(lower(valid), $3) from closed
              union all
             select person_id, $2, kind, daterange($3, upper(valid)) from closed`,
  'correct away': `update membership set recorded = closed(recorded)
                    where person_id = $1 and upper(recorded) = 'infinity' and $2 > 0 and membership_id = (
                          select max(membership_id) from membership where person_id = $1 and upper(recorded) = 'infinity' and lower(valid) > $3::date - 20)`,
}

/** The first two cells are merged into the fourth on a day. */
const cellsOn = (day: string) => cells.filter((_, i) => cells.length === 3 || i === 2 || i < 2 === day < merged_on)

async function touchMembership(act: string): Promise<boolean> {
  const day = some_day()
  const values = [pick(await people()), pick(cellsOn(day)), day]
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(keeper)])
  const { rowCount } = await app.query(membership_acts[act]!, values)
  await app.query('commit')
  return (rowCount ?? 0) > 0
}

/** A step as it is written by the verbs, on a day of the past: the next of its text. */
async function takeStep(): Promise<boolean> {
  return loading(async () => {
    const { rows } = await world.owner.query('select obligation_id, person_id from obligation where campaign_id = $1', [campaign_id])
    const { obligation_id, person_id } = pick(rows)
    await world.owner.query('begin')
    const found = await world.owner.query('select commitment_id from commitment where obligation_id = $1', [obligation_id])
    const commitment_id =
      found.rows[0]?.commitment_id ??
      (
        await world.owner.query(
          `with text as (insert into commitment (obligation_id) values ($1) returning commitment_id)
           insert into deed (commitment_id, ordinal, what, registered_on)
           select commitment_id, n, 'việc', $2 from text, generate_series(1, 2) n returning commitment_id`,
          [obligation_id, opens_on],
        )
      ).rows[0].commitment_id
    const last = await world.owner.query('select max(happened_on) as day from commitment_step where commitment_id = $1', [commitment_id])
    const day = [opens_on, some_day(), last.rows[0].day ?? opens_on].sort().at(-1)
    const state = found.rowCount === 0 ? 'submitted' : pick(['submitted', 'returned', 'approved', 'withdrawn'])
    const actor = state === 'submitted' || state === 'withdrawn' ? person_id : null
    await world.owner.query('insert into commitment_step (commitment_id, state, happened_on, actor_id) values ($1, $2, $3, $4)', [
      ...[commitment_id, state, day, actor],
    ])
    await world.owner.query('commit')
    return true
  })
}

async function waive(): Promise<boolean> {
  const { rows } = await loading(() => world.owner.query('select obligation_id from obligation where campaign_id = $1', [campaign_id]))
  const exception = { obligation_id: pick(rows).obligation_id, state: 'waived' as const, reason: 'điều trị dài ngày', today: some_day() }
  return (await change(world.database, office(), tx => exceptObligation(tx, office(), exception))).ok
}

async function merge(): Promise<boolean> {
  const merged = await world.changeAsOwner(tx =>
    mergeUnits(
      tx,
      { person_id: null, name: 'test' },
      {
        hierarchy: 'party',
        effective_on: merged_on,
        instrument: instrument('20-QĐ/HU', today),
        successors: [{ key: 'chi-bo-chung', code: null, name: 'Chi bộ chung', unit_kind: 'cell', population: null, parent: 'dang-bo-xa' }],
        edges: ['chi-bo', 'chi-bo-ben'].map(predecessor => ({
          predecessor,
          successor: 'chi-bo-chung',
          population_share: null,
          area_share: null,
        })),
      },
    ),
  )
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems))
  const { rows } = await world.owner.query(`select unit_id from unit where key = 'chi-bo-chung'`)
  cells.push(rows[0].unit_id)
  return true
}

async function extend(): Promise<boolean> {
  const extension = { campaign_id, unit: 'dang-bo-xa', due_on: extended_to, instrument: instrument('21-CV/HU', today), today }
  return (await change(world.database, office(), tx => extendCampaign(tx, office(), extension))).ok
}

// ── What it comes to, counted plainly ──

type Rows = Awaited<ReturnType<typeof rowsKnown>>
const is_known = `recorded @> $1::timestamptz`

async function rowsKnown(at: string) {
  const ask = async (text: string, values: unknown[] = [at]) => (await world.owner.query(text, values)).rows
  return loading(async () => ({
    stays: await ask(
      `select person_id, unit_id, lower(valid)::text as since, upper(valid)::text as until from membership
        where ${is_known} and valid && daterange($2, $3, '[]') and unit_id <> $4 order by lower(valid)`,
      [at, opens_on, closes_on, scene.units.far_cell],
    ),
    obligations: await ask(`select obligation_id, person_id, due_from from obligation where ${is_known} and campaign_id = $2 order by 1`, [
      at,
      campaign_id,
    ]),
    waived: await ask(`select obligation_id, lower(valid)::text as since from obligation_exception where ${is_known} and state = 'waived'`),
    steps: await ask(
      `select c.obligation_id, s.commitment_id, s.state, s.happened_on from commitment c
         join commitment_step s using (commitment_id) where s.${is_known} order by s.happened_on, s.commitment_step_id`,
    ),
    is_extended: (await ask(`select from campaign_extension where ${is_known}`)).length > 0,
  }))
}

/**
 * A row for each cell: who is due there on a day, and what became of their texts; by the rules as they are told to an
 * official.
 */
function recount(rows: Rows, day: string): string[] {
  const counts = new Map<string, number>()
  const add = (unit: number, what: string) => counts.set(`${unit} ${what}`, (counts.get(`${unit} ${what}`) ?? 0) + 1)
  for (const { obligation_id, person_id, due_from } of rows.obligations) {
    if (day < due_from || rows.waived.some(row => row.obligation_id === obligation_id && row.since <= day)) continue
    const unit = cellOf(rows, person_id, due_from, day)
    if (unit === null) continue
    add(unit, 'due')
    const steps = rows.steps.filter(row => row.obligation_id === obligation_id && row.happened_on <= day)
    const state = steps.at(-1)?.state
    if (state !== 'submitted' && state !== 'approved') continue
    add(unit, 'submitted')
    const handed_in = steps.findLast(step => step.state === 'submitted')!.happened_on
    const due = rows.is_extended && day >= today ? extended_to : due_on
    if (handed_in <= due) add(unit, 'on_time')
    if (state === 'approved') add(unit, 'approved')
  }
  return [...counts].map(([key, n]) => `${key} ${n}`).sort()
}

/** The cell that answers for somebody on a day; null where they are void. */
function cellOf({ stays, is_extended }: Rows, person_id: number, due_from: string, day: string): number | null {
  const own = stays
    .filter(stay => stay.person_id === person_id)
    .map(stay => ({ ...stay, since: stay.since < opens_on ? opens_on : stay.since }))
  const runs: { since: string; until: string }[] = []
  for (const { since, until } of own) {
    if (runs.at(-1)?.until === since) runs.at(-1)!.until = until
    else runs.push({ since, until })
  }
  const kept = runs.filter(({ since }) => since <= joins_until)
  if (!kept.some(({ since, until }) => since <= day && day < until)) {
    const away_since =
      kept
        .map(({ until }) => until)
        .filter(until => until > due_from && until <= day)
        .at(-1) ?? due_from
    if (away_since === due_from || away_since <= (is_extended ? extended_to : due_on)) return null
  }
  return own.filter(({ since }) => since <= day).at(-1)?.unit_id ?? null
}

async function told(day: string, at: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select format('%s %s %s', unit_id, what, sum(n)) as line
       from commitment_tally
      cross join lateral (values ('due', due), ('submitted', submitted), ('on_time', on_time), ('approved', approved)) as counted (what, n)
      where campaign_id = $1 and valid_on <= $2 and recorded_at <= $3
      group by unit_id, what having sum(n) <> 0`,
    [campaign_id, day, at],
  )
  return rows.map(row => row.line).sort()
}

const sumOf = (lines: string[], what: string) =>
  lines.filter(line => line.includes(` ${what} `)).reduce((sum, line) => sum + Number(line.split(' ')[2]), 0)

test('through any joins, leaves, transfers, corrections, exemptions and a merger, obligations and tallies are what a plain recount gives, on any day and as known at any instant', async () => {
  const instants: string[] = []
  const happened = new Map<string, number>()
  const acts: [string, () => Promise<boolean>][] = [
    ...Object.keys(membership_acts).map(act => [act, () => touchMembership(act)] as [string, () => Promise<boolean>]),
    ['transfer', () => touchMembership('transfer')],
    ['join', () => touchMembership('join')],
    ['step', takeStep],
    ['step', takeStep],
    ['step', takeStep],
  ]
  const first = await rowsKnown((await world.owner.query('select clock_timestamp()::text as at')).rows[0].at)
  const ever_members = new Set<number>(first.stays.map(row => row.person_id))
  for (let n = 0; n < 120; n += 1) {
    const [name, act] =
      n === 50
        ? (['merger', merge] as const)
        : n === 80
          ? (['extension', extend] as const)
          : n % 15 === 7
            ? (['waiver', waive] as const)
            : pick(acts)
    if (await act()) happened.set(name, (happened.get(name) ?? 0) + 1)
    const at = (await world.owner.query('select clock_timestamp()::text as at')).rows[0].at
    instants.push(at)
    const rows = await rowsKnown(at)
    for (const { person_id } of rows.stays) ever_members.add(person_id)
    expect(rows.obligations.map(row => row.person_id).sort()).toEqual([...ever_members].sort())
    for (const day of [some_day(), today]) expect([n, name, day, ...(await told(day, at))]).toEqual([n, name, day, ...recount(rows, day)])
  }
  // As it was known then, after all that was learned since.
  for (let n = 0; n < 40; n += 1) {
    const [day, at] = [some_day(), pick(instants)]
    expect([day, ...(await told(day, at))]).toEqual([day, ...recount(await rowsKnown(at), day)])
  }
  // What the district comes to, over the merger: the heir answers for the cells that ended.
  const at = instants.at(-1)!
  const { rows } = await world.owner.query(
    `select sum(due)::int as due, sum(submitted)::int as submitted from counted_under($1, $2, $3, $3, $4)`,
    [campaign_id, scene.units.district, today, at],
  )
  const counted = recount(await rowsKnown(at), today)
  expect(rows).toEqual([{ due: sumOf(counted, 'due'), submitted: sumOf(counted, 'submitted') }])
  // A test of nothing cannot fail.
  for (const name of [...Object.keys(membership_acts), 'merger', 'extension', 'waiver', 'step'])
    expect([name, happened.get(name) ?? 0]).not.toEqual([name, 0])
  expect(sumOf(counted, 'due')).toBeGreaterThan(3)
  const { rows: left } = await world.owner.query('select from membership_change')
  expect(left).toEqual([])
})
