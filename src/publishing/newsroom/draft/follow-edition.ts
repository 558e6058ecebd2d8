import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may } from '../../../platform/role/index.ts'
import type { Follows } from '../article.ts'
import { normalBody } from '../body/normal-body.ts'
import { type Edition, findEditionAsWritten } from '../find-article.ts'
import type { DraftText } from './draft.ts'
import type { DraftCode } from './draft-words.ts'
import { addVersion, type ByWriter, insertDraft, noteDraft, type Writer } from './save-draft.ts'

export type FollowAsked = ByWriter & {
  unit_id: number
  article_id: number
  follows: Follows
  /** What is printed in the place of numbers that have changed since, by their marks; and the note that says so. */
  corrected?: { printed: Readonly<Record<string, string>>; note: string }
}

/**
 * Begins a draft upon the living edition of an article, which stays as it is until the draft goes the whole way. Its
 * numbers keep the days that they were asked for. Refusals: not-yours, unknown-article, in-work (`limit`: the draft
 * that is at it).
 */
export function followEdition(tx: Tx, actor: Writer, asked: FollowAsked): Promise<Outcome<{ draft_id: number }, DraftCode>> {
  const { unit_id, article_id, follows, corrected = { printed: {}, note: '' }, standing, key } = asked
  return once(tx, actor, { key, act: 'follow-edition', request: { unit_id, article_id, follows, corrected } }, async () => {
    if (!may(standing, 'article', 'write', { unit_id }).allowed) return refused({ code: 'not-yours' })
    const edition = await findEditionAsWritten(tx, { article_id, lang: 'vi' })
    if (!edition) return refused({ code: 'unknown-article' })
    const at_it = await openDraftOf(tx, article_id)
    if (at_it !== null) return refused({ code: 'in-work', limit: at_it })
    const content = textOf(edition, corrected)
    const draft_id = await insertDraft(tx, actor, { unit_id, article_id, follows })
    await addVersion(tx, actor, { draft_id, number: 1, step: 1, state: 'draft', content })
    await noteDraft(tx, actor, 'follow-edition', draft_id, { to_version: 1, digest: digestOf(content) })
    return done({ draft_id })
  })
}

/** One at a time: two that follow the same edition would each put the other's change aside. */
async function openDraftOf(tx: Tx, article_id: number): Promise<number | null> {
  const drafts = await tx
    .selectFrom('draft')
    .select('draft_id')
    .where('article_id', '=', article_id)
    .orderBy('draft_id', 'desc')
    .limit(1)
    .execute()
  const [latest] = drafts
  if (!latest) return null
  const last = await tx
    .selectFrom('draft_step')
    .select('state')
    .where('draft_id', '=', latest.draft_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return last.state === 'published' || last.state === 'dropped' ? null : latest.draft_id
}

/** An edition as a draft begins upon it. A number asked for no other day was asked for that of its publication. */
export function textOf(
  { topic, title, lead, byline, picture, body, citations, reasons, subjects }: Edition,
  { printed: corrected, note }: NonNullable<FollowAsked['corrected']>,
): DraftText {
  const cited = citations.map(({ mark, printed: was, run: { figure, parameters } }) => {
    const printed = lookUp(corrected, mark) ?? was
    const { recorded_as_of: _, ...asked } = parameters
    const meant = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined)
    return { mark, figure, printed, parameters: Object.fromEntries(meant.map(([name, value]) => [name, String(value)])) }
  })
  const about = subjects.length > 0 && { subjects }
  return { topic, title, lead, byline, picture, reasons, note, ...normalBody({ body, citations: cited }), ...about }
}
