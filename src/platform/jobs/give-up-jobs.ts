import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'

/**
 * Ends every open job undone, as the owner: in a register that was brought back nobody knows which of them were done
 * since. One letter too few can be seen and sent again; a second one cannot be taken back.
 */
export async function giveUpJobs(tx: Tx): Promise<void> {
  await sql`
    update job
       set taken_until = null, outcome = 'given-up', ended_at = recorded_now()
     where ended_at is null`.execute(tx)
}
