import type pg from 'pg'
import { between, chance, pick, type Random, randomFrom } from '../seed/province/random.ts'
import { addDays } from '../src/basis/shared/dates.ts'

/**
 * A row with both clocks: days from one (included) to another (not included), as the register knew it from one instant
 * to another.
 */
type Placed = { unit: string; parent: string; from: string; to: string; known_from: string; known_to: string }
type Heir = { predecessor: string; successor: string; on: string; known_from: string }
/**
 * Somebody's way through the campaign: the day of each step, and when the register learned it; each step after the one
 * before by both clocks.
 */
export type Step = 'due' | 'submitted' | 'approved' | 'reported' | 'tenure' | 'planned' | 'recognised'
export type Act = { on: string; known: string }
export type Person = {
  unit: string
  acts: Partial<Record<Step, Act>>
  is_late: boolean
  deeds: number
  report: 'done' | 'partly' | 'not_done'
  kind: string
  field: string
}

export type InventedTree = {
  root: string
  units: string[]
  placed: Placed[]
  heirs: Heir[]
  people: Person[]
  merged_on: string[]
  opens_on: string
}
export const year = 2024
export const closes_on = `${year}-12-31`
const ever = '2020-01-01'
export const never = '9999-12-31'

/**
 * A tree of at most 60 units on three levels under its root, with two mergers in twelve months, some of them learned
 * late, and months in which nothing happens.
 */
export function inventTree(number: number): InventedTree {
  const random = randomFrom(number, 'small cells')
  const root = `cay-${number}`
  const tree: InventedTree = {
    root,
    units: [root],
    placed: [],
    heirs: [],
    people: [],
    merged_on: [],
    opens_on: pick(random, [`${year}-01-01`, `${year}-01-01`, `${year}-04-01`]),
  }
  growUnder(tree, root, random, 1, pick(random, [12, 20, 30, 60]))
  const busy = Array.from({ length: 12 }, (_, i) => i + 1).filter(() => chance(random, 0.6))
  for (const unit of [...tree.units]) addPeople(tree, unit, random, busy)
  mergeTwice(tree, random, busy)
  return tree
}

function growUnder(tree: InventedTree, parent: string, random: Random, level: number, most: number): void {
  const children = between(random, 2, level === 1 ? 6 : 5)
  for (let i = 1; i <= children && tree.units.length < most; i++) {
    const unit = `${parent}-${i}`
    tree.units.push(unit)
    tree.placed.push({ unit, parent, from: ever, to: never, known_from: ever, known_to: never })
    if (level < 3 && chance(random, 0.6)) growUnder(tree, unit, random, level + 1, most)
  }
}

function addPeople(tree: InventedTree, unit: string, random: Random, busy: number[], since = tree.opens_on): void {
  const is_committee = tree.placed.some(({ parent }) => parent === unit)
  const people = is_committee
    ? pick(random, [0, 0, 3, 8])
    : pick(random, [0, between(random, 1, 4), between(random, 5, 9), between(random, 10, 30), between(random, 30, 90)])
  // In some units everybody, in some nobody does their part: «all» and «none» are to be kept back too.
  const zeal = pick(random, [0, 0.5, 0.8, 0.9, 1, 1])
  for (let i = 0; i < people; i++) tree.people.push(personOf(unit, random, busy, zeal, since))
}

function personOf(unit: string, random: Random, busy: number[], zeal: number, since: string): Person {
  const later = (after: Act | undefined, share = zeal): Act | undefined => {
    if (!after || busy.length === 0 || !chance(random, share)) return undefined
    const on = `${year}-${String(pick(random, busy)).padStart(2, '0')}-${String(between(random, 1, 28)).padStart(2, '0')}`
    if (on < after.on) return undefined
    const known = addDays(on, chance(random, 0.15) ? 35 : 0)
    return { on, known: known < after.known ? after.known : known }
  }
  const due = { on: since, known: since }
  const submitted = later(due)
  const approved = later(submitted)
  const tenure = chance(random, 0.3) ? { on: since, known: since } : undefined
  const acts = { due, submitted, approved, reported: later(approved, 0.7), tenure, planned: later(tenure), recognised: later(due, 0.3) }
  const said = { deeds: pick(random, [2, 2, 2, 3, 3, 4]), report: pick(random, ['done', 'done', 'partly', 'not_done'] as const) }
  const known_for = { kind: pick(random, ['collective', 'individual']), field: pick(random, ['economy', 'culture', 'health']) }
  return { unit, acts: JSON.parse(JSON.stringify(acts)) as Person['acts'], is_late: chance(random, 0.2), ...said, ...known_for }
}

