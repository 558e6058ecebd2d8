import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './find-unit.sql?raw'

export type UnitOnDay = {
  unit_id: number
  key: string
  code: string | null
  name: string
  unit_kind: string
  hierarchy: string
  since: string
  alive: boolean
}

/** At most one row; none if the unit is unknown or did not yet exist. */
export const findUnit = query<Clocks & { unit: string }, UnitOnDay>(sql)
