import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { mergeDraft } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import { commitment_flow } from '../commitment.ts'
import type { CommitmentCode } from '../problem-words.ts'
import { findTask } from '../reads/find-task.ts'

/** `fields` are those of the page that was sent; `version` the draft it was read from (0: none yet). */
export type DraftSaving = { obligation_id: number; version: number; fields: Fields; today: string }

/**
 * Keeps what somebody is writing, whole or not; never over what somebody else wrote since it was read. Refusals:
 * unknown-obligation, not-yours, stale-version.
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  { obligation_id, version, fields, today }: DraftSaving,
): Promise<Outcome<{ version: number }, CommitmentCode>> {
  await lockObligation(tx, obligation_id)
  const [task] = await findTask(tx, { obligation_id, day: today })
  if (!task) return refused({ code: 'unknown-obligation' })
  if (task.person_id !== actor.person_id) return refused(notYours(commitment_flow, 'submit'))
  const current = { version: task.draft_version ?? 0, fields: task.draft ?? {} }
  const base = version === current.version ? current.fields : await fieldsAt(tx, obligation_id, version)
  const merged = mergeDraft(current, { version, fields: base }, fields)
  if (!merged.ok) return merged
  if (merged.value === null) return done({ version: current.version })
  const next = current.version + 1
  await sql`
    insert into commitment_draft (obligation_id, version, person_id, fields)
    values (${obligation_id}, ${next}, ${actor.person_id}, ${JSON.stringify(merged.value)}::jsonb)`.execute(tx)
  return done({ version: next })
}

/** One writer of an obligation at a time; the schema takes the same lock for approvals. */
export async function lockObligation(tx: Tx, obligation_id: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('obligation', ${obligation_id}))`.execute(tx)
}

async function fieldsAt(tx: Tx, obligation_id: number, version: number): Promise<Fields> {
  const { rows } = await sql<{ fields: Fields }>`
    select fields from commitment_draft where obligation_id = ${obligation_id} and version = ${version}::bigint`.execute(tx)
  return rows[0]?.fields ?? {}
}
