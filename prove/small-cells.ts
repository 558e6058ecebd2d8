import { type Equation, followsFrom, intervalsOf } from './interval-solver.ts'
import type { Fact } from './public-facts.ts'
import { baseOf, type Counts, type Group, type Oracle, splits } from './tree-oracle.ts'

/** All that was told while the register stood in one state, by every tree that it was told by. */
export type Told = { oracles: Oracle[]; facts: Fact[]; is_at_month_end: boolean }
export type Cell = { group: Group; name: string; column: string; n: number }

const first_columns = ['due', 'tenures', 'exemplars']

/** The hidden cells of a state that what was told determines; also how many hidden cells there are. */
export function determinedCells({ oracles, facts, is_at_month_end }: Told): { hidden: number; determined: Cell[] } {
  const nodes = nodesOf(oracles)
  const cells = [...nodes.values()].flatMap(({ group, counts }) => hiddenIn(group, counts, is_at_month_end))
  const told = withParts(facts)
  const nobody = told.filter(({ n }) => n === 0)
  const hidden = cells.filter(cell => !isSaidOfMore(cell, nobody))
  const interval = intervalsOf([...equationsOf(oracles, nodes), ...facts.map(toldEquation)])
  const follows = new Map<string, ReturnType<typeof followsFrom>>()
  for (const [column, own] of Map.groupBy(told, fact => fact.column)) follows.set(column, followsFrom(own.map(({ group }) => group)))
  const determined = hidden.filter(({ group, column }) => {
    const { least, most } = interval(variable(group, column))
    return least === most || (follows.get(column)?.(group) ?? false)
  })
  return { hidden: hidden.length, determined }
}

type Node = { group: Group; counts: Counts }

/** Every unit of every tree, and what is a unit's own, each once. */
function nodesOf(oracles: readonly Oracle[]): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const oracle of oracles)
    for (const group of groupsOf(oracle)) if (!nodes.has(nameOf(group))) nodes.set(nameOf(group), { group, counts: oracle.countsOf(group) })
  return nodes
}

function groupsOf(oracle: Oracle): Group[] {
  const units = oracle.tree.units.filter(unit => oracle.isAlive(unit))
  const of_units = units.flatMap(unit => [oracle.under(unit), oracle.ownOf(unit)])
  return [...of_units, ...oracle.tree.units.flatMap(unit => [new Set([unit]), oracle.exemplarsUnder(unit)])].filter(group => group.size > 0)
}

/**
 * 1 to 4 people; «none» and «all» of fewer than ten; and on days that end no month, any number of a unit under fifty.
 */
function hiddenIn(group: Group, counts: Counts, is_at_month_end: boolean): Cell[] {
  const name = nameOf(group)
  const columns = [...first_columns, ...Object.values(splits).flatMap(each => each.flatMap(parts => Object.keys(parts)))]
  return columns
    .filter(column => name.includes('@') === (baseOf(column) === 'exemplars'))
    .map(column => ({ group, name, column, n: counts[column] ?? 0 }))
    .filter(({ column, n }) => {
      const base = counts[baseOf(column)] ?? 0
      const size = counts[baseOf(column) === 'approved' ? 'due' : baseOf(column)] ?? 0
      const is_none_of_few = n === 0 && base > 0 && base < 10 && !first_columns.includes(column)
      return (n >= 1 && n <= 4) || is_none_of_few || (!is_at_month_end && n > 0 && size < 50)
    })
}

/**
 * «None» of a larger unit that was told of it by itself is so of everybody in it, and said of no small one. A unit of
 * which it is told that nobody is in it adds nobody: one that a merger made of empty ones does not stand in the larger
 * unit of the day before, and says nothing new of the others.
 */
