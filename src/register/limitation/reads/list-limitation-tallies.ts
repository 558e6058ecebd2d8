import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-limitation-tallies.sql?raw'

/** Limitations of a year, by branch: `followed` were open at its start or raised in it; the others are of these. */
export type LimitationTallyRow = {
  key: string
  name: string
  followed: number
  raised: number
  repaired: number
  carried_twice: number
}

export const listLimitationTallies = query<Clocks & { unit: string; year: number }, LimitationTallyRow>(sql)
