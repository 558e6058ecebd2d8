import { type Db, query } from '../../platform/database/index.ts'
import type { FoundKind, SearchLang } from './keep-text.ts'
import { candidatesOf, phraseOf, readQuestion, type SearchQuestion, termsOf } from './question.ts'
import sql from './rank-texts.sql?raw'

/**
 * What a search is narrowed to; days are ISO, both of them in it. A text must be filed under all of `labels`, and under
 * one of `among` where there are any.
 */
export type SearchFilters = {
  kind: FoundKind | null
  since: string | null
  until: string | null
  labels: readonly string[]
  among: readonly string[] | null
}
export type SearchAsked = SearchFilters & { lang: SearchLang; words: string }

/** A text that answers. `is_phrase`: it holds the whole question as it was typed. */
export type Ranked = { kind: FoundKind; number: number; is_phrase: boolean; score: number }
export type Ranking = { question: SearchQuestion; ranked: Ranked[] }

type Asked = SearchFilters & {
  lang: string
  candidates: string
  phrase: string | null
  terms: readonly string[]
  rarities: readonly number[]
  average: number
  title: number
}
const rank = query<Asked, Ranked>(sql)

/** At most so many are ranked: who finds more asks more narrowly. */
export const most_ranked = 1000
/** With so many that hold all words nobody looks for what holds a part of them. */
const enough = 10
/** What it is worth, beside how often a word stands in a text, that it stands in its title. */
const worth_of_title = 1

/** The public texts that answer, the best first. Of words that no text knows nothing is found. */
export async function rankTexts(db: Pick<Db, 'executeQuery'>, { lang, words, ...filters }: SearchAsked): Promise<Ranking> {
  const question = await readQuestion(db, lang, words)
  const asked = { ...filters, ...termsOf(question), lang, phrase: phraseOf(question), average: question.average, title: worth_of_title }
  let ranked: Ranked[] = []
  for (const candidates of candidatesOf(question, most_ranked)) {
    ranked = await rank(db, { ...asked, candidates })
    if (ranked.length >= enough) break
  }
  return { question, ranked }
}
