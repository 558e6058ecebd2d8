import type pg from 'pg'
import type { SealedTable } from '../../src/platform/ledger/index.ts'
import { names } from '../../src/platform/ledger/sealed-table.ts'
import type { Random } from './ledger-tampers.ts'

/** What was done to a row, and the table it is in. */
export type RowTamper = { table: string; what: string }

/** How the owner of the database may go at a row with the triggers off. */
export const row_tampers = [
  'change a column',
  'take a row out',
  'put a row in',
  'move its beginning',
  'move its end',
  'open it again',
] as const
export type RowTamperKind = (typeof row_tampers)[number]

type Column = { name: string; type: string; is_key: boolean }
type Target = { sealed: SealedTable; columns: Column[]; random: Random }

/**
 * Does one thing to one row of a table, inside the caller's transaction and with its triggers off. Null where the table
 * has no such row, or its constraints allow nothing of the kind. What is changed is any column that is not its number:
 * words, amounts, days, references, bytes, answers.
 */
export async function tamperWithRow(
  client: pg.Client,
  sealed: SealedTable,
  kind: RowTamperKind,
  random: Random,
): Promise<RowTamper | null> {
  const target = { sealed, columns: await columnsOf(client, sealed), random }
  await client.query('savepoint before_tamper')
  for (let attempt = 0; attempt < 12; attempt++) {
    const statement = statementFor(kind, target)
    if (statement === null) return null
    try {
      const { rowCount } = await client.query(statement)
      if (rowCount! > 0) return { table: sealed.table, what: statement }
    } catch (error) {
      // A check, a unique or an exclusion constraint stands even with the triggers off: something else is tried.
      if (!(error as { code?: string }).code?.startsWith('2')) throw error
    }
    await client.query('rollback to savepoint before_tamper')
  }
  return null
}

async function columnsOf(client: pg.Client, { table, instant = 'recorded' }: SealedTable): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, t.typname as type, a.attidentity <> '' or a.attname = 'recorded' and t.typname = 'tstzrange' or a.attname = $2 as is_key
       from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`,
    [table, instant],
  )
  return rows
}

function statementFor(kind: RowTamperKind, { sealed, columns, random }: Target): string | null {
  const { table, instant } = sealed
  const one = `(select ctid from ${table} %where order by md5(ctid::text || '${random()}') limit 1)`
  const anyone = one.replace('%where', '')
  const ended = one.replace('%where', `where upper(recorded) < 'infinity'`)
  switch (kind) {
    case 'change a column': {
      const column = pick(
        columns.filter(({ is_key }) => !is_key),
        random,
      )
      return column ? `update ${table} set "${column.name}" = ${otherThan(column)} where ctid = ${anyone}` : null
    }
    case 'take a row out':
      return `delete from ${table} where ctid = ${anyone}`
    case 'put a row in':
      return `insert into ${table} (${listed(columns)}) overriding system value
              select ${listed(columns, 'r.')} from ${table} t cross join lateral jsonb_populate_record(t, ${renumbered(sealed, columns)}) r where t.ctid = ${anyone}`
    case 'move its beginning':
      return instant
        ? `update ${table} set "${instant}" = "${instant}" - interval '1 microsecond' where ctid = ${anyone}`
        : `update ${table} set recorded = tstzrange(lower(recorded) - interval '1 microsecond', upper(recorded)) where ctid = ${anyone}`
    case 'move its end':
      return instant
        ? null
        : `update ${table} set recorded = tstzrange(lower(recorded), upper(recorded) + interval '1 microsecond') where ctid = ${ended}`
    case 'open it again':
      return instant ? null : `update ${table} set recorded = tstzrange(lower(recorded), 'infinity') where ctid = ${ended}`
  }
}

/** The columns that are written; what the database works out itself is not. */
function listed(columns: readonly Column[], of = ''): string {
  return columns.map(({ name }) => `${of}"${name}"`).join(', ')
}

/** A copy under another number, where it has one; the exact copy of a row without a number is another row, too. */
function renumbered({ key }: SealedTable, columns: Column[]): string {
  const numbers = columns.filter(({ name, type }) => names(key).includes(name) && ['int8', 'int4'].includes(type))
  return `jsonb_build_object(${numbers.map(({ name }) => `'${name}', 1900000000 + (random() * 100000000)::int`).join(', ')})`
}

function otherThan({ name, type }: Column): string {
  const was = `"${name}"`
  const others: Record<string, string> = {
    text: `coalesce(${was}, '') || 'x'`,
    int2: `coalesce(${was}, 0) + 1`,
    int4: `coalesce(${was}, 0) + 1`,
    int8: `coalesce(${was}, 0) + 1`,
    numeric: `coalesce(${was}, 0) + 0.001`,
    bool: `not coalesce(${was}, false)`,
    date: `coalesce(${was}, date '2026-01-01') + 1`,
    timestamptz: `coalesce(${was}, recorded_now()) + interval '1 second'`,
    daterange: `daterange(lower(${was}) + 1, upper(${was}))`,
    jsonb: `coalesce(${was}, '{}') || '{"forged": true}'`,
    bytea: `${was} || '\\x00'`,
    _text: `array_append(${was}, 'x')`,
  }
  return others[type] ?? 'null'
}

function pick<T>(things: readonly T[], random: Random): T | undefined {
  return things[Math.floor(random() * things.length)]
}
