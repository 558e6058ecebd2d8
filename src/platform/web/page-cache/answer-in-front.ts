import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TaggedCache } from '../freshness/tagged-cache.ts'
import type { Answer } from '../overload/admission.ts'
import { type Page, representationOf } from './page.ts'
import { pageKey, type Variants } from './page-key.ts'
import { pageLeftBehind } from './page-left-behind.ts'
import { Recompressor } from './recompressor.ts'
import { type App, renderPage } from './render-page.ts'
import { sendPage } from './send-page.ts'

export type Front = {
  /** What never changes under its address: style sheets, fonts, pictures. */
  assets: ReadonlyMap<string, Page>
  pages: TaggedCache<Page>
  /** The variants of the page at a path; null where a page may depend on who asks. */
  variantsOf: (path: string) => Variants | null
  app: App
  /** What lies between: where not all that is not kept can be made at once, each request takes its turn. */
  admission?: (within: Answer) => Answer
  /** Who answers all else: every POST, and pages that are not for everybody. */
  otherwise: Answer
}

/** The listener that stands before the framework: what is kept leaves without waking it. */
export function answerInFront({ assets, pages, variantsOf, app, admission = within => within, otherwise }: Front): Answer {
  const recompressor = new Recompressor(pages)
  const answerAnew = admission(answer)

  return (request, response) => {
    const kept = isReading(request) ? keptAt(request.url!) : undefined
    return kept === undefined ? answerAnew(request, response) : sendPage(kept, request, response)
  }

  /** Also where trackers hang on the address: the crowd that comes by one link of Facebook does not take turns. */
  function keptAt(address: string): Page | undefined {
    const found = assets.get(address) ?? pages.find(address)
    if (found !== undefined || !address.includes('?')) return found
    const key = keyOf(address)
    return key === null ? undefined : pages.find(key)
  }

  function keyOf(address: string): string | null {
    const variants = variantsOf(pathOf(address))
    return variants && pageKey(address, variants)
  }

  function answer(request: IncomingMessage, response: ServerResponse): unknown {
    const address = request.url!
    if (!isReading(request) || variantsOf(pathOf(address)) === null) return otherwise(request, response)
    const key = keyOf(address)
    const fetched = key === null ? passing(address) : pages.recall(key, () => make(key))
    return fetched.then(
      page => sendPage(leftInsteadOf(page, key) ?? page, request, response),
      () => otherwise(request, response),
    )
  }

  /** While the database is away, a page as it was when we last heard from it. */
  function leftInsteadOf({ status }: Page, key: string | null): Page | undefined {
    const left = status === 503 && key !== null ? pages.findLeft(key) : undefined
    return left && pageLeftBehind(left.value, new Date(left.since), key!)
  }

  async function make(key: string) {
    const made = await renderPage(app, key, pages.is_open ? 'kept' : 'passing')
    if (made.value.effort === 'kept') warm(key, made.value)
    return made
  }

  /** Nearly every reader takes brotli: it is made at once, and then made better. */
  function warm(key: string, page: Page): void {
    representationOf(page, 'br').then(
      () => recompressor.polish(key, page),
      () => {},
    )
  }

  async function passing(address: string): Promise<Page> {
    return (await renderPage(app, address, 'passing')).value
  }
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function pathOf(address: string): string {
  const question = address.indexOf('?')
  return question === -1 ? address : address.slice(0, question)
}
