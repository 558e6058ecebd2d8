import { z } from 'zod'
import { type Block, isPlain } from './body.ts'

/**
 * A number that a text prints: which figure, asked how (the register's own spelling, clocks left out unless they are
 * meant), and the words that stand for it.
 */
export const cited_shape = z
  .object({
    mark: z.string().min(1).max(60),
    figure: z.string().regex(/^F[1-9]\d{0,2}$/),
    parameters: z.record(z.string().regex(/^[a-z_]{1,30}$/), z.string().max(200).refine(isPlain, 'unfit-signs')),
    printed: z.string().max(200).refine(isPlain, 'unfit-signs'),
  })
  .strict()
export type CitedInText = z.infer<typeof cited_shape>

/** A body with its numbers: each mark of the body has one citation, and each citation stands somewhere in it. */
export type CitedBody = { body: Block[]; citations: CitedInText[] }
