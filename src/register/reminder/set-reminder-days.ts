import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { endFrom } from '../rule/index.ts'

/** `for_running`: also for campaigns that have opened by then. */
export type ReminderDays = { days: number; from: string; for_running?: boolean; instrument_id?: number | null }

/**
 * From a day on, so many days (1–365) lie between two reminders of one person; up to it the rule before holds. The
 * caller tells the ledger.
 */
export async function setReminderDays(tx: Tx, { days, from, for_running = false, instrument_id = null }: ReminderDays): Promise<void> {
  await endFrom(tx, 'reminder_rule', { columns: ['days', 'instrument_id', 'for_running'], from })
  await sql`
    insert into reminder_rule (days, instrument_id, for_running, valid)
    values (${days}, ${instrument_id}, ${for_running}, daterange(${from}, 'infinity'))`.execute(tx)
}
