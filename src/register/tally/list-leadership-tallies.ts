import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-leadership-tallies.sql?raw'

export type LeadershipTallyRow = { key: string; name: string; tenures: number; planned: number }

export const listLeadershipTallies = query<Clocks & { unit: string; year: number }, LeadershipTallyRow>(sql)
