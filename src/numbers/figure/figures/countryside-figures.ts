import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Reads } from '../../../platform/database/index.ts'
import {
  type AssessedRow,
  type ContributionRow,
  findStandingStatus,
  listAssessed,
  listContributingHouseholds,
  listContributions,
  type StandingDecisionRow,
  standing_ranks,
} from '../../../register/countryside/index.ts'
import { type Holding, listSuccessions, restate, type UnitRow } from '../../../register/organisation/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters, FigureRow } from '../figure.ts'
import { restateStandings } from '../verbs/restate-standings.ts'
import { total } from './rate-of.ts'
import { holdingsIn, isCounted, listStandings, ruleIn, type Standings } from './standings.ts'

/**
 * F15: distinct communes with a decision effective in [from, to] at a level. As they were: the units of the decisions
 * themselves. As of the day: those of their heirs that still hold it by the carry rule. Restated: where those communes
 * lie on another day's map. Acknowledgements are not new recognitions.
 */
export async function communesEverRecognised(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const standings = await listStandings(db, parameters)
  const among = isCounted(parameters)
  if (parameters.map === 'as-of') return countStanding(standings, parameters, standing_ranks[parameters.level]!, among)
  const counted = standings.decisions.filter(d => d.is_member && d.unit_kind === 'commune' && among(d))
  const first = new Map(counted.toReversed().map(d => [d.unit, d]))
  return countOf([...first.values()].map(rowOfDecision).sort(byKey), standings, parameters)
}

/**
 * F16: communes alive on the day whose standing is at least the level, by their own decision or carried. A commune that
 * became a town leaves the set.
 */
export async function communesStanding(db: Reads, parameters: FigureParameters): Promise<Counted> {
  return countStanding(await listStandings(db, parameters), parameters, standing_ranks[parameters.level]!)
}

/** F17: F16 at the advanced level. */
export async function advancedCommunes(db: Reads, parameters: FigureParameters): Promise<Counted> {
  return countStanding(await listStandings(db, parameters), parameters, standing_ranks.advanced!)
}

/** F18: F16 of all communes alive on the day; its rows are all of them, each with its standing. */
export async function shareOfCommunes(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const standings = await listStandings(db, parameters)
  const holdings = holdingsIn(standings, parameters)
  const rank = standing_ranks[parameters.level]!
  const rows = standings.communes.map(unit => ({
    ...{ key: unit.key, name: unit.name, parent: unit.parent_name },
    stands: (holdings.get(unit.key)?.rank ?? 0) >= rank,
  }))
  const [numerator, denominator, rule] = [rows.filter(row => row.stands).length, rows.length, ruleIn(standings, parameters)]
  if (denominator === 0) return { value: { kind: 'none-due' }, rows, rule }
  return { value: { kind: 'rate', numerator, denominator }, rows, numerator, denominator, rule }
}

/**
 * F19: the mean of criteria met, of the communes alive on the day that were assessed under the set in force then; at one
 * decimal, rounded half up. Another set has other criteria, so none is added to it.
 */
export async function meanCriteria(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const assessed = await listAssessed(db, parameters)
  if (assessed.length === 0) return null
  const numerator = total(assessed, ({ met }) => met)
  const denominator = assessed.length
  const mean = Math.round((numerator * 10) / denominator) / 10
  const rows = assessed.map(rowOfAssessed)
  return { value: { kind: 'quantity', quantity: String(mean), measure: 'tiêu chí' }, rows, numerator, denominator }
}

/** F20: the status of a district, a city or a province, with the three dates of its decision, or the step before it. */
export async function standingStatus(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [found] = await findStandingStatus(db, parameters)
  if (!found) return null
  const { decided_on, effective_year, published_on } = found
  const status = found.alive ? (found.verdict ?? found.step ?? 'none') : 'ended'
  return { value: { kind: 'status', status, decided_on, effective_year, published_on }, rows: [found] }
}

/**
 * F13: verified quantities of one kind. Estimates are in the sum and flagged in the rows. Restated by the shares that
 * are known.
 */
export async function contributionsGiven(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const given = await listContributions(db, parameters)
  const rows = parameters.map === 'as-was' ? given.map(rowOfContribution) : await inUnitsOf(db, parameters, given)
  const quantity = given.reduce((sum, row) => sum + BigInt(Math.round(Number(row.quantity) * 1000)), 0n)
  return {
    value: { kind: 'quantity', quantity: decimalOf(quantity), measure: given[0]?.measure ?? lookUp(measures, parameters.kind) ?? '' },
    rows,
  }
}

/** F14: households that gave something since a day, whatever it was and however often. Its rows are branches under U. */
export async function householdsContributing(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const rows = await listContributingHouseholds(db, parameters)
  const numerator = total(rows, ({ households }) => households)
  return { value: { kind: 'count', count: numerator }, rows, numerator }
}

function countStanding(
  standings: Standings,
  parameters: FigureParameters,
  rank: number,
  among?: (decision: StandingDecisionRow) => boolean,
): Counted {
  const holdings = holdingsIn(standings, parameters, among)
  const rows = standings.communes
    .filter(unit => (holdings.get(unit.key)?.rank ?? 0) >= rank)
    .map(unit => rowOfHolding(unit, holdings.get(unit.key)!))
  return { ...countOf(rows, standings, parameters), rule: ruleIn(standings, parameters) }
}

function countOf(counted: FigureRow[], standings: Standings, parameters: FigureParameters): Counted {
  const rows = parameters.map === 'restated' ? restateStandings(counted, standings, parameters) : counted
  return { value: { kind: 'count', count: rows.length }, rows, numerator: rows.length }
}

async function inUnitsOf(db: Reads, { map_day, recorded_as_of }: FigureParameters, given: ContributionRow[]): Promise<FigureRow[]> {
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

function rowOfAssessed({ unit, name, parent_name, instrument, met, criteria, assessed_on }: AssessedRow): FigureRow {
  return { key: unit, name, parent: parent_name, met, criteria, assessed_on, instrument }
}

function rowOfContribution({ place, name, quantity, contributions, estimates }: ContributionRow): FigureRow {
  return { key: place, name, quantity, contributions, estimates }
}

const measures: Record<string, string> = { land: 'm2', workdays: 'ngày công', money: 'đồng' }

function decimalOf(thousandths: bigint): string {
  return String(Number(thousandths) / 1000)
}

function byKey(a: FigureRow, b: FigureRow): number {
  return a.key < b.key ? -1 : 1
}
