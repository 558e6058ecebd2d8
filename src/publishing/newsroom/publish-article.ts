import { digestOf } from '../../basis/shared/canonical-json.ts'
import { dayOf } from '../../basis/shared/dates.ts'
import { done, type Outcome, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { freezeFigure, type Lang, type PrintableAnswer } from '../../numbers/figure/index.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { type ArticleText, article_shape, type Cited, type EditionText, problemsWithMarks } from './article.ts'
import type { DraftCode } from './draft/draft-words.ts'
import { makeFindable } from './findable/make-findable.ts'
import { answersToPrint, type ToPrint } from './numbers/answers.ts'
import { digestOfEdition } from './numbers/edition-digest.ts'
import { asShown, photosOf, printPhotos } from './photos/photos-to-print.ts'
import { keepSubjects } from './subject/keep-subjects.ts'
import { readSubjects } from './subject/read-subjects.ts'
import type { Subject } from './subject/subject.ts'

/**
 * When the article is published, and what the register is read up to: a settled instant (see database/), or an instant
 * of the past when an archive is loaded.
 */
export type Publication = { article: ArticleText; recorded_as_of: string }

/**
 * Publishes the first edition of an article in both languages: each number is asked of the register as of the article's
 * day, must hold as it is printed, and is frozen. Refusals: unreadable-article, mark-without-citation,
 * citation-not-used, mark-given-twice, printed-differs, withheld (it would tell of too few people), those of what
 * it is about (`readSubjects`), and those of a figure's question.
 */
export async function publishArticle(
  tx: Tx,
  actor: Actor,
  { article, recorded_as_of }: Publication,
): Promise<Outcome<{ article_id: number }, DraftCode>> {
  const read = article_shape.safeParse(article)
  if (!read.success)
    return refused(...read.error.issues.map(issue => ({ code: 'unreadable-article' as const, field: issue.path.join('.') })))
  const unfit = problemsOf(problemsWithMarks(article))
  if (unfit) return unfit
  const about = article.subjects ?? { units: '', instruments: '', keywords: '' }
  const subjects = await readSubjects(tx, about, { day: dayOf(new Date(article.published_at)), before: [] })
  if (!subjects.ok) return subjects
  const answered = await answersToPrint(tx, numbersIn(article), { published_at: article.published_at, recorded_as_of })
  if (!answered.ok) return answered
  const runs = new Map<string, number>()
  for (const [mark, answer] of answered.value) runs.set(mark, await freezeFigure(tx, answer))
  const { article_id } = await tx
    .insertInto('article')
    .values({ slug: article.slug, topic: article.topic })
    .returning('article_id')
    .executeTakeFirstOrThrow()
  for (const lang of ['vi', 'en'] as const)
    await addEdition(tx, { article_id, lang, article, recorded_as_of, runs, answers: answered.value, subjects: subjects.value })
  await makeFindable(tx, article_id)
  const entry = { act: 'publish-article', object: 'article', object_id: String(article_id), to_version: 1 }
  await record(tx, actor, { ...entry, digest: digestOf(article), retention: 'publication' })
  return done({ article_id })
}

function numbersIn({ citations }: ArticleText): ToPrint[] {
  return citations.map(({ printed_vi, printed_en, ...asked }) => ({
    ...asked,
    printed: [
      ['vi', printed_vi],
      ['en', printed_en],
    ],
  }))
}

type NewEdition = {
  article_id: number
  lang: Lang
  article: ArticleText
  recorded_as_of: string
  runs: Map<string, number>
  answers: Map<string, PrintableAnswer>
  subjects: Subject[]
}

async function addEdition(tx: Tx, { article_id, lang, article, recorded_as_of, runs, answers, subjects }: NewEdition): Promise<void> {
  const { title, lead, byline, picture, body }: EditionText = article[lang]
  const printed = (citation: Cited) => (lang === 'vi' ? citation.printed_vi : citation.printed_en)
  const cited = article.citations.map(citation => ({
    mark: citation.mark,
    printed: printed(citation),
    answer: answers.get(citation.mark)!,
  }))
  const photos = await photosOf(tx, { picture, body })
  const { edition_id } = await tx
    .insertInto('edition')
    .values({
      ...{ article_id, lang, number: 1, title, lead, byline, published_at: article.published_at },
      picture: picture && JSON.stringify(picture),
      body: JSON.stringify(body),
      digest: digestOfEdition({
        lang,
        title,
        lead,
        byline,
        picture,
        body,
        reasons: [],
        note: null,
        citations: cited,
        photos: photos.map(asShown),
        subjects,
      }),
      recorded: `[${recorded_as_of},infinity)`,
    })
    .returning('edition_id')
    .executeTakeFirstOrThrow()
  const citations = cited.map(({ mark, printed }) => ({ edition_id, mark, printed, figure_run_id: runs.get(mark)! }))
  if (citations.length > 0) await tx.insertInto('citation').values(citations).execute()
  await printPhotos(tx, edition_id, photos)
  await keepSubjects(tx, edition_id, subjects)
}
