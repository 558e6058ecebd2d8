import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { canMove, notYours, recordMove, wrongState } from '../../../platform/workflow/index.ts'
import { type Deed, listDeeds } from '../../commitment/index.ts'
import { listRatingSchemes } from '../../programme/index.ts'
import { deedIn, overallIn, selfReviewForm } from '../forms.ts'
import type { ReviewCode } from '../problem-words.ts'
import { ratingFrom } from '../rating.ts'
import type { Review } from '../reads/find-review.ts'
import { review_flow } from '../review.ts'
import { lockedReview } from './save-review-draft.ts'

export type SelfReview = { review_subject_id: number; version: number; key: string; today: string }

/**
 * Hands one's own review in, as the draft has it; until the collective has met it may be handed in again. Refusals:
 * unknown-review, not-yours, stale-version, wrong-state, and those of the form.
 */
export function reviewOneself(
  tx: Tx,
  actor: Actor & { person_id: number },
  { review_subject_id, version, key, today }: SelfReview,
): Promise<Outcome<{ review_step_id: number }, ReviewCode>> {
  return once(tx, actor, { key, act: 'self-review', request: { review_subject_id, version } }, async () => {
    const review = await lockedReview(tx, review_subject_id, today)
    if (!review) return refused({ code: 'unknown-review' })
    if (review.person_id !== actor.person_id) return refused(notYours(review_flow, 'self-review'))
    if ((review.draft_version ?? 0) !== version) return refused({ code: 'stale-version', limit: review.draft_version ?? 0 })
    if (!canMove(review_flow, 'self-review', review.state)) return refused(wrongState(review_flow, review.state))
    const deeds = await deedsOf(tx, review)
    const scheme = (await listRatingSchemes(tx, { day: today })).find(
      ({ rating_scheme_id }) => rating_scheme_id === review.rating_scheme_id,
    )!
    const fields = review.draft ?? {}
    const wrong = problemsOf(selfReviewForm(deeds, scheme).problemsWith(fields))
    if (wrong) return wrong
    const { strengths, shortcomings, rating } = overallIn(fields)
    const { rating_level_id, points } = ratingFrom(scheme, rating)!
    const { rows } = await sql<{ review_step_id: number }>`
      insert into review_step (review_subject_id, state, happened_on, rating_level_id, points, said, shortcomings, actor_id)
      values (${review_subject_id}, 'self-reviewed', ${today}, ${rating_level_id}, ${points}, ${strengths}, ${shortcomings}, ${actor.person_id})
      returning review_step_id`.execute(tx)
    const { review_step_id } = rows[0]!
    const said = deeds.map(({ deed_id }) => ({ deed_id, ...deedIn(fields, deed_id) }))
    await sql`
      insert into reviewed_deed (review_step_id, deed_id, result, said)
      select ${review_step_id}, d.deed_id, d.result, nullif(d.said, '')
        from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as d (deed_id bigint, result text, said text)`.execute(tx)
    await recordMove(tx, actor, review_flow, 'self-review', {
      object_id: review_subject_id,
      digest: digestOf({ review_subject_id, fields, today }),
    })
    return done({ review_step_id })
  })
}

/** The deeds that a review goes through: those of the approved commitment of its year that were not replaced. */
export async function deedsOf(tx: Parameters<typeof listDeeds>[0], { commitment_id }: Pick<Review, 'commitment_id'>): Promise<Deed[]> {
  const deeds = commitment_id === null ? [] : await listDeeds(tx, { commitment_id })
  return deeds.filter(({ state }) => state !== 'replaced')
}
