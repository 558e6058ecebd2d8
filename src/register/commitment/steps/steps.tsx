import type { Language } from '../../../platform/web/index.ts'
import { MoveHistory } from '../../../platform/workflow/index.ts'
import { commitment_flow } from '../commitment.ts'
import { commitment_words } from '../words.ts'
import type { StepOfText } from './list-steps.ts'
import { move_words } from './move-words.ts'

/** The way of a commitment so far, over all its texts. */
export function CommitmentSteps({ lang, steps }: { lang: Language; steps: readonly StepOfText[] }) {
  const words = commitment_words[lang]
  const has_several = steps.some(({ nth_text }) => nth_text > 1)
  const made = steps.map(step => ({
    ...step,
    step_id: step.commitment_step_id,
    about: has_several ? words.nth_text(step.nth_text) : undefined,
    what: step.state === 'submitted' && step.is_own === false ? words.receipt_by.toLowerCase() : undefined,
  }))
  return <MoveHistory {...{ lang }} flow={commitment_flow} words={move_words} steps={made} />
}
