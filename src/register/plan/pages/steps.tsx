import type { Language } from '../../../platform/web/index.ts'
import { MoveHistory } from '../../../platform/workflow/index.ts'
import { commitment_words } from '../../commitment/index.ts'
import { move_words } from '../move-words.ts'
import { plan_flow } from '../plan.ts'
import type { PlanStep } from '../reads/list-plan-steps.ts'

/** The way of a plan so far, over all its versions. */
export function PlanSteps({ lang, steps }: { lang: Language; steps: readonly PlanStep[] }) {
  const has_several = steps.some(({ version }) => version > 1)
  const made = steps.map(step => ({
    ...step,
    step_id: step.plan_step_id,
    about: has_several ? commitment_words[lang].nth_text(step.version) : undefined,
  }))
  return <MoveHistory {...{ lang }} flow={plan_flow} words={move_words} steps={made} />
}
