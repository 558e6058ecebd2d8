import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { recordMove } from '../../../platform/workflow/index.ts'
import type { Clerk } from '../verbs/take-step.ts'
import { type AwardListMove, type AwardListState, award_list_flow } from './award-list.ts'

type Step = { award_list_id: number; digest: string; move: AwardListMove; state?: AwardListState; comment?: string | null }

/** Writes a step of a list with its entry of the ledger, over the digest of the file. */
export async function takeListStep(tx: Tx, actor: Clerk, { award_list_id, digest, move, comment = null, ...step }: Step): Promise<void> {
  const state = step.state ?? award_list_flow.moves[move].to
  await sql`
    insert into award_list_step (award_list_id, state, taken_by, comment)
    values (${award_list_id}, ${state}, ${actor.person_id}, ${comment})`.execute(tx)
  await recordMove(tx, actor, award_list_flow, move, {
    object_id: award_list_id,
    digest: digestOf({ award_list_id, digest, state, comment }),
  })
}
