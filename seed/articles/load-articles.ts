import type pg from 'pg'
import { dayOf } from '../../src/basis/shared/dates.ts'
import { transactionOn } from '../../src/platform/database/index.ts'
import { type ArticleText, publishArticle } from '../../src/publishing/newsroom/index.ts'
import { articles } from './index.ts'

const archive = { person_id: null, name: 'neu-guong demo articles' }

/**
 * Publishes the articles of the demo portal through the newsroom's own verb, each as of its own instant: a number that
 * does not hold stops the load.
 */
export async function loadArticles(owner: pg.Client, { until }: { until: string }): Promise<void> {
  const tx = transactionOn(owner)
  for (const article of articles.filter(article => until === 'infinity' || dayOf(new Date(article.published_at)) <= until)) {
    const outcome = await publishArticle(tx, archive, { article, recorded_as_of: recordedAt(article) })
    if (!outcome.ok) throw new Error(`${article.slug}: ${JSON.stringify(outcome.problems)}`)
  }
}

function recordedAt({ published_at }: ArticleText): string {
  return new Date(published_at).toISOString()
}
