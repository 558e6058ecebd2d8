import { type AbortableQueryOptions, type Compilable, type CompiledQuery, Kysely, PostgresDialect, type QueryResult } from 'kysely'
import pg from 'pg'
import type { DB } from '../tables.ts'
import { isShort, keepPlans, underItsName } from './keep-plans.ts'
import { refuseOtherRole } from './own-role.ts'
import { QuickLine } from './quick-line.ts'

/**
 * The database over a pool of connections. A short read goes over the quick line, unless it is part of a transaction.
 */
export class Pooled extends Kysely<DB> {
  readonly #quick: QuickLine

  /** `patience_ms`: how long a short read may take on its line. */
  constructor(config: pg.PoolConfig, patience_ms?: number) {
    super({ dialect: new PostgresDialect({ pool: openPool(config) }) })
    this.#quick = new QuickLine(config, patience_ms)
  }

  override executeQuery<Row>(asked: CompiledQuery<Row> | Compilable<Row>, options?: AbortableQueryOptions): Promise<QueryResult<Row>> {
    const throughPool = () => super.executeQuery(asked, options)
    return 'sql' in asked && isShort(asked.sql) ? this.#askQuickly(asked, throughPool) : throughPool()
  }

  /** What the line does not answer in time is asked again through the pool: only reads go over it. */
  async #askQuickly<Row>({ sql, parameters }: CompiledQuery<Row>, throughPool: () => Promise<QueryResult<Row>>): Promise<QueryResult<Row>> {
    try {
      return await this.#quick.ask(underItsName(sql, parameters)!)
    } catch (error) {
      if (isAnswer(error)) throw error
      return throughPool()
    }
  }

  override async destroy(): Promise<void> {
    await Promise.all([this.#quick.close(), super.destroy()])
  }
}

/**
 * The database has refused what was asked. Anything else says that the line was slow or broke; so does what the
 * database itself cut off (class 57).
 */
function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code?.startsWith('57') === false
}

/** Each new connection is asked who it is, once, before anybody works on it. */
function asVerified(client: pg.PoolClient, answer: (error?: Error) => void): void {
  refuseOtherRole(client).then(() => answer(), answer)
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, verify: asVerified } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next query, which meets the failure if it lasts.
  pool.on('error', () => {})
  // One that breaks while it is used tells whoever uses it; unheard, it would end the program.
  pool.on('connect', client => client.on('error', () => {}))
  pool.on('connect', keepPlans)
  return pool
}
