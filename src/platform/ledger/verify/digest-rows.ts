import { CompiledQuery } from 'kysely'
import { type Db, keepPlan } from '../../database/index.ts'
import { type SealedTable, tracesOf } from '../sealed-table.ts'

type Reads = Pick<Db, 'executeQuery'>

/** Of a change that wrote no row: SHA-256 of nothing. */
export const no_rows = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/**
 * What each change wrote, by its instant: SHA-256 over the digests of all rows that it began or ended, each behind the
 * name of its table, in the order of their bytes. One question for changes that lie near each other in time; an instant
 * with no rows is left out. To be asked by somebody who sees every row, or the answer is another.
 */
export async function digestsAt(db: Reads, sealed: readonly SealedTable[], instants: readonly string[]): Promise<Map<string, string>> {
  if (instants.length === 0 || sealed.length === 0) return new Map()
  const rows = await withOnePlan(db, async () => {
    const asked = CompiledQuery.raw(questionOf(sealed), [...boundsOf(instants), [...instants]])
    return (await db.executeQuery<{ at: string; digest: string }>(asked)).rows
  })
  return new Map(rows.map(({ at, digest }) => [at, digest]))
}

/**
 * Of a question whose plan is kept, the first plan serves whatever is asked: the planner would make one for these bounds,
 * because it looks cheaper, and nothing is as dear as to plan a union over all tables. To be asked inside a transaction.
 */
async function withOnePlan<T>(db: Reads, ask: () => Promise<T>): Promise<T> {
  await db.executeQuery(CompiledQuery.raw('set local plan_cache_mode = force_generic_plan'))
  const answer = await ask()
  await db.executeQuery(CompiledQuery.raw('set local plan_cache_mode = auto'))
  return answer
}

/** Two parts for each table. Where the connection keeps plans, it plans this once. */
function questionOf(sealed: readonly SealedTable[]): string {
  const parts = sealed
    .flatMap(tracesOf)
    .map(({ what, from, at, d }) => `select ${at} as at, '${what}' as what, ${d} as d from ${from} and ${at} between $1 and $2`)
  const text = `select at, encode(sha256(string_agg(convert_to(what, 'UTF8') || d, ''::bytea order by what collate "C", d)), 'hex') as digest
         from (${parts.join(' union all ')}) r where at = any ($3::timestamptz[]) group by at`
  keepPlan(text)
  return text
}

/** Written alike, instants do not sort as texts: one without a fraction ends earlier. */
function boundsOf(instants: readonly string[]): [string, string] {
  const sorted = instants.toSorted((a, b) => compareInstants(a, b))
  return [sorted[0]!, sorted.at(-1)!]
}

export function compareInstants(a: string, b: string): number {
  const [one, other] = [a.replace('Z', '').padEnd(26, ' '), b.replace('Z', '').padEnd(26, ' ')]
  return one < other ? -1 : Number(one > other)
}
