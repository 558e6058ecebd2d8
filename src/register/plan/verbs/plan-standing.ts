import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import type { PlanState } from '../plan.ts'
import type { PlanTask } from '../reads/find-plan.ts'

export type PlanStanding = {
  state: PlanState
  version: number
  exemplary_content: string | null
  tasks_of_the_post: string | null
  presented_on: string | null
  comment: string | null
  today: string
}

/** Brings a plan where it stands from today on. What stood until yesterday is told again with its end; what stood only today was so within the day, and its closed row remembers it. */
export async function bringPlanTo(
  tx: Tx,
  { person_id: actor_id }: Actor,
  { post_id, person_id, year }: PlanTask,
  to: PlanStanding,
): Promise<void> {
  const { state, version, exemplary_content, tasks_of_the_post, presented_on, comment, today } = to
  await sql`
    with stood as (
           update action_plan a
              set recorded = closed(a.recorded)
            where a.post_id = ${post_id} and a.person_id = ${person_id} and a.year = ${year} and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'
           returning a.*)
    insert into action_plan (post_id, person_id, year, version, exemplary_content, tasks_of_the_post, presented_on, state, actor_id, comment, valid)
    select s.post_id, s.person_id, s.year, s.version, s.exemplary_content, s.tasks_of_the_post, s.presented_on, s.state, s.actor_id, s.comment,
           daterange(lower(s.valid), ${today}::date)
      from stood s
     where lower(s.valid) < ${today}::date`.execute(tx)
  await sql`
    insert into action_plan (post_id, person_id, year, version, exemplary_content, tasks_of_the_post, presented_on, state, actor_id, comment, valid)
    values (${post_id}, ${person_id}, ${year}, ${version}, ${exemplary_content}, ${tasks_of_the_post}, ${presented_on}, ${state}, ${actor_id}, ${comment},
            daterange(${today}::date, 'infinity'))`.execute(tx)
}
