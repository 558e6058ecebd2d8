import type { ViewContext } from '../../../platform/web/index.ts'
import { article_tables, type Headline, listArticlesOfYear } from '../../newsroom/index.ts'
import { movement_tables, movementsOf, of_campaign } from '../movement/movement.ts'
import { movement_words } from '../movement/movement-words.ts'
import { NewsItems } from '../parts/news-items.tsx'
import { words } from '../words.ts'
import { type Asking, block, idOf } from './block.ts'
import { howMany } from './setup.ts'

/** Of another year than the page: the last one of which there are any. */
type Props = { articles: Headline[]; of_year: number; is_of_page: boolean }
type Settings = { most: number }

/**
 * The articles that print a number of the movement's year, the newest first; while there is none yet, those of the last
 * movement before it that has some.
 */
export const movement_articles = block<Settings, Props>({
  type: 'movement-articles',
  name: { vi: 'Bài viết về phong trào', en: 'Articles about the movement' },
  about: { vi: 'Những bài in số liệu của đợt năm ấy.', en: 'The articles that print numbers of the campaign of that year.' },
  pages: ['movement'],
  ...howMany({ vi: 'Nhiều nhất mấy bài', en: 'At most how many' }, { usual: 6, most: 20 }),
  async load(asking, { most }) {
    const tables = [...article_tables, ...movement_tables, 'citation']
    if (!asking.movement) return { props: null, tables }
    const { year } = asking.movement
    const { articles, of_year } = await newestUpTo(asking, year)
    return { props: { articles: articles.slice(0, most), of_year, is_of_page: of_year === year }, tables }
  },
  view: MovementArticles,
})

async function newestUpTo(asking: Asking, year: number): Promise<{ articles: Headline[]; of_year: number }> {
  const { db, view } = asking
  const earlier = (await movementsOf(asking)).map(movement => movement.year).filter(one => one < year)
  for (const of_year of [year, ...earlier]) {
    const articles = await listArticlesOfYear(db, { lang: view.lang, year: of_year, of_campaign })
    if (articles.length > 0) return { articles, of_year }
  }
  return { articles: [], of_year: year }
}

function MovementArticles({ articles, of_year, is_of_page, nth, ...view }: Props & ViewContext & { nth: number }) {
  const w = movement_words[view.lang]
  const heading = idOf('bai-phong-trao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {w.articles}
      </h2>
      {articles.length === 0 && <p>{w.no_articles}</p>}
      {!is_of_page && (
        <p>
          {w.no_articles} {w.articles_before} <a href={view.to.movement({ year: of_year })}>{w.movement_of(of_year)}</a>:
        </p>
      )}
      {articles.length > 0 && <NewsItems articles={articles} {...view} />}
      <p class="more">
        <a href={view.to.articles()}>{words[view.lang].all_news}</a>
      </p>
    </section>
  )
}
