import type { Lang } from '../../numbers/figure/index.ts'
import { query } from '../../platform/database/index.ts'
import type { Topic } from './article.ts'
import type { Picture } from './body/body.ts'
import of_run from './list-articles-of-run.sql?raw'
import sql from './list-headlines.sql?raw'

/** An article as a list shows it: when it was first published, and when its living edition was; ISO instants. */
export type Headline = {
  article_id: number
  slug: string
  topic: Topic
  title: string
  lead: string
  picture: Picture | null
  published_at: string
  changed_at: string
}

/** The newest articles in a language, one read, without their texts and numbers. */
export const listHeadlines = query<{ lang: Lang; limit: number }, Headline>(sql, { is_short: true })

/** The articles that print a frozen run, newest first. */
export const listArticlesOfRun = query<{ lang: Lang; run_id: number }, Headline>(of_run)
