import { catalogue, type FigureId } from '../../../numbers/figure/index.ts'
import { type Href, hrefFor, showData, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, listHeadlines, listKeywords, section_names, topics } from '../../newsroom/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { type MappedPage, newsSitemapOf, sitemapOf } from '../feeds/sitemap.ts'
import { movement_tables, movementsOf } from '../movement/movement.ts'
import { words } from '../words.ts'

const xml = 'application/xml; charset=utf-8'
/** As many as one sitemap may name, in two languages. */
const most_articles = 20_000
const [most_news, most_keywords] = [500, 5000]
const news_lasts_ms = 2 * 24 * 3600 * 1000

/** The pages of the portal for search engines: what can be reached by a link, and nothing that is not public. */
export async function showSitemap(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db } = options
  const whole = wholeFor(c)
  const mapped = (page: (to: Href) => string, changed_at?: string): MappedPage => ({
    ...{ vi: whole(page(hrefFor({ lang: 'vi' }))), en: whole(page(hrefFor({ lang: 'en' }))) },
    ...(changed_at && { changed_at }),
  })
  const articles = await listHeadlines(db, { lang: 'vi', limit: most_articles })
  const keywords = await listKeywords(db, { keyword: null, most: most_keywords })
  const movements = await movementsOf(askingOf(options, c.var.view))
  const pages = [
    ...standing_pages.map(page => mapped(page)),
    ...topics.map(section => mapped(to => to.section({ section: section_names[section] }))),
    ...keywords.map(one => mapped(to => to.keyword(one))),
    ...(Object.keys(catalogue) as FigureId[]).map(figure => mapped(to => to.figure({ figure }))),
    ...movements.map(movement => mapped(to => to.movement(movement))),
    ...articles.map(article => mapped(to => to.article(article), article.changed_at)),
  ]
  return showData(c, sitemapOf(pages), xml, { tags: [...article_tables, ...movement_tables] })
}

const standing_pages: ((to: Href) => string)[] = [
  to => to.home(),
  to => to.articles(),
  to => to.keywords(),
  to => to.exemplars(),
  to => to.notices(),
  to => to.by_day(),
  to => to.corrections(),
  to => to.documents(),
  to => to.structure(),
  to => to.privacy(),
  to => to.accessibility(),
  to => to.law(),
  to => to.figures(),
  to => to.check(),
  to => to.site_map(),
  to => to.about(),
]

/** What was published in the last two days, in both languages. */
export async function showNewsSitemap(c: WebContext, options: PortalOptions): Promise<Response> {
  const { place } = c.var.view
  const whole = wholeFor(c)
  const { now } = askingOf(options, c.var.view)
  const since = new Date(now.getTime() - news_lasts_ms).toISOString()
  const items = []
  for (const lang of ['vi', 'en'] as const)
    for (const article of await listHeadlines(options.db, { lang, limit: most_news, since })) {
      const { title, published_at } = article
      items.push({ href: whole(hrefFor({ lang }).article(article)), lang, site: words[lang].site(place?.[lang]), title, published_at })
    }
  // What is new ceases to be without any row being written: an hour later it is asked again.
  return showData(c, newsSitemapOf(items), xml, { tags: article_tables, until: new Date(now.getTime() + 3600 * 1000) })
}

function wholeFor(c: WebContext): (address: string) => string {
  return address => (c.var.view.site_address ?? '') + address
}
