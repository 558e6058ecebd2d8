import type pg from 'pg'
import { Pooled } from './pooled.ts'

/** Connections of those who work, and of those who read public pages. */
const most_connections = 12
const most_public_connections = 4
/** Longer than this, in milliseconds, no public page may keep the database at one question. */
const public_patience_ms = 10_000

/** Two pools over one database: however many read public pages, whoever works finds a connection. */
export function openPools(config: pg.PoolConfig): { kysely: Pooled; public_db: Pooled } {
  const usual = { ...config, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 5_000 }
  return {
    kysely: new Pooled({ ...usual, max: most_connections }),
    public_db: new Pooled({ ...usual, max: most_public_connections, statement_timeout: public_patience_ms }),
  }
}
