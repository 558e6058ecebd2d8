import { canMove, type Move, workflow } from '../../platform/workflow/index.ts'
import type { DeedText } from '../commitment/index.ts'

/** The texts of the form, in its order. */
export const section_names = ['exemplary_content', 'tasks_of_the_post'] as const
export type SectionName = (typeof section_names)[number]

/** A leader's plan as it is handed in; `presented_on` is the ISO day on which the collective heard it. */
export type PlanText = Record<SectionName, string> & { deeds: DeedText[]; presented_on: string }

export type PlanState = 'submitted' | 'returned' | 'approved'
export type PlanMaker = 'self' | 'level-above'

/**
 * Who moves a plan from what to what; null is one that was never handed in. What is handed in over an approved one
 * amends it, until it is approved or taken back. The level above approves, never the leader and never whom the leader
 * leads (Regulations 08-QĐi/TW: those in leading posts set the example first, and answer for it to the level above).
 */
const moves = {
  submit: { from: [null, 'returned', 'approved'], to: 'submitted', by: 'self', act: 'write' },
  return: { from: ['submitted'], to: 'returned', by: 'level-above', act: 'approve', comment: 'required' },
  approve: { from: ['submitted'], to: 'approved', by: 'level-above' },
  'withdraw-amendment': { from: ['submitted', 'returned'], to: 'approved', by: 'self', act: 'write', entry: 'withdraw-plan' },
} satisfies Record<string, Move<PlanState, PlanMaker>>

export type PlanMove = keyof typeof moves
export const plan_flow = workflow('plan', { moves, makers: { self: 'own', 'level-above': 'others' } })

/** Whether what stands is an amendment that can still be taken back: then the approved plan stands again. */
export function isWithdrawable({ amends, state }: { amends: boolean; state: PlanState | null }): boolean {
  return amends && canMove(plan_flow, 'withdraw-amendment', state)
}
