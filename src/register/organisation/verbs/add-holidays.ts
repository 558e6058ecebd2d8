import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** A day off, as an ISO day, with its name in both languages. */
export type Holiday = { day: string; name_vi: string; name_en: string }

/** Enters days off into the calendar of the register; each is named once. The caller tells the ledger. */
export async function addHolidays(tx: Tx, holidays: readonly Holiday[], instrument_id: number | null = null): Promise<void> {
  await sql`
    insert into holiday (holiday, name_vi, name_en, instrument_id)
    select r.day, r.name_vi, r.name_en, ${instrument_id}
      from jsonb_to_recordset(${JSON.stringify(holidays)}) as r(day date, name_vi text, name_en text)`.execute(tx)
}

/** From a day on these are the days off, and no others; days before it stay. The caller tells the ledger. */
export async function replaceHolidays(
  tx: Tx,
  { from, holidays, instrument_id }: { from: string; holidays: readonly Holiday[]; instrument_id: number | null },
): Promise<void> {
  await sql`update holiday set recorded = closed(recorded) where holiday >= ${from}::date and is_open(recorded)`.execute(tx)
  await addHolidays(tx, holidays, instrument_id)
}
