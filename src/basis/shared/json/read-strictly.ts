import { z } from 'zod'
import { lookUp } from '../look-up.ts'
import { done, type Outcome, type Problem, problemsOf } from '../outcome.ts'
import type { Sentence } from '../sentences.ts'
import { type JsonCode, readJson } from './read-json.ts'

/** The longest text, and the longest list, of a file that somebody writes by hand or by a script. */
export const strict_limits = { text: 500, list: 20_000 } as const

/** A text of such a file: it comes out composed (NFC) and trimmed. */
export const typed_text = z.string().transform(typed => typed.normalize('NFC').trim())

/** A text of law in such a file; its days are judged by whoever records it. */
export const typed_instrument = z.strictObject({
  ...{ number: typed_text, issuer: typed_text, title: typed_text, signed_on: typed_text },
  kind: z.enum(['directive', 'resolution', 'decision', 'plan', 'conclusion', 'regulation', 'law', 'other']),
  ...{ effective_on: typed_text.nullish(), published_on: typed_text.nullish(), note: typed_text.nullish() },
})

/** Why a file is not read. */
export type StrictCode =
  | JsonCode
  | ('missing' | 'unknown-name' | 'not-text' | 'not-number' | 'not-list' | 'not-object' | 'unreadable' | 'unknown-choice')
  | ('too-long' | 'unreadable-text' | 'too-many')

/**
 * Reads JSON of one shape, and nothing besides: a name that the shape has not is refused at any depth. All refusals
 * stand at their field («edges.0.successor»); what is wrong as a whole stands at `whole`. Those of `readJson`; missing,
 * unknown-name, not-text, not-number, not-list, not-object, unknown-choice; too-long, unreadable-text (control
 * characters), too-many.
 */
export function readStrictly<T>(shape: z.ZodType<T>, text: string, whole: string): Outcome<T, StrictCode> {
  const json = readJson(text)
  if (!json.ok) return json
  const shaped = shape.safeParse(json.value, { reportInput: true })
  if (!shaped.success) return { ok: false, problems: shaped.error.issues.flatMap(issue => problemsIn(issue, whole)) }
  return problemsOf(problemsInside(shaped.data, '')) ?? done(shaped.data)
}

const wanted: Record<string, StrictCode> = { string: 'not-text', number: 'not-number', array: 'not-list', object: 'not-object' }

function problemsIn(issue: z.core.$ZodIssue, whole: string): Problem<StrictCode>[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(name => ({ code: 'unknown-name', field: field ? `${field}.${name}` : name, values: { name } }))
  }
  if (issue.input === undefined) return [{ code: 'missing', field }]
  if (issue.code === 'invalid_value') return [{ code: 'unknown-choice', field, values: { choices: issue.values.join(', ') } }]
  if (issue.code === 'invalid_type') return [{ code: lookUp(wanted, issue.expected) ?? 'unreadable', field: field || whole }]
  return [{ code: 'unreadable', field: field || whole }]
}

function* problemsInside(value: unknown, field: string): Generator<Problem<StrictCode>> {
  if (typeof value === 'string') return yield* problemsWithText(value, field)
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value) && value.length > strict_limits.list) return yield { code: 'too-many', field, limit: strict_limits.list }
  for (const [name, part] of Object.entries(value)) yield* problemsInside(part, field ? `${field}.${name}` : name)
}

function* problemsWithText(value: string, field: string): Generator<Problem<StrictCode>> {
  if (value.length > strict_limits.text) yield { code: 'too-long', field, limit: strict_limits.text }
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(value)) yield { code: 'unreadable-text', field }
}

/** Sentences for what cannot be read so. */
export const strict_problem_words: Record<StrictCode, Sentence> = {
  'empty-file': { vi: 'Tệp không có chữ nào.', en: 'The file is empty.' },
  'not-json': {
    vi: 'Đây không phải JSON: sai ở dòng {line}, cột {column}.',
    en: 'This is no JSON: it goes wrong in line {line}, column {column}.',
  },
  'name-twice': {
    vi: 'Mục này được ghi hai lần (lần sau ở dòng {line}): mục nào đúng?',
    en: 'This is written twice (again in line {line}): which one holds?',
  },
  missing: { vi: 'Chưa điền mục này.', en: 'This is missing.' },
  'unknown-name': { vi: 'Không có mục nào tên «{name}».', en: 'There is nothing by the name of "{name}".' },
  'not-text': { vi: 'Mục này phải là chữ, trong ngoặc kép.', en: 'This must be a text, in quotation marks.' },
  'not-number': { vi: 'Mục này phải là số, không có ngoặc kép.', en: 'This must be a number, without quotation marks.' },
  'not-list': { vi: 'Mục này phải là danh sách, trong [ ].', en: 'This must be a list, in [ ].' },
  'not-object': { vi: 'Mục này phải gồm các mục nhỏ, trong { }.', en: 'This must be made of parts, in { }.' },
  unreadable: { vi: 'Mục này không đọc được.', en: 'This cannot be read.' },
  'unknown-choice': { vi: 'Mục này chỉ được là một trong: {choices}.', en: 'This may only be one of: {choices}.' },
  'too-long': { vi: 'Mục này dài hơn {limit} ký tự.', en: 'This is longer than {limit} characters.' },
  'unreadable-text': { vi: 'Mục này có ký tự không in được.', en: 'This has characters that cannot be printed.' },
  'too-many': { vi: 'Danh sách này có hơn {limit} dòng.', en: 'This list has more than {limit} lines.' },
}
