import { typedDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { manyLines } from '../../basis/shared/vietnamese.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import { type CommitmentText, type DeedText, text_fields } from './commitment.ts'

/** More deeds than any campaign asks for are not read at all: a campaign's own bounds are much narrower. */
export const most_deeds_read = 9
const deed_parts = ['what', 'how', 'measure', 'due_on'] as const

/** The fields of the deeds of a form. */
export const deed_names: readonly string[] = Array.from({ length: most_deeds_read }, (_, i) =>
  deed_parts.map(part => `deed_${i + 1}_${part}`),
).flat()
export const field_names: readonly string[] = [...text_fields, 'remedy', 'remedy_due_on', ...deed_names]

/** The fields of the form that was sent, and nothing else: in one spelling of Unicode, with the ends of lines as the register keeps them, without characters that no text holds. */
export function fieldsFrom(sent: Record<string, string>, known = field_names): Fields {
  const entries = Object.entries(sent).filter(([name]) => known.includes(name))
  return Object.fromEntries(entries.map(([name, text]) => [name, name.endsWith('_on') ? typedDay(manyLines(text)) : manyLines(text)]))
}

/** The text that the fields make. A deed of which nothing is written is none; the others close ranks. */
export function textFrom(fields: Fields): CommitmentText {
  const at = (name: string) => lookUp(fields, name) ?? ''
  const deeds = deedsAt(at)
  const remedy = at('remedy') ? { what: at('remedy'), due_on: at('remedy_due_on') } : null
  const [thought, ethics, working_style, discipline, prevention] = text_fields.map(at) as [string, string, string, string, string]
  return { thought, ethics, working_style, discipline, prevention, deeds, remedy }
}

/** The deeds that the fields make. */
export function deedsAt(at: (name: string) => string): DeedText[] {
  return Array.from({ length: most_deeds_read }, (_, i) => deedAt(at, i + 1)).filter(deed => deed.what || deed.how || deed.measure)
}

/** The fields that hold deeds. */
export function deedFieldsOf(deeds: readonly DeedText[]): [string, string][] {
  return deeds.flatMap((deed, i) => deed_parts.map((part): [string, string] => [`deed_${i + 1}_${part}`, deed[part]]))
}

/** A deed from a form of its own. */
export function deedFrom({ what = '', how = '', measure = '', due_on = '' }: Fields): DeedText {
  return { what, how, measure, due_on }
}

/** The fields of such a form, with the reason for which it takes another's place. */
export function deedFieldsFrom(sent: Record<string, string>): Fields {
  const names = [...deed_parts, 'reason'].map(name => [name, lookUp(sent, name) ?? ''] as const)
  return Object.fromEntries(names.map(([name, text]) => [name, name === 'due_on' ? typedDay(manyLines(text)) : manyLines(text)]))
}

function deedAt(at: (name: string) => string, n: number): DeedText {
  return { what: at(`deed_${n}_what`), how: at(`deed_${n}_how`), measure: at(`deed_${n}_measure`), due_on: at(`deed_${n}_due_on`) }
}

/** The fields that hold a text, for writing it on. */
export function fieldsOf(text: CommitmentText): Fields {
  const deeds = deedFieldsOf(text.deeds)
  const texts = text_fields.map(field => [field, text[field]] as const)
  return Object.fromEntries([...texts, ...deeds, ['remedy', text.remedy?.what ?? ''], ['remedy_due_on', text.remedy?.due_on ?? '']])
}
