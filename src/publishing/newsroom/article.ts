import { z } from 'zod'
import type { Problem } from '../../basis/shared/outcome.ts'
import { body_shape, picture_shape } from './body/body.ts'
import { marksIn } from './body/content.ts'
import type { DraftCode } from './draft/draft-words.ts'

const text = z
  .object({
    title: z.string().min(1).max(300),
    lead: z.string().max(2000),
    byline: z.string().max(200),
    picture: picture_shape.nullable(),
    body: body_shape,
  })
  .strict()
export type EditionText = z.infer<typeof text>

export const topics = ['programme', 'exemplar', 'countryside', 'contribution', 'territory', 'register'] as const
export type Topic = (typeof topics)[number]

/**
 * What an edition is to the one before it: a correction of what was wrong, an update, or a minor change, which leaves
 * every number as it is and brings the article no higher in any feed.
 */
export type Follows = 'update' | 'correction' | 'minor'

/** A number that the article prints: which figure, asked how, and the words that stand in each language's text. */
const cited = z
  .object({
    mark: z.string().min(1),
    figure: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
    printed_vi: z.string().min(1),
    printed_en: z.string().min(1),
  })
  .strict()
export type Cited = z.infer<typeof cited>

/** An article ready to be published, in both languages. `published_at` is an ISO instant. */
export const article_shape = z
  .object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    topic: z.enum(topics),
    published_at: z.string(),
    vi: text,
    en: text,
    citations: z.array(cited),
    /** What it is about, as a draft is typed: a name or a number a line. */
    subjects: z.object({ units: z.string(), instruments: z.string(), keywords: z.string() }).strict().optional(),
  })
  .strict()
export type ArticleText = z.infer<typeof article_shape>

/** A mark without a citation, a citation that a text does not use, one mark given twice. */
export function* problemsWithMarks({ vi, en, citations }: ArticleText): Generator<Problem<DraftCode>> {
  const known = citations.map(citation => citation.mark)
  for (const mark of known.filter((mark, i) => known.indexOf(mark) !== i))
    yield { code: 'mark-given-twice', field: 'citations', values: { mark } }
  for (const [lang, { body }] of Object.entries({ vi, en })) {
    const used = marksIn(body)
    for (const mark of used.filter(mark => !known.includes(mark)))
      yield { code: 'mark-without-citation', field: `${lang}.body`, values: { mark } }
    for (const mark of known.filter(mark => !used.includes(mark)))
      yield { code: 'citation-not-used', field: `${lang}.body`, values: { mark } }
  }
}
