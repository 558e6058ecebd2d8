import { query } from '../../../platform/database/index.ts'
import sql from './find-unit-here.sql?raw'

export type UnitHere = {
  unit_id: number
  key: string
  code: string | null
  name: string
  unit_kind: string
  kind_vi: string
  kind_en: string
  hierarchy: string
  rank: number
  place: string | null
  place_name: string | null
  place_kind: string | null
  /** The day it is shown of: that asked, or its last one. */
  day: string
  is_alive: boolean
  since: string
  /** «infinity» while no other version, and no end, is known. */
  until: string
  founds_at: number | null
  named_at: number | null
}

/** At most one row; none where the unit is unknown, was taken back, or did not exist yet. */
export const findUnitHere = query<{ unit: string; day: string }, UnitHere>(sql)
