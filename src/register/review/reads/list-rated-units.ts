import { query } from '../../../platform/database/index.ts'
import sql from './list-rated-units.sql?raw'

/** A collective of a round with its level so far; `head_level` is what was decided for who heads it, in the round. */
export type RatedUnit = {
  unit_id: number
  name: string
  head_id: number | null
  head_name: string | null
  rating_level_id: number | null
  points: number | null
  head_level: number | null
}

export const listRatedUnits = query<{ unit: string; review_round_id: number; day: string }, RatedUnit>(sql)
