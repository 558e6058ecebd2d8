import { query } from '../../../platform/database/index.ts'
import type { ReviewState, RoundKind } from '../review.ts'

/** One of one's own reviews, with how it was last rated: null until somebody has. */
export type MyReview = {
  review_subject_id: number
  kind: RoundKind
  since: string
  until: string
  due_on: string
  state: ReviewState | null
  level_vi: string | null
  level_en: string | null
  points: number | null
  has_draft: boolean
}

/** Of whoever asks, the latest round first. */
export const listMyReviews = query<{ person_id: number }, MyReview>(`
  select s.review_subject_id, r.kind, lower(r.period)::text as since, (upper(r.period) - 1)::text as until, r.due_on::text as due_on,
         t.state, l.name_vi as level_vi, l.name_en as level_en, g.points,
         exists (select from review_draft d where d.review_subject_id = s.review_subject_id) as has_draft
    from review_subject s
    join review_round r using (review_round_id)
    left join lateral (select state from review_step where review_subject_id = s.review_subject_id and upper(recorded) = 'infinity'
                        order by review_step_id desc limit 1) t on true
    left join lateral (select rating_level_id, points from review_step
                        where review_subject_id = s.review_subject_id and rating_level_id is not null and upper(recorded) = 'infinity'
                        order by review_step_id desc limit 1) g on true
    left join rating_level l on l.rating_level_id = g.rating_level_id
   where s.person_id = :person_id
   order by upper(r.period) desc, s.review_subject_id desc`)
