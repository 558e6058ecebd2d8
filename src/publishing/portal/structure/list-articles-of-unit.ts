import type { Db } from '../../../platform/database/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listArticlesOfRun, listHeadlines } from '../../newsroom/index.ts'

const most = 20

/** What says which articles concern a unit. */
export const tables_of_unit_articles = [...article_tables, 'edition_subject', 'citation', 'figure_run']

/** The newest articles that are about a unit, or print numbers of it. */
export async function listArticlesOfUnit(db: Db, { lang, unit }: { lang: Language; unit: string }): Promise<Headline[]> {
  const about = await listHeadlines(db, { lang, unit, limit: most })
  const printing = await listArticlesOfRun(db, { lang, unit })
  const each = new Map([...about, ...printing].map(one => [one.article_id, one]))
  return [...each.values()].toSorted((a, b) => Date.parse(b.published_at) - Date.parse(a.published_at)).slice(0, most)
}
