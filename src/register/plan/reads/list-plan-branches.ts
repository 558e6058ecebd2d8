import { query } from '../../../platform/database/index.ts'
import sql from './list-plan-branches.sql?raw'

/** Plans of a branch, those that lack most first; only within the scope of who asks. */
export type PlanBranch = { key: string; name: string; owed: number; waiting: number; approved: number }

export const listPlanBranches = query<{ unit: string; year: number; day: string }, PlanBranch>(sql)
