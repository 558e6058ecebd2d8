import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FreshMemory } from '../freshness/fresh-memory.ts'
import { type Page, representationOf } from './page.ts'
import { pageKey, type Variants } from './page-key.ts'
import { Polisher } from './polisher.ts'
import { type App, renderPage } from './render-page.ts'
import { sendPage } from './send-page.ts'

export type Front = {
  /** What never changes under its address: style sheets, fonts, pictures. */
  assets: ReadonlyMap<string, Page>
  pages: FreshMemory<Page>
  /** The variants of the page at a path; null where a page may depend on who asks. */
  variantsOf: (path: string) => Variants | null
  app: App
  /** Answers at the door, where not all can be served; false: it did not. */
  turnAway?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Who answers all else: every POST, and pages that are not for everybody. */
  otherwise: RequestListener
}

/** The listener that stands before the framework: what is kept leaves without waking it. */
export function answerInFront({ assets, pages, variantsOf, app, turnAway, otherwise }: Front): RequestListener {
  const polisher = new Polisher(pages)

  return (request, response) => {
    const address = request.url!
    if (request.method !== 'GET' && request.method !== 'HEAD') return otherwise(request, response)
    const kept = assets.get(address) ?? pages.find(address)
    if (kept !== undefined) return sendPage(kept, request, response)
    if (turnAway?.(request, response)) return
    const variants = variantsOf(pathOf(address))
    if (variants === null) return otherwise(request, response)
    answerPage(address, variants, request, response)
  }

  function answerPage(address: string, variants: Variants, request: IncomingMessage, response: ServerResponse): void {
    const key = pageKey(address, variants)
    const fetched = key === null ? passing(address) : pages.recall(key, () => make(key))
    fetched.then(
      page => sendPage(page, request, response),
      () => otherwise(request, response),
    )
  }

  async function make(key: string) {
    const made = await renderPage(app, key, pages.is_open ? 'kept' : 'passing')
    if (made.value.effort === 'kept') warm(key, made.value)
    return made
  }

  /** Nearly every reader takes brotli: it is made at once, and then made better. */
  function warm(key: string, page: Page): void {
    representationOf(page, 'br').then(
      () => polisher.polish(key, page),
      () => {},
    )
  }

  async function passing(address: string): Promise<Page> {
    return (await renderPage(app, address, 'passing')).value
  }
}

function pathOf(address: string): string {
  const question = address.indexOf('?')
  return question === -1 ? address : address.slice(0, question)
}
