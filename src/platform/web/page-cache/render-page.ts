import type { Made } from '../freshness/tagged-cache.ts'
import { bytesOf } from './answer-text.ts'
import { declarationIn, isDeclaration } from './declare-page.ts'
import { type Effort, type Page, preparePage } from './page.ts'

/** Whatever answers requests: Hono's app. */
export type App = { fetch(request: Request): Response | Promise<Response> }

/**
 * Renders the page of an address for anybody: the handler sees the address and nothing else of who asked, so what is
 * kept cannot depend on it.
 */
export async function renderPage(app: App, address: string, effort: Effort): Promise<Made<Page>> {
  const response = await app.fetch(new Request(`http://portal.invalid${address}`))
  const { tags, until } = declarationIn(response.headers)
  const may_keep = response.status === 200 && !response.headers.has('set-cookie')
  const headers = [...response.headers].filter(([name]) => !isDeclaration(name) && name !== 'content-length')
  const rendered = { status: response.status, headers, body: await bytesOf(response) }
  return { value: preparePage(rendered, may_keep && tags !== null ? effort : 'passing'), tags: may_keep ? tags : null, until }
}
