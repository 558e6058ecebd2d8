import type { FigureParameters, FigureRow } from '../figure.ts'
import type { Standings } from '../figures/standings.ts'

/**
 * Communes counted on a day, in the units of a later day: one row for each unit in which some of them lie, with their
 * names. A restated count says where the counted communes are now, not what is recognised now: no rule is asked for the
 * successions between the two days.
 */
export function restateStandings(counted: FigureRow[], standings: Standings, { valid_as_of }: FigureParameters): FigureRow[] {
  const since = standings.successions.filter(edge => edge.effective_on > valid_as_of)
  const pairs = counted.flatMap(row => heirsOf(row.key, since).map(heir => ({ heir, row })))
  return [...Map.groupBy(pairs, pair => pair.heir)]
    .map(([heir, found]) => rowOf(heir, found, standings))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function heirsOf(unit: string, successions: Standings['successions']): string[] {
  const edges = successions.filter(edge => edge.predecessor === unit)
  if (edges.length === 0) return [unit]
  return [...new Set(edges.flatMap(edge => heirsOf(edge.successor, successions)))]
}

function rowOf(heir: string, found: { row: FigureRow }[], { units }: Standings): FigureRow {
  const unit = units.find(row => row.key === heir)
  const counted = found.map(({ row }) => row.name).sort((a, b) => a.localeCompare(b, 'vi'))
  return {
    key: heir,
    name: unit?.name ?? heir,
    unit_kind: unit?.unit_kind ?? null,
    parent: unit?.parent_name ?? null,
    counted: counted.join(', '),
  }
}
