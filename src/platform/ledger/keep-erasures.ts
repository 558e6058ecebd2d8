import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { Retention } from './entry.ts'
import { digestsOf, keyOfRow, type SealedTable } from './sealed-table.ts'

/** Rows by the text of their keys, and the class of records whose rule erases their content. */
export type Erasing = { of_rows: readonly string[]; retention: Retention }

/**
 * Keeps what stands in rows whose content is about to be erased, in the transaction that erases it. From then on such a
 * row verifies as erased while the columns under `erasable` stand empty. Asked as the owner of the register, who sees
 * every row (`neu_guong.loading`); the caller records one entry for the whole erasure, which vouches for what is kept.
 * Gives how many rows there were. Throws where nothing of the table is ever erased.
 */
export async function keepErasures(tx: Tx, sealed: SealedTable, { of_rows, retention }: Erasing): Promise<number> {
  if (!sealed.erasable) throw new Error(`nothing of ${sealed.table} is ever erased`)
  const { stands, remains } = digestsOf(sealed)
  const { numAffectedRows } = await sql`
    insert into erasure (of_table, of_row, retention, stood, remains)
    select ${sealed.table}, ${sql.raw(keyOfRow(sealed))}, ${retention}, encode(${sql.raw(stands)}, 'hex'), encode(${sql.raw(remains)}, 'hex')
      from ${sql.table(sealed.table)} t where ${sql.raw(keyOfRow(sealed))} = any (${[...of_rows]})
        on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
