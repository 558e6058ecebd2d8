import { query } from '../../../platform/database/index.ts'
import type { ReviewState } from '../review.ts'

/** A step of one review, as its history tells it; `about` is how it was rated there. */
export type ReviewStep = {
  review_step_id: number
  state: ReviewState
  happened_on: string
  said: string | null
  level_vi: string | null
  level_en: string | null
  points: number | null
  votes: number | null
  present: number | null
  is_own: boolean
  by_name: string | null
  full_name: string
}

export const listReviewSteps = query<{ review_subject_id: number }, ReviewStep>(`
  select t.review_step_id, t.state, t.happened_on::text as happened_on, t.said, l.name_vi as level_vi, l.name_en as level_en, t.points,
         t.votes, m.present, t.actor_id = s.person_id as is_own, b.full_name as by_name, p.full_name
    from review_subject s
    join review_step t using (review_subject_id)
    join person_version p on p.person_id = s.person_id and upper(p.recorded) = 'infinity'
    left join rating_level l using (rating_level_id)
    left join review_meeting m on m.review_meeting_id = t.review_meeting_id
    left join lateral (select full_name from person_version where person_id = t.actor_id and upper(recorded) = 'infinity' limit 1) b on true
   where s.review_subject_id = :review_subject_id and upper(t.recorded) = 'infinity'
   order by t.review_step_id`)
