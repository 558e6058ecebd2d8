import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { rowsFile, type TableEntry } from '../manifest.ts'
import { listTables, quoted } from '../rows.ts'
import type { Backup } from './read-backup.ts'

/**
 * Makes the database of a backup in a bare one, in the transaction that the owner has open: tables, rows as they were,
 * sequences, and only then what watches over rows: triggers, policies, grants. References are taken off while rows come
 * in, and are checked over all of them when they are put on again. Throws where a row does not fit.
 */
export async function layRows(client: ClientBase, { place, manifest, laying }: Backup, signal?: AbortSignal): Promise<void> {
  await client.query(laying.before_rows)
  refuseOtherTables(await listTables(client), manifest.tables)
  const references = await takeReferencesOff(client)
  const names = manifest.tables.map(({ table }) => quoted(table))
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${names.join(', ')}`)
  for (const table of manifest.tables) await bringIn(client, place, table, signal)
  for (const { sequence, last_value } of manifest.sequences)
    await client.query('select setval($1::regclass, coalesce($2::bigint, 1), $2 is not null)', [quoted(sequence), last_value])
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  for (const reference of references) await client.query(reference)
  await client.query(laying.after_rows)
}

/** The text of the schema and the rows come from one backup; that they fit is not taken on trust. */
function refuseOtherTables(laid: readonly Pick<TableEntry, 'table' | 'columns'>[], told: readonly TableEntry[]): void {
  const named = (tables: readonly Pick<TableEntry, 'table' | 'columns'>[]) =>
    tables.map(({ table, columns }) => `${table} (${columns.join()})`).join()
  if (named(laid) !== named(told)) throw new Error('The tables of the backup are not those of its schema.')
}

/** Gives the statements that put them on again. */
async function takeReferencesOff(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ at: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as at, c.conname::text as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      order by 1, 2`,
  )
  for (const { at, name } of rows) await client.query(`alter table ${at} drop constraint ${quoted(name)}`)
  return rows.map(({ at, name, definition }) => `alter table ${at} add constraint ${quoted(name)} ${definition}`)
}

async function bringIn(client: ClientBase, place: string, { table, columns, rows }: TableEntry, signal?: AbortSignal): Promise<void> {
  const into = client.query(copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`))
  await pipeline(createReadStream(join(place, rowsFile(table))), createGunzip(), into, { signal })
  if (into.rowCount !== rows) throw new Error(`${table}: ${into.rowCount} rows came in of ${rows}.`)
}
