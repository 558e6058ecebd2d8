import { lookUp } from '../../../basis/shared/look-up.ts'

/** What one branch of a unit counts, by column. The branches of a unit, its own people among them, add up to it. */
export type Cell = Readonly<Record<string, number>>

/**
 * A number that is told in parts: `parts` are columns that add up to a number told by the step `of`. `base` is the
 * column that says how many people it is about. The first step has no other before it; its base is the size of the
 * unit.
 */
export type Step = { name: string; of: string | null; base: string; parts: readonly string[] }

/** Which branches a step is told for, by the name of the step. */
export type ToldBranches = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Law 91/2025/QH15 as the province applies it (domain, privacy): counts of 1 to 4 people are not told, and rates need a
 * base of ten.
 */
const least_people = 5
const least_base = 10

/** A unit is told of at ends of months from ten people on, on any other day from fifty. */
export const least_unit = { at_month_end: least_base, on_any_day: 50 } as const
export type LeastUnit = (typeof least_unit)[keyof typeof least_unit]

/** The steps that may be told of a unit as a whole: each only where the number it is part of is told, too. */
export function stepsTold(whole: Cell, steps: readonly Step[], least: LeastUnit): Set<string> {
  const told = new Set<string>()
  for (const step of steps) if ((step.of === null || told.has(step.of)) && isTellable(whole, step, least)) told.add(step.name)
  return told
}

/**
 * The branches that may be told of a unit, step by step. Whoever knows the unit and the branches told of it knows the
 * sum of the rest by subtraction. So the rest must itself be tellable, and hold two branches at least: the next
 * smallest branch joins it until it is so. Nothing is told of a branch where it is not told of the unit. For the same
 * numbers, what is told on any day is told at a month's end (`least`): the branches join in one order, whatever the
 * step and the day.
 */
export function branchesTold(
  branches: ReadonlyMap<string, Cell>,
  steps: readonly Step[],
  of_unit: ReadonlySet<string>,
  least: LeastUnit,
): ToldBranches {
  const size = steps[0]!.base
  const by_size = [...branches].sort(([a, x], [b, y]) => at(x, size) - at(y, size) || (a < b ? -1 : 1))
  const whole = sumOf([...branches.values()])
  const told = new Map<string, Set<string>>()
  for (const step of steps) {
    const known = step.of === null ? null : told.get(step.of)!
    const may = ([key, cell]: [string, Cell]) => (known?.has(key) ?? true) && isTellable(cell, step, least)
    const rest = new Map(of_unit.has(step.name) ? by_size.filter(one => !may(one)) : by_size)
    for (const [key, cell] of by_size.filter(([, cell]) => at(cell, size) > 0)) {
      if (rest.size === 0 || isSafeRest([...rest.values()], whole, step, least)) break
      rest.set(key, cell)
    }
    told.set(step.name, new Set(by_size.map(([key]) => key).filter(key => !rest.has(key))))
  }
  return told
}

export function sumOf(cells: readonly Cell[]): Cell {
  const sum = new Map<string, number>()
  for (const cell of cells) for (const [column, n] of Object.entries(cell)) sum.set(column, (sum.get(column) ?? 0) + n)
  return Object.fromEntries(sum)
}

/** Whether a step may be told of one cell. Of nobody everything may be told: there is nothing to tell. */
function isTellable(cell: Cell, { of, base, parts }: Step, least: LeastUnit): boolean {
  const [people, counts] = [at(cell, base), parts.map(part => at(cell, part))]
  if (people === 0) return counts.every(n => n === 0)
  return people >= (of === null ? least : least_base) && counts.every(n => n === 0 || n >= least_people)
}

/**
 * Whether the sum of branches that are not told gives none of them away. One branch alone would be told by it, and so
 * would one among branches that count nothing. Where it holds a branch of fewer than ten people, «none» and «all» of
 * the sum would be so of that branch: they must be so of the whole unit, or not of the sum.
 */
function isSafeRest(rest: readonly Cell[], whole: Cell, step: Step, least: LeastUnit): boolean {
  const { base, parts } = step
  const counting = rest.filter(cell => parts.some(part => at(cell, part) !== 0))
  const sum = sumOf(rest)
  if (counting.length === 0) return true
  if (counting.length < 2 || !isTellable(sum, step, least)) return false
  const has_small = rest.some(cell => at(cell, base) > 0 && at(cell, base) < least_base)
  return !has_small || parts.every(part => at(sum, part) > 0 || at(whole, part) === 0)
}

function at(cell: Cell, column: string): number {
  return lookUp(cell, column) ?? 0
}
