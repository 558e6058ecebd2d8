import type { Reads } from '../../../platform/database/index.ts'
import { listContributingHouseholds } from '../../../register/countryside/index.ts'
import { listRecognisedExemplars, type RecognisedExemplarRow } from '../../../register/exemplar/index.ts'
import { listChildren, listLine, listMoves } from '../../../register/organisation/index.ts'
import { listPlanMarkTallies } from '../../../register/plan/index.ts'
import { findCampaign } from '../../../register/programme/index.ts'
import { listCommitmentTallies, listDeedCompletion, listDeedTallies, listLeadershipTallies } from '../../../register/tally/index.ts'
import type { FigureParameters, FigureRow } from '../figure.ts'
import { type Cell, type Step, sumOf } from './small-cells.ts'

/**
 * The tree by which a figure counts: the hierarchy, the day, and since when its counts were made. What moved in between
 * is not told below where it moved.
 */
export type Course = { hierarchy: 'party' | 'territory'; day: string; since: string }

/**
 * How a figure counts people, so that small cells can be kept back: every figure declares it, or that it counts none.
 */
export type PeopleCounted = {
  /** Each number of the figure as a part of another, the size of the unit first. */
  steps: readonly Step[]
  /** The step that must be told for the value, and the one for a row. */
  value: string
  row: string
  /** The steps of the columns that may stand empty in a row. */
  columns: Readonly<Record<string, string>>
  course: (db: Reads, parameters: FigureParameters) => Promise<Course | null>
  /** What is read besides the figure's own reads to find out what may be told. */
  reads: readonly { sql: string }[]
  /** What each branch of U counts, by key; what is U's own has its key. */
  branches: (db: Reads, parameters: FigureParameters, course: Course) => Promise<Map<string, Cell>>
  /** The rows for everybody, where those of the register speak of one each. */
  rows?: (rows: readonly FigureRow[], told: ReadonlySet<string>) => FigureRow[]
  /**
   * Parameters that are the figure's own default for every unit below the top: otherwise two questions would differ by
   * a few people.
   */
  fixed?: readonly 'from'[]
}

const most_deeds = 20
const deeds_columns = Array.from({ length: most_deeds + 1 }, (_, deeds) => deedsColumn(deeds))
export const due: Step = { name: 'due', of: null, base: 'due', parts: ['due'] }
export const submitted: Step = { name: 'submitted', of: 'due', base: 'due', parts: ['submitted', 'missing'] }
const on_time: Step = { name: 'on_time', of: 'submitted', base: 'due', parts: ['on_time', 'late'] }
export const approved: Step = { name: 'approved', of: 'submitted', base: 'due', parts: ['approved', 'waiting'] }
const deeds: Step = { name: 'deeds', of: 'approved', base: 'approved', parts: deeds_columns }
const reported: Step = {
  ...{ name: 'reported', of: 'deeds', base: 'commitments' },
  parts: ['done', 'partly', 'not_done', 'not_reported', 'without_deeds'],
}
export const tree = [listLine, listMoves]
export const of_campaign = {
  course: courseOfCampaign,
  row: 'due',
  reads: [...tree, findCampaign, listCommitmentTallies, listDeedTallies, listDeedCompletion],
}

/** F1 and F2, whose rows are the same. */
export const committed = (value: 'approved' | 'on_time'): PeopleCounted => ({
  ...of_campaign,
  steps: [due, submitted, on_time, approved],
  value,
  columns: { submitted: 'submitted', on_time: 'on_time', approved: 'approved' },
  branches: branchesOf(countCommitted),
})

/** F4. */
export const missing: PeopleCounted = {
  ...of_campaign,
  steps: [due, submitted],
  value: 'submitted',
  columns: { missing: 'submitted' },
  branches: branchesOf(countCommitted),
}

/** F3. */
export const deeds_chosen: PeopleCounted = {
  ...of_campaign,
  ...{ steps: [due, submitted, approved, deeds], value: 'deeds', row: 'deeds', columns: {} },
  branches: branchesOf(countCommitted, countDeeds),
}

