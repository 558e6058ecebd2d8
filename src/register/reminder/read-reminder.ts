import { sql } from 'kysely'
import { done, type Outcome } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'

/**
 * Says that one has seen a reminder of one's own; seen twice it stays as it was the first time. Another's is not there.
 */
export async function readReminder(
  tx: Tx,
  { person_id }: Actor,
  { reminder_id }: { reminder_id: number },
): Promise<Outcome<boolean, never>> {
  const { rows } = await sql`
    insert into reminder_reading (reminder_id, person_id)
    select reminder_id, ${person_id}::bigint from reminder where reminder_id = ${reminder_id} and person_id = ${person_id}
        on conflict do nothing
    returning reminder_id`.execute(tx)
  return done(rows.length > 0)
}
