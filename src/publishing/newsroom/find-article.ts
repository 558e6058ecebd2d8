import type { FigureRun, Lang } from '../../numbers/figure/index.ts'
import { type Db, query } from '../../platform/database/index.ts'
import type { Topic } from './article.ts'
import type { Block, Picture } from './body/body.ts'
import sql from './find-article.sql?raw'

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
  /** In the order in which the article cites them. */
  citations: Citation[]
}

const editions = query<{ article_id: number | null; lang: Lang; limit: number }, Edition>(sql, { is_short: true })

/** The living edition of an article, or null: one read, however many numbers it prints. */
export async function findArticle(db: Db, { article_id, lang }: { article_id: number; lang: Lang }): Promise<Edition | null> {
  const [edition] = await editions(db, { article_id, lang, limit: 1 })
  return edition ?? null
}

/** The living editions with their texts and numbers, newest first. */
export function listArticles(db: Db, { lang, limit }: { lang: Lang; limit: number }): Promise<Edition[]> {
  return editions(db, { article_id: null, lang, limit })
}
