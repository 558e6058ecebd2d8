import type { IncomingMessage, ServerResponse } from 'node:http'
import { ordinary_display } from '../display.ts'
import { type Language, languageOf, languages } from '../language.ts'
import { readingOf, renderPage } from '../layout.tsx'
import { CrowdPage } from './crowd-page.tsx'
import { comeAgain } from './keep-crowd-out.tsx'
import { laneOf } from './lane-of.ts'
import type { Lanes } from './lanes.ts'

/**
 * Tells a reader at the door to come again, where their lane would refuse them; answers whether it did. It costs a hundredth of what it spares: under a rush most of the time would else be spent on
 * refusing. A form is not turned away here: what was sent must be read first.
 */
export function turnAway(
  lanes: Lanes,
  headers: readonly [string, string][],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const pages = new Map<string, Buffer>()
  const pageOf = (lang: Language, seconds: number): Buffer => {
    const key = `${lang} ${seconds}`
    const page = pages.get(key) ?? Buffer.from(renderPage(<CrowdPage reading={readingOf(lang, ordinary_display)} seconds={seconds} />))
    pages.set(key, page)
    return page
  }
  for (const lang of languages) pageOf(lang, 5)
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const address = URL.parse(request.url ?? '', 'http://here.invalid')
    if (address === null || machine.has(address.pathname)) return false
    const lane = laneOf(request.method, address)
    if (!lanes.refuses(lane)) return false
    const seconds = comeAgain(lane)
    const page = pageOf(languageOf(address.pathname), seconds)
    response.writeHead(503, [
      ...headers.flat(),
      ...[
        'content-type',
        'text/html; charset=UTF-8',
        'cache-control',
        'no-store',
        'retry-after',
        String(seconds),
        'content-length',
        String(page.length),
      ],
    ])
    response.end(request.method === 'HEAD' ? undefined : page)
    return true
  }
}

const machine = new Set(['/healthz', '/readyz'])
