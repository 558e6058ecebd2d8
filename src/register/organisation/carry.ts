import type { SuccessionRow } from './reads/list-successions.ts'

/**
 * What becomes of a recognition when its holder is merged. A recognition has a rank (0 none, 1 the standard, 2 advanced
 * …), and each rule answers which rank a successor holds, given what its predecessors held on the eve:
 * all the lowest of them: one unattained predecessor ends it (Bắc Kạn 2020: 23 → 15)
 * any the highest of them (23 → 21)
 * population the highest rank held by predecessors who bring at least `least_share` of the successor's people; unknown
 * people: none
 * none nothing is carried
 * as-stated the highest of them, where the instrument itself acknowledges the successor
 */
export type CarryRule = 'all' | 'any' | 'population' | 'none' | 'as-stated'
export const carry_rules = ['all', 'any', 'population', 'none', 'as-stated'] as const satisfies readonly CarryRule[]

/** A dated fact that gives a unit a rank or takes ranks away. */
export type RankDecision = {
  unit: string
  decided_on: string
  rank: number
  verdict: 'recognised' | 'acknowledged' | 'revoked'
  instrument: string
}

/** The rank a unit holds, since when, and from where: its own decision, or the predecessors it was carried from. */
export type Holding = { unit: string; rank: number; since: string; instrument: string; carried_from: string[] }

export type CarryOptions = {
  /** A rule to use instead of the one each instrument names. */
  rule?: CarryRule | null
  /** Least share for the rule «population» when it is chosen here, 0–1. */
  least_share?: number
  /**
   * The kinds of unit that can hold the recognition at all; a predecessor of another kind neither keeps nor ends it.
   */
  kinds: readonly string[]
}

/** Walks decisions and successions in the order of time and answers who holds which rank at the end. */
export function carry(
  decisions: readonly RankDecision[],
  successions: readonly SuccessionRow[],
  options: CarryOptions,
): Map<string, Holding> {
  const held = new Map<string, Holding>()
  const steps = [...decisions.map(asStep), ...eventsOf(successions).map(asStep)].sort(byDayThenMap)
  for (const step of steps) {
    if ('edges' in step) passOn(held, step, options)
    else decide(held, step)
  }
  return held
}

type MapEvent = { effective_on: string; edges: SuccessionRow[] }
type Step = (RankDecision | MapEvent) & { day: string }

function asStep<T extends RankDecision | MapEvent>(fact: T): T & { day: string } {
  return { ...fact, day: 'edges' in fact ? fact.effective_on : fact.decided_on }
}

/** On one day the map changes first, and the day's decisions speak of the new units. */
function byDayThenMap(a: Step, b: Step): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return Number('edges' in b) - Number('edges' in a)
}

/** All edges of one day are one change of the map: a predecessor stood on its eve, so none of them follows another. */
function eventsOf(successions: readonly SuccessionRow[]): MapEvent[] {
  const days = Map.groupBy(successions, edge => edge.effective_on)
  return [...days].map(([effective_on, edges]) => ({ effective_on, edges }))
}

/** A recognition never lowers what is held; a revocation takes its own rank and all above it. */
function decide(held: Map<string, Holding>, { unit, rank, verdict, decided_on, instrument }: RankDecision): void {
  const before = held.get(unit)?.rank ?? 0
  const after = verdict === 'revoked' ? Math.min(before, rank - 1) : Math.max(before, rank)
  if (after === 0) held.delete(unit)
  else if (after !== before) held.set(unit, { unit, rank: after, since: decided_on, instrument, carried_from: [] })
}

/**
 * All successors are judged by what was held on the eve; only then do the predecessors cease to hold. A unit that goes
 * on after giving or receiving a part keeps what it holds, and gains nothing.
 */
function passOn(held: Map<string, Holding>, event: MapEvent, options: CarryOptions): void {
  const heirs = Map.groupBy(
    event.edges.filter(edge => !edge.successor_existed),
    edge => edge.successor,
  )
  const carried = [...heirs].map(([unit, edges]) => holdingOf(unit, edges, held, options))
  for (const edge of event.edges) if (!edge.predecessor_goes_on) held.delete(edge.predecessor)
  for (const holding of carried) if (holding.rank > 0) held.set(holding.unit, holding)
}

function holdingOf(unit: string, all: SuccessionRow[], held: Map<string, Holding>, options: CarryOptions): Holding {
  const edges = all.filter(edge => options.kinds.includes(edge.predecessor_kind))
  const first = all[0]!
  const rank = rankUnder(options.rule ?? first.rule ?? 'none', edges, held, options.least_share ?? Number(first.least_share ?? 1))
  const carried_from = edges.map(edge => edge.predecessor).filter(predecessor => held.has(predecessor))
  return { unit, rank, since: first.effective_on, instrument: first.instrument, carried_from }
}

function rankUnder(rule: CarryRule, edges: SuccessionRow[], held: Map<string, Holding>, least_share: number): number {
  const ranks = edges.map(edge => held.get(edge.predecessor)?.rank ?? 0)
  if (ranks.length === 0) return 0
  switch (rule) {
    case 'all':
      return Math.min(...ranks)
    case 'any':
      return Math.max(...ranks)
    case 'as-stated':
      return edges[0]!.stated ? Math.max(...ranks) : 0
    case 'population':
      return rankOfPeople(edges, ranks, least_share)
    case 'none':
      return 0
  }
}

/**
 * The highest rank whose holders bring at least the share of people. A single unknown number makes the share unknown:
 * nothing is carried.
 */
function rankOfPeople(edges: SuccessionRow[], ranks: number[], least_share: number): number {
  const people = edges.map(edge => (edge.predecessor_population ?? Number.NaN) * Number(edge.population_share ?? Number.NaN))
  const total = people.reduce((sum, n) => sum + n, 0)
  const reached = [...new Set(ranks)].filter(
    rank => people.reduce((sum, n, i) => sum + (ranks[i]! >= rank ? n : 0), 0) / total >= least_share,
  )
  return Math.max(0, ...reached)
}
