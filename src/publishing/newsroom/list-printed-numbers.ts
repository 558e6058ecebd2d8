import { type Db, query } from '../../platform/database/index.ts'
import { tellConsented } from './consent/tell-consented.ts'
import type { Citation, Edition } from './find-article.ts'
import sql from './list-printed-numbers.sql?raw'

/** A public article with the numbers that its living edition prints; `published_at` is when its first one was (ISO). */
export type PrintingArticle = Pick<Edition, 'article_id' | 'slug' | 'title' | 'published_at'> & { citations: Citation[] }

const printing = query<{ limit: number }, PrintingArticle>(sql, { is_short: true })

/** The newest articles with what they print of the register. */
export async function listPrintedNumbers(db: Db, limit: number): Promise<PrintingArticle[]> {
  return tellConsented(db, 'vi', await printing(db, { limit }))
}
