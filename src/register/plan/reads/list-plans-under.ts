import { query } from '../../../platform/database/index.ts'
import type { PlanState } from '../plan.ts'
import type { PlanMark } from './find-plan-mark.ts'
import sql from './list-plans-under.sql?raw'

/** A plan that is owed under a unit; only within the scope of who asks. */
export type PlanRow = {
  plan_duty_id: number
  person_id: number
  led_unit_id: number
  led_unit_name: string
  post_title: string
  post_unit_name: string
  full_name: string
  state: PlanState | null
  /** The day on which its author's year was rated; null of one that is not approved. */
  concluded_on: string | null
  version: number | null
  presented_on: string | null
  stands_since: string | null
  /** What a reviewer found in it; null where it is not approved, or nobody has marked it. */
  mark: Pick<PlanMark, 'is_exemplary' | 'is_of_the_post'> | null
}

export const listPlansUnder = query<{ unit: string; year: number; day: string; most: number }, PlanRow>(sql)
