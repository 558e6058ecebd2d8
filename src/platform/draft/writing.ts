import type { ComponentChildren } from 'preact'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { Fields } from '../ledger/index.ts'
import { type FieldError, type ProblemWords, sayProblems } from '../staff/index.ts'
import type { Href, Language, ViewContext } from '../web/index.ts'
import { type FormInParts, partWith, wholeForm } from './form-in-parts.ts'

/** What somebody is writing: the form, what stands in it, and what its pages say around it. */
export type Writing<Code extends string = string> = {
  form: FormInParts<Code>
  /** The draft; where there is none yet (version 0), what was handed in before is what one goes on from. */
  fields: Fields
  version: number
  /** The address of a part, or of `list_page` and `check_page`. */
  at: (to: Href, page: string) => string
  /** What it is, and where it belongs: «Cam kết năm 2027», «Chi bộ thôn Nà Lẹng». */
  name: string
  crumb: string
  /** Its title while so many parts are still to be written. */
  titleWith: (left: number) => string
  /** What stands above the list of parts, and above the whole text. */
  list_lead?: string
  check_lead: string
  /** Said where it is handed in already: what is written now stays beside it. */
  beside?: string
  /** What is said of each problem, also of those with handing it in. */
  problems: ProblemWords<Code>
  /** The whole text as it will be read. */
  read: (fields: Fields) => Promise<ComponentChildren>
  submit: { href: string; label: string }
  /** Where one comes from. */
  back: { href: string; label: string }
}

/** What is wrong, in the order in which the form finds it. `is_afar`: on a page without the fields. */
export function sayWrong<Code extends string>(
  { form, problems: words }: Writing<Code>,
  lang: Language,
  problems: readonly Problem<NoInfer<Code>>[],
  is_afar = false,
): FieldError[] {
  const where = { lang, form: wholeForm(form), is_afar }
  return problems.flatMap(problem => sayProblems(words, where, [problem]))
}

/** What is wrong with the whole text, each with the way to the part where it stands. */
export function sayInParts<Code extends string>(
  { lang, to }: ViewContext,
  writing: Writing<Code>,
  problems: readonly Problem<NoInfer<Code>>[],
): FieldError[] {
  return sayWrong(writing, lang, problems, true).map(({ field, say }) => {
    const part = partWith(writing.form, field)
    return part ? { field, say, href: `${writing.at(to, part.part)}#${field}` } : { say }
  })
}
