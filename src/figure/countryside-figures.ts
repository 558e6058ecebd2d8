import {
  type ContributionRow,
  findStandingStatus,
  listContributions,
  listHoldings,
  listStandingDecisions,
  type StandingDecisionRow,
  standing_ranks,
} from '../countryside/index.ts'
import type { Db } from '../database/index.ts'
import { type Holding, listSuccessions, listUnits, restate, type UnitRow } from '../organisation/index.ts'
import type { Counted } from './catalogue.ts'
import type { FigureParameters, FigureRow } from './figure.ts'

/**
 * F15: distinct communes with a decision effective in [from, to] at a level. As they were: the units of the decisions themselves.
 * As of the day, or restated: those of their heirs that still hold it by the carry rule. Acknowledgements are not new recognitions.
 */
export async function communesEverRecognised(db: Db, parameters: FigureParameters): Promise<Counted> {
  const { from, to, level } = parameters
  const among = (decision: StandingDecisionRow) =>
    decision.verdict === 'recognised' &&
    decision.standing_level === level &&
    decision.effective_year >= yearOf(from) &&
    decision.effective_year <= yearOf(to)
  if (parameters.map !== 'as-was') return standing(db, parameters, standing_ranks[level]!, among)
  const decisions = await listStandingDecisions(db, parameters)
  const first = new Map(
    decisions
      .filter(d => d.is_member && d.unit_kind === 'commune' && among(d))
      .reverse()
      .map(d => [d.unit, d]),
  )
  const rows = [...first.values()].map(rowOfDecision).sort(byKey)
  return { value: { kind: 'count', count: rows.length }, rows, numerator: rows.length }
}

/** F16: communes alive on the day whose standing is at least the level, by their own decision or carried. A commune that became a town leaves the set. */
export function communesStanding(db: Db, parameters: FigureParameters): Promise<Counted> {
  return standing(db, parameters, standing_ranks[parameters.level]!)
}

/** F17: F16 at the advanced level. */
export function advancedCommunes(db: Db, parameters: FigureParameters): Promise<Counted> {
  return standing(db, parameters, standing_ranks.advanced!)
}

/** F18: F16 of all communes alive on the day; its rows are all of them, each with its standing. */
export async function shareOfCommunes(db: Db, parameters: FigureParameters): Promise<Counted> {
  const communes = await listCommunes(db, parameters)
  const counted = await communesStanding(db, parameters)
  const standing = new Set(counted.rows.map(row => row.key))
  const rows = communes.map(unit => ({ key: unit.key, name: unit.name, parent: unit.parent_name, stands: standing.has(unit.key) }))
  const denominator = communes.length
  if (denominator === 0) return { value: { kind: 'none-due' }, rows, rule: counted.rule }
  return { value: { kind: 'rate', numerator: standing.size, denominator }, rows, numerator: standing.size, denominator, rule: counted.rule }
}

/** F20: the status of a district, a city or a province, with the three dates of its decision, or the step before it. */
export async function standingStatus(db: Db, parameters: FigureParameters): Promise<Counted | null> {
  const [found] = await findStandingStatus(db, parameters)
  if (!found) return null
  const { decided_on, effective_year, published_on } = found
  const status = found.verdict ?? found.step ?? 'none'
  return { value: { kind: 'status', status, decided_on, effective_year, published_on }, rows: [found] }
}

/** F13: verified quantities of one kind. Estimates are in the sum and flagged in the rows. Restated by the shares that are known. */
export async function contributionsGiven(db: Db, parameters: FigureParameters): Promise<Counted> {
  const given = await listContributions(db, parameters)
  const rows = parameters.map === 'as-was' ? given.map(rowOfContribution) : await inUnitsOf(db, parameters, given)
  const quantity = given.reduce((sum, row) => sum + BigInt(Math.round(Number(row.quantity) * 1000)), 0n)
  return { value: { kind: 'quantity', quantity: decimalOf(quantity), measure: given[0]?.measure ?? measures[parameters.kind] ?? '' }, rows }
}

async function standing(db: Db, parameters: FigureParameters, rank: number, among?: (d: StandingDecisionRow) => boolean): Promise<Counted> {
  const holdings = await listHoldings(db, { ...parameters, among })
  const communes = await listCommunes(db, parameters)
  const rows = communes.filter(unit => (holdings.get(unit.key)?.rank ?? 0) >= rank).map(unit => rowOfHolding(unit, holdings.get(unit.key)!))
  return { value: { kind: 'count', count: rows.length }, rows, numerator: rows.length, rule: await ruleUsed(db, parameters) }
}

/** The communes of U on the day of the map. */
async function listCommunes(db: Db, { unit, map_day, recorded_as_of }: FigureParameters): Promise<UnitRow[]> {
  const units = await listUnits(db, { hierarchy: 'territory', unit, valid_as_of: map_day, recorded_as_of })
  return units.filter(row => row.unit_kind === 'commune')
}

/** The rule asked for, or those that the instruments name, in the order of time. */
async function ruleUsed(db: Db, { rule, map_day, recorded_as_of }: FigureParameters): Promise<string> {
  if (rule) return rule
  const edges = await listSuccessions(db, { valid_as_of: map_day, recorded_as_of })
  return [...new Set(edges.map(edge => edge.rule ?? 'none'))].join(', ')
}

async function inUnitsOf(db: Db, { map_day, recorded_as_of }: FigureParameters, given: ContributionRow[]): Promise<FigureRow[]> {
  const successions = await listSuccessions(db, { valid_as_of: map_day, recorded_as_of })
  return restate(given, successions).map(row => ({
    key: row.units.join('|'),
    name: row.names.join(' | '),
    quantity: String(row.quantity),
    divided: row.divided,
  }))
}

function rowOfDecision(decision: StandingDecisionRow): FigureRow {
  const { unit: key, name, parent_name, instrument, decided_on, effective_year } = decision
  return { key, name, parent: parent_name, instrument, decided_on, effective_year }
}

function rowOfHolding(unit: UnitRow, holding: Holding): FigureRow {
  return {
    key: unit.key,
    name: unit.name,
    parent: unit.parent_name,
    rank: holding.rank,
    since: holding.since,
    instrument: holding.instrument,
    carried_from: holding.carried_from.join(' '),
  }
}

function rowOfContribution({ place, name, quantity, contributions, estimates }: ContributionRow): FigureRow {
  return { key: place, name, quantity, contributions, estimates }
}

const measures: Record<string, string> = { land: 'm2', workdays: 'ngày công', money: 'đồng' }

function decimalOf(thousandths: bigint): string {
  return String(Number(thousandths) / 1000)
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function byKey(a: FigureRow, b: FigureRow): number {
  return a.key < b.key ? -1 : 1
}
