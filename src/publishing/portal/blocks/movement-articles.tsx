import type { ViewContext } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listArticlesOfYear } from '../../newsroom/index.ts'
import { of_campaign } from '../movement/movement.ts'
import { movement_words } from '../movement/movement-words.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { block, idOf } from './block.ts'
import { howMany } from './setup.ts'

type Props = { articles: Headline[] }
type Settings = { most: number }

/** The articles that print a number of the movement's year, the newest first. */
export const movement_articles = block<Settings, Props>({
  type: 'movement-articles',
  name: { vi: 'Bài viết về phong trào', en: 'Articles about the movement' },
  about: { vi: 'Những bài in số liệu của đợt năm ấy.', en: 'The articles that print numbers of the campaign of that year.' },
  pages: ['movement'],
  ...howMany({ vi: 'Nhiều nhất mấy bài', en: 'At most how many' }, { usual: 6, most: 20 }),
  async load({ db, movement, view: { lang } }, { most }) {
    const tables = [...article_tables, 'citation']
    if (!movement) return { props: null, tables }
    const articles = await listArticlesOfYear(db, { lang, year: movement.year, of_campaign })
    return { props: { articles: articles.slice(0, most) }, tables }
  },
  view: MovementArticles,
})

function MovementArticles({ articles, nth, ...view }: Props & ViewContext & { nth: number }) {
  const w = movement_words[view.lang]
  const heading = idOf('bai-phong-trao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {w.articles}
      </h2>
      {articles.length === 0 ? <p>{w.no_articles}</p> : <NewsItems articles={articles} {...view} />}
      <p class="more">
        <a href={view.to.articles()}>{words[view.lang].all_news}</a>
      </p>
    </section>
  )
}
