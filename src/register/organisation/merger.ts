import { addDays, isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { CarryRule } from './carry.ts'
import type { OrganisationCode } from './words.ts'

/** A text of law as it is written down; days are ISO days. */
export type InstrumentText = {
  number: string
  kind: 'directive' | 'resolution' | 'decision' | 'plan' | 'conclusion' | 'regulation' | 'law' | 'other'
  issuer: string
  title: string
  signed_on: string
  effective_on?: string | null
  published_on?: string | null
  note?: string | null
}

export type Successor = {
  key: string
  code: string | null
  name: string
  unit_kind: string
  parent: string | null
  population?: number | null
}

/**
 * A part of a unit that goes to a successor: a new one of this merger, or one that stands already. Shares are 0–1; null
 * is unknown.
 */
export type MergerEdge = {
  predecessor: string
  successor: string
  population_share: number | null
  area_share: number | null
  certainty?: 'documented' | 'inferred' | 'unknown'
}

/** What an instrument orders on a day. Units are named by their keys. */
export type Merger = {
  hierarchy: string
  instrument: InstrumentText
  /** The day on which the map changes. */
  effective_on: string
  successors: Successor[]
  edges: MergerEdge[]
  /** Sources that only give a part away and live on. */
  going_on?: string[]
  /** Units that end without a successor, as districts did in 2025. */
  abolished?: string[]
  /** Units that keep their identity under another parent. */
  moved?: { unit: string; parent: string }[]
  /** What successors keep of their predecessors' standing; the standing rule where the instrument is silent. */
  carry?: { rule: CarryRule; least_share?: number | null; stated?: string[] } | null
}

/** The units that end on the day. */
export function endedBy({ edges, going_on = [], abolished = [] }: Merger): string[] {
  const staying = new Set(going_on)
  return [...new Set([...edges.map(edge => edge.predecessor).filter(key => !staying.has(key)), ...abolished])]
}

export type Fate = 'ends' | 'begins' | 'goes-on' | 'moves'

/**
 * What becomes of each unit that a merger names as more than a parent: who gives a part away or receives one and stands
 * already goes on.
 */
export function fatesOf(merger: Merger): { unit: string; fate: Fate }[] {
  const { successors, edges, going_on = [], moved = [] } = merger
  const begun = successors.map(({ key }) => key)
  const receiving = edges.map(({ successor }) => successor).filter(key => !begun.includes(key))
  const moving = moved.map(({ unit }) => unit)
  const staying = [...new Set([...going_on, ...receiving])].filter(key => !moving.includes(key))
  const fated = { ends: endedBy(merger), begins: begun, 'goes-on': staying, moves: moving }
  return Object.entries(fated).flatMap(([fate, units]) => units.map(unit => ({ unit, fate: fate as Fate })))
}

/** What is wrong with it before the register is asked. */
export function* problemsInText(merger: Merger): Generator<Problem<OrganisationCode>> {
  yield* problemsWithDays(merger)
  yield* problemsWithInstrument(merger.instrument)
  const { edges, moved = [], abolished = [] } = merger
  if (edges.length + moved.length + abolished.length === 0) yield { code: 'nothing-to-merge', field: 'edges' }
  yield* problemsWithSuccessors(merger)
  yield* problemsWithEdges(merger)
  yield* problemsWithFates(merger)
  yield* problemsWithShares(merger)
  yield* problemsWithCarry(merger)
}

function* problemsWithDays({ effective_on, instrument }: Merger): Generator<Problem<OrganisationCode>> {
  const { signed_on, effective_on: in_force_on, published_on } = instrument
  const days = {
    effective_on,
    'instrument.signed_on': signed_on,
    'instrument.effective_on': in_force_on,
    'instrument.published_on': published_on,
  }
  for (const [field, day] of Object.entries(days)) if (day != null && !isDay(day)) yield { code: 'no-such-day', field, values: { day } }
  if (isDay(effective_on) && isDay(signed_on)) yield* problemsWithDistance(effective_on, signed_on)
}

/**
 * How far from its signature an instrument changes the map, in days: it may confirm what was so for some months, and
 * order what is prepared for a year or two. Farther is a slip of the pen.
 */
const [farthest_back, farthest_ahead] = [366, 731]

function* problemsWithDistance(effective_on: string, signed_on: string): Generator<Problem<OrganisationCode>> {
  const [first, last] = [addDays(signed_on, -farthest_back), addDays(signed_on, farthest_ahead)]
  if (effective_on < first)
    yield { code: 'long-before-signature', field: 'effective_on', limit: first, values: { day: effective_on, signed_on } }
  if (effective_on > last)
    yield { code: 'long-after-signature', field: 'effective_on', limit: last, values: { day: effective_on, signed_on } }
}

function* problemsWithInstrument(instrument: InstrumentText): Generator<Problem<OrganisationCode>> {
  for (const name of ['number', 'issuer', 'title'] as const) {
    if (instrument[name].trim() === '') yield { code: 'missing', field: `instrument.${name}` }
  }
}

function* problemsWithSuccessors({ successors, edges }: Merger): Generator<Problem<OrganisationCode>> {
  const receiving = new Set(edges.map(({ successor }) => successor))
  const seen = new Set<string>()
  for (const [i, { key, name }] of successors.entries()) {
    const field = `successors.${i}`
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) yield { code: 'unreadable-key', field: `${field}.key`, values: { unit: key } }
    if (seen.has(key)) yield { code: 'key-twice', field: `${field}.key`, values: { unit: key } }
    if (name.trim() === '') yield { code: 'missing', field: `${field}.name` }
    if (!receiving.has(key)) yield { code: 'successor-without-source', field, values: { unit: key } }
    seen.add(key)
  }
}

