import { sql } from 'kysely'
import type { Actor, Tx } from '../database/index.ts'
import { type Fields, withVersion } from '../ledger/index.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import { findTask } from './find-task.ts'

/** `fields` are those of the page that was sent; `version` the draft it was read from (0: none yet). */
export type DraftSaving = { obligation_id: number; version: number; fields: Fields; today: string }

/**
 * Keeps what somebody is writing, whole or not. Only the fields of the page are looked at: where nobody changed them meanwhile, they go on top of the rest. Where somebody did
 * (another tab, another machine), nothing is kept and stale-version brings both texts. Refusals: unknown-obligation, not-yours, stale-version.
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  { obligation_id, version, fields, today }: DraftSaving,
): Promise<Outcome<{ version: number }>> {
  await lockObligation(tx, obligation_id)
  const [task] = await findTask(tx, { obligation_id, day: today })
  if (!task) return refused({ code: 'unknown-obligation' })
  if (task.person_id !== actor.person_id) return refused({ code: 'not-yours' })
  const current = { version: task.draft_version ?? 0, fields: task.draft ?? {} }
  const base = version === current.version ? current.fields : await fieldsAt(tx, obligation_id, version)
  const theirs = only(fields, current.fields)
  // What was sent and what stands may be alike: a draft that saved itself just before the button was pressed.
  if (!isSame(theirs, only(fields, base)) && !isSame(theirs, fields)) {
    const verdict = withVersion({ version }, { ...current, fields: theirs }, fields)
    if (!verdict.ok) return verdict
  }
  const merged = { ...current.fields, ...fields }
  if (current.version > 0 && isSame(merged, current.fields)) return done({ version: current.version })
  const next = current.version + 1
  await sql`
    insert into commitment_draft (obligation_id, version, person_id, fields)
    values (${obligation_id}, ${next}, ${actor.person_id}, ${JSON.stringify(merged)}::jsonb)`.execute(tx)
  return done({ version: next })
}

/** One writer of an obligation at a time; the schema takes the same lock for approvals. */
export async function lockObligation(tx: Tx, obligation_id: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('obligation', ${obligation_id}))`.execute(tx)
}

async function fieldsAt(tx: Tx, obligation_id: number, version: number): Promise<Fields> {
  const { rows } = await sql<{ fields: Fields }>`
    select fields from commitment_draft where obligation_id = ${obligation_id} and version = ${version}`.execute(tx)
  return rows[0]?.fields ?? {}
}

function only(names: Fields, from: Fields): Fields {
  return Object.fromEntries(Object.keys(names).map(name => [name, Object.hasOwn(from, name) ? from[name]! : '']))
}

function isSame(one: Fields, other: Fields): boolean {
  return Object.keys(one).every(name => one[name] === (other[name] ?? ''))
}
