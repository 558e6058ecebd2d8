import { StepHistory } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { moves } from '../commitment.ts'
import { commitment_words } from '../words.ts'
import type { StepOfText } from './list-steps.ts'

type Level = 'self' | 'cell' | 'level-above'
/** A step as it is told: who it brought where. `full_name` is whose file it is. */
export type Taken = { state: string; is_own: boolean | null; by_name: string | null; full_name: string }

/** Who took a step: by name where the reader may see it, otherwise as the table of moves has it. */
export function takerOf(
  lang: Language,
  of: Record<string, { to: string; by: Level }>,
  { state, is_own, by_name, full_name }: Taken,
): string {
  if (by_name !== null) return by_name
  const move = Object.values(of).find(({ to, by }) => to === state && (is_own === null || is_own === (by === 'self')))
  const by = move?.by ?? (is_own === false ? 'cell' : 'self')
  return by === 'self' ? full_name : commitment_words[lang].levels[by]
}

/** The way of a commitment so far, over all its texts. */
export function CommitmentSteps({ lang, steps }: { lang: Language; steps: readonly StepOfText[] }) {
  const words = commitment_words[lang]
  const has_several = steps.some(({ nth_text }) => nth_text > 1)
  const told = steps.map(step => ({
    step_id: step.commitment_step_id,
    about: has_several ? words.nth_text(step.nth_text) : undefined,
    what: step.state === 'submitted' && step.is_own === false ? words.receipt_by.toLowerCase() : words.steps[step.state],
    happened_on: step.happened_on,
    by: takerOf(lang, moves, step),
    said: step.comment,
    undone_at: step.undone_at,
  }))
  return <StepHistory {...{ lang }} steps={told} />
}
