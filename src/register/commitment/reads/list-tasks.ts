import { query } from '../../../platform/database/index.ts'
import sql from './list-tasks.sql?raw'

export const listTasks = query<{ person_id: number }, { obligation_id: number; year: number; opens_on: string; closes_on: string }>(sql, {
  keeps_plan: true,
})
