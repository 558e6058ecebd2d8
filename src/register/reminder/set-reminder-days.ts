import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'

/**
 * From a day on, so many days (1–365) lie between two reminders of one person; up to it the rule before holds. The
 * caller tells the ledger.
 */
export async function setReminderDays(tx: Tx, { days, from }: { days: number; from: string }): Promise<void> {
  await sql`
    with closed as (
      update reminder_rule set recorded = closed(recorded)
       where valid && daterange(${from}, 'infinity') and is_open(recorded)
      returning days, instrument_id, valid)
    insert into reminder_rule (days, instrument_id, valid)
    select c.days, c.instrument_id, daterange(lower(c.valid), ${from}) from closed c where lower(c.valid) < ${from}::date
     union all
    select ${days}::integer, null, daterange(${from}, 'infinity')`.execute(tx)
}
