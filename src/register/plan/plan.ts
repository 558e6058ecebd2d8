import { isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { canMove, type Move, workflow } from '../../platform/workflow/index.ts'
import { type DeedText, problemsWithDeed } from '../commitment/index.ts'
import type { PlanCode } from './problem-words.ts'

/** A section of the form, as the form's own rows have it. */
export type PlanSection = { section: SectionName; title_vi: string; title_en: string; hint_vi: string; hint_en: string; longest: number }
export const section_names = ['exemplary_content', 'tasks_of_the_post'] as const
export type SectionName = (typeof section_names)[number]

/** A leader's plan as it is handed in; `presented_on` is the ISO day on which the collective heard it. */
export type PlanText = Record<SectionName, string> & { deeds: DeedText[]; presented_on: string }

/** What is asked of it: its sections, how many deeds, between which days they fall due, and since when it may have been presented. */
export type PlanAsked = {
  sections: readonly PlanSection[]
  deeds_least: number
  deeds_most: number
  from: string
  to: string
  since: string
  today: string
}

export type PlanState = 'submitted' | 'returned' | 'approved'
export type PlanMaker = 'self' | 'level-above'

/**
 * Who moves a plan from what to what; null is one that was never handed in. What is handed in over an approved one amends it, until it is approved or taken back. The level above approves, never the leader and never whom the leader leads
 * (Regulations 08-QĐi/TW: those in leading posts set the example first, and answer for it to the level above).
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

/** All that is wrong with a plan, in the order of the form. */
export function* problemsWithPlan(text: PlanText, asked: PlanAsked): Generator<Problem<PlanCode>> {
  for (const { section, longest } of asked.sections) {
    if (text[section] === '') yield { code: 'no-section', field: section }
    if (text[section].length > longest) yield { code: 'too-long', field: section, limit: longest }
  }
  if (text.deeds.length < asked.deeds_least)
    yield { code: 'too-few-deeds', field: `deed_${text.deeds.length + 1}_what`, limit: asked.deeds_least }
  if (text.deeds.length > asked.deeds_most)
    yield { code: 'too-many-deeds', field: `deed_${asked.deeds_most + 1}_what`, limit: asked.deeds_most }
  for (const [i, deed] of text.deeds.entries()) yield* problemsWithDeed(`deed_${i + 1}_`, deed, asked)
  yield* problemsWithPresenting(text.presented_on, asked)
}

function* problemsWithPresenting(day: string, { since, today }: PlanAsked): Generator<Problem<PlanCode>> {
  const field = 'presented_on'
  if (day === '') yield { code: 'not-presented', field }
  else if (!isDay(day)) yield { code: 'no-such-day', field }
  else if (day < since) yield { code: 'presented-before-tenure', field, limit: since }
  else if (day > today) yield { code: 'presented-in-future', field, limit: today }
}
