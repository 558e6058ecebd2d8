import { z } from 'zod'
import { dayOf, sayDay } from '../../../basis/shared/dates.ts'
import { DisplayLinks, type Href, type ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'
import { block } from './block.ts'

type Props = { published_at: string; here: (to: Href) => string }

/** The first of the two blocks of an article page: its day, the size of the type, the contrast, and how to print. */
export const news_toolbar = block<Record<string, never>, Props>({
  type: 'news-toolbar',
  name: { vi: 'Thanh công cụ của bài', en: 'Article toolbar' },
  about: { vi: 'Ngày đăng, cỡ chữ, tương phản, in.', en: 'Its day, size of type, contrast, printing.' },
  pages: ['article'],
  settings: z.strictObject({}),
  async load({ article }) {
    return { props: article ? { published_at: article.published_at, here: to => to.article(article) } : null, tables: [] }
  },
  view: NewsToolbar,
})

export function NewsToolbar({ published_at, here, lang, display }: Props & ViewContext) {
  const w = words[lang]
  const day = dayOf(new Date(published_at))
  return (
    <div class="toolbar">
      <time datetime={published_at} itemProp="datePublished">
        {sayDay(day, lang)}
      </time>
      <nav aria-label={w.toolbar}>
        <DisplayLinks {...{ lang, display, here }} ordinary={w.ordinary} />
        <span class="wide">{w.print_hint}</span>
      </nav>
    </div>
  )
}
