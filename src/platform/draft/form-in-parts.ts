import type { ComponentChildren } from 'preact'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { Sentence } from '../../basis/shared/sentences.ts'
import type { Fields } from '../ledger/index.ts'
import type { Form } from '../staff/index.ts'
import type { Language } from '../web/index.ts'

/** One part of a form: a page with some of its fields. */
export type Part = {
  /** Its place in the address. */
  part: string
  title: Sentence
  /** What stands above the fields. */
  lead?: (lang: Language) => ComponentChildren
  form: Form
  /** Fields that are read, but not shown now: deeds beyond those that are asked for. */
  without?: readonly string[]
}

/**
 * The parts of a form in their order, and what is still wrong with all that is written in them. After the last part
 * comes reading everything once more.
 */
export type FormInParts<Code extends string = string> = {
  parts: readonly Part[]
  problemsWith(fields: Fields): Iterable<Problem<Code>>
}

/** The pages of a form besides its parts: the list of them, and reading everything once more. */
export const list_page = 'viet'
export const check_page = 'kiem-tra'

/** All fields of a form, in the order of its parts. */
export function wholeForm({ parts }: Pick<FormInParts, 'parts'>): Form {
  return Object.assign({}, ...parts.map(({ form }) => form))
}

export function partCalled({ parts }: FormInParts, name: string | undefined): Part | undefined {
  return parts.find(({ part }) => part === name)
}

/** The part on which a field stands. */
export function partWith({ parts }: FormInParts, field = ''): Part | undefined {
  return parts.find(({ form }) => Object.hasOwn(form, field))
}

/** Where one goes on after a part. */
export function pageAfter({ parts }: FormInParts, part: Part): string {
  return parts[parts.indexOf(part) + 1]?.part ?? check_page
}

/** The parts in which something is still to be written. */
export function partsLeft(form: FormInParts, wrong: readonly Problem[]): Part[] {
  const left = new Set(wrong.map(({ field }) => partWith(form, field)))
  return form.parts.filter(part => left.has(part))
}

/** How far a part is. */
export function progressOf(form: FormInParts, part: Part, fields: Fields, wrong: readonly Problem[]): 'done' | 'begun' | 'to_do' {
  if (!wrong.some(({ field }) => partWith(form, field) === part)) return 'done'
  return Object.entries(fields).some(([name, text]) => Object.hasOwn(part.form, name) && text !== '') ? 'begun' : 'to_do'
}
