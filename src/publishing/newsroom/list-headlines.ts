import type { Lang } from '../../numbers/figure/index.ts'
import { query, type Reads } from '../../platform/database/index.ts'
import type { Topic } from './article.ts'
import type { HeadPicture } from './body/body.ts'
import { tellConsented } from './consent/tell-consented.ts'
import of_run from './list-articles-of-run.sql?raw'
import sql from './list-headlines.sql?raw'
import type { Span } from './list-periods.ts'
import { from_the_newest, type ListCursor } from './list-published.ts'
import type { PhotoShown } from './photos/photo-shown.ts'

/** An article as a list shows it: when it was first published, and when it was last changed by more than a minor change. ISO. */
export type Headline = {
  article_id: number
  slug: string
  topic: Topic
  title: string
  lead: string
  picture: HeadPicture | null
  photos: PhotoShown[]
  published_at: string
  changed_at: string
}

/** What articles are about: a unit by its key, an instrument by its number in the register, a keyword. */
type About = { unit: string | null; instrument: number | null; keyword: string | null }
type Asked = Span & About & { lang: Lang; limit: number; topic: Topic | null; before: string | null; before_id: number | null }
const headlines = query<Asked, Headline>(sql, { keeps_plan: true })
type OfRun = {
  lang: Lang
  run_id: number | null
  figure: string | null
  unit: string | null
  year: number | null
  of_campaign: readonly string[]
}
const headlines_of_run = query<OfRun, Headline>(of_run)
const of_none = { run_id: null, figure: null, unit: null, year: null, of_campaign: [] }

type HeadlinesAsked = Partial<Span & About> & { lang: Lang; limit: number; topic?: Topic | null | undefined; from?: ListCursor | null }

/**
 * The newest articles in a language, of all sections or of one, of all time or of some, of all that they are about or of
 * one thing, or those behind an article. One read, without their texts and numbers.
 */
export async function listHeadlines(
  db: Reads,
  { lang, limit, topic = null, since = null, until = null, unit = null, instrument = null, keyword = null, from }: HeadlinesAsked,
): Promise<Headline[]> {
  const asked = { lang, limit, topic, since, until, unit, instrument, keyword, ...(from ?? from_the_newest) }
  return tellConsented(db, lang, await headlines(db, asked))
}

type RunAsked = { lang: Lang; run_id?: number; figure?: string; unit?: string }

/** The newest articles that print a frozen run, or any run of a figure or of a unit; at most 20. */
export async function listArticlesOfRun(db: Reads, asked: RunAsked): Promise<Headline[]> {
  return tellConsented(db, asked.lang, await headlines_of_run(db, { ...of_none, ...asked }))
}

/** The newest articles that print one of some figures of the campaign of a year; at most 20. */
export async function listArticlesOfYear(
  db: Reads,
  asked: { lang: Lang; year: number; of_campaign: readonly string[] },
): Promise<Headline[]> {
  return tellConsented(db, asked.lang, await headlines_of_run(db, { ...of_none, ...asked }))
}

/** The addresses of articles, by their numbers. */
export const listSlugs = query<{ articles: readonly number[] }, { article_id: number; slug: string }>(
  'select article_id, slug from article where article_id = any(:articles::integer[])',
  { is_short: true },
)
