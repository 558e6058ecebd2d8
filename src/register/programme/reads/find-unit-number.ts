import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'

/** The number of a unit by its key; null for one that nobody knows. */
export async function findUnitNumber(db: Db, key: string): Promise<number | null> {
  const { rows } = await sql<{ unit_id: number }>`select unit_id from unit where key = ${key}`.execute(db as Tx)
  return rows[0]?.unit_id ?? null
}
