import type { Clocks } from '../../basis/shared/dates.ts'
import type { Db } from '../../platform/database/index.ts'
import { type CarryRule, carry, type Holding, listSuccessions, type SuccessionRow } from '../organisation/index.ts'
import { listStandingDecisions, type StandingDecisionRow } from './list-standing-decisions.ts'

/** Rank of each level, as in the table `standing_level`. */
export const standing_ranks: Record<string, number> = { standard: 1, advanced: 2, model: 3 }

/** How a standing is carried: by another rule than those in force, from some of the decisions only. */
export type StandingOptions = {
  rule?: CarryRule | null
  least_share?: number
  /** Keeps only some of the decisions, e.g. those effective in a period. */
  among?: (decision: StandingDecisionRow) => boolean
}

export type StandingQuestion = Clocks &
  StandingOptions & {
    unit: string
    /** The day of the map in which the answer is given; `valid_as_of` unless the answer is restated. */
    map_day: string
  }

/**
 * Which communes hold which standing on a day: decisions up to the day, carried through every merger up to the day of
 * the map.
 */
export async function listHoldings(db: Db, question: StandingQuestion): Promise<Map<string, Holding>> {
  const { unit, valid_as_of, recorded_as_of, map_day } = question
  const decisions = await listStandingDecisions(db, { unit, valid_as_of, recorded_as_of })
  const successions = await listSuccessions(db, { valid_as_of: map_day, recorded_as_of })
  return holdingsFrom(decisions, successions, question)
}

/** The fold: only communes (xã) can hold it here; cities, districts and towns have their own decisions. */
export function holdingsFrom(
  decisions: readonly StandingDecisionRow[],
  successions: readonly SuccessionRow[],
  { rule, least_share, among = () => true }: StandingOptions,
): Map<string, Holding> {
  const of_communes = decisions.filter(decision => decision.unit_kind === 'commune' && among(decision))
  return carry(of_communes, successions, { rule, least_share, kinds: ['commune'] })
}
