import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { slugOf } from '../../../basis/shared/vietnamese.ts'
import { freezeFigure, type PrintableAnswer } from '../../../numbers/figure/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { PhotoVersion } from '../../media/index.ts'
import { withoutTokens } from '../consent/consent-token.ts'
import { makeFindable } from '../findable/make-findable.ts'
import { answersToPrint, type PrintClock } from '../numbers/answers.ts'
import { numbersOf } from '../numbers/check-draft.ts'
import { digestOfDraft } from '../numbers/edition-digest.ts'
import { asShown, photosOf, printPhotos } from '../photos/photos-to-print.ts'
import { keepSubjects } from '../subject/keep-subjects.ts'
import { subjectsOf } from './draft.ts'
import { type Draft, lockDraft } from './find-draft.ts'
import { publisher } from './publisher.ts'
import { addStep, noteDraft } from './save-draft.ts'

export type PublishAsked = { draft_id: number; now: Date; recorded_as_of: string }
/**
 * What became of it: it is public; or a number has changed since it was approved, and it lies with the approver again.
 */
export type Published = { became: 'published'; article_id: number } | { became: 'recalled'; changed: string[] }
type Approved = Draft & { digest: string; publish_at: string }

/**
 * Publishes a draft that was approved and whose hour has come: as the owner of the register, for the application may
 * not write what is public. Its numbers are computed again, for the day that was approved; unless all of it comes to
 * the digest that was approved, it goes back to the approver and nothing is public. Refusals: unknown-draft, not-due.
 */
export async function publishDraft(
  tx: Tx,
  { draft_id, now, recorded_as_of }: PublishAsked,
): Promise<Outcome<Published, 'unknown-draft' | 'not-due'>> {
  const draft = await lockDraft(tx, draft_id)
  if (!draft) return refused({ code: 'unknown-draft' })
  if (!isDue(draft, now)) return refused({ code: 'not-due' })
  const answers = await answersToPrint(tx, numbersOf(draft.content), { published_at: draft.publish_at, recorded_as_of })
  const photos = await photosOf(tx, draft.content)
  if (!answers.ok || digestOfDraft(draft, answers.value, photos.map(asShown)) !== draft.digest)
    return done(await recall(tx, draft, answers.ok ? [] : answers.problems.map(({ field = '' }) => field.replace('citations.', ''))))
  const article_id = draft.article_id ?? (await addArticle(tx, draft))
  await addEdition(tx, draft, { article_id, now, recorded_as_of, runs: await freezeAll(tx, answers.value), photos })
  await makeFindable(tx, article_id)
  await step(tx, draft, 'publish', 'published', null)
  return done({ became: 'published', article_id })
}

function isDue(draft: Draft, now: Date): draft is Approved {
  return draft.state === 'approved' && draft.publish_at !== null && Date.parse(draft.publish_at) <= now.getTime()
}

/** A number no longer comes out as it was approved: which ones, its approver reads in the step. */
async function recall(tx: Tx, draft: Approved, marks: string[]): Promise<Published> {
  const changed = draft.content.citations.filter(({ mark }) => marks.includes(mark)).map(({ printed }) => `«${printed}»`)
  const comment =
    changed.length > 0 ? `Số liệu đã khác lúc duyệt: ${changed.join(', ')}.` : 'Danh sách sau một số liệu, hoặc một ảnh, đã khác lúc duyệt.'
  await step(tx, draft, 'recall', 'checked', comment)
  return { became: 'recalled', changed }
}

async function step(
  tx: Tx,
  { draft_id, step, state, digest, version }: Approved,
  move: string,
  to: string,
  comment: string | null,
): Promise<void> {
  await addStep(tx, publisher, { draft_id, number: step + 1, from_state: state, move, state: to, comment })
  await noteDraft(tx, publisher, `${move}-draft`, draft_id, { digest, to_version: version })
}

async function freezeAll(tx: Tx, answers: ReadonlyMap<string, PrintableAnswer>): Promise<Map<string, number>> {
  const runs = new Map<string, number>()
  for (const [mark, answer] of answers) runs.set(mark, await freezeFigure(tx, answer))
  return runs
}

async function addArticle(tx: Tx, { content }: Approved): Promise<number> {
  const slug = await freeSlug(tx, slugOf(withoutTokens(content.title, () => '')) || 'bai')
  const { article_id } = await tx
    .insertInto('article')
    .values({ slug, topic: content.topic })
    .returning('article_id')
    .executeTakeFirstOrThrow()
  return article_id
}

/** As wanted, or with the first number that no other article has taken. */
async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select slug from article where slug = ${wanted} or slug ~ ${`^${wanted}-[0-9]+$`}`.execute(
    tx,
  )
  const taken = new Set(rows.map(({ slug }) => slug))
  const free = Array.from({ length: taken.size + 1 }, (_, i) => (i === 0 ? wanted : `${wanted}-${i + 1}`)).find(slug => !taken.has(slug))
  return free!
}

type NewEdition = { article_id: number; now: Date; runs: ReadonlyMap<string, number>; photos: readonly PhotoVersion[] } & Pick<
  PrintClock,
  'recorded_as_of'
>

async function addEdition(tx: Tx, draft: Approved, { article_id, now, runs, photos }: NewEdition): Promise<void> {
  const { draft_id, step, digest, follows, content } = draft
  const { title, lead, byline, picture, body, reasons, note, citations } = content
  const { edition_id } = await tx
    .insertInto('edition')
    .values({
      ...{ article_id, lang: 'vi', number: (draft.edition_number ?? 0) + 1, title, lead, byline, published_at: now.toISOString() },
      ...{ draft_id, approved_step: step, digest, follows, note: follows && note },
      picture: picture && JSON.stringify(picture),
      body: JSON.stringify(body),
      reasons: JSON.stringify(reasons),
    })
    .returning('edition_id')
    .executeTakeFirstOrThrow()
  const cited = citations.map(({ mark, printed }) => ({ edition_id, mark, printed, figure_run_id: runs.get(mark)! }))
  if (cited.length > 0) await tx.insertInto('citation').values(cited).execute()
  await printPhotos(tx, edition_id, photos)
  await keepSubjects(tx, edition_id, subjectsOf(content))
}
