import { query } from '../../../platform/database/index.ts'
import sql from './list-by-name.sql?raw'

/** A unit of any day that is called so, with what tells it from others of its name. Days are ISO days. */
export type UnitByName = {
  key: string
  name: string
  unit_kind: string
  kind_vi: string
  kind_en: string
  hierarchy: string
  rank: number
  /** Its name is what was typed, with its kind or without; else it only holds the words. */
  is_exact: boolean
  /** The day that was asked, or its last one before that. */
  day: string
  is_alive: boolean
  since: string
  until: string
  parent_name: string | null
  parent_kind: string | null
}

/** Units by the words of their names, typed with marks or without. Cells are their own affair. */
export const listByName = query<{ words: string; day: string; most: number }, UnitByName>(sql)
