import { type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Standing } from '../../platform/role/index.ts'
import { canMove, decideUndo, type Movable, type Move, undoableMove, workflow } from '../../platform/workflow/index.ts'
import type { CommitmentCode } from './problem-words.ts'

/** The five texts of the form, in its order. */
export const text_fields = ['thought', 'ethics', 'working_style', 'discipline', 'prevention'] as const
export type TextField = (typeof text_fields)[number]

/** One concrete thing: what, how, by what it is measured, until when (ISO day). */
export type DeedText = { what: string; how: string; measure: string; due_on: string }

/** A commitment as it is handed in. `remedy` answers last year's limitation, where there is one. */
export type CommitmentText = Record<TextField, string> & { deeds: DeedText[]; remedy: { what: string; due_on: string } | null }

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

export type Maker = 'self' | 'cell' | 'level-above'

const to_hand_in = [null, 'returned', 'withdrawn', 'approved', 'under-way'] as const

/**
 * Who moves a commitment from what to what; null is one that was never handed in. What is handed in while another
 * stands approved amends it, and the older is superseded until the amendment is withdrawn: a cell that returned it must
 * not leave its writer without the approved one. The cell endorses and the level above approves, by Directive 05-CT/TW
 * and the guidance of each level. A move with `undo` is undone by who may make it, while nothing has followed it.
 */
const moves = {
  submit: { from: to_hand_in, to: 'submitted', by: 'self', replaces: 'superseded' },
  'enter-by-proxy': { from: to_hand_in, to: 'submitted', by: 'cell', replaces: 'superseded', undo: 'withdraw', entry: 'enter-by-proxy' },
  withdraw: { from: ['submitted'], to: 'withdrawn', by: 'self' },
  'withdraw-amendment': { from: ['submitted', 'returned'], to: 'withdrawn', by: 'self', act: 'withdraw', entry: 'withdraw-commitment' },
  return: { from: ['submitted', 'endorsed'], to: 'returned', by: 'cell', comment: 'required' },
  endorse: { from: ['submitted'], to: 'endorsed', by: 'cell', undo: 'close-step' },
  approve: { from: ['endorsed'], to: 'approved', by: 'level-above' },
  report: { from: ['approved', 'under-way'], to: 'under-way', by: 'self', act: 'write', entry: 'report-deed' },
} satisfies Record<string, Move<State, Maker>>

export const commitment_flow = workflow('commitment', { moves, makers: { self: 'own', cell: 'others', 'level-above': 'others' } })

export type MoveName = keyof typeof moves
export type Withdrawal = 'withdraw' | 'withdraw-amendment'

/** The move that takes back what stands: an amendment until the cell has endorsed it, another text while it waits. */
export function withdrawalOf({ amends, state }: { amends: boolean; state: State | null }): Withdrawal | null {
  const move = amends ? 'withdraw-amendment' : 'withdraw'
  return canMove(commitment_flow, move, state) ? move : null
}

/** Whose a commitment is, where, and how it stands: what a move of it is decided by. */
export function movable({ unit_id, person_id, state }: { unit_id: number; person_id: number; state: State | null }): Movable {
  return { unit_id, hands: [person_id], state }
}

type StepDone = { made: State; is_by_proxy: boolean }

/** The move that a step was, where it can be undone at all. */
export function undoableOf(step: StepDone): 'endorse' | 'enter-by-proxy' | undefined {
  return undoableMove(commitment_flow, { state: step.made, is_own: isOwnStep(step) }) as ReturnType<typeof undoableOf>
}

/** Of what one does oneself, only handing in can be done for one. */
function isOwnStep({ made, is_by_proxy }: StepDone): boolean {
  return made === 'submitted' && !is_by_proxy
}

/**
 * A step with what has become of it since: `made` is its own state, `state` that of the last step; and whose the
 * commitment is.
 */
export type UndoableStep = StepDone & { state: State; is_last: boolean; is_confirmed: boolean; unit_id: number; person_id: number }
export type DecidedUndo = { move: MoveName; on_behalf_of: number | null }

/**
 * Whether somebody may undo a step. Refusals: those of `decideUndo`, and member-confirmed (an entry by proxy ends when
 * its member has said that it is theirs).
 */
export function decideUndoing(step: UndoableStep, standing: Standing): Outcome<DecidedUndo, CommitmentCode> {
  const decision = decideUndo(commitment_flow, { ...step, is_own: isOwnStep(step) }, movable(step), standing)
  const is_theirs = decision.ok && decision.value.move === 'enter-by-proxy' && step.is_confirmed
  return is_theirs ? refused({ code: 'member-confirmed' }) : decision
}
