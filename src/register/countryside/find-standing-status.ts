import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './find-standing-status.sql?raw'

export type StandingStatusRow = {
  key: string
  name: string
  unit_kind: string
  /** Whether the unit still exists on the day; what it held ended with it. */
  alive: boolean
  standing_level: string | null
  verdict: 'recognised' | 'acknowledged' | 'revoked' | null
  decided_on: string | null
  effective_year: number | null
  published_on: string | null
  instrument: string | null
  /** The step reached before a decision: registered, completing, assessed, appraised, voted. */
  step: string | null
  step_since: string | null
}

/** At most one row: the status of a district, a city, a province or a commune on a day. */
export const findStandingStatus = query<Clocks & { unit: string }, StandingStatusRow>(sql)
