import { isDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'

/** The five texts of the form, in its order. */
export const text_fields = ['thought', 'ethics', 'working_style', 'discipline', 'prevention'] as const
export type TextField = (typeof text_fields)[number]

/** One concrete thing: what, how, by what it is measured, until when (ISO day). */
export type DeedText = { what: string; how: string; measure: string; due_on: string }

/** A commitment as it is handed in. `remedy` answers last year's limitation, where there is one. */
export type CommitmentText = Record<TextField, string> & { deeds: DeedText[]; remedy: { what: string; due_on: string } | null }

/** What the campaign asks of the text: numbers of deeds, the days between which they fall due, and whether last year left a limitation. */
export type Asked = { deeds_least: number; deeds_most: number; from: string; to: string; owes_remedy: boolean }

/** Lengths that a page of A4 holds; they are ours, not an authority's. */
export const limits = { text: 2000, what: 500, how: 500, measure: 300, remedy: 1000, said: 500 }

export type State =
  | 'submitted'
  | 'returned'
  | 'endorsed'
  | 'approved'
  | 'under-way'
  | 'self-reviewed'
  | 'concluded'
  | 'superseded'
  | 'withdrawn'
/** What becomes of a deed; until the first of these it is registered. */
export type DeedState = (typeof reportable)[number] | 'replaced'
export const reportable = ['under-way', 'done', 'partly', 'not-done'] as const

/** How a move is undone: its step is closed, as one that should not have been recorded; or the text is withdrawn by a step of its own. */
type Undo = 'close-step' | 'withdraw'
type Move = { from: readonly (State | null)[]; to: State; by: 'self' | 'cell' | 'level-above'; comment?: 'required'; undo?: Undo }

const to_hand_in = [null, 'returned', 'withdrawn', 'approved', 'under-way'] as const

/**
 * Who moves a commitment from what to what; null is one that was never handed in. What is handed in while another stands approved amends it, and the older is superseded
 * until the amendment is withdrawn: a cell that returned it must not leave its writer without the approved one.
 * The cell endorses and the level above approves, by Directive 05-CT/TW and the guidance of each level. A move with `undo` is undone by who may make it, while nothing has followed it.
 */
export const moves = {
  submit: { from: to_hand_in, to: 'submitted', by: 'self' },
  'enter-by-proxy': { from: to_hand_in, to: 'submitted', by: 'cell', undo: 'withdraw' },
  withdraw: { from: ['submitted'], to: 'withdrawn', by: 'self' },
  'withdraw-amendment': { from: ['submitted', 'returned'], to: 'withdrawn', by: 'self' },
  return: { from: ['submitted', 'endorsed'], to: 'returned', by: 'cell', comment: 'required' },
  endorse: { from: ['submitted'], to: 'endorsed', by: 'cell', undo: 'close-step' },
  approve: { from: ['endorsed'], to: 'approved', by: 'level-above' },
  report: { from: ['approved', 'under-way'], to: 'under-way', by: 'self' },
} satisfies Record<string, Move>

export function canMove(move: keyof typeof moves, state: State | null): boolean {
  return (moves[move].from as readonly (State | null)[]).includes(state)
}

export type Withdrawal = 'withdraw' | 'withdraw-amendment'

/** The move that takes back what stands: an amendment until the cell has endorsed it, another text while it waits. */
export function withdrawalOf({ amends, state }: { amends: boolean; state: State | null }): Withdrawal | null {
  const move = amends ? 'withdraw-amendment' : 'withdraw'
  return canMove(move, state) ? move : null
}

/** What a step has done and what has become of it since: `made` is its own state, `state` that of the last step. */
export type StepSince = {
  made: State
  is_last: boolean
  state: State
  is_by_proxy: boolean
  is_confirmed: boolean
}

/** The move that a step was, where it can be undone at all. */
export function undoableMove({ made, is_by_proxy }: Pick<StepSince, 'made' | 'is_by_proxy'>): 'endorse' | 'enter-by-proxy' | null {
  if (made === 'endorsed') return 'endorse'
  return made === 'submitted' && is_by_proxy ? 'enter-by-proxy' : null
}

/** Why a step can no longer be undone: by what has followed it, so that the sentence names who can mend it now. */
export function* problemsWithUndo(step: StepSince): Generator<Problem> {
  const { made, is_last, state, is_confirmed } = step
  if (undoableMove(step) === null) yield { code: 'no-undo' }
  else if (!is_last) yield { code: (state !== made && lookUp(followed_by, state)) || 'changed-since' }
  else if (made === 'submitted' && is_confirmed) yield { code: 'member-confirmed' }
}

const followed_by: Partial<Record<State, string>> = {
  endorsed: 'endorsed-since',
  returned: 'returned-since',
  approved: 'level-above-acted',
  'under-way': 'level-above-acted',
  'self-reviewed': 'level-above-acted',
  concluded: 'level-above-acted',
}

/** All that is wrong with a text, in the order of the form. Fields are named as on the form: `deed_2_due_on`. */
export function* problemsWith(text: CommitmentText, asked: Asked): Generator<Problem> {
  for (const field of text_fields) yield* problemsWithText(field, text[field], limits.text)
  if (text.deeds.length < asked.deeds_least)
    yield { code: 'too-few-deeds', field: `deed_${text.deeds.length + 1}_what`, limit: asked.deeds_least }
  if (text.deeds.length > asked.deeds_most)
    yield { code: 'too-many-deeds', field: `deed_${asked.deeds_most + 1}_what`, limit: asked.deeds_most }
  for (const [i, deed] of text.deeds.entries()) yield* problemsWithDeed(`deed_${i + 1}_`, deed, asked)
  if (asked.owes_remedy) yield* problemsWithRemedy(text.remedy, asked)
}

function* problemsWithText(field: string, text: string, limit: number): Generator<Problem> {
  if (text === '') yield { code: `no-${field.replaceAll('_', '-')}`, field }
  if (text.length > limit) yield { code: 'too-long', field, limit }
}

/** All that is wrong with one deed; its fields begin with `before`. */
export function* problemsWithDeed(
  before: string,
  { what, how, measure, due_on }: DeedText,
  window: Pick<Asked, 'from' | 'to'>,
): Generator<Problem> {
  if (what === '') yield { code: 'no-deed-text', field: `${before}what` }
  if (what.length > limits.what) yield { code: 'too-long', field: `${before}what`, limit: limits.what }
  if (how.length > limits.how) yield { code: 'too-long', field: `${before}how`, limit: limits.how }
  if (measure === '') yield { code: 'no-measure', field: `${before}measure` }
  if (measure.length > limits.measure) yield { code: 'too-long', field: `${before}measure`, limit: limits.measure }
  yield* problemsWithDay(`${before}due_on`, due_on, window)
}

/** What is wrong with a report on a deed. Who has not done all of it says why in a sentence. */
export function* problemsWithReport(state: string, said: string): Generator<Problem> {
  if (!(reportable as readonly string[]).includes(state)) yield { code: 'no-state', field: 'state' }
  if ((state === 'partly' || state === 'not-done') && said === '') yield { code: 'no-reason', field: 'said' }
  if (said.length > limits.said) yield { code: 'too-long', field: 'said', limit: limits.said }
}

function* problemsWithRemedy(remedy: CommitmentText['remedy'], asked: Asked): Generator<Problem> {
  if (!remedy || remedy.what === '') return yield { code: 'no-remedy', field: 'remedy' }
  if (remedy.what.length > limits.remedy) yield { code: 'too-long', field: 'remedy', limit: limits.remedy }
  yield* problemsWithDay('remedy_due_on', remedy.due_on, asked)
}

function* problemsWithDay(field: string, day: string, { from, to }: Pick<Asked, 'from' | 'to'>): Generator<Problem> {
  if (!isDay(day)) yield { code: 'no-such-day', field }
  else if (day < from || day > to) yield { code: 'outside-window', field, values: { from, to } }
}
