import { z } from 'zod'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { topics } from '../article.ts'
import { type Block, head_picture_shape, isPlain } from '../body/body.ts'
import { cited_shape } from '../body/citation.ts'
import { isBar } from '../body/content.ts'
import { most_subjects, type Subject, subject_shape } from '../subject/subject.ts'
import type { DraftCode } from './draft-words.ts'

const line = (most: number) => z.string().max(most).refine(isPlain, 'unfit-signs')

/**
 * Why a number stands in the text that the register does not answer: the fact-checker's words, which readers see.
 * `words` are the number with some of the text on either side.
 */
const reason = z.object({ words: line(300), quantity: line(300), reason: line(1000).min(1) }).strict()
export type Reason = z.infer<typeof reason>

/** How long the lines of an article may be, in characters. */
export const limits = { title: 300, lead: 2000, byline: 200, alt: 500, caption: 500, note: 1000 } as const

/**
 * A draft as each version of it is kept, whole. It may be unfinished: `problemsBeforeSubmitting` says what is missing.
 * `note`: what is changed in an article that is public, for readers. `subjects`: what it is about besides its topic;
 * left out where there are none, as in drafts from before there were any.
 */
export const draft_shape = z
  .object({
    topic: z.enum(topics),
    title: line(limits.title).min(1),
    lead: line(limits.lead),
    byline: line(limits.byline),
    picture: head_picture_shape.nullable(),
    body: z.array(z.custom<Block>()).max(2000),
    citations: z.array(cited_shape).max(500),
    reasons: z.array(reason).max(500),
    note: line(limits.note),
    subjects: z
      .array(subject_shape)
      .min(1)
      .max(3 * most_subjects)
      .optional(),
  })
  .strict()
export type DraftText = z.infer<typeof draft_shape>

export function subjectsOf({ subjects = [] }: Pick<DraftText, 'subjects'>): readonly Subject[] {
  return subjects
}

/**
 * What a finished text has: a lead, a byline, a body, charts of numbers, and of an article that is public already, what
 * was changed.
 */
export function* problemsBeforeSubmitting(
  { lead, byline, body, note }: DraftText,
  { is_first }: { is_first: boolean },
): Generator<Problem<DraftCode>> {
  if (lead === '') yield { code: 'no-lead', field: 'lead' }
  if (byline === '') yield { code: 'no-byline', field: 'byline' }
  if (body.length === 0) yield { code: 'empty-text', field: 'body' }
  if (body.some(block => block.type === 'chart' && !block.items.every(isBar))) yield { code: 'chart-without-number', field: 'body' }
  if (!is_first && note === '') yield { code: 'no-note', field: 'note' }
}
