import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'

/** The number of a unit by its key; null for one that nobody knows. */
export async function findUnitNumber(tx: Tx, key: string): Promise<number | null> {
  const { rows } = await sql<{ unit_id: number }>`select unit_id from unit where key = ${key}`.execute(tx)
  return rows[0]?.unit_id ?? null
}
