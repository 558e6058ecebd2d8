import { listHoldings, listStandingDecisions, standing_ranks } from '../countryside/index.ts'
import type { Db } from '../database/index.ts'
import { listSuccessions, listUnits, type SuccessionRow, type UnitRow } from '../organisation/index.ts'
import type { FigureParameters } from './figure.ts'

/**
 * What became of a commune that was once recognised:
 *   stands    it still exists and holds it
 *   carried   what it was merged into holds it, by the rule
 *   lapsed    what it was merged into does not
 *   left      it, or what it was merged into, is no commune any more (it became a township or a ward)
 *   revoked   it exists and holds it no longer
 */
export type Fate = 'stands' | 'carried' | 'lapsed' | 'left' | 'revoked'
export type Lineage = {
  unit: string
  name: string
  decided_on: string
  instrument: string
  fate: Fate
  /** The units it lives on in, on the day of the map; itself where it was not merged. */
  heirs: { key: string; name: string; unit_kind: string; stands: boolean }[]
}

/** The lineage from the communes ever recognised (F15) to those standing (F16), one line a commune, for the table behind «23 xã (sau sáp nhập còn 15 xã)». */
export async function traceLineage(db: Db, parameters: FigureParameters): Promise<Lineage[]> {
  const { level, map_day, recorded_as_of, from, to } = parameters
  const decisions = await listStandingDecisions(db, parameters)
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const
  const counted = decisions.filter(
    d =>
      d.is_member &&
      d.unit_kind === 'commune' &&
      d.verdict === 'recognised' &&
      d.standing_level === level &&
      isWithin(d.effective_year, years),
  )
  const holdings = await listHoldings(db, parameters)
  const successions = await listSuccessions(db, { valid_as_of: map_day, recorded_as_of })
  const units = await listUnits(db, { hierarchy: 'territory', unit: parameters.unit, valid_as_of: map_day, recorded_as_of })
  const standing = new Set([...holdings.values()].filter(h => h.rank >= standing_ranks[level]!).map(h => h.unit))
  const first = new Map(counted.toReversed().map(d => [d.unit, d]))
  return [...first.values()]
    .map(d => {
      const heirs = heirsOf(d.unit, successions, units, standing)
      return { unit: d.unit, name: d.name, decided_on: d.decided_on, instrument: d.instrument, fate: fateOf(d.unit, heirs), heirs }
    })
    .sort((a, b) => (a.decided_on === b.decided_on ? (a.unit < b.unit ? -1 : 1) : a.decided_on < b.decided_on ? -1 : 1))
}

function isWithin(year: number, [least, most]: readonly [number, number]): boolean {
  return year >= least && year <= most
}

function heirsOf(unit: string, successions: SuccessionRow[], units: UnitRow[], standing: Set<string>): Lineage['heirs'] {
  const edges = successions.filter(edge => edge.predecessor === unit)
  if (edges.length > 0) return [...new Set(edges.map(edge => edge.successor))].flatMap(heir => heirsOf(heir, successions, units, standing))
  const alive = units.find(row => row.key === unit)
  if (!alive) return []
  const stands = alive.unit_kind === 'commune' && standing.has(unit)
  return [{ key: unit, name: alive.name, unit_kind: alive.unit_kind, stands }]
}

function fateOf(unit: string, heirs: Lineage['heirs']): Fate {
  const itself = heirs.find(heir => heir.key === unit)
  if (itself?.stands) return 'stands'
  if (heirs.some(heir => heir.stands)) return 'carried'
  if (heirs.every(heir => heir.unit_kind !== 'commune')) return 'left'
  return itself ? 'revoked' : 'lapsed'
}