/** F5. */
export const deeds_reported: PeopleCounted = {
  ...of_campaign,
  ...{ steps: [due, submitted, approved, deeds, reported], value: 'reported', row: 'reported', columns: {} },
  branches: branchesOf(countCommitted, countDeeds, countReported),
}

/** F6. */
export const plans_made: PeopleCounted = {
  steps: [
    { name: 'tenures', of: null, base: 'tenures', parts: ['tenures'] },
    { name: 'planned', of: 'tenures', base: 'tenures', parts: ['planned', 'unplanned'] },
  ],
  ...{ value: 'planned', row: 'tenures', columns: { planned: 'planned' }, reads: tree },
  course: async (_, { year, valid_as_of }) => ({ hierarchy: 'party', day: earlier(valid_as_of, `${year}-12-31`), since: `${year}-01-01` }),
  branches: branchesOf(countPlans),
}

/** F7. */
export const plans_passed: PeopleCounted = {
  ...plans_made,
  steps: [...plans_made.steps, { name: 'passed', of: 'planned', base: 'planned', parts: ['passed', 'unpassed'] }],
  ...{ value: 'passed', row: 'planned', columns: { passed: 'passed' } },
  branches: branchesOf(countPlans, countPassed),
}

const kinds = ['collective', 'individual'] as const
const fields = ['economy', 'culture', 'education', 'health', 'security', 'party', 'reform', 'countryside'] as const

/** F11: its rows are single exemplars in the register, and numbers by kind and field for everybody. */
export const exemplars_counted: PeopleCounted = {
  steps: [
    { name: 'exemplars', of: null, base: 'exemplars', parts: ['exemplars'] },
    { name: 'kinds', of: 'exemplars', base: 'exemplars', parts: kinds },
    { name: 'fields', of: 'kinds', base: 'exemplars', parts: kinds.flatMap(kind => fields.map(field => `${kind} ${field}`)) },
  ],
  ...{ value: 'exemplars', row: 'kinds', columns: {}, fixed: ['from'], rows: rowsByKind, reads: [...tree, listChildren] },
  course: courseInTerritory,
  branches: exemplarsByBranch,
}

/** F14: a household counts as a person does, for its neighbours know who it is. */
export const households_counted: PeopleCounted = {
  steps: [{ name: 'households', of: null, base: 'households', parts: ['households'] }],
  ...{ value: 'households', row: 'households', columns: {}, fixed: ['from'], reads: tree },
  course: courseInTerritory,
  branches: branchesOf(countHouseholds),
}

async function courseInTerritory(db: Reads, { unit, valid_as_of, recorded_as_of, from }: FigureParameters): Promise<Course | null> {
  const [top] = await listLine(db, { hierarchy: 'territory', unit, valid_as_of, recorded_as_of })
  return top ? { hierarchy: 'territory', day: top.day, since: from } : null
}

async function courseOfCampaign(db: Reads, parameters: FigureParameters): Promise<Course | null> {
  const [campaign] = await findCampaign(db, parameters)
  return campaign ? { hierarchy: 'party', day: earlier(parameters.valid_as_of, campaign.closes_on), since: campaign.opens_on } : null
}

type Count = (db: Reads, parameters: FigureParameters) => Promise<{ key: string; cell: Cell }[]>

/** Adds up what several reads count of each branch. */
export function branchesOf(...counts: Count[]): PeopleCounted['branches'] {
  return async (db, parameters) => {
    const counted: { key: string; cell: Cell }[] = []
    // One after the other: inside a transaction there is one connection.
    for (const count of counts) counted.push(...(await count(db, parameters)))
    const by_key = Map.groupBy(counted, ({ key }) => key)
    return new Map([...by_key].map(([key, own]) => [key, sumOf(own.map(({ cell }) => cell))]))
  }
}

