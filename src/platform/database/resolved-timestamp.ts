import { CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/**
 * Held, shared, by every change from before its first instant to after its last; alone, for a moment, by whoever needs
 * the register to stand still.
 */
export const writing = 1_902_2023

/**
 * An instant of the register (ISO, microseconds) at which everything recorded up to it is committed, and after which
 * nothing can still appear that was recorded before it, even if the clock goes back. A figure frozen «as known at» this
 * instant comes out the same for ever (docs/decisions/0010, 0092). Not to be asked inside a change.
 */
export function resolvedTimestamp({ kysely }: Pick<Database, 'kysely'>): Promise<string> {
  return kysely.connection().execute(async connection => {
    await connection.executeQuery(CompiledQuery.raw('select pg_advisory_lock($1)', [writing]))
    try {
      const { rows } = await connection.executeQuery<{ now: string }>(CompiledQuery.raw('select resolve_timestamp() as now'))
      return rows[0]!.now
    } finally {
      await connection.executeQuery(CompiledQuery.raw('select pg_advisory_unlock($1)', [writing]))
    }
  })
}
