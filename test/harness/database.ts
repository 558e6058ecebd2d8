import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { loadDemo } from '../../seed/load-demo.ts'
import {
  type Actor,
  change,
  connectAs,
  type Database,
  type Db,
  migrate,
  Pooled,
  type Role,
  roles,
  type Tx,
  withSettings,
} from '../../src/database/index.ts'
import type { Outcome } from '../../src/shared/outcome.ts'

/** What stands in the database at the start: nothing; the real units with their standings; the whole demo province with a fortieth of its people. */
export type Scene = 'empty' | 'territory' | 'demo'

/** A test file's own database, from before its first test until after its last. */
export type World = {
  /** Reads as the application. */
  readonly db: Db
  /** A connection as the owner, which may load with `set neu_guong.loading = 'yes'`. */
  readonly owner: pg.Client
  /** For verbs: one transaction as the application, in the name of the test. */
  change<T>(work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** A further connection, closed at the end. */
  connect(role: Role): Promise<pg.Client>
  /** The same shape that the program opens. */
  readonly database: Database
  /** Ends, as the server's administrator, every session of this database that listens; gives how many there were. */
  cutLines(): Promise<number>
}

export const tester: Actor = { person_id: null, name: 'test' }

/** Call it at the top of a test file. `until` leaves out what the register learned after that day. A clone takes 30–100 ms; a template is made once a run. */
export function withDatabase(scene: Scene, { until = 'infinity' }: { until?: string } = {}): World {
  let world: World | undefined
  const opened: pg.Client[] = []
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  beforeAll(async () => {
    const template = await templateOf(scene, until)
    await administer(`create database ${name} template ${template} owner neu_guong_owner`)
    world = await enter(name, opened)
  })
  afterAll(async () => {
    await Promise.all(opened.map(client => client.end()))
    await world?.database.close()
    await administer(`drop database if exists ${name} with (force)`)
  })
  const there = () => world ?? fail()
  return {
    get db() {
      return there().db
    },
    get owner() {
      return there().owner
    },
    get database() {
      return there().database
    },
    cutLines: () => there().cutLines(),
    change: work => there().change(work),
    connect: role => there().connect(role),
  }
}

function fail(): never {
  throw new Error('the database is there from beforeAll on')
}

async function enter(name: string, opened: pg.Client[]): Promise<World> {
  const connect = async (role: Role) => {
    const client = await connectAs({ ...inject('server')[role], database: name })
    opened.push(client)
    return client
  }
  const kysely = new Pooled({ ...withSettings({ ...inject('server').neu_guong_app, database: name }), max: 4 })
  const database: Database = { db: kysely, kysely, connect, clock: () => new Date(), close: () => kysely.destroy() }
  const owner = await connect('neu_guong_owner')
  return { db: kysely, database, owner, connect, cutLines: () => cutLines(name), change: work => change(database, tester, work) }
}

/** The template of a scene, made by whichever test file needs it first; the others wait at the lock. */
async function templateOf(scene: Scene, until: string): Promise<string> {
  recipe ??= digestOfRecipe()
  const template = `template_${scene}_${until.replaceAll('-', '')}_${recipe}`
  const lock = await administrator()
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await lock.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) await makeTemplate(lock, template, scene, until)
  } finally {
    await lock.end()
  }
  return template
}

let recipe: string | undefined

/** What templates are made of: on a server that outlives a run, one of other migrations or another seed is not taken for this one's. */
function digestOfRecipe(): string {
  const hash = createHash('sha256')
  const entries = ['migrations', 'seed'].flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  for (const file of files.sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Made under another name, so that a template that was cut off is never taken for a whole one. */
async function makeTemplate(lock: pg.Client, template: string, scene: Scene, until: string): Promise<void> {
  await ensureRoles(lock)
  const making = `${template}_making`
  await lock.query(`drop database if exists ${making} with (force)`)
  await lock.query(`create database ${making} owner neu_guong_owner template template0`)
  const owner = await connectAs({ ...inject('server').neu_guong_owner, database: making })
  try {
    await migrate(owner)
    if (scene !== 'empty') await loadDemo(owner, { seed: 19_02_2021, scale: scene === 'demo' ? 1 / 40 : 0, until, say: () => {} })
  } finally {
    await owner.end()
  }
  await lock.query(`alter database ${making} rename to ${template}`)
}

/** The program's own server has them already; another one may not. */
async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of roles) await client.query(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`)
}

async function cutLines(name: string): Promise<number> {
  const client = await administrator()
  try {
    const ended = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like 'listen %'`
    return (await client.query(ended, [name])).rowCount!
  } finally {
    await client.end()
  }
}

function administrator(): Promise<pg.Client> {
  return connectAs({ ...inject('server').postgres, database: 'postgres' })
}

async function administer(statement: string): Promise<void> {
  const client = await administrator()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
