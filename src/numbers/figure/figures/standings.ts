import type { Reads } from '../../../platform/database/index.ts'
import { holdingsFrom, listStandingDecisions, type StandingDecisionRow } from '../../../register/countryside/index.ts'
import { type Holding, listSuccessions, listUnits, type SuccessionRow, type UnitRow } from '../../../register/organisation/index.ts'
import type { FigureParameters } from '../figure.ts'

/**
 * What the figures of new countryside are made from: every decision up to the day, the units of the day; every
 * succession up to the day, or up to the day of the map where that is another one, with that day's units in `units` and
 * the day's own in `communes`.
 */
export type Standings = {
  valid_as_of: string
  decisions: StandingDecisionRow[]
  successions: SuccessionRow[]
  communes: UnitRow[]
  units: UnitRow[]
}

export async function listStandings(db: Reads, parameters: FigureParameters): Promise<Standings> {
  const { unit, valid_as_of, map_day, recorded_as_of } = parameters
  const last = map_day > valid_as_of ? map_day : valid_as_of
  const unitsOn = (day: string) => listUnits(db, { hierarchy: 'territory', unit, valid_as_of: day, recorded_as_of })
  // One after the other: inside a transaction there is one connection.
  const decisions = await listStandingDecisions(db, parameters)
  const successions = await listSuccessions(db, { valid_as_of: last, recorded_as_of })
  const on_the_day = await unitsOn(valid_as_of)
  const units = map_day === valid_as_of ? on_the_day : await unitsOn(map_day)
  return { valid_as_of, decisions, successions, communes: on_the_day.filter(isCommune), units }
}

function isCommune({ unit_kind }: UnitRow): boolean {
  return unit_kind === 'commune'
}

/**
 * Which communes hold which standing: the decisions carried through every merger, by the rule asked for or those the
 * instruments name. `among` keeps some of the decisions.
 */
export function holdingsIn(
  { valid_as_of, decisions, successions }: Standings,
  { rule }: Pick<FigureParameters, 'rule'>,
  among?: (decision: StandingDecisionRow) => boolean,
): Map<string, Holding> {
  const until = successions.filter(edge => edge.effective_on <= valid_as_of)
  return holdingsFrom(decisions, until, { rule, among })
}

/** The rule asked for, or those that the instruments name, in the order of time. */
export function ruleIn({ valid_as_of, successions }: Standings, { rule }: Pick<FigureParameters, 'rule'>): string {
  const until = successions.filter(edge => edge.effective_on <= valid_as_of)
  return rule ?? [...new Set(until.map(edge => edge.rule ?? 'none'))].join(', ')
}

/**
 * Recognitions at a level that count for the years of a period. Acknowledgements after a merger are not new
 * recognitions.
 */
export function isCounted({ from, to, level }: FigureParameters): (decision: StandingDecisionRow) => boolean {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return d => d.verdict === 'recognised' && d.standing_level === level && d.effective_year >= first && d.effective_year <= last
}
