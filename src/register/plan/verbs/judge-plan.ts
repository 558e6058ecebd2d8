import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Refusal, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { type Standing, standingOf } from '../../../platform/role/index.ts'
import { decideMaker, decideMove, type Movable, permittedMoves, readComment, recordMove } from '../../../platform/workflow/index.ts'
import { type PlanMove, plan_flow } from '../plan.ts'
import type { PlanCode } from '../problem-words.ts'
import type { PlanTask } from '../reads/find-plan.ts'
import { bringPlanTo, type PlanStanding } from './plan-standing.ts'
import { lockedPlan } from './save-plan-draft.ts'

export type Judge = Actor & { person_id: number }
/** `version` is the one that was in view. */
export type PlanJudging = { plan_duty_id: number; version: number; key: string; today: string }

/**
 * The level above stands behind a plan. Refusals: unknown-plan, own-work, own-leader, not-yours, wrong-state,
 * stale-plan; plan-concluded, of an amendment.
 */
export function approvePlan(tx: Tx, actor: Judge, judging: PlanJudging): Promise<Outcome<{ version: number }, PlanCode>> {
  return judge(tx, actor, 'approve', judging, null)
}

/** Gives a plan back with what is to be mended. Refusals as above, and no-comment, too-long. */
export async function returnPlan(
  tx: Tx,
  actor: Judge,
  { comment, ...judging }: PlanJudging & { comment: string },
): Promise<Outcome<{ version: number }, PlanCode>> {
  const said = readComment(comment)
  return said.ok ? judge(tx, actor, 'return', judging, said.value) : said
}

function judge(
  tx: Tx,
  actor: Judge,
  judgement: 'approve' | 'return',
  { plan_duty_id, version, key, today }: PlanJudging,
  comment: string | null,
): Promise<Outcome<{ version: number }, PlanCode>> {
  return once(tx, actor, { key, act: `${judgement}-plan`, request: { plan_duty_id, version, comment } }, async () => {
    const task = await lockedPlan(tx, plan_duty_id, today)
    if (!task) return refused({ code: 'unknown-plan' })
    const decision = decideMove(plan_flow, judgement, movable(task), fromAbove(await standingOf(tx, actor.person_id, today), task))
    if (!decision.ok) return decision
    if (judgement === 'approve' && task.concluded_on) return refused({ code: 'plan-concluded', limit: task.concluded_on })
    if (task.version !== version) return refused({ code: 'stale-plan', limit: task.version ?? 0 })
    const state = judgement === 'approve' ? 'approved' : 'returned'
    const refusal = await bring(tx, actor, task, { state, comment, today })
    if (refusal) return refusal
    const digest = digestOf({ plan_duty_id, version, state, today, comment })
    await recordMove(tx, actor, plan_flow, judgement, { object_id: plan_duty_id, digest, ...decision.value })
    return done({ version })
  })
}

/** Whether somebody may say what they find in an approved plan. */
export function canMark(task: PlanTask, standing: Standing): boolean {
  return task.state === 'approved' && decideMaker(plan_flow, 'approve', movable(task), fromAbove(standing, task)).ok
}

/** What somebody may do with a plan now. */
export function movesOfPlan(task: PlanTask, standing: Standing): PlanMove[] {
  return permittedMoves(plan_flow, movable(task), fromAbove(standing, task))
}

function movable({ led_unit_id, person_id, state }: PlanTask): Movable {
  return { unit_id: led_unit_id, hands: [person_id], state }
}

/**
 * An office above the unit that the plan belongs to judges it: the office of that unit itself is led by the plan's
 * author.
 */
export function fromAbove({ person_id, held }: Standing, { led_unit_id }: PlanTask): Standing {
  return { person_id, held: held.filter(({ unit_id }) => unit_id !== led_unit_id) }
}

function bring(
  tx: Tx,
  actor: Judge,
  task: PlanTask,
  judged: Pick<PlanStanding, 'state' | 'comment' | 'today'>,
): Promise<Refusal<PlanCode> | null> {
  const { version, exemplary_content, tasks_of_the_post, presented_on } = task
  const standing = { ...judged, version: version!, exemplary_content, tasks_of_the_post, presented_on }
  return refusingOwnLeader(() => bringPlanTo(tx, actor, task, standing))
}

/** The database alone sees every unit that the author heads, and refuses where the judge's office is among them. */
export async function refusingOwnLeader(write: () => Promise<void>): Promise<Refusal<PlanCode> | null> {
  try {
    await write()
    return null
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'nobody_judges_their_leader') throw error
    return refused({ code: 'own-leader' })
  }
}
