import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

export type TenureRow = { tenure_id: number; person_id: number }
/** Of tenures that ended together: the rows that were closed, and those that say it since. */
export type TenuresEnded = { closed: TenureRow[]; opened: TenureRow[] }

/**
 * Ends tenures on a day, all or none: of people who leave together. Whoever asks has looked whether they may, and that
 * they are open; what is not so is thrown. The caller tells the ledger.
 */
export async function endTenures(tx: Tx, { tenure_ids, on }: { tenure_ids: number[]; on: string }): Promise<TenuresEnded> {
  if (tenure_ids.length === 0) return { closed: [], opened: [] }
  const { rows: closed } = await sql<TenureRow>`
    update tenure set recorded = closed(recorded)
     where tenure_id = any (${tenure_ids}) and is_open(recorded)
    returning tenure_id, person_id`.execute(tx)
  if (closed.length !== tenure_ids.length) throw new Error(`of ${tenure_ids.length} tenures ${closed.length} could be closed`)
  // Numbered beforehand: whoever asks may not see a tenure any more that is over.
  const { rows: opened } = await sql<TenureRow>`
    with piece as materialized (
      select nextval(pg_get_serial_sequence('tenure', 'tenure_id')) as opened_id, t.* from tenure t where t.tenure_id = any (${tenure_ids})),
    opened as (
      insert into tenure (tenure_id, post_id, person_id, instrument_id, valid)
      select opened_id, post_id, person_id, instrument_id, daterange(lower(valid), ${on}::date) from piece)
    select opened_id as tenure_id, person_id from piece`.execute(tx)
  return { closed, opened }
}
