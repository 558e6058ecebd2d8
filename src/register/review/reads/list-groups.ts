import { query } from '../../../platform/database/index.ts'
import type { Rated } from '../cap.ts'
import sql from './list-groups.sql?raw'

/** A group in which the cap counts: how many it reviews, and how they are rated so far, by level. */
export type ReviewGroup = Rated & { group_id: number; name: string; due: number; by_level: Record<string, number> }

export const listGroups = query<{ unit: string; review_round_id: number; day: string }, ReviewGroup>(sql)
