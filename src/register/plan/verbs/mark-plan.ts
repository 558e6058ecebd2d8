import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { decideMaker } from '../../../platform/workflow/index.ts'
import { mark_form } from '../forms.ts'
import { plan_flow } from '../plan.ts'
import type { PlanCode } from '../problem-words.ts'
import type { PlanTask } from '../reads/find-plan.ts'
import { fromAbove, type Judge, type PlanJudging, refusingOwnLeader } from './judge-plan.ts'
import { lockedPlan } from './save-plan-draft.ts'

export type PlanMarking = PlanJudging & Answers<typeof mark_form>

/**
 * The level above says of an approved plan whether its exemplary part is concrete and its tasks are those of the post.
 * The plan stands as it is, and a later mark instead of this one. Refusals: unknown-plan, own-work, own-leader,
 * not-yours, not-approved, stale-plan, no-mark, too-long.
 */
export function markPlan(
  tx: Tx,
  actor: Judge,
  { plan_duty_id, version, key, today, ...mark }: PlanMarking,
): Promise<Outcome<null, PlanCode>> {
  return once(tx, actor, { key, act: 'mark-plan', request: { plan_duty_id, version, ...mark } }, async () => {
    const task = await lockedPlan(tx, plan_duty_id, today)
    if (!task) return refused({ code: 'unknown-plan' })
    const standing = fromAbove(await standingOf(tx, actor.person_id, today), task)
    const decision = decideMaker(plan_flow, 'approve', { unit_id: task.led_unit_id, hands: [task.person_id] }, standing)
    if (!decision.ok) return decision
    if (task.state !== 'approved') return refused({ code: 'not-approved' })
    if (task.version !== version) return refused({ code: 'stale-plan', limit: task.version ?? 0 })
    const wrong = problemsOf([...problemsWith(mark_form, mark)])
    if (wrong) return wrong
    const refusal = await refusingOwnLeader(() => addMark(tx, actor, task, { ...mark, today }))
    if (refusal) return refusal
    await record(tx, actor, {
      ...{ act: 'mark-plan', object: 'plan', object_id: String(plan_duty_id), retention: 'conduct' as const },
      ...{ digest: digestOf({ plan_duty_id, version, ...mark, today }), ...decision.value },
    })
    return done(null)
  })
}

type Mark = Answers<typeof mark_form> & { today: string }

async function addMark(
  tx: Tx,
  { person_id: actor_id }: Judge,
  { post_id, person_id, year, version }: PlanTask,
  { exemplary, of_the_post, said, today }: Mark,
): Promise<void> {
  await sql`
    insert into plan_mark (post_id, person_id, year, version, is_exemplary, is_of_the_post, marked_on, said, actor_id)
    values (${post_id}, ${person_id}, ${year}, ${version}, ${exemplary === 'yes'}, ${of_the_post === 'yes'}, ${today}, ${said || null}, ${actor_id})`.execute(
    tx,
  )
}
