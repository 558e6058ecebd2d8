import { showPage, showRefusal, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, listSlugs, tellConsented } from '../../newsroom/index.ts'
import { didYouMean, type FoundText, most_ranked, rankTexts, readFound } from '../../search/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import type { Asking } from '../blocks/block.ts'
import { isNarrowed, problemsWithSearch, type SearchTyped, searchIn, searchOf } from './asked-search.ts'
import { listThings } from './list-things.ts'
import { type Found, SearchPage } from './search-page.tsx'

const on_a_page = 20

/** What readers find by words. The empty form is the same for everybody; a question is answered and not kept. */
export async function showSearch(c: WebContext, options: PortalOptions): Promise<Response> {
  const { view } = c.var
  const asking = askingOf(options, view)
  const typed = searchIn(name => c.req.query(name))
  const problems = problemsWithSearch(typed, asking.now)
  if (problems.length > 0) return showRefusal(c, <SearchPage {...view} {...{ typed, problems }} found={null} />)
  if (typed.words === '') return showPage(c, <SearchPage {...view} {...{ typed, problems }} found={null} />, { tags: [] })
  const { found, tables } = await find(asking, typed)
  c.header('x-robots-tag', 'noindex')
  return showPage(c, <SearchPage {...view} {...{ typed, problems, found }} />, { tags: tables })
}

async function find(asking: Asking, typed: SearchTyped): Promise<{ found: Found; tables: readonly string[] }> {
  const { db, view } = asking
  const { question, ranked } = await rankTexts(db, searchOf(typed, view.lang))
  const shown = ranked.slice((typed.page - 1) * on_a_page, typed.page * on_a_page)
  const { things, tables } = isNarrowed(typed) || typed.page > 1 ? { things: [], tables: [] } : await listThings(asking, typed.words)
  const found = {
    ...{ things, is_more: ranked.length === most_ranked, count: ranked.length },
    texts: await addressed(asking, await readFound(db, view.lang, shown)),
    meant: await didYouMean(db, question),
    pages: Math.ceil(ranked.length / on_a_page),
    asked: new Set(question.syllables.map(({ plain }) => plain)),
  }
  return { found, tables: ['search_text', ...article_tables, ...tables] }
}

/** With their addresses, and persons named as they allow now. */
async function addressed({ db, view }: Asking, texts: readonly FoundText[]): Promise<Found['texts']> {
  const slugs = await listSlugs(db, { articles: texts.filter(({ kind }) => kind === 'article').map(({ number }) => number) })
  const slug_of = new Map(slugs.map(({ article_id, slug }) => [article_id, slug]))
  const told = await tellConsented(db, view.lang, texts)
  return told.map(text => ({ ...text, href: view.to.article({ article_id: text.number, slug: slug_of.get(text.number) ?? '' }) }))
}
