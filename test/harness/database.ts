import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Outcome } from '../../src/basis/shared/outcome.ts'
import {
  type Actor,
  asOwner,
  change,
  connectAs,
  type Database,
  type Db,
  Pooled,
  type Role,
  type Tx,
  withSettings,
} from '../../src/platform/database/index.ts'
import { type Scene, templateOf, type Until } from './template-names.ts'

/** A test file's own database, from before its first test until after its last. */
export type World = {
  /** Reads as the application. */
  readonly db: Db
  /** A connection as the owner, which may load with `set neu_guong.loading = 'yes'`. */
  readonly owner: pg.Client
  /** For verbs: one transaction as the application, in the name of the test. */
  change<T>(work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** The same as the owner: for what no page does, such as a merger. */
  changeAsOwner<T>(work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** A further connection, closed at the end. */
  connect(role: Role): Promise<pg.Client>
  /** The same shape that the program opens. */
  readonly database: Database
  /** The same as a `DATABASE_URL`, as the server's administrator. */
  readonly url: string
  /** Ends, as the server's administrator, every session of this database that listens; gives how many there were. */
  cutLines(): Promise<number>
}

export const tester: Actor = { person_id: null, name: 'test' }

let opened_here = 0

/** A template may have to be made first, on a machine that is busy. */
const making_ms = 900_000

/**
 * Call it at the top of a test file: the file is then of the project `rooms`, or of `stories`. A clone takes 30–100 ms;
 * on a server of the run's own the templates are there before all files.
 */
export function withDatabase(scene: Scene, { until = 'infinity' }: { until?: Until } = {}): World {
  let world: World | undefined
  const opened: pg.Client[] = []
  const name = `testing_${inject('run')}_${process.pid}_${++opened_here}`
  beforeAll(async () => {
    await cloneTemplate(name, scene, until)
    world = await enter(name, opened)
  }, making_ms)
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
    get url() {
      return there().url
    },
    cutLines: () => there().cutLines(),
    change: work => there().change(work),
    changeAsOwner: work => there().changeAsOwner(work),
    connect: role => there().connect(role),
  }
}

/** On a server that outlives the run, a template is made for the first file that asks for it. */
async function cloneTemplate(name: string, scene: Scene, until: Until): Promise<void> {
  const recipe = inject('recipe')
  const statement = `create database ${name} template ${templateOf(recipe, scene, until)} strategy file_copy owner neu_guong_owner`
  try {
    await administer(statement)
  } catch (error) {
    if ((error as pg.DatabaseError).code !== no_such_database) throw error
    // Not imported above: it brings the whole seed, and most runs need no template made.
    const { ensureTemplate } = await import('./templates.ts')
    await ensureTemplate(inject('server'), { recipe, scene, until })
    await administer(statement)
  }
}

const no_such_database = '3D000'

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
  const database: Database = { db: kysely, public_db: kysely, kysely, connect, clock: () => new Date(), close: () => kysely.destroy() }
  const owner = await connect('neu_guong_owner')
  return {
    ...{ db: kysely, database, url: urlOf(name), owner, connect, cutLines: () => cutLines(name) },
    change: work => change(database, tester, tx => told(tx, work)),
    changeAsOwner: work => asOwner(database, owned => change(owned, tester, tx => told(tx, work))),
  }
}

/** What a test writes for its scene, beside all verbs, tells the ledger as one act of the test. */
async function told<T>(tx: Tx, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const outcome = await work(tx)
  if (!outcome.ok) return outcome
  await sql`
    insert into ledger_entry (act, agent, object, object_id, digest, retention)
    select 'invent-scene', ${tester.name}, 'test', 'scene', repeat('0', 64), 'access'
     where current_setting('neu_guong.wrote', true) <> '' and coalesce(current_setting('neu_guong.entries', true), '') = ''`.execute(tx)
  return outcome
}

function urlOf(name: string): string {
  const { host, port, user, password } = inject('server').postgres
  // The host may be the folder of a socket, which has no place before the path.
  return `postgres://${encodeURIComponent(user!)}:${encodeURIComponent(String(password))}@localhost:${port}/${name}?host=${encodeURIComponent(host!)}`
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
