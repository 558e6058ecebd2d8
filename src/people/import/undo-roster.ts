import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** The columns of each kind of row that an import opens and closes: what is written again when it is taken back. */
const nouns = {
  person_version: ['person_id', 'full_name', 'birth_date', 'birth_year', 'gender', 'ethnicity'],
  party_card: ['person_id', 'card_number'],
  membership: ['person_id', 'unit_id', 'kind', 'valid'],
} as const

/** How many rows that an import has opened somebody has closed since. */
export async function countChangedSince(tx: Tx, roster_import_id: number): Promise<number> {
  let changed = 0
  for (const noun of Object.keys(nouns)) {
    const { rows } = await sql<{ changed: number }>`
      select count(*)::int as changed
        from roster_effect e
       where e.roster_import_id = ${roster_import_id} and e.noun = ${noun} and e.act = 'opened'
         and not exists (select from ${sql.table(noun)} x where x.${sql.ref(`${noun}_id`)} = e.row_id and upper(x.recorded) = 'infinity')`.execute(
      tx,
    )
    changed += rows[0]!.changed
  }
  return changed
}

/**
 * The inverse of an import: what it opened is closed, what it closed is written again. The register then says of everybody what it said before; that it once said otherwise
 * stays in the closed rows. Versions and cards before memberships: it is by these that one may write the others.
 */
export async function undoRoster(tx: Tx, roster_import_id: number): Promise<void> {
  for (const [noun, columns] of Object.entries(nouns)) {
    const id = sql.ref(`${noun}_id`)
    const list = sql.join(columns.map(column => sql.ref(column)))
    await sql`
      update ${sql.table(noun)} x
         set recorded = tstzrange(lower(x.recorded), transaction_timestamp())
        from roster_effect e
       where e.roster_import_id = ${roster_import_id} and e.noun = ${noun} and e.act = 'opened' and x.${id} = e.row_id and upper(x.recorded) = 'infinity'`.execute(
      tx,
    )
    await sql`
      insert into ${sql.table(noun)} (${list})
      select ${sql.join(columns.map(column => sql.ref(`x.${column}`)))}
        from roster_effect e
        join ${sql.table(noun)} x on x.${id} = e.row_id
       where e.roster_import_id = ${roster_import_id} and e.noun = ${noun} and e.act = 'closed'`.execute(tx)
  }
}
