import type pg from 'pg'
import { loadDemo } from '../../seed/load-demo.ts'
import { connectAs, migrate, roles } from '../../src/database/index.ts'
import { digestOfRecipe } from './recipe.ts'
import type { Server } from './server.ts'
import { type Scene, templateOf, type Until } from './template-names.ts'

/** Every template that a test may ask for. */
const offered: [Scene, Until][] = [
  ['demo', 'infinity'],
  ['demo', '2021-02-19'],
  ['territory', 'infinity'],
  ['territory', '2019-02-19'],
  ['territory', '2021-02-19'],
  ['territory', '2022-12-31'],
]

/**
 * Makes what is not there yet, side by side, and gives the digest by which `templateOf` finds it. Who runs the same tests at the same time waits, and finds it made. `line` holds the recipe for as
 * long as the run lasts, so that nobody takes its templates away; `folder` is whose they are.
 */
export async function prepareTemplates(server: Server, line: pg.Client, folder: string): Promise<string> {
  const digest = digestOfRecipe()
  await line.query('select pg_advisory_lock_shared(hashtext($1))', [digest])
  await clearAway(line, digest, folder)
  await ensureRoles(line)
  const make = (scene: Scene, until: Until, from: string) =>
    ensureTemplate(server, { name: templateOf(digest, scene, until), scene, until, from, folder })
  await make('empty', 'infinity', 'template0')
  const empty = templateOf(digest, 'empty', 'infinity')
  await Promise.all(offered.map(([scene, until]) => make(scene, until, empty)))
  return digest
}

/** Takes away what nobody uses any more: this folder's templates of another recipe, and databases of runs that were killed. Who still runs holds the lock of that name. */
async function clearAway(line: pg.Client, digest: string, folder: string): Promise<void> {
  const { rows } = await line.query<{ datname: string; held_as: string }>(
    `select datname, substring(datname from '^template_.*_([0-9a-f]{12})(?:_making)?$') as held_as
       from pg_database
      where datname like 'template\\_%' and shobj_description(oid, 'pg_database') = $1
      union all
     select datname, substring(datname from '^testing_([0-9a-f]{8})_')
       from pg_database
      where datname like 'testing\\_%'`,
    [folder],
  )
  for (const { datname, held_as } of rows.filter(row => row.held_as !== null && row.held_as !== digest)) {
    const { rows: tried } = await line.query<{ is_free: boolean }>('select pg_try_advisory_lock(hashtext($1)) as is_free', [held_as])
    if (!tried[0]!.is_free) continue
    await line.query(`drop database if exists ${datname} with (force)`)
    await line.query('select pg_advisory_unlock(hashtext($1))', [held_as])
  }
}

type Recipe = { name: string; scene: Scene; until: Until; from: string; folder: string }

/** Made under another name, so that a template that was cut off is never taken for a whole one. The remark says whose it is. */
async function ensureTemplate(server: Server, { name, scene, until, from, folder }: Recipe): Promise<void> {
  const line = await connectAs({ ...server.postgres, database: 'postgres' })
  try {
    await line.query('select pg_advisory_lock(hashtext($1))', [name])
    if ((await line.query('select from pg_database where datname = $1', [name])).rowCount === 1) return
    const making = `${name}_making`
    await line.query(`drop database if exists ${making} with (force)`)
    await line.query(`create database ${making} owner neu_guong_owner template ${from}`)
    await line.query(`comment on database ${making} is '${folder.replaceAll("'", "''")}'`)
    await fill({ ...server.neu_guong_owner, database: making }, scene, until)
    await line.query(`alter database ${making} allow_connections false`)
    await line.query(`alter database ${making} rename to ${name}`)
  } finally {
    await line.end()
  }
}

async function fill(config: pg.ClientConfig, scene: Scene, until: Until): Promise<void> {
  const owner = await connectAs(config)
  try {
    if (scene === 'empty') await migrate(owner)
    else await loadDemo(owner, { seed: 19_02_2021, scale: scene === 'demo' ? 1 / 40 : 0, until, say: () => {} })
  } finally {
    await owner.end()
  }
}

/** The program's own server has them already; another one may not. */
async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of roles) await client.query(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`)
}
