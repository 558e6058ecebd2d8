import { type AbortableQueryOptions, type Compilable, type CompiledQuery, Kysely, PostgresDialect, type QueryResult } from 'kysely'
import pg from 'pg'
import { keepPlans, underItsName } from './keep-plans.ts'
import { QuickLine } from './quick-line.ts'
import type { DB } from './tables.ts'

/** The database over a pool of connections. A read whose plan is kept goes over the quick line, unless it is part of a transaction. */
export class Pooled extends Kysely<DB> {
  readonly #quick: QuickLine

  constructor(config: pg.PoolConfig) {
    super({ dialect: new PostgresDialect({ pool: openPool(config) }) })
    this.#quick = new QuickLine(config)
  }

  override executeQuery<Row>(asked: CompiledQuery<Row> | Compilable<Row>, options?: AbortableQueryOptions): Promise<QueryResult<Row>> {
    const kept = 'sql' in asked ? underItsName(asked.sql, asked.parameters) : undefined
    return kept === undefined ? super.executeQuery(asked, options) : this.#quick.ask(kept)
  }

  override async destroy(): Promise<void> {
    await Promise.all([this.#quick.close(), super.destroy()])
  }
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // An idle connection that breaks is replaced at the next query, which meets the failure if it lasts.
  pool.on('error', () => {})
  // One that breaks while it is used tells whoever uses it; unheard, it would end the program.
  pool.on('connect', client => client.on('error', () => {}))
  pool.on('connect', keepPlans)
  return pool
}
