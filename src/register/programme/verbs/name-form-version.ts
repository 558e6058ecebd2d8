import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** A version of the form of a commitment: campaigns that open from a day on have it. */
export type FormVersion = { form_version: number; from: string; instrument_id: number | null }

/** Names a version of the form; what it asks the caller writes, and tells the ledger. */
export async function nameFormVersion(tx: Tx, { form_version, from, instrument_id }: FormVersion): Promise<void> {
  await sql`
    insert into campaign_form (form_version, valid, instrument_id)
    values (${form_version}, daterange(${from}, 'infinity'), ${instrument_id})`.execute(tx)
}
