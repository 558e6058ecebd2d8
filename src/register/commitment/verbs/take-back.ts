import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { type Actor, statement, type Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { addStep } from './submit-commitment.ts'

type TakingBack = { commitment_id: number; obligation_id: number; today: string }

/**
 * Withdraws a text. Where it was to take the place of an approved one, every text since then leaves the register from
 * now on, and the approved one stands again as if nothing had superseded it; so nobody is counted twice on a day
 * between. Gives the commitment that stands again, or null.
 */
export async function takeBack(tx: Tx, actor: Actor, { commitment_id, obligation_id, today }: TakingBack): Promise<number | null> {
  await addStep(tx, actor, { commitment_id, state: 'withdrawn', today })
  if ((await closeAmendments(tx, { obligation_id })).length === 0) return null
  const [restored] = await restoreNewest(tx, { obligation_id })
  if (!restored) throw new Error(`nothing of obligation ${obligation_id} stands again`)
  await record(tx, actor, {
    act: 'restore-commitment',
    object: 'commitment',
    object_id: String(restored.commitment_id),
    digest: digestOf({ ...restored, withdrawn: commitment_id, today }),
    retention: 'conduct',
  })
  return restored.commitment_id
}

const closeAmendments = statement<{ obligation_id: number }, { commitment_id: number }>(`
  update commitment
     set recorded = closed(recorded)
   where obligation_id = :obligation_id and upper(recorded) = 'infinity' and is_amendment_taken_back(commitment_id)
  returning commitment_id`)

const restoreNewest = statement<{ obligation_id: number }, { commitment_id: number; commitment_step_id: number }>(`
  update commitment_step
     set recorded = closed(recorded)
   where commitment_id = newest_text(:obligation_id) and state = 'superseded' and upper(recorded) = 'infinity'
  returning commitment_id, commitment_step_id`)
