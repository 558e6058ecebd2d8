import { query } from '../../../platform/database/index.ts'
import type { ReviewState } from '../review.ts'
import sql from './list-reviewed.sql?raw'

/** Which unit of the round somebody heads, and its level so far; null where they head none. */
export type Headed = { headed_unit: string | null; headed_level: number | null; headed_points: number | null }

/** One person of a round, with the rating of each stage so far. */
export type Reviewed = {
  review_subject_id: number
  person_id: number
  unit_id: number
  group_id: number
  obligation_id: number | null
  unit_name: string
  full_name: string
  state: ReviewState | null
  own_level: number | null
  own_points: number | null
  proposed_level: number | null
  proposed_points: number | null
  votes: number | null
  /** Which meeting proposed that. */
  review_meeting_id: number | null
  appraised_level: number | null
  appraised_points: number | null
  decided_level: number | null
  decided_points: number | null
  complaint: string | null
} & Headed

export const listReviewed = query<{ unit: string; review_round_id: number; day: string; most: number }, Reviewed>(sql)
