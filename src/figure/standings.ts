import { listStandingDecisions, type StandingDecisionRow } from '../countryside/index.ts'
import type { Db } from '../database/index.ts'
import { carry, type Holding, listSuccessions, listUnits, type SuccessionRow, type UnitRow } from '../organisation/index.ts'
import type { FigureParameters } from './figure.ts'

/** What the figures of new countryside are made from: every decision up to the day, every succession up to the day of the map, the units of that day. */
export type Standings = { decisions: StandingDecisionRow[]; successions: SuccessionRow[]; units: UnitRow[] }

export async function listStandings(db: Db, parameters: FigureParameters): Promise<Standings> {
  const { unit, map_day, recorded_as_of } = parameters
  const on_the_map = { valid_as_of: map_day, recorded_as_of }
  const [decisions, successions, units] = await Promise.all([
    listStandingDecisions(db, parameters),
    listSuccessions(db, on_the_map),
    listUnits(db, { hierarchy: 'territory', unit, ...on_the_map }),
  ])
  return { decisions, successions, units }
}

/** The communes (xã) of U on the day of the map. */
export function communesIn({ units }: Standings): UnitRow[] {
  return units.filter(unit => unit.unit_kind === 'commune')
}

/**
 * Which communes hold which standing: the decisions carried through every merger, by the rule asked for or those the instruments name. Only communes can hold
 * it here; cities, districts and townships have their own decisions. `among` keeps some of the decisions.
 */
export function holdingsIn(
  { decisions, successions }: Standings,
  { rule }: Pick<FigureParameters, 'rule'>,
  among: (decision: StandingDecisionRow) => boolean = () => true,
): Map<string, Holding> {
  const of_communes = decisions.filter(decision => decision.unit_kind === 'commune' && among(decision))
  return carry(of_communes, successions, { rule, kinds: ['commune'] })
}

/** The rule asked for, or those that the instruments name, in the order of time. */
export function ruleIn({ successions }: Standings, { rule }: Pick<FigureParameters, 'rule'>): string {
  return rule ?? [...new Set(successions.map(edge => edge.rule ?? 'none'))].join(', ')
}

/** Recognitions at a level that count for the years of a period. Acknowledgements after a merger are not new recognitions. */
export function isCounted({ from, to, level }: FigureParameters): (decision: StandingDecisionRow) => boolean {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return d => d.verdict === 'recognised' && d.standing_level === level && d.effective_year >= first && d.effective_year <= last
}
