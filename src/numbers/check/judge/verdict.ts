import type { Quantity } from '../../../basis/quantity/index.ts'
import type { PublicAnswer } from '../../figure/index.ts'
import type { CheckedQuantity, ClaimQuestion, Doubt } from '../check.ts'
import type { Asking } from './ask.ts'
import { type Actual, actualOf, holds, registerValueOf } from './judge.ts'
import { writeAsPrinted } from './write-as-printed.ts'

export type AskClaim = (question: ClaimQuestion) => Promise<PublicAnswer | null>

export type Judged = Pick<CheckedQuantity, 'figure' | 'parameters' | 'verdict' | 'register_value' | 'register_text' | 'should_be' | 'doubt'>

const unjudged: Judged = {
  figure: null,
  parameters: null,
  verdict: null,
  register_value: null,
  register_text: null,
  should_be: null,
  doubt: null,
}

export function notInRegister(): Judged {
  return { ...unjudged, verdict: 'not-in-register' }
}

/**
 * A verdict only where the whole claim is accounted for. The first reading that holds is taken; where none does, the
 * likeliest says what should stand. `day` is that of the text.
 */
export async function judge(quantity: Quantity, { questions, doubt }: Asking, day: string, ask: AskClaim): Promise<Judged> {
  if (quantity.kind !== 'claim' && questions.length === 0) return unjudged
  const answers = await Promise.all(questions.map(ask))
  const actuals = answers.map((answer, i) => answer && actualOf(answer, questions[i]!.part)).filter(actual => actual !== null)
  const right = actuals.find(actual => holds(quantity, actual, day))
  const actual = right ?? actuals[0]
  if (doubt) return { ...unjudged, ...(actual && saidBy(actual)), verdict: 'unsure', doubt }
  return actual
    ? {
        ...unjudged,
        ...saidBy(actual),
        ...(right ? { verdict: 'holds' } : { verdict: 'differs', should_be: writeAsPrinted(quantity, actual) }),
      }
    : notInRegister()
}

/** What the register says, whatever comes of it. */
function saidBy(actual: Actual): Pick<Judged, 'figure' | 'parameters' | 'register_value' | 'register_text'> {
  const { answer, printed } = actual
  return {
    figure: answer.figure as CheckedQuantity['figure'],
    parameters: answer.parameters,
    register_value: registerValueOf(actual),
    register_text: printed,
  }
}

export function unsure(doubt: Doubt): Judged {
  return { ...unjudged, verdict: 'unsure', doubt }
}
