import { type RawBuilder, sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { UnitCode } from '../problem-words.ts'

/** The columns of each kind of row that a change opens and closes. */
const nouns = {
  unit_version: ['unit_id', 'code', 'name', 'unit_kind', 'place_id', 'population', 'instrument_id', 'valid'],
  placement: ['unit_id', 'hierarchy', 'parent_id', 'instrument_id', 'valid'],
} as const
type Noun = keyof typeof nouns

/**
 * The inverse of a change that was carried out: what it opened is closed, what it closed is written again, as the
 * owner. Every row that a change writes bears its instant, so nothing else is kept of them. The units it founded are in
 * the register then on no day; their keys stay theirs. Refusals: changed-since (somebody has gone on with what it
 * wrote), named-elsewhere (tables that name a unit it founded).
 */
export async function takeBack(tx: Tx, unit_change_id: number): Promise<Outcome<null, UnitCode>> {
  // The owner sees persons only while it says that it loads.
  await sql`set local neu_guong.loading = 'yes'`.execute(tx)
  const at = sql`(select taken_at from unit_change_step where unit_change_id = ${unit_change_id} and state = 'carried-out')`
  const { rows } = await sql<{ is_closed: boolean }>`
    select exists (select from unit_version where lower(recorded) = ${at} and upper(recorded) < 'infinity')
        or exists (select from placement where lower(recorded) = ${at} and upper(recorded) < 'infinity') as is_closed`.execute(tx)
  if (rows[0]!.is_closed) return refused({ code: 'changed-since' })
  const naming = await listNaming(tx, at)
  if (naming.length > 0) return refused({ code: 'named-elsewhere', values: { tables: naming.join(', ') } })
  for (const noun of Object.keys(nouns) as Noun[]) await invert(tx, noun, at)
  return done(null)
}

/** Where units that it founded are named: as a member's cell, under another unit, in a campaign. */
async function listNaming(tx: Tx, at: RawBuilder<unknown>): Promise<string[]> {
  const founded = sql`
    select v.unit_id from unit_version v
     where lower(v.recorded) = ${at}
       and not exists (select from unit_version o where o.unit_id = v.unit_id and upper(o.recorded) = ${at})`
  const { rows } = await sql<{ named_in: string }>`
    select distinct t as named_in from tables_naming(array(${founded})) t
    union
    select 'placement' from placement where parent_id in (${founded}) and lower(recorded) <> ${at}
     order by 1`.execute(tx)
  return rows.map(({ named_in }) => named_in)
}

async function invert(tx: Tx, noun: Noun, at: RawBuilder<unknown>): Promise<void> {
  const columns = sql.join(nouns[noun].map(column => sql.ref(column)))
  const table = sql.table(noun)
  await sql`update ${table} set recorded = closed(recorded) where lower(recorded) = ${at} and upper(recorded) = 'infinity'`.execute(tx)
  await sql`insert into ${table} (${columns}) select ${columns} from ${table} where upper(recorded) = ${at}`.execute(tx)
}
