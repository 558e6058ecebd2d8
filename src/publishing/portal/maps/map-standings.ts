import { tablesOf } from '../../../numbers/figure/index.ts'
import { listTiles, type TileRow } from '../../../register/organisation/index.ts'
import type { Asking } from '../blocks/block.ts'
import type { Tile, TileState } from '../charts/tile-map.tsx'

type Counts = { standing: number; advanced: number; communes: number }
export type StandingMap = { tiles: Tile[]; districts: (Counts & { name: string })[]; total: Counts }

const advanced_rank = 2

/** Which commune holds what on a day, as tiles and as counts by district; no map where none was drawn for the day. */
export async function mapStandings({ db, ask, now }: Asking, day: string): Promise<{ map: StandingMap | null; tables: string[] }> {
  const tables = [...tablesOf('F16'), 'map_tile']
  const clocks = { valid_as_of: day, recorded_as_of: now.toISOString() }
  const [drawn, held, touched] = await Promise.all([
    listTiles(db, clocks),
    ask('F16', { valid_as_of: day }),
    ask('F16', { valid_as_of: day, rule: 'any' }),
  ])
  if (drawn.length === 0 || !held || !touched) return { map: null, tables }
  const ranks = new Map(held.rows.map(row => [row.key, Number(row.rank)]))
  const once_held = new Set(touched.rows.map(row => row.key))
  return { map: mapOf(tilesOf(drawn, tile => stateOf(tile, ranks, once_held))), tables }
}

function stateOf({ key, unit_kind }: TileRow, ranks: Map<string, number>, once_held: Set<string>): TileState {
  if (unit_kind !== 'commune') return 'other'
  const rank = ranks.get(key) ?? 0
  if (rank >= advanced_rank) return 'advanced'
  if (rank > 0) return 'standard'
  return once_held.has(key) ? 'lapsed' : 'none'
}

/** A map that was drawn, as tiles: outlined by district, where it has several. */
export function tilesOf(drawn: readonly TileRow[], stateOf: (tile: TileRow) => TileState): Tile[] {
  const parents = new Set(drawn.map(tile => tile.parent))
  return drawn.map(tile => ({
    ...{ key: tile.key, name: tile.name, state: stateOf(tile), column: tile.map_column, row: tile.map_row },
    district: parents.size > 1 ? (tile.parent_name ?? '') : '',
  }))
}

function mapOf(tiles: Tile[]): StandingMap {
  const by_district = Map.groupBy(tiles, tile => tile.district)
  const districts = [...by_district].filter(([name]) => name !== '').map(([name, own]) => ({ name, ...countsOf(own) }))
  return { tiles, districts: districts.sort((a, b) => a.name.localeCompare(b.name, 'vi')), total: countsOf(tiles) }
}

function countsOf(tiles: readonly Tile[]): Counts {
  const count = (...states: TileState[]) => tiles.filter(tile => states.includes(tile.state)).length
  return { standing: count('standard', 'advanced'), advanced: count('advanced'), communes: count('standard', 'advanced', 'lapsed', 'none') }
}
