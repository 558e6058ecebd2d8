import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/database/index.ts'

type Judge = Actor & { person_id: number }

/**
 * The year of some people is reviewed and rated: what they had approved is concluded, and nothing more is reported on
 * it. Who decided their rating says so, and tells the ledger. Whoever has no approved commitment is passed over.
 */
export async function concludeCommitments(
  tx: Tx,
  { person_id }: Judge,
  { obligation_ids, today }: { obligation_ids: readonly number[]; today: string },
): Promise<void> {
  await sql`
    insert into commitment_step (commitment_id, state, happened_on, actor_id)
    select a.commitment_id, 'concluded', ${today}, ${person_id}
      from unnest(${[...obligation_ids]}::bigint[]) o (obligation_id)
     cross join lateral (select approved_text(o.obligation_id) as commitment_id) a
     where state_of_commitment(a.commitment_id) in ('approved', 'under-way', 'self-reviewed')`.execute(tx)
}
