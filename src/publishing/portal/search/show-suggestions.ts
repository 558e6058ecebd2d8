import { showData, type WebContext } from '../../../platform/web/index.ts'
import { suggestWords } from '../../search/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { wordsIn } from './asked-search.ts'

/** How a question that is being typed may go on: a list of texts, as JSON. */
export async function showSuggestions(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const suggested = await suggestWords(db, c.var.view.lang, wordsIn(c.req.query('q')))
  c.header('x-robots-tag', 'noindex')
  return showData(c, JSON.stringify(suggested), 'application/json; charset=utf-8', { tags: ['search_text'] })
}
