import { z } from 'zod'
import { choice, select, whole } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listHeadlines, topic_words, topics } from '../../newsroom/index.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { block, idOf } from './block.ts'
import { answered, articlesToChoose, setup } from './setup.ts'

const titles = ['news', 'other_news'] as const
type Props = { articles: Headline[]; title: string; id: string }
type Settings = { most: number; without?: string; title: (typeof titles)[number]; topic?: (typeof topics)[number] }

const list_form = {
  title: choice({
    label: { vi: 'Tiêu đề', en: 'Heading' },
    options: titles.map(value => ({ value, label: { vi: words.vi[value], en: words.en[value] } })),
    wrong: 'no-choice',
  }),
  topic: select({
    label: { vi: 'Chuyên mục', en: 'Section' },
    hint: { vi: 'Chọn một chuyên mục thì tên nó là tiêu đề.', en: 'Where one is chosen, its name is the heading.' },
    options: topics.map(value => ({ value, label: topic_words[value] })),
    empty: { vi: 'Mọi chuyên mục', en: 'All of them' },
  }),
  most: whole({ label: { vi: 'Nhiều nhất mấy bài', en: 'At most how many' }, least: 1, most: 20, wrong: 'no-such-number' }),
  without: select({
    label: { vi: 'Trừ bài', en: 'Without' },
    hint: { vi: 'Bài đã là bài chính của trang.', en: 'The one that is the lead story of the page.' },
    empty: { vi: 'Không trừ bài nào', en: 'None left out' },
  }),
}

/**
 * The newest articles as links, of one section or of all; `without` leaves out the one that stands beside it as the
 * lead story, and the article of the page is left out too.
 */
export const news_list = block<Settings, Props>({
  type: 'news-list',
  name: { vi: 'Danh sách tin', en: 'List of articles' },
  about: { vi: 'Những bài mới nhất, của một chuyên mục hay của tất cả.', en: 'The newest articles, of one section or of all.' },
  is_repeatable: true,
  setup: setup<Settings>()(list_form, {
    typed: ({ title = 'news', topic = '', most = 5, without = '' }) => ({ title, topic, most: String(most), without }),
    meant: answered,
    summary: ({ title = 'news', topic, most = 5 }, lang) => `${topic ? topic_words[topic][lang] : words[lang][title]} · ${most}`,
    options: async asking => ({ without: await articlesToChoose(asking) }),
  }),
  settings: z.strictObject({
    most: z.int().min(1).max(20).default(5),
    without: z.string().optional(),
    title: z.enum(titles).default('news'),
    topic: z.enum(topics).optional(),
  }),
  async load({ reads, view: { lang }, article }, { most, without, title, topic }) {
    // Two more than are shown: those that are left out.
    const articles = await listHeadlines(reads, { lang, limit: most + 2, topic })
    const others = articles.filter(one => one.slug !== without && one.article_id !== article?.article_id)
    const props = { articles: others.slice(0, most), title: topic ? topic_words[topic][lang] : words[lang][title], id: topic ?? title }
    return { props: others.length > 0 ? props : null, tables: article_tables }
  },
  view: NewsList,
})

export function NewsList({ articles, title, id, nth, ...view }: Props & ViewContext & { nth: number }) {
  const w = words[view.lang]
  const heading = idOf(id, nth)
  return (
    <section class="related" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {title}
      </h2>
      <NewsItems articles={articles} {...view} />
      <p class="more">
        <a href={view.to.articles()}>{w.all_news}</a>
      </p>
    </section>
  )
}
