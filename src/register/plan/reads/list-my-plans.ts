import { query } from '../../../platform/database/index.ts'
import type { PlanState } from '../plan.ts'
import sql from './list-my-plans.sql?raw'

export type MyPlan = {
  plan_duty_id: number
  year: number
  post_title: string
  post_unit_name: string
  state: PlanState | null
  /** The day on which its author's year was rated; null of one that is not approved. */
  concluded_on: string | null
  is_held: boolean
  draft_version: number | null
  comment: string | null
  number: string | null
  /** Whether an approved one stands behind it, and stands again when it is taken back. */
  amends: boolean
}

export const listMyPlans = query<{ person_id: number; day: string }, MyPlan>(sql)
