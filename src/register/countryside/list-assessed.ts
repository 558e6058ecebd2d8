import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-assessed.sql?raw'

/** A commune with how many criteria it met; `instrument` is the document of the set, which has `criteria` of them. */
export type AssessedRow = {
  unit: string
  name: string
  parent_name: string | null
  instrument: string
  criteria: number
  met: number
  assessed_on: string
  note: string | null
}

/** The latest assessment of each commune of U on a day, within the one set that is in force then for a level. */
export const listAssessed = query<Clocks & { unit: string; level: string }, AssessedRow>(sql)
