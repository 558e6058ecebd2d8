import { query } from '../../../platform/database/index.ts'
import sql from './search-units.sql?raw'

export type FoundUnit = {
  key: string
  code: string | null
  name: string
  unit_kind: string
  kind_vi: string
  kind_en: string
  hierarchy: string
  rank: number
  parent: string | null
  parent_name: string | null
  /** How many there are in all. */
  total: number
}

/** Units by their names without marks, or by code or key; `hierarchy` «» asks all four. */
export const searchUnits = query<{ words: string; hierarchy: string; day: string; most: number }, FoundUnit>(sql)
