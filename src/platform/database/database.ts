import { setTimeout as wait } from 'node:timers/promises'
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { unlessStopped } from '../../basis/shared/unless-stopped.ts'
import { migrate } from './migrate.ts'
import { askUnderNames } from './pool/keep-plans.ts'
import { openPools } from './pool/pools.ts'
import type { Role } from './roles.ts'
import { type EmbeddedServer, startEmbedded } from './server/embedded.ts'
import { prepareExternal } from './server/external.ts'
import type { DB } from './tables.ts'
import { types } from './types.ts'

/** Reads. A write needs a transaction, and the compiler says so. */
export type Db = Pick<Kysely<DB>, 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'executeQuery'>
/** Reads of committed SQL alone. */
export type Reads = Pick<Db, 'executeQuery'>
/** Reads and writes, inside one transaction. */
export type Tx = Transaction<DB>

/** Where the database is, and under which settings. */
export type DatabaseOptions = {
  database_url: string | null
  data_dir: string
  database_account: string
  /** Nobody else may serve the same embedded directory meanwhile. */
  exclusive: boolean
  say: (line: string) => void
  /** Aborted while the database is being opened, it is closed again, and the reason is thrown. */
  stopping?: AbortSignal
}

/** The register's database, migrated, open as the application role. */
export type Database = {
  db: Db
  /**
   * The same for public pages, over fewer connections of their own: however many read, whoever works finds theirs. What
   * takes too long there is stopped.
   */
  public_db: Db
  /** For `change` alone: rooms get a `Db`, or a `Tx` from it. */
  kysely: Kysely<DB>
  /**
   * A connection of its own, as any role: for listening, for loading a seed, for an audit. The caller ends it; one that
   * is still at work when all is closed is cut off.
   */
  connect(role: Role): Promise<pg.Client>
  /**
   * Now, by the clock of the database, which dates what is recorded: a read as of an earlier «now» would not see the
   * last change.
   */
  clock(): Date
  /**
   * Closes our connections, those at work after a few seconds; the embedded server stops with the last program that
   * uses it.
   */
  close(): Promise<void>
}

/**
 * Opens the database: embedded where no URL is given. Migrates it under a lock. Throws sentences that say what to do.
 */
export async function openDatabase({ stopping = new AbortController().signal, ...options }: DatabaseOptions): Promise<Database> {
  const server = await openServer({ ...options, stopping })
  try {
    return await unlessStopped(stopping, async () => {
      await migrateAsOwner(server.connect, options.say)
      return await openAs(server.connection('neu_guong_app'), server.connect, server.close)
    })
  } catch (error) {
    await server.close()
    throw error
  }
}

/** A server that may hold a register, or nothing yet: nothing is made or brought forward there. */
export type DatabaseServer = Pick<Database, 'connect' | 'close'> & { connection(role: Role): pg.ClientConfig }

/**
 * Opens the server alone, for what must find the database as it is: a backup, or one that is brought back. Throws as
 * `openDatabase` does.
 */
export async function openServer({ stopping = new AbortController().signal, ...options }: DatabaseOptions): Promise<DatabaseServer> {
  const embedded = options.database_url === null ? await startEmbedded(options) : null
  const lines = new Set<pg.Client>()
  const close = () => closeAll(lines, embedded)
  try {
    return await unlessStopped(stopping, async () => {
      const connection = embedded?.connection ?? (await prepareExternal(options.database_url!)).connection
      return { connection, connect: async role => keepIn(lines, await connectAs(connection(role))), close }
    })
  } catch (error) {
    await close()
    throw error
  }
}

async function openAs(app: pg.ClientConfig, connect: Database['connect'], closeRest: () => Promise<void>): Promise<Database> {
  const { kysely, public_db } = openPools(withSettings(app))
  const close = async () => {
    const given_back = Promise.all([kysely.destroy(), public_db.destroy()])
    try {
      await Promise.race([given_back, wait(longest_goodbye_ms, undefined, { ref: false })])
    } finally {
      await closeRest()
    }
  }
  const ahead_ms = await clockDifference(kysely)
  return { db: kysely, public_db, kysely, connect, clock: () => new Date(Date.now() + ahead_ms), close }
}

/** How long a closing waits for a question that is being answered. */
const longest_goodbye_ms = 5_000

function keepIn(lines: Set<pg.Client>, line: pg.Client): pg.Client {
  lines.add(line)
  return line.once('end', () => lines.delete(line))
}

/** A line at work is cut off, and what it had begun is rolled back. */
async function closeAll(lines: Set<pg.Client>, embedded: EmbeddedServer | null): Promise<void> {
  await Promise.allSettled([...lines].map(line => line.end()))
  await embedded?.stop()
}

/**
 * Milliseconds that the database's clock is ahead of ours; nothing where the journey took longer than the difference.
 */
async function clockDifference(db: Pick<Db, 'executeQuery'>): Promise<number> {
  const asked_at = Date.now()
  const { rows } = await db.executeQuery<{ now: string }>(CompiledQuery.raw('select clock_timestamp() as now'))
  const answered_at = Date.now()
  const ahead_ms = Date.parse(rows[0]!.now) - (asked_at + answered_at) / 2
  return Math.abs(ahead_ms) <= answered_at - asked_at + 2 ? 0 : ahead_ms
}

/** A connection with our types and our zone. */
export async function connectAs(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(withSettings(config))
  await client.connect()
  return client
}

/**
 * Sessions speak UTC, and say in the server's list who they are. Nothing is compiled for them: a question behind many
 * policies looks costly to the planner and reads a few rows; on a server that compiles (Debian's do, ours is built
 * without), each took seconds.
 */
export function withSettings(config: pg.ClientConfig): pg.ClientConfig {
  return {
    ...config,
    types,
    application_name: 'neu-guong',
    options: `${config.options ?? ''} -c timezone=UTC -c datestyle=ISO -c jit=off`.trim(),
  }
}

async function migrateAsOwner(connect: Database['connect'], say: (line: string) => void): Promise<void> {
  const owner = await connect('neu_guong_owner')
  try {
    await migrate(owner, undefined, say)
  } finally {
    await owner.end()
  }
}

/**
 * Kysely on one connection that is already inside a transaction: for the owner, who loads a seed through the same verbs
 * as everybody. With `keeps_plans` the connection keeps plans as those of the pool do: not for a load, whose tables were
 * empty when their plans were made.
 */
export function transactionOn(client: pg.Client, { keeps_plans = false } = {}): Tx {
  const connection = { query: keeps_plans ? askUnderNames(client) : client.query.bind(client), release: () => {} }
  const pool = { connect: async () => connection, end: async () => {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }) as unknown as Tx
}

/**
 * For what no page does and the machine itself may: a merger from the command line, an archive. `work` changes the
 * register as its owner, whose writes the application's grants and policies do not bind; what a verb refuses, it still
 * refuses.
 */
export async function asOwner<T>(database: Pick<Database, 'connect'>, work: (owned: Pick<Database, 'kysely'>) => Promise<T>): Promise<T> {
  const owner = await database.connect('neu_guong_owner')
  try {
    return await work({ kysely: transactionOn(owner) })
  } finally {
    await owner.end()
  }
}
