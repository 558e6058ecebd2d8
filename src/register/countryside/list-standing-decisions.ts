import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-standing-decisions.sql?raw'

export type StandingDecisionRow = {
  unit: string
  name: string
  unit_kind: string
  parent_name: string | null
  parent_kind: string | null
  /** 1 standard, 2 advanced, 3 model. */
  rank: number
  standing_level: string
  verdict: 'recognised' | 'acknowledged' | 'revoked'
  instrument: string
  decided_on: string
  effective_year: number
  published_on: string | null
  note: string | null
  /** Whether the unit belonged to U on the day of the decision. */
  is_member: boolean
}

/**
 * The decisions on standing up to a day. All of the nation's, with `is_member` for U: a carry may reach across U's
 * border.
 */
export const listStandingDecisions = query<Clocks & { unit: string }, StandingDecisionRow>(sql)
