import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { digestOfRepeatable, readSchema, type Schema, textOf } from './schema.ts'

const files = import.meta.glob('../../../migrations/*.sql', { query: '?raw', import: 'default', eager: true }) as Record<string, string>

export type Migration = { number: number; name: string; sql: string; sha256: string }

/** What a database is brought to: a new one is the schema; one that is there goes forward by the migrations. */
export type Edition = { schema: Schema; migrations: Migration[] }

/** The edition that this program carries. */
export function currentEdition(): Edition {
  return { schema: readSchema(), migrations: listMigrations() }
}

/** The migrations that this program carries, in their order. */
function listMigrations(): Migration[] {
  return Object.entries(files)
    .map(([path, sql]) => {
      const [, number, name] = /(\d{4})-([a-z-]+)\.sql$/.exec(path)!
      return { number: Number(number), name: name!, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => a.number - b.number)
}

/**
 * Makes a new database, or brings one forward: each migration in its own transaction, then the functions and policies
 * where they have changed. One process at a time. Throws where a landed migration was edited, and where the database is
 * newer than the program or of the first edition.
 */
export async function migrate(
  client: ClientBase,
  { schema, migrations }: Edition = currentEdition(),
  say: (line: string) => void = () => {},
): Promise<void> {
  await client.query('select pg_advisory_lock(19022021)')
  try {
    await client.query(bookkeeping)
    if ((await listLanded(client)).length === 0) return await inTransaction(client, () => make(client, schema, migrations))
    for (const step of await stepsForward(client, { schema, migrations })) {
      await inTransaction(client, step.run)
      say(step.name)
    }
  } finally {
    await client.query('select pg_advisory_unlock(19022021)')
  }
}

/**
 * What brings a database that is there to an edition, in its order. Each is run in a transaction, or all in one. Throws
 * as `migrate` does.
 */
export async function stepsForward(
  client: ClientBase,
  { schema, migrations }: Edition = currentEdition(),
): Promise<{ name: string; run: () => Promise<void> }[]> {
  const landed = await listLanded(client)
  checkLanded(landed, migrations)
  const has_landed = new Set(landed.map(({ number }) => number))
  const waiting = migrations.filter(({ number }) => !has_landed.has(number))
  return [
    ...waiting.map(one => ({ name: `migration ${one.number}-${one.name}`, run: () => apply(client, one) })),
    ...(landed[0]!.sha256 === digestOfRepeatable(schema)
      ? []
      : [{ name: 'functions and policies', run: () => applyAgain(client, schema) }]),
  ]
}

/**
 * The text of an edition, in two parts: what there must be before rows are brought in as they were, and what follows
 * them: views, triggers, policies, grants.
 */
export type Laying = { before_rows: string; after_rows: string }

/** The two texts of an edition. Whoever has them and the rows can make the database again, with `psql` alone. */
export function layingOf({ schema: { foundation, tables, functions, policies } }: Pick<Edition, 'schema'>): Laying {
  return {
    before_rows: textOf([{ path: 'bookkeeping', sql: `${bookkeeping};` }, ...foundation, ...tables]),
    // Which role may do what is code, not rows: the policies write it.
    after_rows: `set local check_function_bodies = off;\ndelete from role_act;\n${textOf([...functions, ...policies])}`,
  }
}

async function listLanded(client: ClientBase): Promise<Landed[]> {
  return (await client.query<Landed>('select number, name, sha256 from migration order by number')).rows
}

/**
 * What the table of migrations holds at this program's version. It is digested once: readiness asks every few seconds.
 */
let carried: { digest: string; numbers: string } | null = null

/** Whether a database is at this program's version; `ask` puts the question to it. */
export async function isCurrent(ask: (sql: string) => Promise<Landed[]>): Promise<boolean> {
  carried ??= carriedBy(currentEdition())
  const landed = await ask('select number, name, sha256 from migration order by number')
  return landed[0]?.sha256 === carried.digest && landed.map(({ number }) => number).join() === carried.numbers
}

function carriedBy({ schema, migrations }: Edition): { digest: string; numbers: string } {
  return { digest: digestOfRepeatable(schema), numbers: [0, ...migrations.map(({ number }) => number)].join() }
}

export type Landed = Pick<Migration, 'number' | 'name' | 'sha256'>

/** Number 0 is the schema itself, with the digest of its functions and policies as they were applied last. */
const bookkeeping = `
create table if not exists migration (
  number      integer     primary key,
  name        text        not null,
  sha256      text        not null,
  applied_at  timestamptz not null default now()
);
grant select on migration to neu_guong_app, neu_guong_auditor`

async function make(client: ClientBase, schema: Schema, migrations: Migration[]): Promise<void> {
  for (const { sql } of [...schema.foundation, ...schema.tables]) await client.query(sql)
  await applyRepeatable(client, schema)
  const rows = [{ number: 0, name: 'schema', sha256: digestOfRepeatable(schema) }, ...migrations]
  for (const { number, name, sha256 } of rows)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
}

function checkLanded(landed: Landed[], migrations: Migration[]): void {
  if (landed[0]!.number !== 0)
    throw new Error(
      'The database is of the first edition, which this version cannot bring forward. Begin anew: give an empty database in DATABASE_URL, or another folder in DATA_DIR.',
    )
  for (const { number, name, sha256 } of landed.slice(1)) {
    const ours = migrations.find(migration => migration.number === number)
    if (!ours) throw new Error(`The database carries migration ${number}-${name}, which this version does not know: run a newer version.`)
    if (ours.sha256 !== sha256) throw new Error(`Migration ${number}-${name} was edited after it was applied: restore its file.`)
  }
}

async function apply(client: ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query(sql)
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
}

/** What the files no longer say must go: policies, triggers and grants are made anew from nothing. */
async function applyAgain(client: ClientBase, schema: Schema): Promise<void> {
  await client.query(clearing)
  await applyRepeatable(client, schema)
  await client.query('update migration set sha256 = $1 where number = 0', [digestOfRepeatable(schema)])
}

/** Bodies are not checked as they come: a function may call one that a later file makes. */
async function applyRepeatable(client: ClientBase, { functions, policies }: Schema): Promise<void> {
  await client.query('set local check_function_bodies = off')
  for (const { sql } of [...functions, ...policies]) await client.query(sql)
}

/** The triggers that a procedure made with its table (announce, keep_history, seal) stay. */
const clearing = `
do $$
declare
  one record;
begin
  for one in select polname, polrelid::regclass as of_table from pg_policy loop
    execute format('drop policy %I on %s', one.polname, one.of_table);
  end loop;
  for one in select tgname, tgrelid::regclass as of_table from pg_trigger
              where not tgisinternal
                and tgname not in ('recorded_by_server', 'history_is_kept', 'announce_change', 'marks_what_begins', 'marks_what_ends') loop
    execute format('drop trigger %I on %s', one.tgname, one.of_table);
  end loop;
  for one in select viewname from pg_views where schemaname = 'public' loop
    execute format('drop view %I cascade', one.viewname);
  end loop;
end $$;
revoke all on all tables in schema public from neu_guong_app, neu_guong_auditor;
revoke all on all sequences in schema public from neu_guong_app, neu_guong_auditor;
grant select on migration to neu_guong_app, neu_guong_auditor;
delete from role_act`

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw problem
  }
}
