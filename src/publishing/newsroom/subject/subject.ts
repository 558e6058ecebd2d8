import { z } from 'zod'
import { isPlain } from '../body/body.ts'

const name = z.string().min(1).max(400).refine(isPlain, 'unfit-signs')

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
