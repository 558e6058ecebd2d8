import { lookUp } from '../../basis/shared/look-up.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import { type CommitmentText, type DeedText, text_fields } from './commitment.ts'
import { most_deeds_read } from './forms.ts'

const deed_parts = ['what', 'how', 'measure', 'due_on'] as const

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

/** The number of the last deed of which anything is written. */
export function lastDeedIn(fields: Fields): number {
  const written = Object.entries(fields).map(([name, text]) => (text ? Number(/^deed_(\d)_/.exec(name)?.[1] ?? 0) : 0))
  return Math.max(0, ...written)
}

/** A deed from a form of its own. */
export function deedFrom({ what = '', how = '', measure = '', due_on = '' }: Fields): DeedText {
  return { what, how, measure, due_on }
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
