import { z } from 'zod'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { Reads } from '../../../platform/database/index.ts'
import { whole } from '../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listNewer, listOlder, listRelated } from '../../newsroom/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { type Block, block } from './block.ts'
import { setup } from './setup.ts'

type Settings = { most: number }
type Title = 'related_news' | 'newer_news' | 'older_news'
type Props = { articles: Headline[]; title: Title }

const around_form = {
  most: whole({ label: { vi: 'Nhiều nhất mấy bài', en: 'At most how many' }, least: 1, most: 12, wrong: 'no-such-number' }),
}

const tables = [...article_tables, 'citation', 'figure_run']

/** A list of articles that stand in some relation to the one of the page. */
function aroundArticle(
  type: string,
  title: Title,
  { name, about }: { name: Sentence; about: Sentence },
  list: (reads: Reads, article: ArticleOnPage, asked: { lang: Language; limit: number }) => Promise<Headline[]>,
): Block {
  return block<Settings, Props>({
    ...{ type, name, about, pages: ['article'] },
    setup: setup<Partial<Settings>>()(around_form, {
      typed: ({ most = 5 }) => ({ most: String(most) }),
      meant: answers => answers,
      summary: ({ most = 5 }) => String(most),
    }),
    settings: z.strictObject({ most: z.int().min(1).max(12).default(5) }),
    async load({ reads, view: { lang }, article }, { most }) {
      const articles = article ? await list(reads, article, { lang, limit: most }) : []
      return { props: articles.length > 0 ? { articles, title } : null, tables }
    },
    view: AroundArticle,
  })
}

/** Articles of the same numbers, and then of the same section. */
export const related_news = aroundArticle(
  'related-news',
  'related_news',
  {
    name: { vi: 'Bài liên quan', en: 'Related articles' },
    about: {
      vi: 'Bài in cùng số liệu với bài của trang, rồi bài cùng chuyên mục.',
      en: 'Articles that print the same figures as the one on the page, then those of its section.',
    },
  },
  listRelated,
)

/** Articles that were published after it. */
export const newer_news = aroundArticle(
  'newer-news',
  'newer_news',
  {
    name: { vi: 'Bài mới hơn', en: 'Newer articles' },
    about: { vi: 'Bài đăng ngay sau bài của trang.', en: 'Articles published next after the one on the page.' },
  },
  listNewer,
)

/** Articles that were published before it: whoever has read to the end goes on reading backwards. */
export const older_news = aroundArticle(
  'older-news',
  'older_news',
  {
    name: { vi: 'Bài cũ hơn', en: 'Older articles' },
    about: { vi: 'Bài đăng trước bài của trang.', en: 'Articles published before the one on the page.' },
  },
  listOlder,
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
