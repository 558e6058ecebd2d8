import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { notYours, recordMove, wrongState } from '../../../platform/workflow/index.ts'
import { commitment_flow, type Withdrawal, withdrawalOf } from '../commitment.ts'
import type { CommitmentCode } from '../problem-words.ts'
import { findTask } from '../reads/find-task.ts'
import { lockObligation } from './save-draft.ts'
import { takeBack } from './take-back.ts'

export type OwnTask = { obligation_id: number; today: string }

/**
 * Takes back what the cell has not endorsed yet; the draft stays. An approved text that it was to replace stands again.
 * Gives the move. Refusals: unknown-obligation, not-yours, wrong-state.
 */
export async function withdrawCommitment(
  tx: Tx,
  actor: Actor,
  { obligation_id, today }: OwnTask,
): Promise<Outcome<Withdrawal, CommitmentCode>> {
  await lockObligation(tx, obligation_id)
  const [task] = await findTask(tx, { obligation_id, day: today })
  if (!task) return refused({ code: 'unknown-obligation' })
  if (task.person_id !== actor.person_id) return refused(notYours(commitment_flow, 'withdraw'))
  const { commitment_id } = task
  const move = withdrawalOf(task)
  if (commitment_id === null || !move) return refused(wrongState(commitment_flow, task.state))
  await takeBack(tx, actor, { commitment_id, obligation_id, today })
  const digest = digestOf({ commitment_id, state: 'withdrawn', today })
  await recordMove(tx, actor, commitment_flow, move, { object_id: commitment_id, digest })
  return done(move)
}

/**
 * Says that what somebody entered from one's paper is what one wrote. Once is enough. Refusals: unknown-obligation,
 * not-yours, nothing-to-confirm.
 */
export async function confirmProxy(tx: Tx, actor: Actor, { obligation_id, today }: OwnTask): Promise<Outcome<null, CommitmentCode>> {
  await lockObligation(tx, obligation_id)
  const [task] = await findTask(tx, { obligation_id, day: today })
  if (!task) return refused({ code: 'unknown-obligation' })
  if (task.person_id !== actor.person_id) return refused(notYours(commitment_flow, 'submit'))
  const { commitment_id, awaits_confirmation, digest } = task
  if (commitment_id === null || digest === null || !awaits_confirmation) return refused({ code: 'nothing-to-confirm' })
  await sql`insert into proxy_confirmation (commitment_id, person_id) values (${commitment_id}, ${actor.person_id})`.execute(tx)
  await record(tx, actor, { act: 'confirm-proxy', object: 'commitment', object_id: String(commitment_id), digest, retention: 'conduct' })
  return done(null)
}
