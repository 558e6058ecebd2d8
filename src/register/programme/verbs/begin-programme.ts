import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type InstrumentText, recordInstrument } from '../../organisation/index.ts'

/** A programme with the directive that it follows. `started_on`: from which day its years are counted. */
export type ProgrammeText = { key: string; name_vi: string; name_en: string; started_on: string; instrument: InstrumentText }

/** Begins a programme, which is open-ended. Its key is free, and the caller tells the ledger. */
export async function beginProgramme(tx: Tx, { key, name_vi, name_en, started_on, instrument }: ProgrammeText): Promise<void> {
  const instrument_id = await recordInstrument(tx, instrument)
  await sql`
    insert into programme (key, name_vi, name_en, instrument_id, started_on)
    values (${key}, ${name_vi}, ${name_en}, ${instrument_id}, ${started_on})`.execute(tx)
}
