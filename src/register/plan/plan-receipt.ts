import { digestOf } from '../../basis/shared/canonical-json.ts'
import type { PlanText } from './plan.ts'

/** The digest that the receipt of a leader's plan shows, and that its entry bears. */
export function digestOfPlan(of: { plan_duty_id: number; person: number; year: number; version: number; text: PlanText }): string {
  return digestOf(of)
}
