import { CompiledQuery } from 'kysely'
import type { Db } from './database.ts'

/**
 * How many whole seconds the clock of the database is behind the newest instant of the register: 0, unless it was put
 * back. Until it has caught up, each change is recorded a microsecond after the one before it (docs/decisions/0092).
 */
export async function clockBehind(db: Pick<Db, 'executeQuery'>): Promise<number> {
  const asked = 'select coalesce(floor(extract(epoch from clock_behind())), 0)::integer as seconds'
  const { rows } = await db.executeQuery<{ seconds: number }>(CompiledQuery.raw(asked))
  return rows[0]!.seconds
}
