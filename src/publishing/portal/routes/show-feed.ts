import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { sayInstrument } from '../../../basis/shared/names-in-english.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import { type FeedForm, type Language, showData, showError, type WebContext } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { capital, findUnitHere } from '../../../register/tree/index.ts'
import {
  article_tables,
  findKeyword,
  type Headline,
  listHeadlines,
  section_names,
  sectionIn,
  type Topic,
  topic_words,
} from '../../newsroom/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { document_tables, findDocument } from '../documents/find-documents.ts'
import { type Feed, type FeedEntry, feedOf } from '../feed.ts'
import { jsonFeedOf } from '../feeds/json-feed.ts'
import { rssOf } from '../feeds/rss.ts'
import { listArticlesOfUnit, tables_of_unit_articles } from '../structure/list-articles-of-unit.ts'
import { words } from '../words.ts'

const newest = 20

/** The forms of a feed, by the ending of its address. */
const forms: Record<FeedForm, { write: (feed: Feed) => string; type: string }> = {
  atom: { write: feedOf, type: 'application/atom+xml; charset=utf-8' },
  rss: { write: rssOf, type: 'application/rss+xml; charset=utf-8' },
  json: { write: jsonFeedOf, type: 'application/feed+json; charset=utf-8' },
}

/** The newest articles of a language, of all sections, as a feed. */
export async function showFeed(c: WebContext, { db }: PortalOptions, form: FeedForm): Promise<Response> {
  const { lang, to } = c.var.view
  const headlines = await listHeadlines(db, { lang, limit: newest })
  return answer(c, form, { headlines, about: null, href: to.articles(), self: to.feed({ form }), id: { feed: lang } })
}

/** The same of one section: `tin.atom`, `tin.rss`, `tin.json`. */
export async function showSectionFeed(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const { lang, to } = c.var.view
  const topic = sectionIn(c.req.param('section') ?? '')
  const form = formIn(c)
  if (!topic || !form) return showError(c, 404)
  const headlines = await listHeadlines(db, { lang, limit: newest, topic })
  const section = section_names[topic]
  const addresses = { href: to.section({ section }), self: to.section_feed({ section, form }) }
  return answer(c, form, { headlines, about: topic_words[topic][lang], ...addresses, id: { feed: lang, section: topic } })
}

/** The same of one keyword. */
export async function showKeywordFeed(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const { lang, to } = c.var.view
  const called = await findKeyword(db, c.req.param('keyword') ?? '')
  const form = formIn(c)
  if (!called || !form) return showError(c, 404)
  const { keyword, name } = called
  const headlines = await listHeadlines(db, { lang, limit: newest, keyword })
  const addresses = { href: to.keyword({ keyword }), self: to.keyword_feed({ keyword, form }) }
  return answer(c, form, { headlines, about: name, ...addresses, id: { feed: lang, keyword } })
}

/** The same of the articles that are about a unit, or print numbers of it. */
export async function showUnitFeed(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, day, view } = askingOf(options, c.var.view)
  const { lang, to } = view
  const [here] = await findUnitHere(db, { unit: c.req.param('unit') ?? '', day })
  const form = formIn(c)
  if (!here || here.unit_kind === 'cell' || !form) return showError(c, 404)
  const unit = here.key
  const headlines = await listArticlesOfUnit(db, { lang, unit })
  const addresses = { href: to.structure_unit({ unit }), self: to.unit_feed({ unit, form }) }
  return answer(c, form, {
    headlines,
    about: capital(sayPlace(here, lang)),
    ...addresses,
    id: { feed: lang, unit },
    tables: [...tablesRead(findUnitHere.sql), ...tables_of_unit_articles],
  })
}

/** The same of the articles that are about a document. */
export async function showDocumentFeed(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const { lang, to } = c.var.view
  const document = await findDocument(db, c.req.param('document'))
  const form = formIn(c)
  if (!document || !form) return showError(c, 404)
  const { instrument_id } = document
  const headlines = await listHeadlines(db, { lang, limit: newest, instrument: instrument_id })
  const addresses = { href: to.document(document), self: to.document_feed({ instrument_id, form }) }
  return answer(c, form, {
    headlines,
    about: sayInstrument(document.number, lang),
    ...addresses,
    id: { feed: lang, instrument: instrument_id },
    tables: document_tables,
  })
}

function formIn(c: WebContext): FeedForm | null {
  return (Object.keys(forms) as FeedForm[]).find(form => c.req.param('feed') === `tin.${form}`) ?? null
}

/** What a feed holds, and of what, where it is not of the whole site. */
type Source = {
  headlines: readonly Headline[]
  about: string | null
  href: string
  self: string
  id: Identified
  tables?: readonly string[]
}

function answer(c: WebContext, form: FeedForm, { headlines, about, href, self, id, tables = [] }: Source): Response {
  const { lang, to, site_address, notice, place } = c.var.view
  const whole = (address: string) => (site_address ?? '') + address
  const entries = headlines.map(({ article_id, slug, title, lead, published_at, changed_at }) => ({
    ...{ title, lead, published_at, changed_at, href: whole(to.article({ article_id, slug })) },
    id: idOf({ article_id, slug, lang }),
  }))
  const site = words[lang].site(place?.[lang])
  const named = about ? `${about} – ${site}` : site
  const title = notice ? `${named} (${notice[lang].short})` : named
  const feed: Feed = { lang, entries, title, href: whole(href), self: whole(self), id: idOf(id) }
  const { write, type } = forms[form]
  return showData(c, write(feed), type, { tags: [...new Set([...article_tables, ...tables])] })
}

type Identified =
  | { article_id: number; slug: string; lang: Language }
  | { feed: Language; section?: Topic; keyword?: string; unit?: string; instrument?: number }

/** An identity that lasts, wherever the portal is moved to: a UUID of our own making (RFC 9562, version 8). */
function idOf(what: Identified): FeedEntry['id'] {
  const digest = digestOf(what)
  const [a, b, c, d, e] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16), digest.slice(17, 20), digest.slice(20, 32)]
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`
}
