import { lookUp } from '../../basis/shared/look-up.ts'
import type { Sentence } from '../../basis/shared/sentences.ts'
import { StepHistory, type StepTaken } from '../staff/index.ts'
import type { Language } from '../web/index.ts'
import { isOwn, moveNamed, moveOf, type StepTo, type Workflow } from './flow.ts'
import type { MoveWords } from './say-moves.ts'

/** Who took a step: `full_name` is whose work it is, `by_name` who took the step where the reader may see that. */
type Taken = StepTo & { by_name: string | null; full_name: string }
/**
 * A step that was taken, in the order of the list. `what` says better what it has done, where its state alone does not
 * tell.
 */
export type StepMade<State extends string = string> = Omit<StepTaken, 'what' | 'by' | 'said'> &
  Taken & { state: State; what?: string; comment: string | null }
type HistoryProps<State extends string, Maker extends string> = {
  lang: Language
  flow: Workflow<string, Maker>
  words: MoveWords<State, Maker>
  steps: readonly StepMade<State>[]
}

/** The way of some work so far: what was done with it, when, by whom, with which words. */
export function MoveHistory<State extends string, Maker extends string>(props: HistoryProps<State, Maker>) {
  const { lang, flow, words, steps } = props
  const told = steps.map(step => ({
    ...step,
    what: step.what ?? lookUp<Sentence>(words.steps, step.state)![lang],
    by: takerOf(lang, flow, words, step),
    said: step.comment,
  }))
  return <StepHistory {...{ lang }} steps={told} />
}

/**
 * Who took a step: by name where the reader may see it, otherwise as the table of moves has it. A step that no move
 * leads to is told of whose hands took it.
 */
function takerOf<Maker extends string>(lang: Language, flow: Workflow<string, Maker>, { makers }: MoveWords<string, Maker>, taken: Taken) {
  if (taken.by_name !== null) return taken.by_name
  const move = moveOf(flow, taken)
  const maker = move
    ? moveNamed(flow, move).by
    : (Object.keys(flow.makers) as Maker[]).find(one => isOwn(flow, one) === (taken.is_own ?? true))
  return maker === undefined || isOwn(flow, maker) ? taken.full_name : lookUp<Sentence>(makers, maker)![lang]
}
