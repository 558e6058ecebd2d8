import { z } from 'zod'
import { select } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { article_tables, findArticle, listHeadlines } from '../../newsroom/index.ts'
import { type ArticleInList, listProven } from '../article-on-page.ts'
import { HoldingSeal } from '../parts/figure-in-text.tsx'
import { PublishedOn, topicOf } from '../parts/news-items.tsx'
import { PictureInList } from '../parts/photo.tsx'
import { block } from './block.ts'
import { answered, articlesToChoose, setup } from './setup.ts'

type Props = { article: ArticleInList }
type Settings = { slug?: string }

/** Where the editor's choice is older than that, the newest stands instead. */
const most_looked_through = 200

const the_newest = { vi: 'Bài mới nhất', en: 'The newest' }
const story_form = {
  slug: select({
    label: { vi: 'Bài nào', en: 'Which article' },
    hint: { vi: 'Bài đã gỡ thì bài mới nhất đứng thay.', en: 'Where it is withdrawn, the newest stands instead.' },
    empty: the_newest,
  }),
}

/** One article, large: the one the editor names, or the newest. */
export const lead_story = block<Settings, Props>({
  type: 'lead-story',
  name: { vi: 'Bài chính', en: 'Lead story' },
  about: { vi: 'Một bài, cỡ lớn, có tranh.', en: 'One article, large, with its picture.' },
  regions: ['lead', 'main'],
  setup: setup<Settings>()(story_form, {
    typed: ({ slug = '' }) => ({ slug }),
    meant: answered,
    summary: ({ slug }, lang, titles) => titles.get(slug ?? '') ?? the_newest[lang],
    options: async asking => ({ slug: await articlesToChoose(asking) }),
  }),
  settings: z.strictObject({ slug: z.string().optional() }),
  async load(asking, { slug }) {
    const { lang } = asking.view
    const headlines = await listHeadlines(asking.reads, { lang, limit: most_looked_through })
    const chosen = headlines.find(one => one.slug === slug) ?? headlines[0]
    const edition = chosen && (await findArticle(asking.db, { article_id: chosen.article_id, lang }))
    if (!edition) return { props: null, tables: article_tables }
    const { articles, tables } = await listProven(asking, [edition])
    return { props: { article: articles[0]! }, tables }
  },
  view: LeadStory,
})

export function LeadStory({ article, lang, to }: Props & ViewContext) {
  return (
    <article class="lead-story">
      <PictureInList {...{ article, to }} is_first />
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
