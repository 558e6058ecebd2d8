import type { Lang } from '../../numbers/figure/index.ts'
import { query, type Reads } from '../../platform/database/index.ts'
import { tellConsented } from './consent/tell-consented.ts'
import type { Edition } from './find-article.ts'
import { type Headline, listHeadlines } from './list-headlines.ts'
import newer_sql from './list-newer.sql?raw'
import related_sql from './list-related.sql?raw'

type Near = Pick<Edition, 'article_id' | 'published_at'>
type Of = Pick<Edition, 'article_id' | 'edition_id' | 'topic'>
type Asked = { lang: Lang; limit: number }

const related = query<Of & Asked, Headline>(related_sql, { keeps_plan: true })
const newer = query<Near & Asked, Headline>(newer_sql, { keeps_plan: true })

/** Articles that share figures and keywords with an edition, those that share the most first, and then those of its section. */
export async function listRelated(db: Reads, { article_id, edition_id, topic }: Of, { lang, limit }: Asked): Promise<Headline[]> {
  return tellConsented(db, lang, await related(db, { article_id, edition_id, topic, lang, limit }))
}

/** The articles that were published next after one, the nearest last: in the order of every list. */
export async function listNewer(db: Reads, { article_id, published_at }: Near, { lang, limit }: Asked): Promise<Headline[]> {
  return tellConsented(db, lang, (await newer(db, { article_id, published_at, lang, limit })).toReversed())
}

/** The articles that were published before one, the nearest first. */
export function listOlder(db: Reads, { article_id, published_at }: Near, asked: Asked): Promise<Headline[]> {
  return listHeadlines(db, { ...asked, from: { before: published_at, before_id: article_id } })
}
