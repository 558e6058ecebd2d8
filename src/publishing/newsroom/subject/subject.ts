import { z } from 'zod'
import { isPlain } from '../body/body.ts'

/** How long the name of a subject may be, in characters. */
export const longest_name = 400
const name = z.string().min(1).max(longest_name).refine(isPlain, 'unfit-signs')

/**
 * What an article is about besides its section: a unit by its key, or an instrument by its number in the register. The
 * name is the one that it had on the day when it was written down.
 */
export const subject_shape = z.union([
  z.strictObject({ unit: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), name }),
  z.strictObject({ instrument: z.int().min(1), name }),
])
export type Subject = z.infer<typeof subject_shape>

/** Of each kind at most so many. */
export const most_subjects = 20

/** What names a subject for good: the key of a unit, the number of an instrument. */
export function keyOf(subject: Subject): string {
  return String('unit' in subject ? subject.unit : subject.instrument)
}

/** As a text about it is filed: `unit:xa-na-ri`, `instrument:12`. */
export function labelOf(subject: Subject): string {
  return `${'unit' in subject ? 'unit' : 'instrument'}:${keyOf(subject)}`
}

/** The keys of the units among subjects. */
export function unitKeysOf(subjects: readonly Subject[]): string[] {
  return subjects.flatMap(subject => ('unit' in subject ? [subject.unit] : []))
}
