import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill, ofField, type Sentence } from '../../../basis/shared/sentences.ts'
import type { Language } from '../../web/index.ts'
import type { FieldError } from '../form.tsx'
import type { Form, FormField } from './form.ts'

/** What a sentence may speak of besides the limit and the values: the label of the field. */
type About = { problem: Problem; lang: Language; label?: string }

/**
 * What is said of a problem: a pair with `{limit}`, `{label}` and the problem's values in it, days as the language
 * writes them; or a function, where more decides. `of_all`: it speaks of more than its field.
 */
type Saying = (Sentence & { of_all?: true }) | ((about: About) => string)
/** What is said of each problem. */
export type ProblemWords<Code extends string = string> = Record<Code, Saying>

/** `is_afar`: the page does not show the fields, so each sentence first names its own: «Việc 2: …». */
type Where = { lang: Language; form?: Form; is_afar?: boolean }

/**
 * The sentences of a refusal in the order of the page, each with its field. Where two would read alike in the list above
 * the form, each names the part of the page. A code without a sentence does not compile.
 */
export function sayProblems<Code extends string>(
  words: ProblemWords<Code>,
  where: Where,
  problems: readonly Problem<NoInfer<Code>>[],
): FieldError[] {
  const names = Object.keys(where.form ?? {})
  const place = ({ field = '' }: Problem) => names.indexOf(field)
  const in_order = problems.toSorted((a, b) => place(a) - place(b))
  const said = in_order.map(problem => ({ field: problem.field, say: sayOne(lookUp<Saying>(words, problem.code)!, where, problem) }))
  const twice = new Set(said.map(({ say }) => say).filter((say, i, all) => all.indexOf(say) !== i))
  return said.map(({ field, say }) => ({ field, say: twice.has(say) ? ofField(headingAbove(where, field), say) : say }))
}

/** Of the part of the page in which a field stands. */
function headingAbove({ lang, form = {} }: Where, name = ''): string | undefined {
  const fields = Object.entries(form)
  const upto = fields.slice(0, fields.findIndex(([one]) => one === name) + 1)
  return upto.findLast(([, field]) => field.heading)?.[1].heading?.[lang]
}

function sayOne(say: Saying, { lang, form = {}, is_afar }: Where, problem: Problem): string {
  const field = lookUp<FormField | undefined>(form, problem.field)
  const label = field?.label?.[lang]
  if (typeof say === 'function') return say({ problem, lang, label })
  const said = fill(say[lang], inWords(problem, lang, label))
  const names_itself = say.of_all || say[lang].includes('{label}')
  return is_afar && label && !names_itself ? `${field?.group?.legend[lang] ?? label}: ${said}` : said
}

function inWords({ limit = '', values = {} }: Problem, lang: Language, label = ''): Record<string, string> {
  const said = Object.entries({ ...values, limit }).map(([name, value]) => [name, sayDay(String(value), lang)])
  return Object.fromEntries([['label', label], ...said])
}

/**
 * The problems that forms of every room have, and those of a page that was sent before. A room spreads these into its
 * own.
 */
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
