import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { connectAs, roles } from '../../src/platform/database/index.ts'
import { type RunningServer, serverOf } from './server.ts'
import { clone } from './template-names.ts'

/**
 * Another server, of another version perhaps: the URL's account makes databases and roles there. Its templates stay for
 * the next run. Who runs holds a lock on the names of its recipe and of its run, for as long as it lasts; what nobody
 * holds is taken away by the next one.
 */
export async function joinExternal(url: string, recipe: string): Promise<RunningServer> {
  const base = connectionOf(url)
  const line = await connectAs({ ...base, database: 'postgres' })
  const run = randomBytes(4).toString('hex')
  await line.query('select pg_advisory_lock_shared(hashtext($1)), pg_advisory_lock(hashtext($2))', [recipe, run])
  await ensureRoles(line)
  await clearAway(line, recipe)
  const server = serverOf(role => (role === 'postgres' ? base : { ...base, options: `-c role=${role}` }))
  return { server, run, stop: () => line.end() }
}

function connectionOf(url: string): pg.ClientConfig {
  const { hostname, port, username, password, searchParams } = new URL(url)
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}

/** The program's own server has them already; another one may not. */
async function ensureRoles(line: pg.Client): Promise<void> {
  for (const role of roles) await line.query(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`)
}

/** This clone's templates of other recipes, and databases of runs that were killed. */
async function clearAway(line: pg.Client, recipe: string): Promise<void> {
  const { rows } = await line.query<{ datname: string; held_as: string }>(
    `select datname, substring(datname from '^template_.*_([0-9a-f]{12})$') as held_as
       from pg_database
      where datname like 'template\\_%' and shobj_description(oid, 'pg_database') = $1
      union all
     select datname, substring(datname from '^testing_([0-9a-f]{8})_')
       from pg_database
      where datname like 'testing\\_%'`,
    [clone],
  )
  for (const { datname, held_as } of rows.filter(row => row.held_as !== null && row.held_as !== recipe)) {
    const { rows: tried } = await line.query<{ is_free: boolean }>('select pg_try_advisory_lock(hashtext($1)) as is_free', [held_as])
    if (!tried[0]!.is_free) continue
    await line.query(`drop database if exists ${datname} with (force)`)
    await line.query('select pg_advisory_unlock(hashtext($1))', [held_as])
  }
}
