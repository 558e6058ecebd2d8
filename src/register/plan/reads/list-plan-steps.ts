import { query } from '../../../platform/database/index.ts'
import type { PlanState } from '../plan.ts'
import sql from './list-plan-steps.sql?raw'

/** One step of a plan; `is_own`: whether its leader took it, null where nobody is named. */
export type PlanStep = {
  plan_step_id: number
  version: number
  state: PlanState
  happened_on: string
  comment: string | null
  is_own: boolean | null
  by_name: string | null
  full_name: string
  /** Since when the amendment is taken back that the step belonged to. */
  undone_at: string | null
}

export const listPlanSteps = query<{ plan_duty_id: number }, PlanStep>(sql)
