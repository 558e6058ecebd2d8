import { digestOf } from '../../../basis/shared/canonical-json.ts'
import type { Answer, Lang } from '../../../numbers/figure/index.ts'
import type { Block, HeadPicture } from '../body/body.ts'
import { type Reason, subjectsOf } from '../draft/draft.ts'
import type { Draft } from '../draft/find-draft.ts'
import type { PhotoShown } from '../photos/photo-shown.ts'
import type { Subject } from '../subject/subject.ts'

/** A number as its edition prints it, with what the register gave. */
export type CitedAnswer = { mark: string; printed: string; answer: Pick<Answer, 'figure' | 'version' | 'parameters' | 'value' | 'digest'> }
/** What of an edition is approved: everything that readers see of it and that does not live on. */
export type DigestedEdition = {
  lang: Lang
  title: string
  lead: string
  byline: string
  picture: HeadPicture | null
  body: readonly Block[]
  reasons: readonly Reason[]
  note: string | null
  citations: readonly CitedAnswer[]
  photos: readonly PhotoShown[]
  subjects: readonly Subject[]
}

/**
 * SHA-256 of an edition: its text, its blocks, its photos, what it is about, and its numbers with the values and the rows
 * behind them. Not in it is by when the register knew them, so that a text which is approved today and published
 * tomorrow has one digest as long as no number has changed; nor what lives on a page: today's values, other news, the
 * masthead.
 */
export function digestOfEdition({ citations, photos, subjects, ...text }: DigestedEdition): string {
  const more = { ...(photos.length > 0 && { photos }), ...(subjects.length > 0 && { subjects }) }
  return digestOf({ ...text, citations: citations.map(digested), ...more })
}

function digested({ mark, printed, answer: { figure, version, parameters, value, digest } }: CitedAnswer) {
  const { recorded_as_of: _, ...asked } = parameters
  return { mark, printed, figure, version, parameters: asked, value, rows: digest }
}

/** The digest that the edition of a draft will have, with the answers of its numbers by their marks. */
export function digestOfDraft(
  { content, article_id }: Pick<Draft, 'content' | 'article_id'>,
  answers: ReadonlyMap<string, Answer>,
  photos: readonly PhotoShown[],
): string {
  const { title, lead, byline, picture, body, reasons, note, citations } = content
  return digestOfEdition({
    ...{ lang: 'vi', title, lead, byline, picture, body, reasons, photos },
    note: article_id === null ? null : note,
    subjects: subjectsOf(content),
    citations: citations.map(({ mark, printed }) => ({ mark, printed, answer: answers.get(mark)! })),
  })
}
