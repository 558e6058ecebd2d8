import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-deed-tallies.sql?raw'

/** `commitments` approved commitments of a branch that have `deeds` live deeds each. */
export type DeedTallyRow = { key: string; name: string; deeds: number; commitments: number }

export const listDeedTallies = query<Clocks & { unit: string; campaign_id: number }, DeedTallyRow>(sql, { keeps_plan: true })
