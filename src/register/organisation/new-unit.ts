import { addDays, dayOf, isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { OrganisationCode } from './words.ts'

/**
 * A unit that is to stand from a day on, under another; `place` is the territory it works in. Units are named by their
 * keys.
 */
export type NewUnit = {
  key: string
  code: string | null
  name: string
  unit_kind: string
  parent: string | null
  place: string | null
  from: string
}

/** What the register knows of a unit that new ones name. `end` is «infinity» while nobody knows of one. */
export type Standing = { key: string; hierarchy: string; rank: number; first_day: string; end: string }
export type KnownToNewUnits = {
  standing: Map<string, Standing>
  kinds: Map<string, { hierarchy: string; rank: number }>
  /** Hierarchies that have a unit already: a second one stands under another. */
  begun: ReadonlySet<string>
  /** Codes that are held: by hierarchy and code, the key of the unit. */
  codes: Map<string, string>
}

/** How far ahead a unit may begin, in days: an instrument orders what is prepared for a year or two. */
const farthest_ahead = 731

/** What is wrong with new units, each at its field under `at` («units.3.parent»). */
export function* problemsWithNewUnits(
  units: readonly NewUnit[],
  known: KnownToNewUnits,
  { now, at }: { now: Date; at: string },
): Generator<Problem<OrganisationCode>> {
  const first = new Map<string, number>()
  for (const [i, { key }] of units.entries()) if (!first.has(key)) first.set(key, i)
  const coming = new Map(units.map(unit => [unit.key, unit]))
  const roots = new Set<string>()
  const codes = new Map(known.codes)
  for (const [i, unit] of units.entries()) {
    const field = `${at}.${i}`
    yield* problemsWithText(unit, field, now)
    const kind = known.kinds.get(unit.unit_kind)
    if (first.get(unit.key)! < i) yield { code: 'key-twice', field: `${field}.key`, values: { unit: unit.key } }
    if (known.standing.has(unit.key)) yield { code: 'key-taken', field: `${field}.key`, values: { unit: unit.key } }
    if (!kind) {
      yield { code: 'unknown-kind', field: `${field}.unit_kind`, values: { kind: unit.unit_kind } }
      continue
    }
    if (unit.parent === null) yield* problemsWithRoot(kind.hierarchy, { known, roots, field })
    else yield* problemsWithParent(unit, kind, { known, coming, field })
    if (unit.place !== null) yield* problemsWithPlace(unit.place, { known, coming, field })
    if (unit.code !== null) yield* problemsWithCode(unit, kind.hierarchy, { codes, field })
  }
}

function* problemsWithText({ key, name, from }: NewUnit, field: string, now: Date): Generator<Problem<OrganisationCode>> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) yield { code: 'unreadable-key', field: `${field}.key`, values: { unit: key } }
  if (name === '') yield { code: 'missing', field: `${field}.name` }
  const last = addDays(dayOf(now), farthest_ahead)
  if (!isDay(from)) yield { code: 'no-such-day', field: `${field}.from`, values: { day: from } }
  else if (from > last) yield { code: 'day-too-far', field: `${field}.from`, limit: last, values: { day: from } }
}

/** Only the first unit of a hierarchy stands under none. */
function* problemsWithRoot(
  hierarchy: string,
  { known, roots, field }: { known: KnownToNewUnits; roots: Set<string>; field: string },
): Generator<Problem<OrganisationCode>> {
  if (known.begun.has(hierarchy) || roots.has(hierarchy)) yield { code: 'second-root', field: `${field}.parent` }
  roots.add(hierarchy)
}

type Among = { known: KnownToNewUnits; coming: Map<string, NewUnit>; field: string }

/** A parent stands in the same hierarchy, above its child, from the child's first day on. */
function* problemsWithParent(
  { parent, from }: NewUnit,
  { hierarchy, rank }: { hierarchy: string; rank: number },
  { known, coming, field }: Among,
): Generator<Problem<OrganisationCode>> {
  const above = standingOf(parent!, { known, coming })
  const told = { field: `${field}.parent`, values: { unit: parent! } }
  if (above?.hierarchy !== hierarchy) yield { code: 'unknown-unit', ...told }
  else if (above.rank >= rank) yield { code: 'parent-below', ...told }
  else if (above.first_day > from || above.end !== 'infinity') yield { code: 'parent-not-there', ...told }
}

function* problemsWithPlace(place: string, { known, coming, field }: Among): Generator<Problem<OrganisationCode>> {
  if (standingOf(place, { known, coming })?.hierarchy !== 'territory')
    yield { code: 'unknown-place', field: `${field}.place`, values: { unit: place } }
}

function standingOf(key: string, { known, coming }: Omit<Among, 'field'>): Standing | undefined {
  const unit = coming.get(key)
  const kind = unit && known.kinds.get(unit.unit_kind)
  return known.standing.get(key) ?? (kind && { key, ...kind, first_day: unit.from, end: 'infinity' })
}

function* problemsWithCode(
  { key, code }: NewUnit,
  hierarchy: string,
  { codes, field }: { codes: Map<string, string>; field: string },
): Generator<Problem<OrganisationCode>> {
  const holder = codes.get(`${hierarchy} ${code}`)
  if (holder) yield { code: 'code-taken', field: `${field}.code`, values: { code: code!, unit: holder } }
  else codes.set(`${hierarchy} ${code}`, key)
}
