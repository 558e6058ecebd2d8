import { z } from 'zod'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { whole } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listHeadlines } from '../../newsroom/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { type Block, block } from './block.ts'
import { setup } from './setup.ts'

type Settings = { most: number }
type Title = 'related_news' | 'older_news'
type Props = { articles: Headline[]; title: Title }

const around_form = {
  most: whole({ label: { vi: 'Nhiều nhất mấy bài', en: 'At most how many' }, least: 1, most: 12, wrong: 'no-such-number' }),
}
type Asked = Partial<Parameters<typeof listHeadlines>[1]>

/** A list of articles that stand in some relation to the one of the page, newest first. */
function aroundArticle(
  type: string,
  title: Title,
  { name, about }: { name: Sentence; about: Sentence },
  those: (article: ArticleOnPage) => Asked,
): Block {
  return block<Settings, Props>({
    ...{ type, name, about, pages: ['article'] },
    setup: setup<Partial<Settings>>()(around_form, {
      typed: ({ most = 5 }) => ({ most: String(most) }),
      meant: answers => answers,
      summary: ({ most = 5 }) => String(most),
    }),
    settings: z.strictObject({ most: z.int().min(1).max(12).default(5) }),
    async load({ db, view: { lang }, article }, { most }) {
      // One more than is shown: the article of the page may be among them.
      const headlines = article ? await listHeadlines(db, { lang, limit: most + 1, ...those(article) }) : []
      const others = headlines.filter(one => one.article_id !== article!.article_id)
      return { props: others.length > 0 ? { articles: others.slice(0, most), title } : null, tables: article_tables }
    },
    view: AroundArticle,
  })
}

/** Articles of the same section. */
export const related_news = aroundArticle(
  'related-news',
  'related_news',
  {
    name: { vi: 'Bài liên quan', en: 'Related articles' },
    about: { vi: 'Bài cùng chuyên mục với bài của trang.', en: 'Articles of the section of the one on the page.' },
  },
  ({ topic }) => ({ topic }),
)

/** Articles that were published before it: whoever has read to the end goes on reading backwards. */
export const older_news = aroundArticle(
  'older-news',
  'older_news',
  {
    name: { vi: 'Bài cũ hơn', en: 'Older articles' },
    about: { vi: 'Bài đăng trước bài của trang.', en: 'Articles published before the one on the page.' },
  },
  ({ published_at, article_id }) => ({ from: { before: published_at, before_id: article_id } }),
)

export function AroundArticle({ articles, title, ...view }: Props & ViewContext) {
  return (
    <section class="related" aria-labelledby={title}>
      <h2 class="ruled" id={title}>
        {words[view.lang][title]}
      </h2>
      <NewsItems articles={articles} {...view} />
    </section>
  )
}
