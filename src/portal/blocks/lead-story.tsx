import { z } from 'zod'
import type { Reading } from '../../web/index.ts'
import { type ArticleInList, listArticlesShown } from '../article-on-page.ts'
import { HoldingSeal } from '../figure-in-text.tsx'
import { PublishedOn, topicOf } from '../news-items.tsx'
import { Scene } from '../picture.tsx'
import { block } from './block.ts'

type Props = { article: ArticleInList }
type Settings = { slug?: string }

/** One article, large: the one the editor names, or the newest. */
export const lead_story = block<Settings, Props>({
  type: 'lead-story',
  settings: z.strictObject({ slug: z.string().optional() }),
  async load(asking, { slug }) {
    const { articles, tables } = await listArticlesShown(asking)
    const article = articles.find(one => one.slug === slug) ?? articles[0]
    return article ? { props: { article }, tables } : null
  },
  view: LeadStory,
})

export function LeadStory({ article, lang, to }: Props & Reading) {
  return (
    <article class="lead-story">
      {article.picture && <Scene picture={article.picture} alt="" is_first />}
      <h2>
        <a href={to.article(article)}>{article.title}</a>
      </h2>
      <p>{article.lead}</p>
      <p class="proof-line">
        <span class="kicker">{topicOf(article, lang)}</span> <PublishedOn article={article} lang={lang} />{' '}
        <HoldingSeal held={article.held} cited={article.cited} lang={lang} />
      </p>
    </article>
  )
}
