import { query } from '../../../../platform/database/index.ts'
import type { CaseState } from '../standing-case.ts'

export type StepRow = {
  step_id: number
  state: CaseState
  happened_on: string
  comment: string | null
  is_own: boolean | null
  by_name: string | null
  full_name: string
  undone_at: string | null
}

/** The steps of a case; who took each is named where whoever asks may read their file. */
export const listSteps = query<{ standing_case_id: number }, StepRow>(`
  select s.standing_case_step_id as step_id, s.state, day_in_vietnam(lower(s.recorded)) as happened_on, s.comment,
         s.taken_by = c.begun_by as is_own, v.full_name as by_name, coalesce(v.full_name, '') as full_name, null as undone_at
    from standing_case_step s
    join standing_case c       on c.standing_case_id = s.standing_case_id
    left join person_version v on v.person_id = s.taken_by and is_open(v.recorded)
   where s.standing_case_id = :standing_case_id::bigint
   order by s.standing_case_step_id`)
