import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { InstrumentText } from '../merger.ts'

/**
 * The identity of an instrument: the one that is recorded under this number, issuer and day of signing, or a new one.
 */
export async function recordInstrument(tx: Tx, instrument: InstrumentText): Promise<number> {
  const { number, kind, issuer, title, signed_on, effective_on = null, published_on = null, note = null } = instrument
  const { rows: known } = await sql<{ instrument_id: number }>`
    select instrument_id from instrument
     where number = ${number} and issuer = ${issuer} and signed_on = ${signed_on} and upper(recorded) = 'infinity'`.execute(tx)
  if (known[0]) return known[0].instrument_id
  const { rows } = await sql<{ instrument_id: number }>`
    insert into instrument (number, kind, issuer, title, signed_on, effective_on, published_on, note)
    values (${number}, ${kind}, ${issuer}, ${title}, ${signed_on}, ${effective_on}, ${published_on}, ${note})
    returning instrument_id`.execute(tx)
  return rows[0]!.instrument_id
}
