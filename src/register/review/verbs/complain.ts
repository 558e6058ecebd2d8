import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { canMove, notYours, recordMove, wrongState } from '../../../platform/workflow/index.ts'
import { complaint_form } from '../forms.ts'
import type { ReviewCode } from '../problem-words.ts'
import { review_flow } from '../review.ts'
import { lockedReview } from './save-review-draft.ts'

export type Complaint = { review_subject_id: number; said: string; key: string; today: string }

/**
 * Says that one's rating is wrong: a row of its own, beside the decision, which stays. Refusals: unknown-review,
 * not-yours, wrong-state, no-complaint, too-long.
 */
export function complain(
  tx: Tx,
  actor: Actor & { person_id: number },
  { review_subject_id, said, key, today }: Complaint,
): Promise<Outcome<null, ReviewCode>> {
  return once(tx, actor, { key, act: 'complain-review', request: { review_subject_id, said } }, async () => {
    const review = await lockedReview(tx, review_subject_id, today)
    if (!review) return refused({ code: 'unknown-review' })
    if (review.person_id !== actor.person_id) return refused(notYours(review_flow, 'complain'))
    if (!canMove(review_flow, 'complain', review.state)) return refused(wrongState(review_flow, review.state))
    const wrong = problemsOf(problemsWith(complaint_form, { said }))
    if (wrong) return wrong
    await sql`
      insert into review_step (review_subject_id, state, happened_on, said, actor_id)
      values (${review_subject_id}, 'complained', ${today}, ${said}, ${actor.person_id})`.execute(tx)
    await recordMove(tx, actor, review_flow, 'complain', {
      object_id: review_subject_id,
      digest: digestOf({ review_subject_id, said, today }),
    })
    return done(null)
  })
}
