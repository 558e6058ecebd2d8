import type { Reads } from '../../platform/database/index.ts'
import { type StandingDecisionRow, standing_ranks } from '../../register/countryside/index.ts'
import type { FigureParameters } from './figure.ts'
import { holdingsIn, isCounted, listStandings, type Standings } from './figures/standings.ts'

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

/**
 * The lineage from the communes ever recognised (F15) to those standing (F16), one line a commune, for the table behind
 * «23 xã (sau sáp nhập còn 15 xã)».
 */
export async function traceLineage(db: Reads, parameters: FigureParameters): Promise<Lineage[]> {
  const standings = await listStandings(db, parameters)
  const among = isCounted(parameters)
  const counted = standings.decisions.filter(d => d.is_member && d.unit_kind === 'commune' && among(d))
  const rank = standing_ranks[parameters.level]!
  const standing = new Set(
    [...holdingsIn(standings, parameters).values()].filter(holding => holding.rank >= rank).map(holding => holding.unit),
  )
  const first = new Map(counted.toReversed().map(decision => [decision.unit, decision]))
  return [...first.values()].map(decision => lineageOf(decision, standings, standing)).sort(byDayThenName)
}

function lineageOf({ unit, name, decided_on, instrument }: StandingDecisionRow, standings: Standings, standing: Set<string>): Lineage {
  const heirs = heirsOf(unit, standings, standing)
  return { unit, name, decided_on, instrument, fate: fateOf(unit, heirs), heirs }
}

function byDayThenName(a: Lineage, b: Lineage): number {
  return a.decided_on === b.decided_on ? a.name.localeCompare(b.name, 'vi') : a.decided_on < b.decided_on ? -1 : 1
}

function heirsOf(unit: string, standings: Standings, standing: Set<string>): Lineage['heirs'] {
  const edges = standings.successions.filter(edge => edge.predecessor === unit)
  if (edges.length > 0) return [...new Set(edges.map(edge => edge.successor))].flatMap(heir => heirsOf(heir, standings, standing))
  const alive = standings.units.find(row => row.key === unit)
  if (!alive) return []
  return [{ key: unit, name: alive.name, unit_kind: alive.unit_kind, stands: alive.unit_kind === 'commune' && standing.has(unit) }]
}

function fateOf(unit: string, heirs: Lineage['heirs']): Fate {
  const itself = heirs.find(heir => heir.key === unit)
  if (itself?.stands) return 'stands'
  if (heirs.some(heir => heir.stands)) return 'carried'
  if (heirs.every(heir => heir.unit_kind !== 'commune')) return 'left'
  return itself ? 'revoked' : 'lapsed'
}
