import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** The columns of each kind of row that an import opens and closes: what a row says. */
const nouns = {
  tenure: ['post_id', 'person_id', 'instrument_id', 'valid'],
  person_version: ['person_id', 'full_name', 'birth_date', 'birth_year', 'gender', 'ethnicity'],
  party_card: ['person_id', 'card_number'],
  membership: ['person_id', 'unit_id', 'kind', 'valid'],
} as const
type Noun = keyof typeof nouns

/**
 * The rows that an import has opened, as they stand open now. A row is known by what it says, not by its number: when a
 * later import that had closed it was taken back, it was written again under another.
 */
function stillOpen(noun: Noun, roster_import_id: number): RawBuilder<unknown> {
  const same = nouns[noun].map(column => sql`x.${sql.ref(column)} is not distinct from o.${sql.ref(column)}`)
  return sql`
    select x.${sql.ref(`${noun}_id`)} as row_id
      from roster_effect e
      join ${sql.table(noun)} o on o.${sql.ref(`${noun}_id`)} = e.row_id
      join ${sql.table(noun)} x on x.person_id = o.person_id and upper(x.recorded) = 'infinity' and ${sql.join(same, sql` and `)}
     where e.roster_import_id = ${roster_import_id} and e.noun = ${noun} and e.act = 'opened'`
}

/** How many rows that an import has opened somebody has closed since. */
export async function countChangedSince(tx: Tx, roster_import_id: number): Promise<number> {
  let changed = 0
  for (const noun of Object.keys(nouns) as Noun[]) {
    const { rows } = await sql<{ changed: number }>`
      select (select count(*) from roster_effect where roster_import_id = ${roster_import_id} and noun = ${noun} and act = 'opened')::int
             - (select count(*) from (${stillOpen(noun, roster_import_id)}) open)::int as changed`.execute(tx)
    changed += rows[0]!.changed
  }
  return changed
}

/**
 * The inverse of an import: what it opened is closed, what it closed is written again. The register then says of
 * everybody what it said before; that it once said otherwise stays in the closed rows. Versions and cards before
 * memberships: it is by these that one may write the others.
 */
export async function undoRoster(tx: Tx, roster_import_id: number): Promise<void> {
  for (const noun of Object.keys(nouns) as Noun[]) {
    const id = sql.ref(`${noun}_id`)
    await sql`
      update ${sql.table(noun)} y
         set recorded = closed(y.recorded)
        from (${stillOpen(noun, roster_import_id)}) open
       where y.${id} = open.row_id and upper(y.recorded) = 'infinity'`.execute(tx)
    await sql`
      insert into ${sql.table(noun)} (${sql.join(nouns[noun].map(column => sql.ref(column)))})
      select ${sql.join(nouns[noun].map(column => sql.ref(`x.${column}`)))}
        from roster_effect e
        join ${sql.table(noun)} x on x.${id} = e.row_id
       where e.roster_import_id = ${roster_import_id} and e.noun = ${noun} and e.act = 'closed'`.execute(tx)
  }
}
