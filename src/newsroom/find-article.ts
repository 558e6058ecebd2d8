import type { Db } from '../database/index.ts'
import { type FigureRun, type Lang, listRuns } from '../figure/index.ts'
import type { Block, Picture, Topic } from './article.ts'

export type Citation = { mark: string; printed: string; run: FigureRun }

/** The living edition of an article: the last one published in its language. */
export type Edition = {
  article_id: number
  slug: string
  topic: Topic
  edition_id: number
  lang: Lang
  number: number
  title: string
  lead: string
  picture: Picture | null
  body: Block[]
  byline: string
  /** ISO instant. */
  published_at: string
  citations: Citation[]
}

/** The living edition of an article, or null. Two reads, however many numbers it prints. */
export async function findArticle(db: Db, { article_id, lang }: { article_id: number; lang: Lang }): Promise<Edition | null> {
  const row = await editions(db, lang).where('article.article_id', '=', article_id).limit(1).executeTakeFirst()
  if (!row) return null
  const [edition] = await withCitations(db, [row as Omit<Edition, 'citations'>])
  return edition!
}

/** The living editions, newest first; of one topic where it is given. */
export async function listArticles(db: Db, { lang, topic, limit }: { lang: Lang; topic?: Topic; limit: number }): Promise<Edition[]> {
  const newest = editions(db, lang)
  const rows = await (topic ? newest.where('article.topic', '=', topic) : newest).execute()
  const sorted = (rows as Omit<Edition, 'citations'>[]).sort((a, b) => (a.published_at < b.published_at ? 1 : -1))
  return withCitations(db, sorted.slice(0, limit))
}

function editions(db: Db, lang: Lang) {
  return db
    .selectFrom('edition')
    .innerJoin('article', 'article.article_id', 'edition.article_id')
    .select([
      'article.article_id',
      'slug',
      'topic',
      'edition_id',
      'lang',
      'number',
      'title',
      'lead',
      'picture',
      'body',
      'byline',
      'published_at',
    ])
    .distinctOn('article.article_id')
    .where('lang', '=', lang)
    .orderBy('article.article_id')
    .orderBy('number', 'desc')
}

async function withCitations(db: Db, found: Omit<Edition, 'citations'>[]): Promise<Edition[]> {
  if (found.length === 0) return []
  const ids = found.map(edition => edition.edition_id)
  const rows = await db
    .selectFrom('citation')
    .select(['edition_id', 'mark', 'printed', 'figure_run_id'])
    .where('edition_id', 'in', ids)
    .orderBy('citation_id')
    .execute()
  const runs = new Map((await listRuns(db, [...new Set(rows.map(row => row.figure_run_id))])).map(run => [run.figure_run_id, run]))
  return found.map(edition => ({
    ...edition,
    citations: rows
      .filter(row => row.edition_id === edition.edition_id)
      .map(({ mark, printed, figure_run_id }) => ({ mark, printed, run: runs.get(figure_run_id)! })),
  }))
}
