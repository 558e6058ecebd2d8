import { type RawBuilder, sql } from 'kysely'
import type { Sentence } from '../../basis/shared/sentences.ts'
import type { Db, Tx } from '../../platform/database/index.ts'
import type { RuleVersion } from './rule.ts'

const most_versions = 60

type Row = Omit<RuleVersion, 'said'> & { said: Record<string, unknown>[] }

/**
 * The versions of a rule that is kept in rows with `valid`, `recorded` and an instrument: the newest first. Rows that
 * were written together are one version, told by `say`. `on`: those alone that hold on a day.
 */
export async function listVersionsOf<Content>(
  db: Db | Tx,
  { table, where = sql`true`, order, on }: { table: string; where?: RawBuilder<unknown>; order: string; on?: string | undefined },
  say: (rows: [Content, ...Content[]], version: Omit<RuleVersion, 'said'>) => Sentence,
): Promise<RuleVersion[]> {
  const { rows } = await sql<Row>`
    select jsonb_agg(to_jsonb(r) order by ${sql.ref(`r.${order}`)}) as said, lower(r.valid)::text as since,
           case when upper(r.valid) < 'infinity' then (upper(r.valid) - 1)::text end as until,
           r.instrument_id, i.number, i.issuer, i.title as subject, lower(r.recorded) as recorded_at,
           case when upper(r.recorded) < 'infinity' then upper(r.recorded) end as ended_at
      from ${sql.table(table)} r
      left join instrument i on i.instrument_id = r.instrument_id
     where ${where} and ${on === undefined ? sql`true` : sql`r.valid @> ${on}::date and is_open(r.recorded)`}
     group by r.valid, r.recorded, r.instrument_id, i.number, i.issuer, i.title
     order by lower(r.valid) desc, lower(r.recorded) desc
     limit ${most_versions}`.execute(db as Tx)
  return rows.map(row => ({ ...row, said: say(row.said as [Content, ...Content[]], row) }))
}

/**
 * From a day on what a rule said is over: its rows end with that day, as the register knows from now on. What was to
 * begin later falls away. `columns`: what the rows say, the instrument among it.
 */
export async function endFrom(
  tx: Tx,
  table: string,
  { columns, from, where = sql`true` }: { columns: readonly string[]; from: string; where?: RawBuilder<unknown> },
): Promise<void> {
  const kept = sql.join(columns.map(column => sql.ref(column)))
  await sql`
    with ended as (
      update ${sql.table(table)} set recorded = closed(recorded)
       where valid && daterange(${from}::date, 'infinity') and is_open(recorded) and ${where}
      returning ${kept}, valid)
    insert into ${sql.table(table)} (${kept}, valid)
    select ${kept}, daterange(lower(valid), ${from}::date) from ended where lower(valid) < ${from}::date`.execute(tx)
}
