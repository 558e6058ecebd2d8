import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-tiles.sql?raw'

export type TileRow = {
  key: string
  name: string
  unit_kind: string
  parent: string | null
  parent_name: string | null
  /** From 0, west to east; no two tiles share a place. */
  map_column: number
  /** From 0, north to south. */
  map_row: number
}

/**
 * One tile for each commune of the province on a day, row by row. A commune that came out of a merger after the last
 * map was drawn has none.
 */
export const listTiles = query<Clocks, TileRow>(sql)
