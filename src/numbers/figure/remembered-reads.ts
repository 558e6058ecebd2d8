import type { CompiledQuery } from 'kysely'
import { type Reads, tablesRead } from '../../platform/database/index.ts'
import { nextMidnight, type TaggedCache } from '../../platform/web/index.ts'

/** Rows that reads gave, by the SQL and what was asked. */
export type ReadMemory = TaggedCache<readonly Row[]>
type Row = Readonly<Record<string, unknown>>

const tables_by_sql = new Map<string, readonly string[]>()

/**
 * Reads of committed SQL, each remembered until a table that it touches is written, or the day ends. All who ask of a
 * unit ask of those above it and of what moved, whatever the figure; and where commitments come in by the minute, the
 * tree stays. The rows are frozen: many answers share them.
 */
export function rememberedReads(db: Reads, memory: ReadMemory, now: Date): Reads {
  const until = nextMidnight(now).getTime()
  const read = async (asked: CompiledQuery) => {
    const { rows } = await db.executeQuery<Row>(asked)
    return { value: Object.freeze(rows.map(row => Object.freeze(row))), tags: tablesBehind(asked.sql), until }
  }
  const executeQuery = async (asked: CompiledQuery) => ({ rows: await memory.recall(keyOf(asked, now), () => read(asked)) })
  return { executeQuery } as Reads
}

/** What is known now is asked without the instant: it stays so until something is written. */
function keyOf({ sql, parameters }: CompiledQuery, now: Date): string {
  const instant = now.toISOString()
  return JSON.stringify([sql, parameters.map(value => (value === instant ? 'now' : value))])
}

/** The texts are those of committed files, so their number is small. */
function tablesBehind(sql: string): readonly string[] {
  const tables = tables_by_sql.get(sql) ?? tablesRead(sql)
  tables_by_sql.set(sql, tables)
  return tables
}
