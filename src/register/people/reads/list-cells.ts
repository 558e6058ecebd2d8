import { query } from '../../../platform/database/index.ts'
import sql from './list-cells.sql?raw'

export type CellRow = { key: string; name: string; above_name: string | null }

/** At most a hundred, of those who ask: to be called in their name. */
export const listCells = query<{ words: string; day: string }, CellRow>(sql)
