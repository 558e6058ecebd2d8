import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import type { Actor, Tx } from '../database/index.ts'
import type { Retention } from './entry.ts'
import { record } from './record.ts'
import { digestsOf, keyOfRow, type SealedTable } from './sealed-table.ts'

/** A row by the text of its key, and the class of records whose rule erases its content. */
export type Erasing = { of_row: string; retention: Retention }

/**
 * Records what stands in a row whose content is about to be erased, in the transaction that erases it: from then on the row verifies as erased while the columns under `erasable` stand empty. As the owner of the register, who sees every row (`neu_guong.loading`).
 * Gives whether there is such a row. Throws where nothing of the table is ever erased.
 */
export async function recordErasure(tx: Tx, actor: Actor, sealed: SealedTable, { of_row, retention }: Erasing): Promise<boolean> {
  if (!sealed.erasable) throw new Error(`nothing of ${sealed.table} is ever erased`)
  const { stands, remains } = digestsOf(sealed)
  const { rows } = await sql<{ stood: string; remains: string }>`
    insert into erasure (of_table, of_row, retention, stood, remains)
    select ${sealed.table}, ${of_row}, ${retention}, encode(${sql.raw(stands)}, 'hex'), encode(${sql.raw(remains)}, 'hex')
      from ${sql.table(sealed.table)} t where ${sql.raw(keyOfRow(sealed))} = ${of_row}
    returning stood, remains`.execute(tx)
  const [row] = rows
  if (!row) return false
  const digest = digestOf({ of_table: sealed.table, of_row, retention, ...row })
  await record(tx, actor, { act: 'erase-content', object: sealed.table, object_id: of_row.replaceAll(' ', '.'), digest, retention })
  return true
}