function isSaidOfMore({ group, column, n }: Cell, nobody: readonly Fact[]): boolean {
  if (n !== 0) return false
  const size = baseOf(column) === 'approved' ? 'due' : baseOf(column)
  const empty = new Set(nobody.filter(fact => fact.column === size).flatMap(fact => [...fact.group]))
  const peopled = new Set([...group].filter(one => !empty.has(one)))
  return nobody.some(fact => (fact.column === column || isPartOf(column, fact.column)) && isWithin(peopled, fact.group))
}

function isPartOf(column: string, whole: string): boolean {
  const parts = (splits[whole] ?? []).flatMap(parts => Object.keys(parts))
  return parts.includes(column) || parts.some(part => isPartOf(column, part))
}

/** What is told, with what is left of a number of which another part is told. */
function withParts(facts: readonly Fact[]): Fact[] {
  const known = new Map(facts.map(fact => [variable(fact.group, fact.column), fact]))
  const add = (fact: Fact) => !known.has(variable(fact.group, fact.column)) && known.set(variable(fact.group, fact.column), fact)
  for (const { group, column, n } of known.values()) {
    for (const parts of splits[column] ?? []) {
      const others = Object.keys(parts).map(part => ({ part, fact: known.get(variable(group, part)) }))
      const unknown = others.filter(({ fact }) => !fact)
      if (unknown.length !== 1) continue
      const rest = n - others.reduce((sum, { part, fact }) => sum + (fact?.n ?? 0) * parts[part]!, 0)
      add({ group, column: unknown[0]!.part, n: rest / parts[unknown[0]!.part]! })
    }
  }
  return [...known.values()]
}

/**
 * What everybody knows without being told a number: a unit is its branches and its own people, and numbers are made of
 * their parts.
 */
function equationsOf(oracles: readonly Oracle[], nodes: ReadonlyMap<string, Node>): Equation[] {
  const of_parts = [...nodes.values()].flatMap(({ group }) =>
    Object.entries(splits).flatMap(([whole, each]) =>
      each.map(parts => ({
        terms: [[variable(group, whole), 1] as const, ...Object.entries(parts).map(([part, n]) => [variable(group, part), -n] as const)],
        total: 0,
      })),
    ),
  )
  const columns = [
    ...new Set([
      ...first_columns,
      ...Object.entries(splits).flatMap(([whole, each]) => [whole, ...each.flatMap(parts => Object.keys(parts))]),
    ]),
  ]
  const sums = new Map<string, Equation>()
  const add = (whole: Group, parts: readonly Group[]) => {
    if (parts.length === 1 && nameOf(parts[0]!) === nameOf(whole)) return
    for (const column of columns.filter(column => [...whole].every(one => one.includes('@')) === (baseOf(column) === 'exemplars')))
      sums.set(`${column} ${nameOf(whole)} = ${parts.map(nameOf).join(' + ')}`, {
        terms: [[variable(whole, column), 1], ...parts.map(part => [variable(part, column), -1] as const)],
        total: 0,
      })
  }
  for (const oracle of oracles)
    for (const unit of oracle.tree.units.filter(one => oracle.isAlive(one))) {
      add(oracle.under(unit), [oracle.ownOf(unit), ...oracle.childrenOf(unit).map(child => oracle.under(child))])
      add(
        oracle.ownOf(unit),
        [...oracle.ownOf(unit)].map(one => new Set([one])),
      )
      const exemplars = oracle.exemplarsUnder(unit)
      if (exemplars.size > 0)
        add(
          exemplars,
          [...exemplars].map(one => new Set([one])),
        )
    }
  return [...of_parts, ...sums.values()]
}

function toldEquation({ group, column, n }: Fact): Equation {
  return { terms: [[variable(group, column), 1]], total: n }
}

function variable(group: Group, column: string): string {
  return `${column} ${nameOf(group)}`
}

const names = new WeakMap<Group, string>()
function nameOf(group: Group): string {
  const name = names.get(group) ?? [...group].sort().join(' ')
  names.set(group, name)
  return name
}

function isWithin(group: Group, other: Group): boolean {
  return [...group].every(one => other.has(one))
}