function* problemsWithEdges({ edges, going_on = [] }: Merger): Generator<Problem<OrganisationCode>> {
  const giving = new Set(edges.map(({ predecessor }) => predecessor))
  const seen = new Set<string>()
  for (const [i, { predecessor, successor, population_share, area_share }] of edges.entries()) {
    const field = `edges.${i}`
    const ends = JSON.stringify([predecessor, successor])
    if (predecessor === successor) yield { code: 'cycle', field, values: { unit: predecessor } }
    if (seen.has(ends)) yield { code: 'edge-twice', field, values: { unit: predecessor } }
    seen.add(ends)
    for (const [name, share] of Object.entries({ population_share, area_share })) {
      if (share !== null && !(share > 0 && share <= 1)) yield { code: 'share-out-of-range', field: `${field}.${name}`, limit: 1 }
    }
  }
  for (const [i, key] of going_on.entries()) {
    if (!giving.has(key)) yield { code: 'no-source', field: `going_on.${i}`, values: { unit: key } }
  }
}

/**
 * A unit has one fate: it ends by its edges or without a successor, or goes on, or stands under another parent; and
 * each is said once.
 */
function* problemsWithFates(merger: Merger): Generator<Problem<OrganisationCode>> {
  const { edges, going_on = [], abolished = [], moved = [] } = merger
  const ended = new Set(endedBy(merger))
  for (const [name, units] of Object.entries({ going_on, abolished, moved: moved.map(({ unit }) => unit) })) {
    for (const [i, unit] of units.entries()) {
      const field = `${name}.${i}${name === 'moved' ? '.unit' : ''}`
      if (units.indexOf(unit) < i) yield { code: 'unit-twice', field, values: { unit } }
      else if (name === 'abolished' && edges.some(edge => [edge.predecessor, edge.successor].includes(unit)))
        yield { code: 'two-fates', field, values: { unit } }
      else if (name === 'moved' && ended.has(unit)) yield { code: 'two-fates', field, values: { unit } }
    }
  }
}

/** The shares of one source sum to 1 ± 0.001; to less only where it goes on, or where some of them are unknown. */
function* problemsWithShares({ edges, going_on = [] }: Merger): Generator<Problem<OrganisationCode>> {
  const staying = new Set(going_on)
  for (const [unit, own] of Map.groupBy(edges, edge => edge.predecessor)) {
    for (const name of ['population_share', 'area_share'] as const) {
      const shares = own.map(edge => edge[name]).filter(share => share !== null)
      const sum = shares.reduce((total, share) => total + share, 0)
      if (sum > 1.001) yield { code: 'shares-over-one', field: name, limit: 1, values: { unit, sum } }
      if (shares.length === own.length && sum < 0.999 && !staying.has(unit)) {
        yield { code: 'shares-under-one', field: name, limit: 1, values: { unit, sum } }
      }
    }
  }
}

