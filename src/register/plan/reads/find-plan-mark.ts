import { query } from '../../../platform/database/index.ts'
import type { PlanTask } from './find-plan.ts'

/** What somebody found in an approved version of a plan. */
export type PlanMark = { is_exemplary: boolean; is_of_the_post: boolean; marked_on: string; said: string | null; by_name: string | null }

/** The mark that counts of the version that stands: the last one. At most one row. */
export const findPlanMark = query<Pick<PlanTask, 'post_id' | 'person_id' | 'year' | 'version'>, PlanMark>(`
  select m.is_exemplary, m.is_of_the_post, m.marked_on::text as marked_on, m.said, p.full_name as by_name
    from plan_mark m
    left join lateral (select full_name from person_version where person_id = m.actor_id and upper(recorded) = 'infinity' limit 1) p on true
   where m.post_id = :post_id and m.person_id = :person_id and m.year = :year and m.version = :version and upper(m.recorded) = 'infinity'
   order by m.plan_mark_id desc
   limit 1`)
