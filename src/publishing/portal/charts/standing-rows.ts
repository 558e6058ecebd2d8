import type { Course, Held } from '../../../numbers/figure/index.ts'

/**
 * One line of the drawing: a commune and, after a merger, what came out of it. `joins` is the row that it goes into at
 * its end, where another commune leads on; `ends` its last day, null while it is there.
 */
export type StandingRow = { key: string; names: string[]; from: string; ends: string | null; held: Held[]; joins: string | null }

/**
 * Lays courses out as rows. The successor of several goes on in the row of the one that was recognised first; the others
 * end there, each right below it, so that no line crosses many.
 */
export function rowsOf(courses: readonly Course[]): StandingRow[] {
  const by_unit = new Map(courses.map(course => [course.unit, course]))
  const row_of = new Map<string, string>()
  const chains = new Map<string, Course[]>()
  for (const course of courses.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))) {
    if (row_of.has(course.unit)) continue
    const chain = chainFrom(course, by_unit, row_of)
    chains.set(course.unit, chain)
    for (const { unit } of chain) row_of.set(unit, course.unit)
  }
  return inOrder([...chains].map(([key, chain]) => rowOf(key, chain, row_of)))
}

/** A commune, its successor that no other row has, and so on. */
function chainFrom(first: Course, by_unit: ReadonlyMap<string, Course>, taken: ReadonlyMap<string, string>): Course[] {
  const chain = [first]
  for (let course: Course | undefined = first; course; ) {
    const next: Course | undefined = course.into.flatMap(unit => by_unit.get(unit) ?? []).find(({ unit }) => !taken.has(unit))
    if (next) chain.push(next)
    course = next
  }
  return chain
}

function rowOf(key: string, chain: readonly Course[], row_of: ReadonlyMap<string, string>): StandingRow {
  const [first, last] = [chain[0]!, chain.at(-1)!]
  const names = chain.map(({ name }) => name).filter((name, i, all) => name !== all[i - 1])
  const joins = last.into.map(unit => row_of.get(unit)).find(row => row !== undefined && row !== key) ?? null
  return { key, names, from: first.from, ends: last.until, held: chain.flatMap(({ held }) => held), joins }
}

/** Rows by when they begin, and below each those that go into it. */
function inOrder(rows: readonly StandingRow[]): StandingRow[] {
  const into = Map.groupBy(rows, ({ joins }) => joins)
  const below = (row: StandingRow): StandingRow[] => [row, ...(into.get(row.key) ?? []).flatMap(below)]
  return (into.get(null) ?? []).flatMap(below)
}
