import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../database/index.ts'
import { addJobs } from '../../jobs/index.ts'
import { may, noteAct, standingOf } from '../../role/index.ts'
import { problemsWith } from '../../staff/index.ts'
import type { AccessCode } from '../problem-words.ts'
import { isWanted, most_in_batch, type Whom } from './batch.ts'
import { newSalt } from './batch-codes.ts'
import { batch_form } from './forms.ts'
import { findInviteUnit, listNotCome } from './list-not-come.ts'

/** The task that writes the invitations of a batch; its subject is the batch. */
export const fill_batch = 'fill-invitation-batch'

type Asking = Actor & { person_id: number }

/**
 * Invites whoever of a unit and below has not opened an account: the batch, and the job that writes its invitations.
 * Gives its number. Refusals: `not-yours` (no unit of the administrator's), `too-many-to-invite`, `nobody-to-invite`.
 */
export async function beginBatch(
  tx: Tx,
  actor: Asking,
  { unit, whom, by_mail }: { unit: string; whom: Whom; by_mail: boolean },
  now: Date,
): Promise<Outcome<number, AccessCode>> {
  const problems = problemsOf(problemsWith(batch_form, { whom, by_mail }))
  if (problems) return problems
  const day = dayOf(now)
  const [found] = await findInviteUnit(tx, { unit, day })
  const standing = await standingOf(tx, actor.person_id, day)
  if (!found || !may(standing, 'account', 'invite', found).allowed) return refused({ code: 'not-yours', field: 'whom' })
  const problem = await problemWith(tx, found, whom, now)
  if (problem) return refused(problem)
  const batch = { unit_id: found.unit_id, whom, by_mail }
  const { invitation_batch_id } = await addBatch(tx, actor, batch, now)
  await addJobs(tx, fill_batch, [invitation_batch_id])
  await noteAct(tx, actor, 'invite-unit', 'invitation_batch', invitation_batch_id, batch)
  return done(invitation_batch_id)
}

type ToAsk = { unit_id: number; people: number }

async function problemWith(tx: Tx, { unit_id, people }: ToAsk, whom: Whom, now: Date): Promise<Problem<AccessCode> | null> {
  if (people > most_in_batch) return { code: 'too-many-to-invite', field: 'whom', limit: most_in_batch }
  const all = await listNotCome(tx, { unit_id, day: dayOf(now), now, most: most_in_batch })
  return all.some(one => isWanted(whom, one)) ? null : { code: 'nobody-to-invite', field: 'whom' }
}

type NewBatch = { unit_id: number; whom: Whom; by_mail: boolean }

/** A batch without invitations yet, and the salt of its codes. */
export async function addBatch(
  tx: Tx,
  { person_id: made_by }: Asking,
  batch: NewBatch,
  now: Date,
): Promise<{ invitation_batch_id: number; salt: string }> {
  const { invitation_batch_id } = await tx
    .insertInto('invitation_batch')
    .values({ ...batch, made_by, made_at: now })
    .returning('invitation_batch_id')
    .executeTakeFirstOrThrow()
  const salt = newSalt()
  await tx.insertInto('invitation_printing').values({ invitation_batch_id, made_by, salt, begun_at: now }).execute()
  return { invitation_batch_id, salt }
}

/**
 * Says that all of a batch is printed: from then on its codes stand on paper alone. One that is still being written, or
 * has letters on their way, keeps them. Gives whether they could be printed until now.
 */
export async function endPrinting(tx: Tx, actor: Actor, invitation_batch_id: number): Promise<Outcome<boolean, AccessCode>> {
  const gone = await tx
    .deleteFrom('invitation_printing')
    .where('invitation_batch_id', '=', invitation_batch_id)
    .where('invitation_batch_id', 'in', batches =>
      batches.selectFrom('invitation_batch').select('invitation_batch_id').where('done_at', 'is not', null),
    )
    .where(sql<boolean>`letters_on_their_way(invitation_batch_id) = 0`)
    .returning('invitation_batch_id')
    .executeTakeFirst()
  if (gone) await noteAct(tx, actor, 'end-printing', 'invitation_batch', invitation_batch_id)
  return done(gone !== undefined)
}
