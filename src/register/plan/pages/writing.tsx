import { draft_words, type Writing } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import type { PlanAsked } from '../forms.ts'
import { plan_flow } from '../plan.ts'
import { planFrom } from '../plan-fields.ts'
import { planForm } from '../plan-form.tsx'
import { plan_words } from '../plan-words.ts'
import { type PlanCode, plan_problems } from '../problem-words.ts'
import type { PlanTask } from '../reads/find-plan.ts'
import { PlanShown, postOf } from './plan.tsx'

type Written = { task: PlanTask; asked: PlanAsked; fields: Fields; today: string }

/** A plan that its leader is writing: what its pages say around the form. */
export function planWritingOf({ lang, to }: ViewContext, { task, asked, fields, today }: Written): Writing<PlanCode> {
  const words = plan_words[lang]
  const { plan_duty_id, year, state } = task
  return {
    form: planForm(asked, fields, { today }),
    fields,
    version: task.draft_version ?? 0,
    at: (t, part) => t.plan_part({ plan_duty_id, part }),
    name: words.title(year),
    crumb: postOf(lang, task),
    titleWith: left => titleOf(lang, task, left),
    check_lead: words.check_lead,
    beside: canMove(plan_flow, 'submit', state) ? undefined : words.beside,
    problems: plan_problems,
    read: async written => <PlanShown {...{ lang }} sections={asked.sections} text={planFrom(written)} />,
    submit: { href: to.plan_submit(task), label: words.submit },
    back: { href: to.my_plans(), label: words.to_plans },
  }
}

function titleOf(lang: Language, { year, state }: PlanTask, left: number): string {
  const words = plan_words[lang]
  if (!canMove(plan_flow, 'submit', state)) return draft_words.handed_in_already[lang](words.states[state!])
  return state === 'approved' ? words.amend : words.parts_left(year, left)
}
