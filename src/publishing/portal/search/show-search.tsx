import { nextMidnight, showPage, showRefusal, type WebContext } from '../../../platform/web/index.ts'
import type { UnitByName } from '../../../register/tree/index.ts'
import { article_tables, listKeywords, listSlugs, tellConsented } from '../../newsroom/index.ts'
import { didYouMean, type FoundText, rankTexts, readFound } from '../../search/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import type { Asking } from '../blocks/block.ts'
import { isNarrowed, problemsWithSearch, type SearchTyped, searchIn, searchOf } from './asked-search.ts'
import { figuresOfPlace, listThings, type Thing } from './list-things.ts'
import { type PlaceAsked, place_tables, readPlace } from './place-asked.ts'
import { type Found, SearchPage } from './search-page.tsx'

const [on_a_page, most_keywords] = [20, 100]

/** What readers find by words. The empty form is the same for everybody; a question is answered and not kept. */
export async function showSearch(c: WebContext, options: PortalOptions): Promise<Response> {
  const { view } = c.var
  const asking = askingOf(options, view)
  const typed = searchIn(name => c.req.query(name))
  const place = await readPlace(asking.db, typed, asking.day)
  const problems = [...problemsWithSearch(typed, asking.now), ...(place.ok ? [] : place.problems)]
  const keywords = await listKeywords(asking.db, { keyword: null, most: most_keywords })
  const asked = { typed, problems, keywords, places: place.ok ? place.value.choices : [] }
  if (problems.length > 0 || !place.ok) return showRefusal(c, <SearchPage {...view} {...asked} found={null} />)
  if (typed.words === '')
    return showPage(c, <SearchPage {...view} {...asked} found={null} />, { tags: [...place_tables, ...article_tables] })
  const { found, tables } = await find(asking, typed, place.value)
  c.header('x-robots-tag', 'noindex')
  return showPage(c, <SearchPage {...view} {...{ ...asked, found }} />, { tags: tables, until: nextMidnight(asking.now) })
}

async function find(
  asking: Asking,
  typed: SearchTyped,
  { chosen, among }: PlaceAsked,
): Promise<{ found: Found; tables: readonly string[] }> {
  const { db, view } = asking
  const { question, is_more, ...answering } = await rankTexts(db, searchOf(typed, { lang: view.lang, among }))
  const ranked = typed.kind === null || typed.kind === 'text' ? answering.ranked : []
  const shown = ranked.slice((typed.page - 1) * on_a_page, typed.page * on_a_page)
  const { things, tables } = await thingsOf(asking, typed, chosen)
  const found = {
    ...{ things, is_more: is_more && ranked.length > 0, count: ranked.length },
    texts: await addressed(asking, await readFound(db, view.lang, shown)),
    meant: await didYouMean(db, question),
    pages: Math.ceil(ranked.length / on_a_page),
    asked: new Set(question.syllables.map(({ plain }) => plain)),
  }
  return { found, tables: [...new Set(['search_text', ...article_tables, ...place_tables, ...tables])] }
}

/** Of what the register holds only figures are of a place; of sections, keywords and days nothing is. */
async function thingsOf(asking: Asking, typed: SearchTyped, chosen: UnitByName | null): Promise<{ things: Thing[]; tables: string[] }> {
  const { kind, words } = typed
  if (typed.page > 1 || kind === 'text') return { things: [], tables: [] }
  if (!isNarrowed(typed)) return listThings(asking, { words, kind })
  if ((kind === null || kind === 'figure') && chosen && !isNarrowed({ ...typed, place: '' }))
    return { things: figuresOfPlace(asking, words, chosen), tables: [] }
  return { things: [], tables: [] }
}

/** With their addresses, and persons named as they allow now. */
async function addressed({ db, view }: Asking, texts: readonly FoundText[]): Promise<Found['texts']> {
  const slugs = await listSlugs(db, { articles: texts.filter(({ kind }) => kind === 'article').map(({ number }) => number) })
  const slug_of = new Map(slugs.map(({ article_id, slug }) => [article_id, slug]))
  const told = await tellConsented(db, view.lang, texts)
  return told.map(text => ({ ...text, href: view.to.article({ article_id: text.number, slug: slug_of.get(text.number) ?? '' }) }))
}
