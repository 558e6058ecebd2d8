import { z } from 'zod'
import type { ViewContext } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listHeadlines } from '../../newsroom/index.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { block } from './block.ts'

type Props = { articles: Headline[]; title: 'news' | 'other_news' }
type Settings = { most: number; without?: string; title: 'news' | 'other_news' }

/**
 * The newest articles as links; `without` leaves out the one that stands beside it as the lead story, and the article
 * of the page is left out too.
 */
export const news_list = block<Settings, Props>({
  type: 'news-list',
  settings: z.strictObject({
    most: z.int().min(1).max(20).default(5),
    without: z.string().optional(),
    title: z.enum(['news', 'other_news']).default('news'),
  }),
  async load(asking, { most, without, title }) {
    // Two more than are shown: those that are left out.
    const articles = await listHeadlines(asking.db, { lang: asking.view.lang, limit: most + 2 })
    const others = articles.filter(one => one.slug !== without && one.article_id !== asking.article?.article_id)
    return { props: others.length > 0 ? { articles: others.slice(0, most), title } : null, tables: article_tables }
  },
  view: NewsList,
})

export function NewsList({ articles, title, ...view }: Props & ViewContext) {
  const w = words[view.lang]
  return (
    <section class="related" aria-labelledby={title}>
      <h2 class="ruled" id={title}>
        {w[title]}
      </h2>
      <NewsItems articles={articles} {...view} />
      <p class="more">
        <a href={view.to.articles()}>{w.all_news}</a>
      </p>
    </section>
  )
}
