import { keyOf } from '../../../basis/shared/vietnamese.ts'
import type { NewUnit, UnitRevision } from '../../organisation/index.ts'
import { keysFor } from '../change/keys-for.ts'
import type { UnitCode } from '../problem-words.ts'
import type { ListMapping } from './columns.ts'
import type { ListedUnit, ListFault } from './read-units.ts'

/**
 * A unit of the register as a list is laid beside it: those of one hierarchy that stand today; `is_below` where it is
 * the unit of the list or stands under it.
 */
export type UnitBeside = { key: string; name: string; code: string | null; unit_kind: string; parent: string | null; is_below: boolean }

/** A unit that the list has under another one than the register: nothing is moved by a list. */
export type Elsewhere = { row: number; key: string; name: string; parent: string; said: string }

/** What a list comes to beside the register. `rows` are those of the new units and of the revisions, in their order. */
export type ListCompared = {
  units: NewUnit[]
  revisions: UnitRevision[]
  rows: { units: number[]; revisions: number[] }
  same: number
  elsewhere: Elsewhere[]
  /** How many the register has below that the list does not name: they stay. */
  unnamed: number
  faults: ListFault[]
}

export type ListBeside = {
  listed: readonly ListedUnit[]
  beside: readonly UnitBeside[]
  /** The unit of the list, by its key. */
  root: string
  /** The territory that new units work in where the list names none. */
  place: string | null
  /** From when on what the list does not date. */
  from: string
  taken: ReadonlySet<string>
  mapping: ListMapping
}

/**
 * Lays a list beside the register. A row is a unit of the register by its key, or by its code, or by its name under the
 * same parent; what is called otherwise is renamed only where key or code say who it is. Faults: unknown-parent,
 * ambiguous-parent, parent-of-itself, row-twice, beyond-list (a unit that stands elsewhere in the tree).
 */
export function compareUnits(asked: ListBeside): ListCompared {
  const { listed, mapping } = asked
  const faults: ListFault[] = []
  const amiss = (at: number, column: keyof ListMapping, code: UnitCode, said = '') =>
    faults.push({ code, row: listed[at]!.row, column: mapping[column] ?? mapping.name ?? 0, values: { said } })
  const { parents, keys, found } = identify(asked, amiss)
  const coming = listed.flatMap((_, at) => (found[at] === null && keys[at] !== null && parents[at] !== null ? [at] : []))
  const known = listed.flatMap((_, at) => (found[at] === null ? [] : [at]))
  for (const at of known) if (!found[at]!.is_below) amiss(at, 'key', 'beyond-list', found[at]!.name)
  const revised = known.flatMap(at => {
    const revision = revisionOf(listed[at]!, found[at]!, asked)
    return revision ? [{ at, revision }] : []
  })
  const elsewhere = known.flatMap(at => elsewhereOf(listed[at]!, found[at]!, { parent: parents[at]!, root: asked.root }))
  const named = new Set(known.map(at => found[at]!.key))
  return {
    units: coming.map(at => newUnit(listed[at]!, { key: keys[at]!, parent: parents[at]! }, asked)),
    revisions: revised.map(({ revision }) => revision),
    rows: { units: coming.map(at => listed[at]!.row), revisions: revised.map(({ at }) => listed[at]!.row) },
    same: known.length - revised.length,
    elsewhere,
    unnamed: asked.beside.filter(unit => unit.is_below && unit.key !== asked.root && !named.has(unit.key)).length,
    faults,
  }
}

type Amiss = (at: number, column: keyof ListMapping, code: UnitCode, said?: string) => void
type Identified = { parents: (string | null)[]; keys: (string | null)[]; found: (UnitBeside | null)[] }

