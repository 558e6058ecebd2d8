import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'

const files = import.meta.glob('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true }) as Record<string, string>

export type Migration = { number: number; name: string; sql: string; sha256: string }

/** The migrations that this program carries, in their order. */
export function listMigrations(): Migration[] {
  return Object.entries(files)
    .map(([path, sql]) => {
      const [, number, name] = /(\d{4})-([a-z-]+)\.sql$/.exec(path)!
      return { number: Number(number), name: name!, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => a.number - b.number)
}

/**
 * Brings a database forward, each migration in its own transaction, one process at a time. Throws where a landed migration was edited
 * or the database is newer than the program.
 */
export async function migrate(
  client: ClientBase,
  migrations: Migration[] = listMigrations(),
  say: (line: string) => void = () => {},
): Promise<void> {
  await client.query('select pg_advisory_lock(19022021)')
  try {
    await client.query(
      `create table if not exists migration (
         number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`,
    )
    // Older than the default privileges of the first migration; the program asks it whether it is ready.
    await client.query('grant select on migration to neu_guong_app, neu_guong_auditor')
    const landed = (await client.query<{ number: number; name: string; sha256: string }>('select number, name, sha256 from migration')).rows
    checkLanded(landed, migrations)
    const has_landed = new Set(landed.map(({ number }) => number))
    for (const migration of migrations.filter(({ number }) => !has_landed.has(number))) await apply(client, migration, say)
  } finally {
    await client.query('select pg_advisory_unlock(19022021)')
  }
}

function checkLanded(landed: { number: number; name: string; sha256: string }[], migrations: Migration[]): void {
  for (const { number, name, sha256 } of landed) {
    const ours = migrations.find(migration => migration.number === number)
    if (!ours) throw new Error(`The database carries migration ${number}-${name}, which this version does not know: run a newer version.`)
    if (ours.sha256 !== sha256) throw new Error(`Migration ${number}-${name} was edited after it was applied: restore its file.`)
  }
}

async function apply(client: ClientBase, { number, name, sql, sha256 }: Migration, say: (line: string) => void): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw problem
  }
  say(`migration ${number}-${name}`)
}
