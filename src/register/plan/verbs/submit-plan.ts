import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { canMove, notYours, recordMove } from '../../../platform/workflow/index.ts'
import { problemsWithPlan } from '../forms.ts'
import { type PlanText, plan_flow } from '../plan.ts'
import { planFrom } from '../plan-fields.ts'
import { digestOfPlan } from '../plan-receipt.ts'
import type { PlanCode } from '../problem-words.ts'
import { listSections, type PlanTask, planAskedOf } from '../reads/find-plan.ts'
import { bringPlanTo } from './plan-standing.ts'
import { lockedPlan } from './save-plan-draft.ts'

/** `key` numbers the press of the button, `version` the draft that was read on the page that was sent. */
export type PlanSubmission = { plan_duty_id: number; version: number; key: string; today: string }
export type PlanReceipt = { number: string; digest: string; version: number }

/**
 * Hands a leader's draft in to the level above. Over an approved plan it is an amendment: the next version, and it
 * counts again once it is approved. Refusals: unknown-plan, not-yours, tenure-ended, plan-concluded, stale-version,
 * already-submitted, and those of the text.
 */
export function submitPlan(
  tx: Tx,
  actor: Actor,
  { plan_duty_id, version, key, today }: PlanSubmission,
): Promise<Outcome<PlanReceipt, PlanCode>> {
  return once(tx, actor, { key, act: 'submit-plan', request: { plan_duty_id, version } }, async () => {
    const task = await lockedPlan(tx, plan_duty_id, today)
    if (!task) return refused({ code: 'unknown-plan' })
    if (task.person_id !== actor.person_id) return refused(notYours(plan_flow, 'submit'))
    if ((task.draft_version ?? 0) !== version) return refused({ code: 'stale-version', limit: task.draft_version ?? 0 })
    const text = planFrom(task.draft ?? {})
    const asked = planAskedOf(task, await listSections(tx, task.form_version))
    const wrong = problemsOf([...problemsWithMoment(task), ...problemsWithPlan(text, asked, { today })])
    return wrong ?? handIn(tx, actor, task, text, today)
  })
}

function* problemsWithMoment({ is_held, state, concluded_on }: PlanTask): Generator<Problem<PlanCode>> {
  if (concluded_on) yield { code: 'plan-concluded', limit: concluded_on }
  if (!is_held) yield { code: 'tenure-ended' }
  if (!canMove(plan_flow, 'submit', state)) yield { code: 'already-submitted' }
}

async function handIn(tx: Tx, actor: Actor, task: PlanTask, text: PlanText, today: string): Promise<Outcome<PlanReceipt, PlanCode>> {
  const { plan_duty_id, person_id, year } = task
  const version = (task.last_version ?? 0) + 1
  const { exemplary_content, tasks_of_the_post, presented_on } = text
  await bringPlanTo(tx, actor, task, {
    state: 'submitted',
    version,
    exemplary_content,
    tasks_of_the_post,
    presented_on,
    comment: null,
    today,
  })
  await sql`
    insert into plan_deed (plan_duty_id, person_id, version, ordinal, what, how, measure, due_on)
    select ${plan_duty_id}, ${person_id}, ${version}, d.ordinal, d.what, nullif(d.how, ''), d.measure, d.due_on
      from jsonb_to_recordset(${JSON.stringify(text.deeds.map((deed, i) => ({ ...deed, ordinal: i + 1 })))}::jsonb)
           as d (ordinal integer, what text, how text, measure text, due_on date)`.execute(tx)
  const digest = digestOfPlan({ plan_duty_id, person: person_id, year, version, text })
  const number = `KH-${year}-${String(plan_duty_id).padStart(6, '0')}-${version}`
  await sql`
    insert into plan_receipt (plan_duty_id, person_id, version, number, digest)
    values (${plan_duty_id}, ${person_id}, ${version}, ${number}, ${digest})`.execute(tx)
  await recordMove(tx, actor, plan_flow, 'submit', { object_id: plan_duty_id, from_version: task.version, to_version: version, digest })
  return done({ number, digest, version })
}
