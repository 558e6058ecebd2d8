import { query } from '../../../platform/database/index.ts'
import sql from './list-review-branches.sql?raw'
import type { Progress } from './list-rounds-here.ts'

export type ReviewBranch = Progress & { key: string; name: string }

export const listReviewBranches = query<{ unit: string; review_round_id: number; day: string }, ReviewBranch>(sql)
