import { query } from '../../../platform/database/index.ts'
import type { RoundKind } from '../review.ts'
import sql from './list-rounds-here.sql?raw'

/** How many are reviewed, and how far. */
export type Progress = { due: number; self_reviewed: number; proposed: number; appraised: number; rated: number }

/** A round as it stands in a unit. Days as ISO text; `until` is the last day of its time. */
export type RoundHere = Progress & {
  review_round_id: number
  kind: RoundKind
  since: string
  until: string
  opens_on: string
  due_on: string
  rating_scheme_id: number
  opened_at: string
}

/** Counts name nobody: they are read from the tallies. */
export const listRoundsHere = query<{ unit: string; day: string }, RoundHere>(sql)
