import type { Client } from 'pg'
import { openedAt } from '../territory/load-instruments.ts'
import { notice } from './notice.ts'

/** Whose register the demo is, and that it is one. The caller's transaction, as the owner. */
export async function nameRegister(owner: Client): Promise<void> {
  await owner.query(
    `insert into register_profile (unit_id, keeper, notice, recorded)
     select unit_id, $1, $2, tstzrange($3, 'infinity') from unit where key = 'tinh-bac-kan'`,
    [notice.vi.owner, JSON.stringify(notice), openedAt],
  )
}
