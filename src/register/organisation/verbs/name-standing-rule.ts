import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { CarryRule } from '../carry.ts'

type StandingRule = { rule: CarryRule; least_share: number | null }

/**
 * What becomes of a recognition in a merger whose instrument says nothing; the register has none yet. The caller tells
 * the ledger.
 */
export async function nameStandingRule(tx: Tx, { rule, least_share, note }: StandingRule & { note: string | null }): Promise<void> {
  await sql`
    insert into carry_rule (subject, rule, least_share, note) values ('countryside', ${rule}, ${least_share}, ${note})`.execute(tx)
}

/**
 * Mergers that take effect from a day on follow this rule, where their instrument says nothing; earlier ones keep
 * theirs. The caller tells the ledger.
 */
export async function setStandingRule(
  tx: Tx,
  { rule, least_share, from, instrument_id }: StandingRule & { from: string; instrument_id: number | null },
): Promise<void> {
  await sql`
    with ended as (
      update carry_rule set recorded = closed(recorded)
       where subject = 'countryside' and instrument_id is null and valid && daterange(${from}::date, 'infinity') and is_open(recorded)
      returning rule, least_share, note, set_by_instrument_id, valid)
    insert into carry_rule (subject, rule, least_share, note, set_by_instrument_id, valid)
    select 'countryside', rule, least_share, note, set_by_instrument_id, daterange(lower(valid), ${from}::date)
      from ended
     where lower(valid) < ${from}::date`.execute(tx)
  await sql`
    insert into carry_rule (subject, rule, least_share, set_by_instrument_id, valid)
    values ('countryside', ${rule}, ${least_share}, ${instrument_id}, daterange(${from}::date, 'infinity'))`.execute(tx)
}
