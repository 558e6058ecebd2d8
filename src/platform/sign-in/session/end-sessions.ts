import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/**
 * Ends every session, as the owner: in a register that was brought back, one that somebody has ended since would live
 * again.
 */
export async function endSessions(tx: Tx): Promise<void> {
  await sql`update session set ended_at = greatest(recorded_now(), seen_at) where ended_at is null`.execute(tx)
}
