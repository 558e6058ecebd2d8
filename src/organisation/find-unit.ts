import { query } from '../database/index.ts'
import type { Clocks } from '../shared/dates.ts'
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
