import { type Db, query } from '../../platform/database/index.ts'
import type { FoundKind, SearchLang } from './keep-text.ts'
import { type Level, levelsOf, phraseOf, readQuestion, type SearchQuestion, termsOf } from './question.ts'
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
/** `is_more`: more texts may answer than were ranked; who wants those asks more narrowly. */
export type Ranking = { question: SearchQuestion; ranked: Ranked[]; is_more: boolean }

type Asked = Omit<SearchFilters, 'labels'> &
  Level & {
    labels: readonly string[] | null
    lang: string
    phrase: string | null
    terms: readonly string[]
    rarities: readonly number[]
    average: number
    title: number
  }
const rank = query<Asked, Ranked>(sql)

/** With so many that hold all words nobody looks for what holds a part of them. */
const enough = 10
/** What it is worth, beside how often a word stands in a text, that it stands in its title. */
const worth_of_title = 1

/** The public texts that answer, the best first. Of words that no text knows nothing is found. */
export async function rankTexts(db: Pick<Db, 'executeQuery'>, { lang, words, labels, ...filters }: SearchAsked): Promise<Ranking> {
  const question = await readQuestion(db, lang, words)
  const asked = {
    ...{ ...filters, ...termsOf(question), lang, phrase: phraseOf(question), average: question.average, title: worth_of_title },
    // An empty list would be looked for in the whole index.
    labels: labels.length > 0 ? labels : null,
  }
  let ranked: Ranked[] = []
  let is_more = false
  for (const level of levelsOf(question)) {
    ranked = await rank(db, { ...asked, ...level })
    // The words stand together less often than was to be expected, or hardly where the search is narrowed to.
    if (level.blocks && ranked.length < level.most / 4) ranked = await rank(db, { ...asked, ...level, blocks: null })
    is_more = ranked.length >= level.most
    if (ranked.length >= enough) break
  }
  return { question, ranked, is_more }
}
