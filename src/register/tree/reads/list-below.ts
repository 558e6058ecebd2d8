import { query } from '../../../platform/database/index.ts'
import sql from './list-below.sql?raw'

export type UnitBelow = {
  key: string
  code: string | null
  name: string
  unit_kind: string
  kind_vi: string
  kind_en: string
  hierarchy: string
  /** How many stand directly under it. */
  below: number
}

/** What stands under a unit on a day; without a unit the roots of all hierarchies. */
export const listBelow = query<{ unit: string | null; day: string; most: number }, UnitBelow>(sql)
