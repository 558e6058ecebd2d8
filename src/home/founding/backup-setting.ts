import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'

/** Where copies of the register go: an absolute folder, at which hour of the day in Vietnam (0–23), and for how many days (1–3650) each is kept. */
export type BackupSetting = { folder: string; hour: number; kept_days: number }

/** From now on copies go there. The caller tells the ledger. */
export async function setBackup(tx: Tx, { folder, hour, kept_days }: BackupSetting): Promise<void> {
  await sql`update backup_setting set recorded = closed(recorded) where is_open(recorded)`.execute(tx)
  await sql`insert into backup_setting (folder, hour, kept_days) values (${folder}, ${hour}, ${kept_days})`.execute(tx)
}
