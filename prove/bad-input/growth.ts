import { readdirSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type pg from 'pg'

export type Rows = Map<string, number>

/** Counts the rows of every table, but those that tell who came by: a page that is only looked at may write there. */
export async function openCounts(owner: pg.Client): Promise<() => Promise<Rows>> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^(session|sign_in)' order by 1`,
  )
  const counts = rows.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all ')
  return async () => new Map((await owner.query<{ name: string; count: number }>(counts)).rows.map(({ name, count }) => [name, count]))
}

/** The tables that have other numbers of rows than before, each with how many more. */
export function grownSince(before: Rows, after: Rows): Rows {
  return new Map([...after].map(([name, count]) => [name, count - before.get(name)!] as const).filter(([, more]) => more !== 0))
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Megabytes that the program holds after what it does not need is gone. */
export function megabytesHeld(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1024 / 1024
}

/** How many programs of ours run; null where the system does not say. */
export function childrenRunning(): number | null {
  const tasks = `/proc/${process.pid}/task`
  try {
    const lists = readdirSync(tasks).map(task => readFileSync(`${tasks}/${task}/children`, 'utf8').trim())
    return lists.flatMap(list => (list === '' ? [] : list.split(/\s+/))).length
  } catch {
    return null
  }
}
