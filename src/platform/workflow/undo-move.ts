import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Standing } from '../role/index.ts'
import { decideMaker, type MakerCode, type Movable } from './decide-move.ts'
import { moveNamed, moveOf, type StepTo, type Workflow } from './flow.ts'

/** What a step has done and what has become of it since: `made` is its own state, `state` that of the last step. */
export type StepSince<State extends string = string> = { made: State; is_own: boolean | null; is_last: boolean; state: State }
export type UndoCode<State extends string = string> = MakerCode | 'no-undo' | 'changed-since' | `${State}-since`

/** The move that a step was, where it can be undone at all; what a move only replaced is no step of its own. */
export function undoableMove<Name extends string>(flow: Workflow<Name>, step: StepTo): Name | undefined {
  const name = moveOf(flow, step)
  const move = name && moveNamed(flow, name)
  return move?.undo && move.to === step.state ? name : undefined
}

/**
 * Whether somebody may undo a step: who may make its move, while nothing has followed it. What has followed decides the
 * problem, so that its sentence names who can mend it now: `returned-since`; or changed-since, where it stands there
 * again by another step. A move without `undo` has no-undo.
 */
export function decideUndo<Name extends string, State extends string>(
  flow: Workflow<Name>,
  { made, is_own, is_last, state }: StepSince<State>,
  work: Omit<Movable, 'state'>,
  standing: Standing,
): Outcome<{ move: Name; on_behalf_of: number | null }, UndoCode<State>> {
  const move = undoableMove(flow, { state: made, is_own })
  if (!move) return refused({ code: 'no-undo' })
  const decision = decideMaker<string>(flow, move, work, standing)
  if (!decision.ok) return decision
  if (!is_last) return refused({ code: state === made ? 'changed-since' : (`${state}-since` as const) })
  return done({ move, ...decision.value })
}
