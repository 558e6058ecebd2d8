import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client, ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { TableEntry } from './manifest.ts'

/** A table as its rows are copied: its columns but the generated ones, and by what they are sorted. */
export type TableShape = Pick<TableEntry, 'table' | 'columns'> & { sorted_by: string }

/** Text is sorted by its bytes, whatever the database's own order is: a copy elsewhere must come out the same. */
const shapes = `
  select c.relname::text as "table",
         (select array_agg(a.attname::text order by a.attnum)
            from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.nth)
                     from pg_index i
                    cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, nth)
                     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                    where i.indrelid = c.oid and i.indisprimary),
                  (select string_agg(quote_ident(a.attname) || '::text collate "C"', ', ' order by a.attnum)
                     from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as sorted_by
    from pg_class c
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
   order by c.relname collate "C"`

/** Whether a database holds nothing yet: not even a table of ours. */
export async function isBare(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_class where relkind in ('r', 'v', 'p') and relnamespace = 'public'::regnamespace limit 1`,
  )
  return rows.length === 0
}

/** A stop does not wait for an answer: the line is cut off, and what it had begun is rolled back. */
export function cutOffAt(signal: AbortSignal | undefined, client: Client): Client {
  signal?.addEventListener('abort', () => void client.end(), { once: true })
  // The failure reaches whoever asks; nobody else needs to hear of it.
  return client.on('error', () => {})
}

/** Every table of the register. */
export async function listTables(client: ClientBase): Promise<TableShape[]> {
  return (await client.query<TableShape>(shapes)).rows
}

/**
 * Where each sequence stands; null where it was never asked. Not of a snapshot: it may be ahead of the rows, never
 * behind.
 */
export async function listSequences(client: ClientBase): Promise<{ sequence: string; last_value: string | null }[]> {
  const { rows } = await client.query<{ sequence: string; last_value: string | null }>(
    `select relname::text as sequence, pg_sequence_last_value(oid)::text as last_value
       from pg_class
      where relkind = 'S' and relnamespace = 'public'::regnamespace
      order by relname collate "C"`,
  )
  return rows
}

/**
 * One snapshot of every row, in which nothing can be written and values are spelt the same whatever the server's
 * settings are. The owner sees persons while it says that it loads.
 */
export const in_one_snapshot = `
  begin isolation level repeatable read read only;
  set local neu_guong.loading = 'yes';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local intervalstyle = 'iso_8601';
  set local idle_in_transaction_session_timeout = 0;
  set local statement_timeout = 0`

type Measured = Pick<TableEntry, 'rows' | 'bytes' | 'sha256'>

/** Where copied rows go: through what packs them, into a file. */
export type Into = { packed: Duplex; file: NodeJS.WritableStream }

/**
 * Copies a table's rows out, into a file if one is given, and measures them on the way: memory does not grow with them.
 */
export async function copyOut(client: ClientBase, shape: TableShape, into?: Into, signal?: AbortSignal): Promise<Measured> {
  const columns = shape.columns.map(quoted).join(', ')
  const rows = client.query(copyTo(`copy (select ${columns} from ${quoted(shape.table)} order by ${shape.sorted_by}) to stdout`))
  const hash = createHash('sha256')
  let bytes = 0
  const measure = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      if (into) yield chunk
    }
  }
  if (into) await pipeline(rows, measure, into.packed, into.file, { signal })
  else await pipeline(rows, measure, leaveOut, { signal })
  return { rows: rows.rowCount, bytes, sha256: hash.digest('hex') }
}

async function leaveOut(source: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of source);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