export async function countCommitted(db: Reads, parameters: FigureParameters) {
  const rows = await inCampaign(db, parameters, listCommitmentTallies)
  return rows.map(({ key, due, submitted, on_time, approved }) => ({
    key,
    cell: {
      due,
      submitted,
      on_time,
      approved,
      missing: due - submitted,
      late: submitted - on_time,
      waiting: submitted - approved,
      without_deeds: approved,
    },
  }))
}

async function countDeeds(db: Reads, parameters: FigureParameters) {
  const rows = await inCampaign(db, parameters, listDeedTallies)
  return rows.map(({ key, deeds, commitments }) => ({ key, cell: { [deedsColumn(Math.min(deeds, most_deeds))]: commitments } }))
}

async function countReported(db: Reads, parameters: FigureParameters) {
  const rows = await inCampaign(db, parameters, listDeedCompletion)
  return rows.map(({ key, commitments, done, partly, not_done, not_reported }) => ({
    key,
    cell: { commitments, done, partly, not_done, not_reported, without_deeds: -commitments },
  }))
}

async function countPlans(db: Reads, parameters: FigureParameters) {
  const rows = await listLeadershipTallies(db, { ...parameters, year: parameters.year! })
  return rows.map(({ key, tenures, planned }) => ({ key, cell: { tenures, planned, unplanned: tenures - planned, unpassed: planned } }))
}

async function countPassed(db: Reads, parameters: FigureParameters) {
  const rows = await listPlanMarkTallies(db, { ...parameters, year: parameters.year! })
  return rows.map(({ key, passed }) => ({ key, cell: { passed, unpassed: -passed } }))
}

async function countHouseholds(db: Reads, parameters: FigureParameters) {
  const rows = await listContributingHouseholds(db, parameters)
  return rows.map(({ key, households }) => ({ key, cell: { households } }))
}

export async function inCampaign<Row>(
  db: Reads,
  parameters: FigureParameters,
  read: (db: Reads, asked: FigureParameters & { campaign_id: number }) => Promise<Row[]>,
): Promise<Row[]> {
  const [campaign] = await findCampaign(db, parameters)
  return campaign ? read(db, { ...parameters, campaign_id: campaign.campaign_id }) : []
}

/** Exemplars have no summary by branch: each child is asked, and what none of them has is the unit's own. */
async function exemplarsByBranch(db: Reads, parameters: FigureParameters, { day }: Course): Promise<Map<string, Cell>> {
  const { unit, recorded_as_of } = parameters
  const count = async (unit: string) => cellOfExemplars(await listRecognisedExemplars(db, { ...parameters, unit }))
  const children = await listChildren(db, { hierarchy: 'territory', unit, valid_as_of: day, recorded_as_of })
  const branches = new Map<string, Cell>()
  for (const { key } of children) branches.set(key, await count(key))
  const others = [...branches.values()].map(cell => negative(cell))
  return branches.set(unit, sumOf([await count(unit), ...others]))
}

function cellOfExemplars(rows: readonly RecognisedExemplarRow[]): Cell {
  return sumOf(rows.map(({ kind, field }) => ({ exemplars: 1, [kind]: 1, [`${kind} ${field}`]: 1 })))
}

function rowsByKind(rows: readonly FigureRow[], told: ReadonlySet<string>): FigureRow[] {
  if (!told.has('kinds')) return []
  const by_field = told.has('fields')
  const groups = Map.groupBy(rows, ({ kind, field }) => (by_field ? `${kind}-${field}` : String(kind)))
  return [...groups]
    .map(([key, [first, ...others]]) => ({
      ...{ key, name: by_field ? first!.name : '', kind: first!.kind!, field: by_field ? first!.field! : null },
      exemplars: 1 + others.length,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function negative(cell: Cell): Cell {
  return Object.fromEntries(Object.entries(cell).map(([column, n]) => [column, -n]))
}

function deedsColumn(deeds: number): string {
  return `deeds_${deeds}`
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b
}
