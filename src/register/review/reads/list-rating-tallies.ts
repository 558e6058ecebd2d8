import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-rating-tallies.sql?raw'

/**
 * People by branch: `due` in the round, of them `rated`, by the place of their level. `headroom` is how many more may
 * have the highest; null where the branch holds no whole group, or there is no cap.
 */
export type RatingTallyRow = {
  key: string
  name: string
  due: number
  rated: number
  level_1: number
  level_2: number
  level_3: number
  level_4: number
  headroom: number | null
}

export const listRatingTallies = query<Clocks & { unit: string; year: number; kind: string }, RatingTallyRow>(sql)
