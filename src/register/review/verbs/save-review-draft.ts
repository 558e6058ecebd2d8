import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { mergeDraft } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import type { ReviewCode } from '../problem-words.ts'
import { findReview, type Review } from '../reads/find-review.ts'
import { review_flow } from '../review.ts'

export type ReviewDraftSaving = { review_subject_id: number; version: number; fields: Fields; today: string }

/** Keeps what somebody writes of their own review. Refusals: unknown-review, not-yours, stale-version, too-long. */
export async function saveReviewDraft(
  tx: Tx,
  actor: Actor,
  { review_subject_id, version, fields, today }: ReviewDraftSaving,
): Promise<Outcome<{ version: number }, ReviewCode>> {
  const review = await lockedReview(tx, review_subject_id, today)
  if (!review) return refused({ code: 'unknown-review' })
  if (review.person_id !== actor.person_id) return refused(notYours(review_flow, 'self-review'))
  const current = { version: review.draft_version ?? 0, fields: review.draft ?? {} }
  const base = version === current.version ? current.fields : await fieldsAt(tx, review_subject_id, version)
  const merged = mergeDraft(current, { version, fields: base }, fields)
  if (!merged.ok) return merged
  if (merged.value === null) return done({ version: current.version })
  const next = current.version + 1
  await sql`
    insert into review_draft (review_subject_id, person_id, version, fields)
    values (${review_subject_id}, ${actor.person_id}, ${next}, ${JSON.stringify(merged.value)}::jsonb)`.execute(tx)
  return done({ version: next })
}

/** One writer of a review at a time. */
export async function lockedReview(tx: Tx, review_subject_id: number, day: string): Promise<Review | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('review', ${review_subject_id}))`.execute(tx)
  return (await findReview(tx, { review_subject_id, day }))[0]
}

async function fieldsAt(tx: Tx, review_subject_id: number, version: number): Promise<Fields> {
  const { rows } = await sql<{ fields: Fields }>`
    select fields from review_draft where review_subject_id = ${review_subject_id} and version = ${version}::bigint`.execute(tx)
  return rows[0]?.fields ?? {}
}
