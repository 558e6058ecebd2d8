import { figure_words, isFigureId, type PublicAnswer, type PublicProof, sentenceOf, tablesOf } from '../../numbers/figure/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { article_tables, type Citation, type Edition, listArticles } from '../newsroom/index.ts'
import type { Asking } from './blocks/block.ts'
import type { CitedNumber, SaidValue } from './parts/cited-number.ts'
import { sayHow, sayRules, sayValue } from './say.ts'
import { sayWhyOf } from './say-why.ts'

/** An edition as its page shows it: each number it cites proved anew. `compared_at` is an ISO instant. */
export type ArticleOnPage = Omit<Edition, 'citations'> & { numbers: CitedNumber[]; compared_at: string; tables: string[] }

/** An article in a list, with how many of its numbers still hold. */
export type ArticleInList = Omit<Edition, 'citations' | 'body'> & { held: number; cited: number }

const own_tables = [...article_tables, 'citation', 'figure_run']

/** Proves every number of an edition. */
export async function proveArticle({ prove, now, view }: Pick<Asking, 'prove' | 'now' | 'view'>, edition: Edition): Promise<ArticleOnPage> {
  const { citations, ...shown } = edition
  const proofs = await Promise.all(citations.map(({ run }) => prove(run)))
  const numbers = citations.map((citation, i) => citedNumber(citation, proofs[i]!, i + 1, view.lang))
  return { ...shown, numbers, compared_at: now.toISOString(), tables: tablesBehind([edition]) }
}

/** The newest articles, as lists show them. */
export async function listArticlesShown(
  { db, prove, view }: Pick<Asking, 'db' | 'prove' | 'view'>,
  limit = 50,
): Promise<{ articles: ArticleInList[]; tables: string[] }> {
  return listProven({ prove }, await listArticles(db, { lang: view.lang, limit }))
}

/** Editions with how many of their numbers still hold. */
export async function listProven(
  { prove }: Pick<Asking, 'prove'>,
  editions: Edition[],
): Promise<{ articles: ArticleInList[]; tables: string[] }> {
  const articles = await Promise.all(
    editions.map(async ({ citations, body: _, ...shown }) => {
      const proofs = await Promise.all(citations.map(({ run }) => prove(run)))
      return { ...shown, cited: proofs.length, held: proofs.filter(proof => proof.state === 'holds').length }
    }),
  )
  return { articles, tables: tablesBehind(editions) }
}

function tablesBehind(editions: readonly Edition[]): string[] {
  const figures = editions.flatMap(edition => edition.citations.map(({ run }) => run.figure)).filter(isFigureId)
  return [...new Set([...own_tables, ...figures.flatMap(tablesOf)])]
}

function citedNumber(
  { mark, printed, run }: Citation,
  { printed: at_print, known_now, today, state, why }: PublicProof,
  note: number,
  lang: Language,
): CitedNumber {
  const figure = run.figure as keyof typeof figure_words
  return {
    ...{ mark, note, printed, figure, state, run_id: run.figure_run_id },
    figure_name: figure_words[figure].name[lang],
    sentence: sentenceOf(figure, at_print, lang),
    valid_as_of: run.parameters.valid_as_of,
    recorded_as_of: run.parameters.recorded_as_of,
    as_printed: said(at_print, lang)!,
    known_now: said(known_now, lang)!,
    today: said(today, lang),
    rule: at_print.rule ? sayRules(at_print.rule, lang) : '',
    why: sayWhyOf({ figure, valid_as_of: run.parameters.valid_as_of, state, known_now, today, why }, lang),
  }
}

function said(answer: PublicAnswer | null, lang: Language): SaidValue | null {
  return answer && { value: sayValue(answer.value, lang), how: sayHow(answer, lang) }
}
