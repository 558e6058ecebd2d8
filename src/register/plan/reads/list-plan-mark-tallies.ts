import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-plan-mark-tallies.sql?raw'

/** Approved plans of a year that pass both marks, by branch. */
export type PlanMarkTallyRow = { key: string; passed: number }

export const listPlanMarkTallies = query<Clocks & { unit: string; year: number }, PlanMarkTallyRow>(sql)
