import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { keepErasures } from '../../../platform/ledger/index.ts'
import { commitment_sealed } from '../sealed.ts'

/** What people wrote and showed, table by table: which rows belong to commitments, and what is left in them. */
const content: readonly { table: string; key: string; of: string; empty: string }[] = [
  {
    ...{ table: 'evidence', key: 'evidence_id' },
    of: `select e.evidence_id from evidence e join deed_step s using (deed_step_id) join deed d using (deed_id) where d.commitment_id = any`,
    empty: `name = '', bytes = '', salt = null`,
  },
  {
    ...{ table: 'deed_step', key: 'deed_step_id' },
    of: 'select s.deed_step_id from deed_step s join deed d using (deed_id) where d.commitment_id = any',
    empty: 'reason = null, salt = null',
  },
  {
    ...{ table: 'deed', key: 'deed_id' },
    of: 'select d.deed_id from deed d where d.commitment_id = any',
    empty: `what = '', how = null, measure = null, salt = null`,
  },
  {
    ...{ table: 'commitment_step', key: 'commitment_step_id' },
    of: 'select s.commitment_step_id from commitment_step s where s.commitment_id = any',
    empty: 'comment = null, salt = null',
  },
  {
    ...{ table: 'commitment', key: 'commitment_id' },
    of: 'select c.commitment_id from commitment c where c.commitment_id = any',
    empty: 'thought = null, ethics = null, working_style = null, discipline = null, prevention = null, salt = null',
  },
]

/**
 * Erases what people wrote and showed in commitments: texts, deeds, reasons, comments, photos and papers, and drafts.
 * Rows, states, days and counts remain, and verify as erased (decision 0091). As the owner; the caller records the
 * entry. Gives how many rows lost their content.
 */
export async function eraseCommitments(tx: Tx, commitment_ids: readonly number[]): Promise<number> {
  await sql`set local neu_guong.loading = 'yes'`.execute(tx)
  const ids = [...commitment_ids]
  await sql`delete from commitment_draft where obligation_id in (select obligation_id from commitment where commitment_id = any (${ids}::bigint[]))`.execute(
    tx,
  )
  let erased = 0
  for (const { table, key, of, empty } of content) {
    const rows = await idsOf(tx, sql`${sql.raw(of)} (${ids}::bigint[])`)
    if (rows.length === 0) continue
    const sealed = commitment_sealed.find(one => one.table === table)!
    erased += await keepErasures(tx, sealed, { of_rows: rows, retention: 'conduct' })
    await sql`update ${sql.table(table)} set ${sql.raw(empty)} where ${sql.ref(key)} = any (${rows}::bigint[])`.execute(tx)
  }
  return erased
}

async function idsOf(tx: Tx, question: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await question.execute(tx)
  return rows.map(row => String(Object.values(row as Record<string, unknown>)[0]))
}
