import type pg from 'pg'
import { loadDemo } from '../../seed/load-demo.ts'
import { connectAs, migrate } from '../../src/platform/database/index.ts'
import { serveOnce } from './serve-once.ts'
import type { Server } from './server.ts'
import { clone, type Scene, templateOf, type Until } from './template-names.ts'

/** Every template that a test may ask for, besides the empty register. */
const offered: [Scene, Until][] = [
  ['demo', 'infinity'],
  ['demo', '2021-02-19'],
  ['territory', 'infinity'],
  ['territory', '2019-02-19'],
  ['territory', '2021-02-19'],
  ['territory', '2022-12-31'],
]

/** Makes all that are not there yet, side by side: before the files of a whole run. */
export async function makeTemplates(server: Server, recipe: string): Promise<void> {
  await ensureTemplate(server, { recipe, scene: 'empty', until: 'infinity' })
  await Promise.all(offered.map(([scene, until]) => ensureTemplate(server, { recipe, scene, until })))
  await ensureTemplate(server, { recipe, scene: 'served', until: 'infinity' })
}

export type Asked = { recipe: string; scene: Scene; until: Until }

/**
 * The name of a template that is there by now. Who makes the same at the same time waits, and finds it made. It is made
 * under another name, so that one that was cut off is never taken for a whole one. Nobody connects to it: it stays as
 * it was made.
 */
export async function ensureTemplate(server: Server, asked: Asked): Promise<string> {
  const { recipe, scene, until } = asked
  const name = templateOf(recipe, scene, until)
  const from = await templateBefore(server, asked)
  const line = await connectAs({ ...server.postgres, database: 'postgres' })
  try {
    await line.query('select pg_advisory_lock(hashtext($1))', [name])
    if ((await line.query('select from pg_database where datname = $1', [name])).rowCount === 1) return name
    const making = `${name}_making`
    await line.query(`drop database if exists ${making} with (force)`)
    await line.query(`create database ${making} template ${from} strategy file_copy owner neu_guong_owner`)
    if (scene === 'served') await serveOnce(server, making, recipe)
    else await fill({ ...server.neu_guong_owner, database: making }, scene, until)
    await settle({ ...server.neu_guong_owner, database: making })
    await line.query(`comment on database ${making} is '${clone.replaceAll("'", "''")}'`)
    await line.query(`alter database ${making} allow_connections false`)
    await line.query(`alter database ${making} rename to ${name}`)
    return name
  } finally {
    await line.end()
  }
}

/** What a template is made from. */
async function templateBefore(server: Server, { recipe, scene }: Asked): Promise<string> {
  if (scene === 'empty') return 'template0'
  return ensureTemplate(server, { recipe, scene: scene === 'served' ? 'demo' : 'empty', until: 'infinity' })
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

/** What the first reader of each clone would otherwise do anew: statistics, and which rows everybody sees. */
async function settle(config: pg.ClientConfig): Promise<void> {
  const owner = await connectAs(config)
  try {
    await owner.query('vacuum (freeze, analyze)')
  } finally {
    await owner.end()
  }
}
