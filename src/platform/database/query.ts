import { CompiledQuery } from 'kysely'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Db, Tx } from './database.ts'
import { keepPlan, keepShort } from './pool/keep-plans.ts'

/** A read with its SQL on its sleeve: a figure shows the very text that it ran. */
export type Query<Parameters, Row> = ((db: Pick<Db, 'executeQuery'>, parameters: Parameters) => Promise<Row[]>) & { sql: string }

/**
 * Makes a read of a committed `.sql` file with parameters written `:name`. Each name is sent once, as a bound value.
 * With `keeps_plan` a connection plans it once: for reads at every page; not where the best way depends on what is
 * asked. With `is_short` too, and outside of a transaction it goes over the line that all such reads share
 * (docs/decisions/0070): for one to seven rows by their keys.
 */
export function query<Parameters extends Record<string, unknown>, Row>(
  sql: string,
  { keeps_plan = false, is_short = false } = {},
): Query<Parameters, Row> {
  const { text, names } = numbered(sql)
  if (keeps_plan) keepPlan(text)
  if (is_short) keepShort(text)
  const run = async (db: Pick<Db, 'executeQuery'>, parameters: Parameters): Promise<Row[]> => {
    const result = await db.executeQuery(
      CompiledQuery.raw(
        text,
        names.map(name => boundValue(parameters, name)),
      ),
    )
    return result.rows as Row[]
  }
  return Object.assign(run, { sql })
}

/**
 * What writes, with parameters written in the same way. Every connection plans it once: for what everybody does on the
 * last day.
 */
export function statement<Parameters extends Record<string, unknown>, Row = never>(
  sql: string,
): (tx: Tx, parameters: Parameters) => Promise<Row[]> {
  return query<Parameters, Row>(sql, { keeps_plan: true })
}

/** `:name` becomes `$1`; `::type` casts and comments stay. */
function numbered(sql: string): { text: string; names: string[] } {
  const names: string[] = []
  const text = sql.replace(/--[^\n]*|(?<!:):([a-z_][a-z_0-9]*)/g, (_, name: string | undefined) => {
    if (!name) return ''
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text, names }
}

function boundValue(parameters: Record<string, unknown>, name: string): unknown {
  if (!Object.hasOwn(parameters, name)) throw new Error(`the read needs a parameter "${name}"`)
  return lookUp(parameters, name)
}
