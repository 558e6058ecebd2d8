import { type Book, nextNumber, write } from '../book.ts'
import { forever } from '../time.ts'
import type { Life, Lives } from './life.ts'
import type { EdgeRow, Territory, VersionRow } from './read-territory.ts'

/** What stands over each kind of territory in a hierarchy: its kind, the beginning of its name, and its key. */
export type Mirror = {
  hierarchy: 'party' | 'government' | 'union'
  kinds: Record<string, { unit_kind: string; name: (territory: VersionRow) => string; key: (territory_key: string) => string }>
  /** The instrument under which the bodies of a day follow their territories. */
  instruments: Record<string, number>
}

export type Mirrored = { of: Map<number, number>; lives: Lives }

/**
 * One body for each territory, with its days and with what the register knew of it when: where communes were merged,
 * their committees were. Recorded ranges are the territory's own, so that both halves of a merger are learned together.
 */
export function mirrorTerritory(book: Book, territory: Territory, mirror: Mirror): Mirrored {
  const versions = territory.versions.filter(version => mirror.kinds[version.unit_kind])
  const of = new Map<number, number>()
  for (const { unit_id, key, unit_kind } of versions) {
    if (of.has(unit_id)) continue
    of.set(unit_id, nextNumber(book, 'unit'))
    write(book, 'unit', [of.get(unit_id)!, mirror.kinds[unit_kind]!.key(key)])
  }
  for (const version of versions) writeVersion(book, mirror, of, version)
  for (const { unit_id, parent_id, valid, recorded } of territory.placements) {
    if (of.has(unit_id) && of.has(parent_id))
      write(book, 'placement', [of.get(unit_id)!, mirror.hierarchy, of.get(parent_id)!, null, valid, recorded])
  }
  const edges = [...territory.edges.filter(edge => of.has(edge.predecessor_id) && of.has(edge.successor_id)), ...abolished(territory, of)]
  writeEdges(book, mirror, of, edges)
  return { of, lives: livesOf(versions, edges, of) }
}

function writeVersion(book: Book, mirror: Mirror, of: Map<number, number>, version: VersionRow): void {
  const { unit_id, unit_kind, valid, recorded } = version
  const kind = mirror.kinds[unit_kind]!
  write(book, 'unit_version', [of.get(unit_id)!, kind.name(version), kind.unit_kind, unit_id, null, valid, recorded])
}

/** Districts ended in 2025 without a successor on the map; their committees handed over to the new province's. */
function abolished(territory: Territory, of: Map<number, number>): EdgeRow[] {
  const ended = territory.versions.filter(
    v => v.is_open && v.to !== forever && ['district', 'city'].includes(v.unit_kind) && of.has(v.unit_id),
  )
  const merger = territory.edges.find(edge => territory.versions.some(v => v.unit_id === edge.successor_id && v.unit_kind === 'province'))
  if (!merger) return []
  return ended
    .filter(v => !territory.edges.some(edge => edge.predecessor_id === v.unit_id))
    .map(v => ({ ...merger, predecessor_id: v.unit_id, population_share: null, area_share: null }))
}

function writeEdges(book: Book, { instruments }: Mirror, of: Map<number, number>, edges: EdgeRow[]): void {
  const events = new Map<number, number>()
  for (const edge of edges) {
    const { event, kind, effective_on, population_share, area_share, certainty, recorded } = edge
    if (!events.has(event)) {
      events.set(event, nextNumber(book, 'succession_event'))
      write(book, 'succession_event', [events.get(event)!, kind, effective_on, instruments[effective_on]!, recorded])
    }
    const [from, to] = [of.get(edge.predecessor_id)!, of.get(edge.successor_id)!]
    write(book, 'succession', [events.get(event)!, from, to, population_share, area_share, certainty, null, recorded])
  }
}

function livesOf(versions: VersionRow[], edges: EdgeRow[], of: Map<number, number>): Lives {
  const lives: Lives = new Map()
  for (const { unit_id, from, to, learned, is_open } of versions) {
    const life: Life = lives.get(of.get(unit_id)!) ?? { from, to: forever, learned, ended: forever, heirs: [] }
    life.from = Math.min(life.from, from)
    life.learned = Math.min(life.learned, learned)
    if (is_open) Object.assign(life, { to, ended: to === forever ? forever : learned })
    lives.set(of.get(unit_id)!, life)
  }
  const byPart = edges.toSorted((a, b) => Number(b.population_share ?? 0) - Number(a.population_share ?? 0))
  for (const edge of byPart) lives.get(of.get(edge.predecessor_id)!)!.heirs.push(of.get(edge.successor_id)!)
  return lives
}
