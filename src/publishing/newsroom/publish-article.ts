import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, type Refusal, refused } from '../../basis/shared/outcome.ts'
import { isSupported } from '../../numbers/check/index.ts'
import {
  type Asked,
  answerToPrint,
  freezeFigure,
  type Lang,
  type PrintableAnswer,
  type PublicAnswer,
  printValue,
} from '../../numbers/figure/index.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { type ArticleText, article_shape, type Cited, type EditionText, problemsWithMarks } from './article.ts'

/** When the article is published, and what the register is read up to: a settled instant (see database/), or an instant of the past when an archive is loaded. */
export type Publication = { article: ArticleText; recorded_as_of: string }

/**
 * Publishes the first edition of an article in both languages: each number is asked of the register as of the article's day, must hold as it is printed, and is
 * frozen. Refusals: unreadable-article, mark-without-citation, citation-not-used, mark-given-twice, printed-differs, withheld (it would tell of too few people), and those of a figure's question.
 */
export async function publishArticle(
  tx: Tx,
  actor: Actor,
  { article, recorded_as_of }: Publication,
): Promise<Outcome<{ article_id: number }>> {
  const read = article_shape.safeParse(article)
  if (!read.success) return refused(...read.error.issues.map(issue => ({ code: 'unreadable-article', field: issue.path.join('.') })))
  const unfit = problemsOf(problemsWithMarks(article))
  if (unfit) return unfit
  const answered = await answersFor(tx, article, recorded_as_of)
  if (!answered.ok) return answered
  const runs = new Map<string, number>()
  for (const [mark, answer] of answered.value) runs.set(mark, await freezeFigure(tx, answer))
  const { article_id } = await tx
    .insertInto('article')
    .values({ slug: article.slug, topic: article.topic })
    .returning('article_id')
    .executeTakeFirstOrThrow()
  for (const lang of ['vi', 'en'] as const) await addEdition(tx, { article_id, lang, article, recorded_as_of, runs })
  const entry = { act: 'publish-article', object: 'article', object_id: String(article_id), to_version: 1 }
  await record(tx, actor, { ...entry, digest: digestOf(article), retention: 'publication' })
  return done({ article_id })
}

/** Every number of the article, or every problem with any of them. */
async function answersFor(tx: Tx, article: ArticleText, recorded_as_of: string): Promise<Outcome<Map<string, PrintableAnswer>>> {
  const answers = new Map<string, PrintableAnswer>()
  const problems: Problem[] = []
  for (const citation of article.citations) {
    const outcome = await answerCited(tx, citation, article.published_at, recorded_as_of)
    if (outcome.ok) answers.set(citation.mark, outcome.value)
    else problems.push(...outcome.problems.map(problem => ({ ...problem, field: `citations.${citation.mark}` })))
  }
  return problems.length > 0 ? refused(...problems) : done(answers)
}

async function answerCited(tx: Tx, citation: Cited, published_at: string, recorded_as_of: string): Promise<Outcome<PrintableAnswer>> {
  const asked = { ...citation.parameters, recorded_as_of } as Asked
  const outcome = await answerToPrint(tx, citation.figure, asked, new Date(published_at))
  return outcome.ok ? (problemWithPrinted(citation, outcome.value.shown) ?? done(outcome.value.answer)) : outcome
}

function problemWithPrinted({ mark, printed_vi, printed_en }: Cited, shown: PublicAnswer): Refusal | null {
  const printed: [Lang, string][] = [
    ['vi', printed_vi],
    ['en', printed_en],
  ]
  const wrong = printed.find(([lang, words]) => !isSupported(words, shown, lang))
  if (!wrong) return null
  return refused({
    code: 'printed-differs',
    field: 'printed',
    values: { mark, printed: wrong[1], register: printValue(shown.value, wrong[0]) },
  })
}

type NewEdition = { article_id: number; lang: Lang; article: ArticleText; recorded_as_of: string; runs: Map<string, number> }

async function addEdition(tx: Tx, { article_id, lang, article, recorded_as_of, runs }: NewEdition): Promise<void> {
  const { title, lead, byline, picture, body }: EditionText = article[lang]
  const { edition_id } = await tx
    .insertInto('edition')
    .values({
      ...{ article_id, lang, number: 1, title, lead, byline, published_at: article.published_at },
      picture: picture && JSON.stringify(picture),
      body: JSON.stringify(body),
      recorded: `[${recorded_as_of},infinity)`,
    })
    .returning('edition_id')
    .executeTakeFirstOrThrow()
  const citations = article.citations.map(citation => ({
    edition_id,
    mark: citation.mark,
    figure_run_id: runs.get(citation.mark)!,
    printed: lang === 'vi' ? citation.printed_vi : citation.printed_en,
  }))
  if (citations.length > 0) await tx.insertInto('citation').values(citations).execute()
}
