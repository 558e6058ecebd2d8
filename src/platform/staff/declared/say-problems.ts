import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill, ofField, type Sentence } from '../../../basis/shared/sentences.ts'
import type { Language } from '../../web/index.ts'
import type { FieldError } from '../form.tsx'
import type { Form } from './form.ts'

/** What a sentence may speak of besides the limit and the values: the label of the field. */
type About = { problem: Problem; lang: Language; label?: string }

/** What is said of a problem: a pair with `{limit}`, `{label}` and the problem's values in it, days as the language writes them; or a function, where more decides. */
type Saying = Sentence | ((about: About) => string)
/** What is said of each problem. */
export type ProblemWords<Code extends string = string> = Record<Code, Saying>

/** The sentences of a refusal in the order of the page, each with its field. A code without a sentence does not compile. */
export function sayProblems<Code extends string>(
  words: ProblemWords<Code>,
  { lang, form = {} }: { lang: Language; form?: Form },
  problems: readonly Problem<NoInfer<Code>>[],
): FieldError[] {
  const place = ({ field = '' }: Problem) => Object.keys(form).indexOf(field)
  const in_order = problems.toSorted((a, b) => place(a) - place(b))
  return in_order.map(problem => {
    const say = lookUp<Saying>(words, problem.code)!
    const label = lookUp(form, problem.field)?.label?.[lang]
    const said = typeof say === 'function' ? say({ problem, lang, label }) : fill(say[lang], inWords(problem, lang, label))
    return { field: problem.field, say: said }
  })
}

function inWords({ limit = '', values = {} }: Problem, lang: Language, label = ''): Record<string, string> {
  const said = Object.entries({ ...values, limit }).map(([name, value]) => [name, sayDay(String(value), lang)])
  return Object.fromEntries([['label', label], ...said])
}

/** The problems that forms of every room have, and those of a page that was sent before. A room spreads these into its own. */
export const form_problems = {
  'too-long': { vi: 'Nhiều nhất {limit} ký tự.', en: 'At most {limit} characters.' },
  'key-reused': {
    vi: 'Trang này đã gửi một lần với nội dung khác. Mở lại trang rồi nhập.',
    en: 'This page was sent once with other content. Open it again.',
  },
  'unreadable-key': { vi: 'Trang đã hỏng. Mở lại trang rồi nhập.', en: 'The page is broken. Open it again.' },
} satisfies ProblemWords

/** «Hạn nộp: nhập một ngày có thật, ví dụ 1/12/2026.» */
export function noSuchDay(example: string): (about: About) => string {
  const sentence = { vi: `Nhập một ngày có thật, ví dụ ${example}.`, en: `Give a day that exists, for example ${example}.` }
  return ({ lang, label }) => ofField(label, sentence[lang])
}
