import type { Db } from '../../platform/database/index.ts'
import { listHeadlines } from '../newsroom/index.ts'

const most_titles = 200

/** What the newest articles are called, by the slug by which blocks name them. */
export async function articleTitles(db: Db): Promise<ReadonlyMap<string, string>> {
  return new Map((await listHeadlines(db, { lang: 'vi', limit: most_titles })).map(({ slug, title }) => [slug, title]))
}
