import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../database/index.ts'

/** Rows the register still holds to be so. */
export const isOpen: RawBuilder<boolean> = sql<boolean>`upper(recorded) = 'infinity'`

/** The recorded time of a row that ends with this transaction. */
export const closedNow: RawBuilder<string> = sql<string>`closed(recorded)`

/** The account of whoever is at the door (`become` comes first), if they have one. */
export function accountOf(tx: Tx, person_id: number): Promise<{ sign_in_name: string } | undefined> {
  return tx.selectFrom('account').select('sign_in_name').where('person_id', '=', person_id).where(isOpen).executeTakeFirst()
}

/** How somebody's password is kept, and since when; undefined where they have none. */
export async function passwordOf(db: Db, person_id: number): Promise<{ phc: string; since: Date } | undefined> {
  const { rows } = await db.executeQuery<{ phc: string; since: string }>(
    CompiledQuery.raw(`select phc, lower(recorded) as since from password where person_id = $1 and upper(recorded) = 'infinity'`, [
      person_id,
    ]),
  )
  return rows[0] && { phc: rows[0].phc, since: new Date(rows[0].since) }
}

/** Closes what is open of a person in a table of one's own means; gives how many rows. */
export async function closeOwn(tx: Tx, table: OwnTable, person_id: number): Promise<number> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(
      `update ${table} set recorded = closed(recorded)
        where person_id = $1 and upper(recorded) = 'infinity' and lower(recorded) < recorded_now() returning person_id`,
      [person_id],
    ),
  )
  return rows.length
}

type OwnTable = 'password' | 'totp' | 'recovery_code' | 'passkey' | 'external_identity'
