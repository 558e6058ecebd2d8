import { inDayMonthYear, isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { type AtDay, choice, day, type FormField, longText, problemsWith } from '../../platform/staff/index.ts'
import { problemsWithDeeds, type Section, sectionFields } from '../commitment/index.ts'
import type { PlanText, SectionName } from './plan.ts'
import type { PlanCode } from './problem-words.ts'

export type PlanSection = Section<SectionName>

/**
 * What is asked of a plan: its sections, how many deeds, between which days they fall due, and since when it may have
 * been presented.
 */
export type PlanAsked = {
  sections: readonly PlanSection[]
  deeds_least: number
  deeds_most: number
  from: string
  to: string
  since: string
}

/** The day on which the collective heard the plan: since the post is held, and not to come. */
export function presentedFields({ since }: Pick<PlanAsked, 'since'>): { presented_on: FormField<string, PresentedCode> } {
  const first = inDayMonthYear(since)
  const any = day({
    label: { vi: 'Đã trình bày trước tập thể ngày', en: 'Presented to the collective on' },
    hint: {
      vi: `Ngày/tháng/năm, từ ngày nhận chức vụ (${first}) đến hôm nay. Tập thể nghe trước, rồi mới nộp cấp trên.`,
      en: `Day/month/year, from the day on which you took the post (${first}) to today. The collective hears it first; then it goes to the level above.`,
    },
  })
  return { presented_on: { ...any, problems: (value, at) => problemsWithPresenting(value, since, at!) } }
}

type PresentedCode = 'not-presented' | 'no-such-day' | 'presented-before-tenure' | 'to-come'

function* problemsWithPresenting(day: string, since: string, { today }: AtDay): Generator<{ code: PresentedCode; limit?: string }> {
  if (day === '') yield { code: 'not-presented' }
  else if (!isDay(day)) yield { code: 'no-such-day' }
  else if (day < since) yield { code: 'presented-before-tenure', limit: since }
  else if (day > today) yield { code: 'to-come', limit: today }
}

/** All that is wrong with a plan, in the order of the form. */
export function* problemsWithPlan({ deeds, ...text }: PlanText, asked: PlanAsked, at: AtDay): Generator<Problem<PlanCode>> {
  yield* problemsWith(sectionFields(asked.sections), text)
  yield* problemsWithDeeds(deeds, asked)
  yield* problemsWith(presentedFields(asked), text, at)
}

const yes_or_no = [
  { value: 'yes', label: { vi: 'Đạt', en: 'Yes' } },
  { value: 'no', label: { vi: 'Chưa đạt', en: 'Not yet' } },
]

/** What a reviewer finds in an approved plan: its exemplary part, its tasks, and what they say to the leader. */
export const mark_form = {
  exemplary: choice({
    label: { vi: 'Phần nêu gương cụ thể, ai cũng thấy được', en: 'The exemplary part is concrete, and can be seen' },
    options: yes_or_no,
    wrong: 'no-mark',
  }),
  of_the_post: choice({
    label: { vi: 'Nhiệm vụ gắn với chức vụ đang giữ', en: 'The tasks are those of the post' },
    options: yes_or_no,
    wrong: 'no-mark',
  }),
  said: longText({
    label: { vi: 'Nhận xét', en: 'Comment' },
    is_optional: true,
    most: 1000,
    rows: 3,
  }),
}
