import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { notYours, recordMove, wrongState } from '../../../platform/workflow/index.ts'
import { isWithdrawable, plan_flow } from '../plan.ts'
import type { PlanCode } from '../problem-words.ts'
import { restorePlan } from './plan-standing.ts'
import { lockedPlan } from './save-plan-draft.ts'

/**
 * Takes an amendment back until it is approved: the approved plan stands again, and the draft stays. The next one that
 * is handed in has the next number, for this one's receipt was given. Gives the version that stands. Refusals:
 * unknown-plan, not-yours, wrong-state.
 */
export async function withdrawPlanAmendment(
  tx: Tx,
  actor: Actor,
  { plan_duty_id, today }: { plan_duty_id: number; today: string },
): Promise<Outcome<{ version: number }, PlanCode>> {
  const task = await lockedPlan(tx, plan_duty_id, today)
  if (!task) return refused({ code: 'unknown-plan' })
  if (task.person_id !== actor.person_id) return refused(notYours(plan_flow, 'withdraw-amendment'))
  if (!isWithdrawable(task)) return refused(wrongState(plan_flow, task.state))
  const version = await restorePlan(tx, task)
  await recordMove(tx, actor, plan_flow, 'withdraw-amendment', {
    object_id: plan_duty_id,
    from_version: task.version,
    to_version: version,
    digest: digestOf({ plan_duty_id, withdrawn: task.version, version, today }),
  })
  return done({ version })
}
