import type { Sentence } from '../../basis/shared/sentences.ts'
import type { FormInParts } from '../../platform/draft/index.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import type { AtDay } from '../../platform/staff/index.ts'
import { deedsBeyond, deedsFields, sectionFields } from '../commitment/index.ts'
import { type PlanAsked, presentedFields, problemsWithPlan } from './forms.ts'
import { planFrom } from './plan-fields.ts'
import { plan_words } from './plan-words.ts'
import type { PlanCode } from './problem-words.ts'

const titles = {
  content: { vi: 'Nội dung', en: 'Content' },
  deeds: { vi: 'Việc sẽ làm', en: 'Deeds' },
  presented: { vi: 'Trình bày trước tập thể', en: 'Presented to the collective' },
} satisfies Record<string, Sentence>

/**
 * The form of a leader's plan in its parts. One deed more than is written is shown, and three to begin with: five empty
 * ones are a long way on a telephone.
 */
export function planForm(asked: PlanAsked, fields: Fields, at: AtDay): FormInParts<PlanCode> {
  const { sections, deeds_least, deeds_most } = asked
  const deeds = deedsFields(asked, asked)
  const shown = Math.min(deeds_most, Math.max(3, planFrom(fields).deeds.length + 1))
  return {
    parts: [
      { part: 'noi-dung', title: titles.content, form: sectionFields(sections) },
      {
        ...{ part: 'viec-lam', title: titles.deeds, form: deeds, without: deedsBeyond(deeds, shown) },
        lead: lang => <p>{plan_words[lang].deeds_lead(deeds_least, deeds_most)}</p>,
      },
      { part: 'trinh-bay', title: titles.presented, form: presentedFields(asked) },
    ],
    problemsWith: written => problemsWithPlan(planFrom(written), asked, at),
  }
}
