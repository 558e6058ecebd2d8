import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { showData, type WebContext } from '../../../platform/web/index.ts'
import { suggestWords } from '../../search/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { longest_question } from './asked-search.ts'

/** How a question that is being typed may go on: a list of texts, as JSON. */
export async function showSuggestions(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const words = oneLine(c.req.query('q') ?? '')
    .slice(0, longest_question)
    .toWellFormed()
  const suggested = await suggestWords(db, c.var.view.lang, words)
  c.header('x-robots-tag', 'noindex')
  return showData(c, JSON.stringify(suggested), 'application/json; charset=utf-8', { tags: ['search_text'] })
}
