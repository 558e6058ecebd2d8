import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'

/**
 * Writes of every letter that was on its way that nobody knows whether it went, as the owner: for a register that was
 * brought back from earlier. Whoever reminds sees it, and may send it again.
 */
export async function leaveUnsure(tx: Tx): Promise<void> {
  await sql`
    insert into reminder_mail (reminder_id, round, state, reason)
    select distinct m.reminder_id, m.round, 'unsure', 'cut-off'
      from reminder_mail m
     where not exists (select from reminder_mail e
                        where e.reminder_id = m.reminder_id and e.round = m.round and e.state in ('sent', 'failed', 'unsure', 'dropped'))`.execute(
    tx,
  )
}
