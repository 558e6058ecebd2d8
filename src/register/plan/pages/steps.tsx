import { StepHistory } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { commitment_words, takerOf } from '../../commitment/index.ts'
import type { PlanStep } from '../list-plan-steps.ts'
import { plan_moves } from '../plan.ts'
import { plan_words } from '../plan-words.ts'

/** The way of a plan so far, over all its versions. */
export function PlanSteps({ lang, steps }: { lang: Language; steps: readonly PlanStep[] }) {
  const has_several = steps.some(({ version }) => version > 1)
  const told = steps.map(step => ({
    step_id: step.plan_step_id,
    about: has_several ? commitment_words[lang].nth_text(step.version) : undefined,
    what: plan_words[lang].steps[step.state],
    happened_on: step.happened_on,
    by: takerOf(lang, plan_moves, step),
    said: step.comment,
    undone_at: null,
  }))
  return <StepHistory {...{ lang }} steps={told} />
}
