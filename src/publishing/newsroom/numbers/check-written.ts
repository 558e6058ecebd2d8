import { z } from 'zod'
import { readJson } from '../../../basis/shared/json/read-json.ts'
import { type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { body_shape, isPlain } from '../body/body.ts'
import { cited_shape } from '../body/citation.ts'
import { marksIn } from '../body/content.ts'
import { longest_structured } from '../body/parse-structured.ts'
import { type DraftText, limits } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import type { NumbersAsked } from '../draft/move-draft.ts'
import { checkDraft, type Finding } from './check-draft.ts'

const line = (most: number) => z.string().max(most).refine(isPlain, 'unfit-signs')

/** What the editor holds, while it is written: what readers see of it, and its numbers. */
const written_shape = z
  .strictObject({
    title: line(limits.title),
    lead: line(limits.lead),
    caption: line(limits.caption).nullable(),
    body: z.union([z.array(z.never()).max(0), body_shape]),
    citations: z.array(cited_shape).max(500),
  })
  .refine(({ body, citations }) => {
    const marks = citations.map(({ mark }) => mark)
    return new Set(marks).size === marks.length && marksIn(body).toSorted().join('\n') === marks.toSorted().join('\n')
  }, 'marks-differ')

/** As long as any text may be, each of its letters with as much around it. */
const longest_json = 8 * longest_structured

/**
 * Checks a text as the editor sends it, in JSON. Refusals: too-long, unreadable-draft (anything that no body of ours
 * holds: unknown blocks and fields, links that run a program, signs that cannot be kept), and those of `checkDraft`.
 */
export async function checkWritten(
  db: Db,
  json: string,
  { reasons }: Pick<DraftText, 'reasons'>,
  { clock, checking }: NumbersAsked,
): Promise<Outcome<Finding[], DraftCode>> {
  if (json.length > longest_json) return refused({ code: 'too-long', limit: longest_structured })
  const given = readJson(json)
  const read = given.ok ? written_shape.safeParse(given.value) : null
  if (!read?.success) return refused({ code: 'unreadable-draft' })
  const { caption, ...text } = read.data
  const picture = caption === null ? null : { scene: '-', alt: '-', caption }
  return checkDraft(db, { ...text, picture, topic: 'programme', byline: '', note: '', reasons }, clock, checking)
}
