import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Refusal, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { once, record } from '../../platform/ledger/index.ts'
import { may, type Standing, standingOf } from '../../platform/role/index.ts'
import { written } from '../commitment/index.ts'
import type { PlanTask } from './find-plan.ts'
import { canMovePlan, plan_moves } from './plan.ts'
import { bringPlanTo, type PlanStanding } from './plan-standing.ts'
import { lockedPlan } from './save-plan-draft.ts'

type Judge = Actor & { person_id: number }
/** `version` is the one that was in view. */
export type PlanJudging = { plan_duty_id: number; version: number; key: string; today: string }

const longest_comment = 1000

/** The level above stands behind a plan. Refusals: unknown-plan, own-plan, own-leader, not-yours, wrong-state, stale-plan. */
export function approvePlan(tx: Tx, actor: Judge, judging: PlanJudging): Promise<Outcome<{ version: number }>> {
  return judge(tx, actor, 'approve', judging, null)
}

/** Gives a plan back with what is to be mended. Refusals as above, and no-comment, too-long. */
export async function returnPlan(
  tx: Tx,
  actor: Judge,
  { comment, ...judging }: PlanJudging & { comment: string },
): Promise<Outcome<{ version: number }>> {
  const said = written(comment)
  if (said === '') return refused({ code: 'no-comment', field: 'comment' })
  if (said.length > longest_comment) return refused({ code: 'too-long', field: 'comment', limit: longest_comment })
  return judge(tx, actor, 'return', judging, said)
}

function judge(
  tx: Tx,
  actor: Judge,
  judgement: 'approve' | 'return',
  { plan_duty_id, version, key, today }: PlanJudging,
  comment: string | null,
): Promise<Outcome<{ version: number }>> {
  const act = `${judgement}-plan`
  return once(tx, actor, { key, act, request: { plan_duty_id, version, comment } }, async () => {
    const task = await lockedPlan(tx, plan_duty_id, today)
    if (!task) return refused({ code: 'unknown-plan' })
    if (task.person_id === actor.person_id) return refused({ code: 'own-plan' })
    const leave = mayJudge(await standingOf(tx, actor.person_id, today), task)
    if (!leave.allowed) return refused({ code: 'not-yours' })
    if (!canMovePlan(judgement, task.state)) return refused({ code: 'wrong-state' })
    if (task.version !== version) return refused({ code: 'stale-plan', limit: task.version ?? 0 })
    const state = plan_moves[judgement].to
    const refusal = await bring(tx, actor, task, { state, comment, today })
    if (refusal) return refusal
    const digest = digestOf({ plan_duty_id, version, state, today, comment })
    const { on_behalf_of } = leave
    await record(tx, actor, { act, object: 'plan', object_id: String(plan_duty_id), digest, retention: 'conduct', on_behalf_of })
    return done({ version })
  })
}

/** An office above the unit that the plan belongs to: the office of that unit itself is led by the plan's author. */
export function mayJudge({ person_id, held }: Standing, { led_unit_id, person_id: subject }: Pick<PlanTask, 'led_unit_id' | 'person_id'>) {
  const from_above = { person_id, held: held.filter(({ unit_id }) => unit_id !== led_unit_id) }
  return may(from_above, 'plan', 'approve', { unit_id: led_unit_id, person_id: subject })
}

/** The database alone sees every unit that the author heads, and refuses where the judge's office is among them. */
async function bring(
  tx: Tx,
  actor: Judge,
  task: PlanTask,
  judged: Pick<PlanStanding, 'state' | 'comment' | 'today'>,
): Promise<Refusal | null> {
  const { version, exemplary_content, tasks_of_the_post, presented_on } = task
  try {
    await bringPlanTo(tx, actor, task, { ...judged, version: version!, exemplary_content, tasks_of_the_post, presented_on })
    return null
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'nobody_judges_their_leader') throw error
    return refused({ code: 'own-leader' })
  }
}
