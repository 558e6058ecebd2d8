import type pg from 'pg'

/** The name under which each connection keeps the plan of a text. */
const names = new Map<string, string>()

/** The texts that may go over the quick line. */
const short = new Set<string>()

/**
 * Has the plan of a text kept by every connection that asks it: for what is asked at every page, and planned through
 * many policies.
 */
export function keepPlan(text: string): void {
  if (!names.has(text)) names.set(text, `kept_${names.size + 1}`)
}

/** Outside of a transaction the text goes over the quick line; its plan is kept. */
export function keepShort(text: string): void {
  keepPlan(text)
  short.add(text)
}

export function isShort(text: string): boolean {
  return short.has(text)
}

/**
 * A question under the name of its plan (a prepared statement), which PostgreSQL plans once; undefined where the plan
 * is not kept.
 */
export function underItsName(text: string, values: unknown): pg.QueryConfig | undefined {
  const name = names.get(text)
  return name === undefined ? undefined : { name, text, values: values as unknown[] }
}

/** A connection of the pool from its first moment: texts whose plan is kept are sent under their name. */
export function keepPlans(client: pg.PoolClient): void {
  Object.assign(client, { query: askUnderNames(client) })
}

/** `query` of a connection, which sends texts whose plan is kept under their name. */
export function askUnderNames(client: pg.ClientBase): (...args: unknown[]) => unknown {
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown
  return (first, ...rest) => {
    const kept = typeof first === 'string' ? underItsName(first, rest[0]) : undefined
    return kept === undefined ? ask(first, ...rest) : ask(kept)
  }
}
