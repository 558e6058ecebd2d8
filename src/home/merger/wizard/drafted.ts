import type { Problem } from '../../../basis/shared/outcome.ts'
import { type CarryRule, type InstrumentText, type Merger, type MergerEdge, national_since } from '../../../register/organisation/index.ts'
import type { MergerCode } from '../words.ts'

/**
 * How much of a unit goes over: all of it; a part, the rest going elsewhere; or a part, while the unit itself goes on.
 */
export const extents = ['whole', 'part', 'goes-on'] as const
export type Extent = (typeof extents)[number]

/** What one unit gives. A share is 0–1; null is unknown. */
export type DraftedPart = {
  unit: string
  name: string
  extent: Extent
  population_share: number | null
  area_share: number | null
}

/** A unit that begins (or, where it `stands` already, receives), and from which others it comes. */
export type DraftedUnit = {
  key: string
  stands: boolean
  name: string
  unit_kind: string
  code: string | null
  parent: string | null
  parent_name: string | null
  population: number | null
  /** Whether the instrument itself acknowledges its standing. */
  is_stated: boolean
  parts: DraftedPart[]
}

/** A unit that ends without another in its place, or (with a parent) gets another unit above it. */
export type DraftedOther = { unit: string; name: string; parent: string | null; parent_name: string | null }

/** A merger while it is written: what an instrument orders, with the names that its writer reads. */
export type Drafted = {
  hierarchy: string
  instrument: InstrumentText
  effective_on: string
  /** Null: the instrument names none, and the standing rule holds. */
  rule: CarryRule | null
  least_share: number | null
  units: DraftedUnit[]
  others: DraftedOther[]
}

/** More than any resolution names. */
export const most_units = 500

/** The plan that a draft comes to. */
export function planOf({ hierarchy, instrument, effective_on, rule, least_share, units, others }: Drafted): Merger {
  const parts = units.flatMap(({ parts }) => parts)
  const stated = units.filter(({ is_stated }) => is_stated).map(({ key }) => key)
  return {
    ...{ hierarchy, instrument, effective_on },
    successors: units
      .filter(({ stands }) => !stands)
      .map(({ key, code, name, unit_kind, parent, population }) => ({ key, code, name, unit_kind, parent, population })),
    edges: units.flatMap(unit => unit.parts.map(part => edgeOf(unit, part))),
    going_on: [...new Set(parts.filter(({ extent }) => extent === 'goes-on').map(({ unit }) => unit))],
    abolished: others.filter(({ parent }) => parent === null).map(({ unit }) => unit),
    moved: others.flatMap(({ unit, parent }) => (parent === null ? [] : [{ unit, parent }])),
    carry: rule && { rule, least_share, ...(rule === 'as-stated' && { stated }) },
  }
}

function edgeOf({ key: successor }: DraftedUnit, { unit: predecessor, extent, population_share, area_share }: DraftedPart): MergerEdge {
  const shares = extent === 'whole' ? { population_share: 1, area_share: 1 } : { population_share, area_share }
  const is_known = Object.values(shares).every(share => share !== null)
  return { predecessor, successor, ...shares, certainty: is_known ? 'documented' : 'unknown' }
}

/** Whether the nation's list may fill a draft: it says what the territory is from its day on. */
export function isOfList({ hierarchy, effective_on }: Pick<Drafted, 'hierarchy' | 'effective_on'>): boolean {
  return hierarchy === 'territory' && effective_on === national_since
}

/** What a draft says of one unit in two places, and which contradicts itself; at the unit that says it second. */
export function* problemsInDraft({ units }: Drafted): Generator<Problem<MergerCode>> {
  const said = new Map<string, Extent>()
  for (const [i, { parts }] of units.entries()) {
    for (const { unit, name, extent } of parts) {
      const before = said.get(unit)
      if (before && before !== extent) yield { code: 'said-otherwise', field: `units.${i}`, values: { unit: name } }
      else if (before === 'whole') yield { code: 'whole-twice', field: `units.${i}`, values: { unit: name } }
      said.set(unit, before ?? extent)
    }
  }
}

/**
 * A problem of the plan as whoever writes the draft reads it: at their unit (`units.3`), units by their names.
 */
export function inDraft(drafted: Drafted, { field, values = {}, ...problem }: Problem<MergerCode>): Problem<MergerCode> {
  const names = namesIn(drafted)
  const named = Object.entries(values).map(([name, value]) => [name, names.get(String(value)) ?? value])
  return { ...problem, field: fieldInDraft(drafted, field), values: Object.fromEntries(named) }
}

function fieldInDraft({ units }: Drafted, field = ''): string | undefined {
  const [list, place] = field.split('.')
  const n = Number(place)
  const owners = units.flatMap((unit, i) => unit.parts.map(() => i))
  const begun = units.flatMap(({ stands }, i) => (stands ? [] : [i]))
  if (list === 'units') return field
  if (list === 'edges' && owners[n] !== undefined) return `units.${owners[n]}`
  if (list === 'successors' && begun[n] !== undefined) return `units.${begun[n]}`
  if (list === 'abolished' || list === 'moved') return 'others'
  return list === 'instrument' || list === 'effective_on' || list === 'carry' ? 'resolution' : undefined
}

function namesIn({ units, others }: Drafted): Map<string, string> {
  return new Map([
    ...others.flatMap(({ unit, name, parent, parent_name }) => [[unit, name] as const, [parent ?? '', parent_name ?? ''] as const]),
    ...units.flatMap(unit => [
      ...unit.parts.map(part => [part.unit, part.name] as const),
      [unit.parent ?? '', unit.parent_name ?? ''] as const,
      [unit.key, unit.name] as const,
    ]),
  ])
}
