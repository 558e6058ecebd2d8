import { done, type Outcome, type Problem, refused } from '../../basis/shared/outcome.ts'
import { type Act, may, type Standing } from '../role/index.ts'
import { canMove, handsOf, makersFrom, moveNamed, namesOf, type Workflow } from './flow.ts'

/** What is moved: the unit that it belongs to, everybody who had a hand in it, and where it stands. */
export type Movable = { unit_id: number; hands: readonly number[]; state: string | null }
export type MakerCode = 'own-work' | 'not-yours'
export type MoveCode = MakerCode | 'wrong-state'
/** For whom a move is made, where the power to make it is lent. */
type Decided = { on_behalf_of: number | null }

/**
 * Whether somebody may make a move now. Refusals: own-work and not-yours (`by` says who makes the move), wrong-state
 * (`state` is where it stands, `next` who can move it from there).
 */
export function decideMove<Name extends string>(
  flow: Workflow<Name>,
  name: NoInfer<Name>,
  work: Movable,
  standing: Standing,
): Outcome<Decided, MoveCode> {
  const decision = decideMaker(flow, name, work, standing)
  return decision.ok && !canMove(flow, name, work.state) ? refused(wrongState(flow, work.state)) : decision
}

/** Whether somebody is one who makes the move, whatever stands there now. Refusals: own-work, not-yours. */
export function decideMaker<Name extends string>(
  flow: Workflow<Name>,
  name: NoInfer<Name>,
  work: Omit<Movable, 'state'>,
  standing: Standing,
): Outcome<Decided, MakerCode> {
  const { by } = moveNamed(flow, name)
  const hands = handsOf<string>(flow, by)
  const is_own = work.hands.includes(standing.person_id)
  if (hands === 'others' && is_own) return refused({ code: 'own-work', values: { by } })
  const decision = hands === 'own' && !is_own ? null : allows(flow, name, work, standing)
  return decision ? done(decision) : refused(notYours(flow, name))
}

/** The moves that somebody may make now, in the order of the table: the buttons of a page. */
export function permittedMoves<Name extends string>(flow: Workflow<Name>, work: Movable, standing: Standing): Name[] {
  return namesOf(flow).filter(name => decideMove<string>(flow, name, work, standing).ok)
}

/** The move is somebody else's: `by` says whose. */
export function notYours<Name extends string>(flow: Workflow<Name>, name: NoInfer<Name>): Problem<'not-yours'> {
  return { code: 'not-yours', values: { by: moveNamed(flow, name).by } }
}

/** It does not stand where the move begins: `state` is where it stands, `next` who can move it from there. */
export function wrongState(flow: Workflow, state: string | null): Problem<'wrong-state'> {
  return { code: 'wrong-state', values: { state: state ?? '', next: makersFrom(flow, state).join(' ') } }
}

/** By the policy table: as one of those who had a hand in it, or towards each of them. */
function allows<Name extends string>(
  flow: Workflow<Name>,
  name: Name,
  { unit_id, hands }: Omit<Movable, 'state'>,
  standing: Standing,
): Decided | null {
  const act = (moveNamed(flow, name).act ?? name) as Act
  const whose = hands.includes(standing.person_id) ? [standing.person_id] : hands
  const subjects = whose.length === 0 ? [{ unit_id }] : whose.map(person_id => ({ unit_id, person_id }))
  const decisions = subjects.map(subject => may(standing, flow.noun, act, subject))
  const [first] = decisions
  return first?.allowed && decisions.every(({ allowed }) => allowed) ? { on_behalf_of: first.on_behalf_of } : null
}