function mergeTwice(tree: InventedTree, random: Random, busy: number[]): void {
  let [on, known] = [`${year}-01-01`, `${year}-01-01`]
  for (let i = 1; i <= 2; i++) {
    const living = tree.placed.filter(({ to, known_to }) => to === never && known_to === never)
    const a = pick(random, living)
    const others = living.filter(b => b.unit !== a.unit && !isAbove(living, a.unit, b.unit) && !isAbove(living, b.unit, a.unit))
    const siblings = others.filter(b => b.parent === a.parent)
    if (others.length === 0) continue
    const b = pick(random, siblings.length > 0 && chance(random, 0.7) ? siblings : others)
    const before = on
    on = addDays(on, between(random, 20, 150))
    // On the first of a month, where that does not come before the merger before: what it made would end before it
    // began.
    if (chance(random, 0.5) && `${on.slice(0, 7)}-01` > before) on = `${on.slice(0, 7)}-01`
    // Never learned together with the one before: what was known in between would have been known at no instant.
    known = [on, addDays(on, chance(random, 0.3) ? 45 : 0), addDays(known, 1)].sort().at(-1)!
    merge(tree, [a, b], `${tree.root}-gop-${i}`, on, known)
    if (chance(random, 0.5)) addPeople(tree, `${tree.root}-gop-${i}`, random, busy, [on, known, tree.opens_on].sort().at(-1)!)
  }
}

function isAbove(living: readonly Placed[], above: string, unit: string): boolean {
  const placed = living.find(one => one.unit === unit)
  return placed !== undefined && (placed.parent === above || isAbove(living, above, placed.parent))
}

function merge(tree: InventedTree, ending: Placed[], heir: string, on: string, known: string): void {
  const moving = tree.placed.filter(
    ({ parent, to, known_to }) => to === never && known_to === never && ending.some(({ unit }) => unit === parent),
  )
  tree.units.push(heir)
  for (const { unit } of ending) tree.heirs.push({ predecessor: unit, successor: heir, on, known_from: known })
  tree.placed.push({ unit: heir, parent: ending[0]!.parent, from: on, to: never, known_from: known, known_to: never })
  for (const old of [...ending, ...moving]) {
    old.known_to = known
    tree.placed.push({ ...old, to: on, known_from: known, known_to: never })
  }
  for (const { unit } of moving) tree.placed.push({ unit, parent: heir, from: on, to: never, known_from: known, known_to: never })
  tree.merged_on.push(on)
}

