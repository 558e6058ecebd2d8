import { query } from '../database/index.ts'
import type { Clocks } from '../shared/dates.ts'
import sql from './list-map-tiles.sql?raw'

export type MapTileRow = {
  key: string
  name: string
  unit_kind: string
  parent_name: string | null
  parent_kind: string | null
  map_column: number
  map_row: number
}

/** The province as tiles on a day, one a unit of the commune level; empty where no map was drawn for the day. */
export const listMapTiles = query<Clocks, MapTileRow>(sql)
