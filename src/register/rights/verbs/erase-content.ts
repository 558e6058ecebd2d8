import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { eraseCommitments } from '../../commitment/index.ts'

/** By its rule, or because an answer granted it. */
type Ground = { retention_rule_id: number } | { data_request_id: number }
type Due = { ground: Ground; commitment_ids: number[] }

/** So many at once: a change that holds its locks for a second or two. */
const most_at_once = 200

export const eraser: Actor = { person_id: null, name: 'retention' }

/**
 * Erases what is due on a day: first what answers have granted, then what the rule says, in changes of at most 200
 * commitments. Each change leaves a certificate (`erasure_run`) and one entry that vouches for it. As the owner.
 * Gives how many commitments lost their content. Commitments of a campaign that still receives are never touched.
 */
export async function eraseDue(owned: Pick<Database, 'kysely'>, today: string): Promise<number> {
  let erased = 0
  for (;;) {
    const outcome = await change(owned, eraser, tx => eraseNext(tx, today))
    const n = outcome.ok ? outcome.value : null
    if (n === null) return erased
    erased += n
  }
}

/** Null where nothing is due. */
async function eraseNext(tx: Tx, today: string): Promise<Outcome<number | null, never>> {
  await sql`set local neu_guong.loading = 'yes'`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended('erase-content', 0))`.execute(tx)
  const due = (await findGranted(tx, today)) ?? (await findExpired(tx, today))
  if (!due) return done(null)
  const rows_erased = await eraseCommitments(tx, due.commitment_ids)
  const run = { commitments: due.commitment_ids.length, rows_erased, ...due.ground }
  const { rows } = await sql<{ erasure_run_id: number }>`
    insert into erasure_run (retention_rule_id, data_request_id, commitments, rows_erased)
    select x.retention_rule_id, x.data_request_id, x.commitments, x.rows_erased
      from jsonb_to_record(${JSON.stringify(run)}::jsonb)
        as x (retention_rule_id int, data_request_id bigint, commitments int, rows_erased int)
    returning erasure_run_id`.execute(tx)
  await record(tx, eraser, {
    ...{ act: 'erase-content', object: 'erasure_run', object_id: String(rows[0]!.erasure_run_id) },
    ...{ digest: digestOf(run), retention: 'organisation' },
  })
  return done(run.commitments)
}

/**
 * The next request whose erasure was granted and not yet done, with all of the person's commitments in campaigns that
 * are over.
 */
async function findGranted(tx: Tx, today: string): Promise<Due | null> {
  const { rows } = await sql<{ data_request_id: number; commitment_ids: number[] }>`
    select r.data_request_id,
           array(select c.commitment_id
                   from obligation o
                   join campaign_terms t using (campaign_id)
                   join commitment c     using (obligation_id)
                  where o.person_id = r.person_id and is_open(t.recorded) and t.closes_on < ${today}::date and c.salt is not null) as commitment_ids
      from data_request r
      join data_answer a using (data_request_id)
     where r.kind = 'erase' and a.outcome = 'done'
       and not exists (select from erasure_run e where e.data_request_id = r.data_request_id)
     order by r.data_request_id limit 1`.execute(tx)
  const [next] = rows
  return next ? { ground: { data_request_id: next.data_request_id }, commitment_ids: next.commitment_ids.map(Number) } : null
}

/** The next commitments whose time is over by the rule in force. */
async function findExpired(tx: Tx, today: string): Promise<Due | null> {
  const { rows } = await sql<{ retention_rule_id: number; commitment_id: number }>`
    select r.retention_rule_id, c.commitment_id
      from retention_rule r
      join campaign_terms t on is_open(t.recorded) and t.closes_on + make_interval(years => r.years) < ${today}::date
      join obligation o using (campaign_id)
      join commitment c using (obligation_id)
     where r.retention = 'conduct' and r.valid @> ${today}::date and is_open(r.recorded) and c.salt is not null
     order by c.commitment_id limit ${most_at_once}`.execute(tx)
  const [next] = rows
  if (!next) return null
  return { ground: { retention_rule_id: next.retention_rule_id }, commitment_ids: rows.map(row => Number(row.commitment_id)) }
}
