import { query } from '../../../platform/database/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { ReviewState, RoundKind } from '../review.ts'
import sql from './find-review.sql?raw'

/** Somebody's review in a round. Days as ISO text; `commitment_id` is the approved text of the round's year. */
export type Review = {
  review_subject_id: number
  review_round_id: number
  person_id: number
  unit_id: number
  unit_name: string
  full_name: string
  kind: RoundKind
  since: string
  until: string
  due_on: string
  rating_scheme_id: number
  obligation_id: number | null
  commitment_id: number | null
  state: ReviewState | null
  draft_version: number | null
  draft: Fields | null
}

/** At most one row; none outside the scope of who asks. `day` is today in Vietnam. */
export const findReview = query<{ review_subject_id: number; day: string }, Review>(sql)
