import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-units.sql?raw'

export type UnitRow = {
  key: string
  code: string | null
  name: string
  unit_kind: string
  parent: string | null
  parent_name: string | null
  parent_kind: string | null
  /** The day its version of that day began. */
  since: string
}

/** The units of U (itself among them) in a hierarchy on a day; after U was merged away, those that came out of it. */
export const listUnits = query<Clocks & { hierarchy: string; unit: string }, UnitRow>(sql)
