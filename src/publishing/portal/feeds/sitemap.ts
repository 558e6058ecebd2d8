import { escaped } from '../feed.ts'

/** A page as a sitemap names it: in both languages, and since when it is as it is (ISO), where that is known. */
export type MappedPage = { vi: string; en: string; changed_at?: string }

/** A sitemap (sitemaps.org): each page in each language, with the address in the other. */
export function sitemapOf(pages: readonly MappedPage[]): string {
  const urls = pages.flatMap(page => (['vi', 'en'] as const).map(lang => urlOf(page, lang)))
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

function urlOf(page: MappedPage, lang: 'vi' | 'en'): string {
  const changed = page.changed_at ? `<lastmod>${new Date(page.changed_at).toISOString()}</lastmod>` : ''
  const others = (['vi', 'en'] as const).map(one => `<xhtml:link rel="alternate" hreflang="${one}" href="${escaped(page[one])}"/>`)
  return `<url><loc>${escaped(page[lang])}</loc>${changed}${others.join('')}</url>`
}

/** An article of the last two days as a news sitemap names it. */
export type NewsItem = { href: string; lang: string; site: string; title: string; published_at: string }

/** A news sitemap, which holds what is new alone. */
export function newsSitemapOf(items: readonly NewsItem[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items.map(newsOf).join('\n')}
</urlset>
`
}

function newsOf({ href, lang, site, title, published_at }: NewsItem): string {
  const publication = `<news:publication><news:name>${escaped(site)}</news:name><news:language>${lang}</news:language></news:publication>`
  const about = `<news:publication_date>${new Date(published_at).toISOString()}</news:publication_date><news:title>${escaped(title)}</news:title>`
  return `<url><loc>${escaped(href)}</loc><news:news>${publication}${about}</news:news></url>`
}
