import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { mergeDraft } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import { plan_flow } from '../plan.ts'
import type { PlanCode } from '../problem-words.ts'
import { findPlan, type PlanTask } from '../reads/find-plan.ts'

export type PlanDraftSaving = { plan_duty_id: number; version: number; fields: Fields; today: string }

/**
 * Keeps what a leader is writing, as saveDraft does for a commitment. Refusals: unknown-plan, not-yours, stale-version.
 */
export async function savePlanDraft(
  tx: Tx,
  actor: Actor,
  { plan_duty_id, version, fields, today }: PlanDraftSaving,
): Promise<Outcome<{ version: number }, PlanCode>> {
  const task = await lockedPlan(tx, plan_duty_id, today)
  if (!task) return refused({ code: 'unknown-plan' })
  if (task.person_id !== actor.person_id) return refused(notYours(plan_flow, 'submit'))
  const current = { version: task.draft_version ?? 0, fields: task.draft ?? {} }
  const base = version === current.version ? current.fields : await fieldsAt(tx, plan_duty_id, version)
  const merged = mergeDraft(current, { version, fields: base }, fields)
  if (!merged.ok) return merged
  if (merged.value === null) return done({ version: current.version })
  const next = current.version + 1
  await sql`
    insert into plan_draft (plan_duty_id, person_id, version, fields)
    values (${plan_duty_id}, ${actor.person_id}, ${next}, ${JSON.stringify(merged.value)}::jsonb)`.execute(tx)
  return done({ version: next })
}

/** One writer of a plan at a time. */
export async function lockedPlan(tx: Tx, plan_duty_id: number, day: string): Promise<PlanTask | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('plan', ${plan_duty_id}))`.execute(tx)
  return (await findPlan(tx, { plan_duty_id, day }))[0]
}

async function fieldsAt(tx: Tx, plan_duty_id: number, version: number): Promise<Fields> {
  const { rows } = await sql<{ fields: Fields }>`
    select fields from plan_draft where plan_duty_id = ${plan_duty_id} and version = ${version}::bigint`.execute(tx)
  return rows[0]?.fields ?? {}
}