/** Writes a tree into a register, as its verbs would have left it. */
export async function plantTree(owner: pg.Client, tree: InventedTree): Promise<void> {
  const insert = (table: string, columns: string, rows: unknown[][]) =>
    rows.length === 0
      ? null
      : owner.query(`insert into ${table} (${columns}) select * from jsonb_to_recordset($1) as r(${typed(columns)})`, [
          JSON.stringify(rows.map(row => Object.fromEntries(row.map((value, i) => [columns.split(', ')[i], value])))),
        ])
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query(`insert into unit (key) select jsonb_array_elements_text($1)`, [JSON.stringify(tree.units)])
  const { rows } = await owner.query<{ key: string; unit_id: number }>('select key, unit_id from unit where key = any($1)', [tree.units])
  const id = new Map(rows.map(({ key, unit_id }) => [key, unit_id]))
  const day = (to: string) => (to === never ? 'infinity' : to)
  const clocks = ({ from, to, known_from, known_to }: Omit<Placed, 'unit' | 'parent'>) => [
    `[${from},${day(to)})`,
    `[${known_from} 00:00+07,${known_to === never ? 'infinity' : `${known_to} 00:00+07`})`,
  ]
  const lives = [{ unit: tree.root, from: ever, to: never, known_from: ever, known_to: never }, ...livesOf(tree)]
  await insert(
    'unit_version',
    'unit_id, name, unit_kind, valid, recorded',
    lives.map(life => [id.get(life.unit), life.unit, 'cell', ...clocks(life)]),
  )
  for (const hierarchy of ['party', 'territory'])
    await insert(
      'placement',
      'unit_id, hierarchy, parent_id, valid, recorded',
      tree.placed.map(one => [id.get(one.unit), hierarchy, id.get(one.parent), ...clocks(one)]),
    )
  for (const { predecessor, successor, on, known_from } of tree.heirs) {
    const { rows } = await owner.query<{ id: number }>(
      `insert into succession_event (kind, effective_on, instrument_id, recorded) select 'merged', $1, min(instrument_id), $2 from instrument returning succession_event_id as id`,
      [on, `[${known_from} 00:00+07,infinity)`],
    )
    await owner.query(`insert into succession (succession_event_id, predecessor_id, successor_id, recorded) values ($1, $2, $3, $4)`, [
      rows[0]!.id,
      id.get(predecessor),
      id.get(successor),
      `[${known_from} 00:00+07,infinity)`,
    ])
  }
  const { rows: campaigns } = await owner.query<{ campaign_id: number }>(
    `insert into campaign (programme_id, unit_id, year, recorded) select programme_id, $1, $2, '[2020-01-01,infinity)' from programme returning campaign_id`,
    [id.get(tree.root), year],
  )
  const campaign_id = campaigns[0]!.campaign_id
  await owner.query(
    `insert into campaign_terms (campaign_id, opens_on, due_on, closes_on, recorded) values ($1, $2, '${year}-10-31', $3, '[2020-01-01,infinity)')`,
    [campaign_id, tree.opens_on, closes_on],
  )
  const at = ({ on, known }: Act) => [on, `${known} 00:00+07`]
  const each = (step: Step, row: (person: Person, act: Act) => unknown[]) =>
    tree.people.flatMap(person => (person.acts[step] ? [row(person, person.acts[step])] : []))
  const tallies = [
    ...each('due', (p, act) => [id.get(p.unit), 0, ...at(act), 1, 0, 0, 0]),
    ...each('submitted', (p, act) => [id.get(p.unit), 0, ...at(act), 0, 1, p.is_late ? 0 : 1, 0]),
    ...each('approved', (p, act) => [id.get(p.unit), p.deeds, ...at(act), 0, 0, 0, 1]),
  ]
  await insert(
    'commitment_tally',
    'campaign_id, unit_id, deeds, valid_on, recorded_at, due, submitted, on_time, approved',
    tallies.map(row => [campaign_id, ...row]),
  )
  const reports = [
    ...each('approved', (p, act) => [id.get(p.unit), ...at(act), 1, p.deeds, 0, 0, 0]),
    ...each('reported', (p, act) => [
      id.get(p.unit),
      ...at(act),
      0,
      0,
      ...['done', 'partly', 'not_done'].map(what => (what === p.report ? p.deeds : 0)),
    ]),
  ]
  await insert(
    'deed_tally',
    'campaign_id, unit_id, valid_on, recorded_at, commitments, registered, done, partly, not_done',
    reports.map(row => [campaign_id, ...row]),
  )
  const tenures = [
    ...each('tenure', (p, act) => [id.get(p.unit), year, ...at(act), 1, 0]),
    ...each('planned', (p, act) => [id.get(p.unit), year, ...at(act), 0, 1]),
  ]
  await insert('leadership_tally', 'unit_id, year, valid_on, recorded_at, tenures, planned', tenures)
  for (const { unit, acts, kind, field } of tree.people.filter(({ acts }) => acts.recognised)) {
    const known = `[${acts.recognised!.known} 00:00+07,infinity)`
    const { rows } = await owner.query<{ exemplar_id: number }>(
      `insert into exemplar (kind, field, unit_id, recorded) values ($1, $2, $3, $4) returning exemplar_id`,
      [kind, field, id.get(unit), known],
    )
    await owner.query(
      `insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on, recorded) select $1, 'province', 'title', 'x', min(instrument_id), $2, $3 from instrument`,
      [rows[0]!.exemplar_id, acts.recognised!.on, known],
    )
  }
  await owner.query('commit')
}

/** From when to when each unit but the root lives, as known: in one piece, however often it moves. */
function livesOf({ placed }: InventedTree) {
  const known_froms = [...new Set(placed.flatMap(({ known_from, known_to }) => [known_from, known_to]))].sort()
  return Map.groupBy(placed, ({ unit }) => unit)
    .entries()
    .flatMap(([unit, own]) =>
      known_froms.slice(0, -1).flatMap((known_from, i) => {
        const known = own.filter(one => one.known_from <= known_from && known_from < one.known_to)
        const days = known.flatMap(({ from, to }) => [from, to]).sort()
        return known.length === 0 ? [] : [{ unit, from: days[0]!, to: days.at(-1)!, known_from, known_to: known_froms[i + 1]! }]
      }),
    )
    .toArray()
}

function typed(columns: string): string {
  const types: Record<string, string> = {
    valid: 'daterange',
    recorded: 'tstzrange',
    valid_on: 'date',
    recorded_at: 'timestamptz',
    name: 'text',
    unit_kind: 'text',
    hierarchy: 'text',
    deeds: 'smallint',
  }
  return columns
    .split(', ')
    .map(column => `${column} ${types[column] ?? 'integer'}`)
    .join(', ')
}

/** What everything hangs on that the trees share. */
export async function plantGround(owner: pg.Client): Promise<void> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query(
    `insert into instrument (number, kind, issuer, title, signed_on, recorded) values ('05-CT/TW', 'directive', 'Bộ Chính trị', 'x', '2016-05-15', '[2020-01-01,infinity)')`,
  )
  await owner.query(
    `insert into programme (key, name_vi, name_en, instrument_id, started_on) select 'chi-thi-05', 'x', 'x', instrument_id, '2016-05-15' from instrument`,
  )
  await owner.query('reset neu_guong.loading')
}
