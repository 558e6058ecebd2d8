import { type Outcome, refused, withField } from '../../../basis/shared/outcome.ts'
import { type Actor, asOwner, change, type Database } from '../../../platform/database/index.ts'
import type { Standing } from '../../../platform/role/index.ts'
import { readComment } from '../../../platform/workflow/index.ts'
import { withdrawConsent } from '../../../register/exemplar/index.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { mayInNewsroom } from '../may-in-newsroom.ts'

/**
 * Somebody of a newsroom has heard that a person takes their consent back, and records it: the person is left out of
 * every text at once. It needs no second pair of eyes, for it only takes away. Refusals: not-yours, no-comment,
 * too-long, unknown-consent, consent-ended.
 */
export async function recordWithdrawal(
  database: Pick<Database, 'connect'>,
  actor: Actor & { person_id: number },
  standing: Standing,
  asked: { consent_id: number; reason: string },
): Promise<Outcome<{ scope: string }, DraftCode>> {
  if (!mayInNewsroom(standing, 'read')) return refused({ code: 'not-yours' })
  const reason = readComment(asked.reason)
  if (!reason.ok) return withField(reason, 'reason')
  return asOwner(database, owned => change(owned, actor, tx => withdrawConsent(tx, actor, { ...asked, reason: reason.value })))
}
