import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { type Language, showData, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, listHeadlines } from '../../newsroom/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { type FeedEntry, feedOf } from '../feed.ts'
import { words } from '../words.ts'

const newest = 20

/** The newest articles of a language as an Atom feed. */
export async function showFeed(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const { lang, to, site_address, notice, place } = c.var.view
  const whole = (address: string) => (site_address ?? '') + address
  const site = words[lang].site(place?.[lang])
  const headlines = await listHeadlines(db, { lang, limit: newest })
  const entries = headlines.map(({ article_id, slug, title, lead, published_at, changed_at }) => ({
    ...{ title, lead, published_at, changed_at, href: whole(to.article({ article_id, slug })) },
    id: idOf({ article_id, slug, lang }),
  }))
  const feed = feedOf({
    lang,
    title: notice ? `${site} (${notice[lang].short})` : site,
    href: whole(to.articles()),
    self: whole(to.feed()),
    id: idOf({ feed: lang }),
    entries,
  })
  return showData(c, feed, 'application/atom+xml; charset=utf-8', { tags: article_tables })
}

/** An identity that lasts, wherever the portal is moved to: a UUID of our own making (RFC 9562, version 8). */
function idOf(what: { article_id: number; slug: string; lang: Language } | { feed: Language }): FeedEntry['id'] {
  const digest = digestOf(what)
  const [a, b, c, d, e] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16), digest.slice(17, 20), digest.slice(20, 32)]
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`
}
