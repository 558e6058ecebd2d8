import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { type Language, showData, showError, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, listHeadlines, section_names, sectionIn, type Topic, topic_words } from '../../newsroom/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { type Feed, type FeedEntry, feedOf } from '../feed.ts'
import { jsonFeedOf } from '../feeds/json-feed.ts'
import { rssOf } from '../feeds/rss.ts'
import { words } from '../words.ts'

const newest = 20

/** The forms of a feed, by the ending of its address. */
const forms = {
  atom: { write: feedOf, type: 'application/atom+xml; charset=utf-8' },
  rss: { write: rssOf, type: 'application/rss+xml; charset=utf-8' },
  json: { write: jsonFeedOf, type: 'application/feed+json; charset=utf-8' },
}
export type FeedForm = keyof typeof forms

/** The newest articles of a language, of all sections or of one, as a feed. */
export async function showFeed(c: WebContext, options: PortalOptions, form: FeedForm): Promise<Response> {
  return answer(c, options, { form, section: null })
}

/** The same of one section: `tin.atom`, `tin.rss`, `tin.json`. */
export async function showSectionFeed(c: WebContext, options: PortalOptions): Promise<Response> {
  const section = sectionIn(c.req.param('section') ?? '')
  const form = /^tin\.(atom|rss|json)$/.exec(c.req.param('feed') ?? '')?.[1] as FeedForm | undefined
  return section && form ? answer(c, options, { form, section }) : showError(c, 404)
}

type Asked = { form: FeedForm; section: Topic | null }

async function answer(c: WebContext, { db }: PortalOptions, { form, section }: Asked): Promise<Response> {
  const { lang, to, site_address, notice, place } = c.var.view
  const whole = (address: string) => (site_address ?? '') + address
  const headlines = await listHeadlines(db, { lang, limit: newest, topic: section })
  const entries = headlines.map(({ article_id, slug, title, lead, published_at, changed_at }) => ({
    ...{ title, lead, published_at, changed_at, href: whole(to.article({ article_id, slug })) },
    id: idOf({ article_id, slug, lang }),
  }))
  const site = words[lang].site(place?.[lang])
  const named = section ? `${topic_words[section][lang]} – ${site}` : site
  const feed: Feed = {
    ...{ lang, entries, title: notice ? `${named} (${notice[lang].short})` : named },
    href: whole(section ? to.section({ section: section_names[section] }) : to.articles()),
    self: whole(section ? to.section_feed({ section: section_names[section], form }) : to.feed({ form })),
    id: idOf(section ? { feed: lang, section } : { feed: lang }),
  }
  const { write, type } = forms[form]
  return showData(c, write(feed), type, { tags: article_tables })
}

type Identified = { article_id: number; slug: string; lang: Language } | { feed: Language; section?: Topic }

/** An identity that lasts, wherever the portal is moved to: a UUID of our own making (RFC 9562, version 8). */
function idOf(what: Identified): FeedEntry['id'] {
  const digest = digestOf(what)
  const [a, b, c, d, e] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16), digest.slice(17, 20), digest.slice(20, 32)]
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`
}
