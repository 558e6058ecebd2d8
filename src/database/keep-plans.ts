import type pg from 'pg'

/** The name under which each connection keeps the plan of a text. */
const names = new Map<string, string>()

/** Has the plan of a text kept by every connection of the pool that asks it: for what is asked at every page, of one row, and planned through many policies. */
export function keepPlan(text: string): void {
  if (!names.has(text)) names.set(text, `kept_${names.size + 1}`)
}

/** A connection of the pool from its first moment: texts whose plan is kept are sent under their name (a prepared statement), which PostgreSQL plans once. */
export function keepPlans(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (first: unknown, ...rest: unknown[]) => {
    const name = typeof first === 'string' ? names.get(first) : undefined
    return name === undefined ? ask(first, ...rest) : ask({ name, text: first, values: rest[0] })
  }
  Object.assign(client, { query: named })
}
