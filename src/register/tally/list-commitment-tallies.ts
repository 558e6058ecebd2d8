import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-commitment-tallies.sql?raw'

/**
 * Persons, by branch: `due` obligations neither waived nor void; of them `submitted`, submitted `on_time`, and
 * `approved` or later.
 */
export type CommitmentTallyRow = { key: string; name: string; due: number; submitted: number; on_time: number; approved: number }

export const listCommitmentTallies = query<Clocks & { unit: string; campaign_id: number }, CommitmentTallyRow>(sql, { keeps_plan: true })
