import { z } from 'zod'
import { isPlain } from '../body/body.ts'

/** How long the name of a subject may be, in characters. */
export const longest_name = 400
const name = z.string().min(1).max(longest_name).refine(isPlain, 'unfit-signs')

/** How long a keyword may be, in characters. */
export const longest_keyword = 80
const in_address = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/**
 * What an article is about besides its section: a unit by its key, an instrument by its number in the register, or a
 * keyword, which the newsroom names. The name is the one that it had on the day when it was written down.
 */
export const subject_shape = z.union([
  z.strictObject({ unit: in_address, name }),
  z.strictObject({ instrument: z.int().min(1), name }),
  z.strictObject({ keyword: in_address, name: name.max(longest_keyword) }),
])
export type Subject = z.infer<typeof subject_shape>

/** Of each kind at most so many. */
export const most_subjects = 20

/** What names a subject for good: the key of a unit, the number of an instrument, a keyword without its marks. */
export function keyOf(subject: Subject): string {
  if ('keyword' in subject) return subject.keyword
  return String('unit' in subject ? subject.unit : subject.instrument)
}

/** As a text about it is filed: `unit:xa-na-ri`, `instrument:12`, `keyword:chuyen-doi-so`. */
export function labelOf(subject: Subject): string {
  return `${kindOf(subject)}:${keyOf(subject)}`
}

function kindOf(subject: Subject): 'unit' | 'instrument' | 'keyword' {
  if ('keyword' in subject) return 'keyword'
  return 'unit' in subject ? 'unit' : 'instrument'
}

/** The keys of the units among subjects. */
export function unitKeysOf(subjects: readonly Subject[]): string[] {
  return subjects.flatMap(subject => ('unit' in subject ? [subject.unit] : []))
}