function* problemsWithCarry({ carry, edges }: Merger): Generator<Problem<OrganisationCode>> {
  if (!carry) return
  const { rule, least_share = null, stated = [] } = carry
  const fits = rule === 'population' ? least_share !== null && least_share > 0 && least_share <= 1 : least_share === null
  if (!fits) yield { code: 'share-out-of-range', field: 'carry.least_share', limit: 1 }
  for (const [i, key] of stated.entries()) {
    if (rule !== 'as-stated' || !edges.some(edge => edge.successor === key)) {
      yield { code: 'unknown-unit', field: `carry.stated.${i}`, values: { unit: key } }
    }
  }
}

/**
 * What the register knows now of a unit that a merger names: its life, and its place among the kinds. `end` is
 * «infinity» while nobody knows of one.
 */
export type KnownUnit = { unit_id: number; key: string; hierarchy: string; rank: number; first_day: string; end: string }

/** What the register knows now that a merger must agree with. */
export type Known = {
  units: Map<string, KnownUnit>
  /** Keys of the new units that some unit has or had. */
  taken: Set<string>
  /** Rank of each kind of the hierarchy. */
  ranks: Map<string, number>
  /** Who stands under a unit that would end, on the day or later. */
  children: { unit: string; parent: string }[]
  /** Who holds a code of the new units on the day. */
  holders: { unit: string; code: string }[]
  /** Every succession so far, from predecessor to successor. */
  lineage: { predecessor: string; successor: string }[]
}

/** A merger with what is looked up of it for each of its units, of which a nation has thousands. */
type Asked = Merger & {
  ended: ReadonlySet<string>
  staying: ReadonlySet<string>
  begun: ReadonlyMap<string, Successor>
  /** The new units of a code, and those of before that hold it on the day and do not end. */
  begun_with: ReadonlyMap<string | null, Successor[]>
  holding: ReadonlyMap<string, string>
}

function asAsked(merger: Merger, { holders }: Known): Asked {
  const ended = new Set(endedBy(merger))
  return {
    ...merger,
    ended,
    staying: new Set(merger.going_on),
    begun: new Map(merger.successors.map(successor => [successor.key, successor])),
    begun_with: Map.groupBy(merger.successors, ({ code }) => code),
    holding: new Map(holders.filter(({ unit }) => !ended.has(unit)).map(({ unit, code }) => [code, unit])),
  }
}

/** What is wrong with it in the register's eyes. */
export function* problemsInRegister(ordered: Merger, known: Known): Generator<Problem<OrganisationCode>> {
  const merger = asAsked(ordered, known)
  // Where the hierarchy is none, every unit of it would be unknown, which says nothing.
  if (known.ranks.size === 0) return yield { code: 'unknown-hierarchy', field: 'hierarchy', values: { hierarchy: merger.hierarchy } }
  for (const [i, edge] of merger.edges.entries()) {
    yield* problemsWithSource(merger, known, edge.predecessor, `edges.${i}.predecessor`)
    yield* problemsWithTarget(merger, known, edge.successor, `edges.${i}.successor`)
  }
  for (const [i, key] of (merger.abolished ?? []).entries()) yield* problemsWithSource(merger, known, key, `abolished.${i}`)
  for (const [i, { unit, parent }] of (merger.moved ?? []).entries()) {
    yield* problemsWithSource(merger, known, unit, `moved.${i}.unit`)
    yield* problemsWithParent(merger, known, parent, `moved.${i}.parent`, known.units.get(unit)?.rank)
  }
  for (const [i, successor] of merger.successors.entries()) yield* problemsWithNewUnit(merger, known, successor, `successors.${i}`)
  yield* problemsWithChildren(merger, known)
  yield* problemsWithCycles(merger, known)
}

