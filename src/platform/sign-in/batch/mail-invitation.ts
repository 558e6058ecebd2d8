import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../database/index.ts'
import { addJobs } from '../../jobs/index.ts'
import { addInvitation } from '../invitation/add-invitation.ts'
import { findToInvite, type Invitable } from '../invitation/invite-person.ts'
import type { AccessCode } from '../problem-words.ts'
import { codeOf } from './batch-codes.ts'
import { addBatch } from './begin-batch.ts'
import { noteLetter, post_invitation } from './post-invitation.ts'

type Mailing = { person_id: number; key: Buffer; now: Date }

/**
 * Invites one person by a letter, as a batch of one: its page says how far the letter has come, and prints what no
 * letter brings. Gives the number of the batch. Refusals: `not-yours`, `beyond-reach`, `no-known-address` (none was
 * noted, or the account is open and the address its owner's).
 */
export async function mailInvitation(
  tx: Tx,
  actor: Actor & { person_id: number },
  { person_id, key, now }: Mailing,
): Promise<Outcome<number, AccessCode>> {
  const found = await findToInvite(tx, actor, person_id, now)
  if (!found.ok) return found
  if (found.value.email === null) return refused({ code: 'no-known-address', field: 'person_id' })
  const { invitation_batch_id, salt } = await addBatch(tx, actor, { ...batchOf(found.value), by_mail: true }, now)
  const code = codeOf(key, salt, person_id)
  const { invitation_id } = await addInvitation(tx, actor, { person: found.value, code, invitation_batch_id }, now)
  await noteLetter(tx, invitation_id, { state: 'queued', reason: null })
  await addJobs(tx, post_invitation, [invitation_id])
  const written = { wanted: 1, left_out: 0, done_at: now }
  await tx.updateTable('invitation_batch').set(written).where('invitation_batch_id', '=', invitation_batch_id).execute()
  return done(invitation_batch_id)
}

/** The account is opened with the first invitation: who has none was never invited. */
function batchOf({ unit_id, sign_in_name }: Invitable) {
  return { unit_id, whom: sign_in_name === null ? 'new' : 'not-come' } as const
}
