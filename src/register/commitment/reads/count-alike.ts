import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import type { DeedText } from '../commitment.ts'
import { printOf } from '../verbs/submit-commitment.ts'

/**
 * For each deed, how many in the same campaign are the very same words. Nobody learns whose: the register keeps their
 * prints without persons.
 */
export async function countAlike(db: Db, { campaign_id, deeds }: { campaign_id: number; deeds: readonly DeedText[] }): Promise<number[]> {
  const prints = deeds.map(deed => printOf(deed.what))
  const { rows } = await sql<{ print: string; alike: number }>`
    select print, count(*)::int as alike
      from deed_print
     where campaign_id = ${campaign_id} and print in (select jsonb_array_elements_text(${JSON.stringify(prints)}::jsonb))
     group by print`.execute(db as Tx)
  const counted = new Map(rows.map(row => [row.print, row.alike]))
  return prints.map(print => counted.get(print) ?? 0)
}