/** A source lived on the eve; of one that would end, nothing is known of another end. */
function* problemsWithSource(
  { effective_on, hierarchy, staying }: Asked,
  { units }: Known,
  key: string,
  field: string,
): Generator<Problem<OrganisationCode>> {
  const unit = units.get(key)
  if (!unit || unit.hierarchy !== hierarchy) yield { code: 'unknown-unit', field, values: { unit: key } }
  else if (unit.first_day >= effective_on) yield { code: 'before-source', field, limit: unit.first_day, values: { unit: key } }
  else if (unit.end <= effective_on) yield { code: 'source-ended', field, limit: unit.end, values: { unit: key } }
  else if (unit.end !== 'infinity' && !staying.has(key)) yield { code: 'source-ends-later', field, limit: unit.end, values: { unit: key } }
}

/** A successor is new, or stood on the eve and goes on. */
function* problemsWithTarget(merger: Asked, { units }: Known, key: string, field: string): Generator<Problem<OrganisationCode>> {
  if (merger.begun.has(key)) return
  const unit = units.get(key)
  if (!unit || unit.hierarchy !== merger.hierarchy) yield { code: 'unknown-unit', field, values: { unit: key } }
  else if (unit.first_day >= merger.effective_on || unit.end <= merger.effective_on || merger.ended.has(key)) {
    yield { code: 'successor-not-there', field, values: { unit: key } }
  }
}

function* problemsWithNewUnit(merger: Asked, known: Known, unit: Successor, field: string): Generator<Problem<OrganisationCode>> {
  const { key, code, unit_kind, parent } = unit
  const rank = known.ranks.get(unit_kind)
  if (known.taken.has(key)) yield { code: 'key-taken', field: `${field}.key`, values: { unit: key } }
  if (rank === undefined) yield { code: 'unknown-kind', field: `${field}.unit_kind`, values: { kind: unit_kind } }
  if (parent !== null) yield* problemsWithParent(merger, known, parent, `${field}.parent`, rank)
  if (code === null) return
  const other = merger.holding.get(code) ?? merger.begun_with.get(code)?.find(twin => twin.key !== key)?.key
  if (other) yield { code: 'code-taken', field: `${field}.code`, values: { code, unit: other } }
}

/** A parent stands from the day on, above its child. */
function* problemsWithParent(
  merger: Asked,
  known: Known,
  key: string,
  field: string,
  rank: number | undefined,
): Generator<Problem<OrganisationCode>> {
  const coming = merger.begun.get(key)
  const unit = known.units.get(key)
  const parent_rank = coming ? known.ranks.get(coming.unit_kind) : unit?.rank
  if (!coming && unit?.hierarchy !== merger.hierarchy) yield { code: 'unknown-unit', field, values: { unit: key } }
  else if (unit && !coming && (unit.first_day > merger.effective_on || unit.end !== 'infinity' || merger.ended.has(key))) {
    yield { code: 'parent-not-there', field, values: { unit: key } }
  } else if (parent_rank !== undefined && rank !== undefined && parent_rank >= rank)
    yield { code: 'parent-below', field, values: { unit: key } }
}

/** Nobody is left standing under a unit that ends. */
function* problemsWithChildren(merger: Asked, { children }: Known): Generator<Problem<OrganisationCode>> {
  const provided = new Set([...merger.ended, ...(merger.moved ?? []).map(move => move.unit)])
  for (const { unit, parent } of children) {
    if (!provided.has(unit)) yield { code: 'left-without-parent', field: 'edges', values: { unit, parent } }
  }
}

/** No unit comes out of itself, by the lines of old or by those of this merger. */
function* problemsWithCycles({ edges }: Merger, { lineage }: Known): Generator<Problem<OrganisationCode>> {
  const heirs = Map.groupBy([...lineage, ...edges], edge => edge.predecessor)
  for (const [i, { predecessor, successor }] of edges.entries()) {
    const line = new Set([successor])
    for (const unit of line) for (const edge of heirs.get(unit) ?? []) line.add(edge.successor)
    if (predecessor !== successor && line.has(predecessor)) yield { code: 'cycle', field: `edges.${i}`, values: { unit: predecessor } }
  }
}
