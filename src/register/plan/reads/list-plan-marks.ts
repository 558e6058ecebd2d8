import { query } from '../../../platform/database/index.ts'

/** What somebody found in an approved version of a plan; the last one counts. */
export type PlanMark = {
  plan_mark_id: number
  version: number
  is_exemplary: boolean
  is_of_the_post: boolean
  marked_on: string
  said: string | null
  by_name: string | null
}

/** The marks of a plan, the last one first. */
export const listPlanMarks = query<{ plan_duty_id: number }, PlanMark>(`
  select m.plan_mark_id, m.version, m.is_exemplary, m.is_of_the_post, m.marked_on::text as marked_on, m.said, p.full_name as by_name
    from plan_duty d
    join plan_mark m on m.post_id = d.post_id and m.person_id = d.person_id and m.year = d.year and upper(m.recorded) = 'infinity'
    left join lateral (select full_name from person_version where person_id = m.actor_id and upper(recorded) = 'infinity' limit 1) p on true
   where d.plan_duty_id = :plan_duty_id
   order by m.plan_mark_id desc`)
