import type { Quantity } from '../../../basis/quantity/index.ts'
import type { PublicAnswer } from '../../figure/index.ts'
import type { CheckedQuantity, ClaimQuestion, Doubt } from '../check.ts'
import type { Asking } from './ask.ts'
import { type Actual, actualOf, changeOf, holds, registerValueOf } from './judge.ts'
import { writeAsPrinted } from './write-as-printed.ts'

export type AskClaim = (question: ClaimQuestion) => Promise<PublicAnswer | null>

export type Judged = Pick<CheckedQuantity, 'figure' | 'parameters' | 'verdict' | 'register_value' | 'register_text' | 'should_be' | 'doubt'>

/** Of what is no claim. */
export const unjudged: Judged = {
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
  if (quantity.kind !== 'claim' && questions.length === 0 && !doubt) return unjudged
  const actuals = (await Promise.all(questions.map(question => actualFor(question, ask)))).filter(actual => actual !== null)
  const right = actuals.find(actual => holds(quantity, actual, day))
  const actual = right ?? actuals[0]
  if (doubt) return { ...unjudged, ...(actual && saidBy(actual)), verdict: 'unsure', doubt }
  if (!actual && questions.some(({ since }) => since)) return unsure('change')
  return actual
    ? {
        ...unjudged,
        ...saidBy(actual),
        ...(right ? { verdict: 'holds' } : { verdict: 'differs', should_be: writeAsPrinted(quantity, actual) }),
      }
    : notInRegister()
}

/** What the register answers; of a change, what came to it since. */
async function actualFor(question: ClaimQuestion, ask: AskClaim): Promise<Actual | null> {
  const { since, part } = question
  const [answer, earlier] = await Promise.all([ask(question), since ? ask({ ...question, asked: since.asked }) : null])
  const actual = answer && actualOf(answer, part)
  if (!since || !actual) return actual
  const before = earlier && actualOf(earlier, part)
  return before && changeOf(actual, before, since.turn)
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
