import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-conclusion-tallies.sql?raw'

/** Approved commitments whose review is concluded, by branch. */
export type ConclusionTallyRow = { key: string; name: string; concluded: number }

export const listConclusionTallies = query<Clocks & { unit: string; campaign_id: number }, ConclusionTallyRow>(sql)
