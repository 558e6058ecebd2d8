import { lookUp } from '../../basis/shared/look-up.ts'
import type { Retention } from '../ledger/index.ts'
import type { Act, Noun } from '../role/index.ts'

/** What whoever makes a move is to the work: one who had a hand in it, anybody but these, or either. */
export type Hands = 'own' | 'others' | 'either'

/**
 * One move, as a policy officer reads it: from which states (null is what was never begun) to which, and who makes it.
 */
export type Move<State extends string = string, Maker extends string = string> = {
  from: readonly (State | null)[]
  to: State
  by: Maker
  /** The act of the policy table that allows it, where that is not called as the move is. */
  act?: Act
  comment?: 'required'
  /** What becomes of an older one that it takes the place of. */
  replaces?: State
  /**
   * How it is undone: its step is closed, as one that should not have been recorded; or the work is withdrawn by a step
   * of its own.
   */
  undo?: 'close-step' | 'withdraw'
  /** What the ledger calls it, where that is not `move-object`. */
  entry?: string
}

/**
 * A table of moves with what it needs to be worked by: the noun of the policy table, who its makers are, and how the
 * ledger keeps it.
 */
export type Workflow<Name extends string = string, Maker extends string = string, N extends Noun = Noun> = {
  noun: N
  /** The noun of the ledger's entries. */
  object: string
  retention: Retention
  makers: Readonly<Record<Maker, Hands>>
  moves: Readonly<Record<Name, Move<string, Maker>>>
}

type MakerOf<M extends Record<string, Move>> = M[keyof M]['by']
/** Each move is called as an act of the noun, or names one. */
type WithActs<N extends Noun, M> = {
  [Name in keyof M]: M[Name] extends { act: infer A }
    ? A extends Act<N>
      ? unknown
      : never
    : Name extends Act<N>
      ? unknown
      : { act: Act<N> }
}
type Declared<N extends Noun, M extends Record<string, Move>> = {
  moves: M & WithActs<N, M>
  makers: Record<MakerOf<M>, Hands>
  object?: string
  retention?: Retention
}

/**
 * Declares a workflow over a noun of the policy table. A maker without hands, or a move without an act, does not
 * compile.
 */
export function workflow<N extends Noun, const M extends Record<string, Move>>(
  noun: N,
  { moves, makers, object = noun, retention = 'conduct' }: Declared<N, M>,
): Workflow<keyof M & string, MakerOf<M>, N> {
  return { noun, object, retention, makers, moves }
}

export function moveNamed<Name extends string, Maker extends string>(
  { moves }: Workflow<Name, Maker>,
  name: NoInfer<Name>,
): Move<string, Maker> {
  return lookUp<Move<string, Maker>>(moves, name)!
}

export function handsOf<Maker extends string>({ makers }: Workflow<string, Maker>, maker: NoInfer<Maker>): Hands {
  return lookUp<Hands>(makers, maker)!
}

export function canMove<Name extends string>(flow: Workflow<Name>, name: NoInfer<Name>, state: string | null): boolean {
  return moveNamed(flow, name).from.includes(state)
}

/** Whether a maker moves what is their own; undefined where that does not tell. */
export function isOwn<Maker extends string>(flow: Workflow<string, Maker>, maker: NoInfer<Maker>): boolean | undefined {
  const hands = handsOf(flow, maker)
  return hands === 'either' ? undefined : hands === 'own'
}

/** A step that was taken: where it led, and whether one of those whose work it is took it (null: not known). */
export type StepTo = { state: string; is_own: boolean | null }

/** The move that a step was: by where it led, and by whose hands. */
export function moveOf<Name extends string, Maker extends string>(
  flow: Workflow<Name, Maker>,
  { state, is_own }: StepTo,
): Name | undefined {
  return namesOf(flow).find(name => {
    const { to, replaces, by } = moveNamed(flow, name)
    return (to === state || replaces === state) && (is_own === null || is_own === (isOwn(flow, by) ?? is_own))
  })
}

/** Who can move what stands there, each once, in the order of the table. */
export function makersFrom<Name extends string, Maker extends string>(flow: Workflow<Name, Maker>, state: string | null): Maker[] {
  const open = namesOf(flow).filter(name => canMove<string>(flow, name, state))
  return [...new Set(open.map(name => moveNamed(flow, name).by))]
}

export function namesOf<Name extends string>({ moves }: Workflow<Name>): Name[] {
  return Object.keys(moves) as Name[]
}