/** Who each row is, and under which key each stands. A parent may be a row of the list itself, so it is found first. */
function identify({ listed, beside, root, taken }: ListBeside, amiss: Amiss): Identified {
  const by_key = new Map(beside.map(unit => [unit.key, unit]))
  const by_code = onlyOnes(
    beside.filter(({ code }) => code),
    ({ code }) => code!,
  )
  const by_place = onlyOnes(beside, ({ name, parent }) => `${parent} ${keyOf(name)}`)
  const names_below = Map.groupBy(
    beside.filter(({ is_below }) => is_below),
    ({ name }) => keyOf(name),
  )
  const rows_by_key = new Map(listed.flatMap(({ key }, at) => (key ? [[key, at] as const] : [])))
  const rows_by_name = Map.groupBy(listed.keys(), at => keyOf(listed[at]!.name))
  const [parents, keys, found]: [(string | null)[], (string | null)[], (UnitBeside | null)[]] = [[], [], []]
  const used = new Set(taken)
  const at_work = new Set<number>()

  const place = (at: number): string | null => {
    if (at in keys) return keys[at]!
    if (at_work.has(at)) {
      amiss(at, 'parent', 'parent-of-itself', listed[at]!.name)
      return null
    }
    at_work.add(at)
    const { key, code, name } = listed[at]!
    parents[at] = parentOf(at)
    found[at] = (key && by_key.get(key)) || (code && by_code.get(code)) || by_place.get(`${parents[at]} ${keyOf(name)}`) || null
    keys[at] = found[at]?.key ?? key ?? keysFor([{ name, parent: parents[at]! }], used)[0]!
    used.add(keys[at]!)
    return keys[at]!
  }

  const parentOf = (at: number): string | null => {
    const { parent: said, key } = listed[at]!
    if (said === null) return key === root ? null : root
    const row = rows_by_key.get(said)
    if (row !== undefined) return place(row)
    if (by_key.has(said)) return said
    const rows = (rows_by_name.get(keyOf(said)) ?? []).filter(other => other !== at)
    const units = names_below.get(keyOf(said)) ?? []
    const ways = new Set([...rows.map(place), ...units.map(unit => unit.key)])
    if (ways.size === 1) return [...ways][0]!
    amiss(
      at,
      'parent',
      ways.size === 0 ? 'unknown-parent' : 'ambiguous-parent',
      ways.size === 0 ? said : `${said}: ${[...ways].join(', ')}`,
    )
    return null
  }

  for (const at of listed.keys()) place(at)
  const first = new Map<string, number>()
  for (const [at, key] of keys.entries()) {
    if (key === null) continue
    if (first.has(key)) amiss(at, 'name', 'row-twice', String(listed[first.get(key)!]!.row))
    else first.set(key, at)
  }
  return { parents, keys, found }
}

/** Those that alone have what they are known by. */
function onlyOnes<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T> {
  return new Map([...Map.groupBy(all, nameOf)].flatMap(([name, [one, ...others]]) => (others.length === 0 ? [[name, one!] as const] : [])))
}

function newUnit(unit: ListedUnit, { key, parent }: { key: string; parent: string }, { place, from }: ListBeside): NewUnit {
  const { name, unit_kind, code } = unit
  return { key, name, unit_kind, code, parent, place: unit.place ?? place, from: unit.from ?? from }
}

/**
 * What a row says otherwise of the unit that it is. A name differs where its letters do; a code that the list does not
 * say stays.
 */
function revisionOf({ name, unit_kind, code, key }: ListedUnit, unit: UnitBeside, { from }: ListBeside): UnitRevision | null {
  const is_named = key === unit.key || (code !== null && code === unit.code)
  const changed = {
    ...(is_named && keyOf(name) !== keyOf(unit.name) && { name }),
    ...(unit_kind !== unit.unit_kind && { unit_kind }),
    ...(code !== null && code !== unit.code && { code }),
  }
  return Object.keys(changed).length > 0 ? { unit: unit.key, from, ...changed } : null
}

function elsewhereOf({ row, name }: ListedUnit, unit: UnitBeside, { parent, root }: { parent: string | null; root: string }): Elsewhere[] {
  if (unit.key === root || parent === null || unit.parent === null || unit.parent === parent) return []
  return [{ row, key: unit.key, name, parent: unit.parent, said: parent }]
}
