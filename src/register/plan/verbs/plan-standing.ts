import { sql } from 'kysely'
import { type Actor, statement, type Tx } from '../../../platform/database/index.ts'
import type { PlanState } from '../plan.ts'
import type { PlanTask } from '../reads/find-plan.ts'

type PlanOf = Pick<PlanTask, 'post_id' | 'person_id' | 'year'>

export type PlanStanding = {
  state: PlanState
  version: number
  exemplary_content: string | null
  tasks_of_the_post: string | null
  presented_on: string | null
  comment: string | null
  today: string
}

/**
 * Brings a plan where it stands from today on. What stood until yesterday is told again with its end; what stood only
 * today was so within the day, and its closed row remembers it.
 */
export async function bringPlanTo(
  tx: Tx,
  { person_id: actor_id }: Actor,
  { post_id, person_id, year }: PlanOf,
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

/**
 * Takes out of the register what was handed in since the last approval, and brings the approved plan where it stood, as
 * if nothing had taken its place. The counts follow (`tally_plans`). Gives the version that stands again.
 */
export async function restorePlan(tx: Tx, plan: PlanOf): Promise<number> {
  await closeAmendment(tx, plan)
  const [restored] = await insertApproved(tx, plan)
  if (!restored) throw new Error(`no plan of person ${plan.person_id} stands again`)
  return restored.version
}

const newest_approved = `
  select * from action_plan
   where post_id = :post_id and person_id = :person_id and year = :year and state = 'approved' and upper(valid) = 'infinity'
   order by version desc, action_plan_id desc limit 1`

/** The rows of later versions, and the row that says until when the approved one stood. */
const closeAmendment = statement<PlanOf>(`
  update action_plan a
     set recorded = closed(a.recorded)
    from (${newest_approved}) s
   where a.post_id = s.post_id and a.person_id = s.person_id and a.year = s.year and upper(a.recorded) = 'infinity'
     and (a.version > s.version or (a.version = s.version and a.state = 'approved'))`)

const insertApproved = statement<PlanOf, { version: number }>(`
  insert into action_plan (post_id, person_id, year, version, exemplary_content, tasks_of_the_post, presented_on, state, actor_id, comment, valid)
  select post_id, person_id, year, version, exemplary_content, tasks_of_the_post, presented_on, state, actor_id, comment, valid from (${newest_approved}) s
  returning version`)
