import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'

/**
 * Asks for a task on each subject (the number of a row of the room whose task it is), in the transaction of what it
 * belongs to. What was asked before is not asked again.
 */
export async function addJobs(tx: Tx, task: string, subjects: readonly number[]): Promise<void> {
  await sql`
    insert into job (task, subject)
    select ${task}, unnest(${[...subjects]}::bigint[])
        on conflict (task, subject) do nothing`.execute(tx)
}
