import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { CarryRule } from '../carry.ts'

/**
 * What becomes of a recognition in a merger whose instrument says nothing; the register has none yet. The caller tells
 * the ledger.
 */
export async function nameStandingRule(
  tx: Tx,
  { rule, least_share, note }: { rule: CarryRule; least_share: number | null; note: string | null },
): Promise<void> {
  await sql`
    insert into carry_rule (subject, rule, least_share, note) values ('countryside', ${rule}, ${least_share}, ${note})`.execute(tx)
}
