import type { IncomingMessage, ServerResponse } from 'node:http'
import { displayIn } from '../display.ts'
import { languageOf } from '../language.ts'
import type { SiteProps } from '../layout.tsx'
import type { Log } from '../log.ts'
import type { Turned } from './busy-page.tsx'

export type SecurityHeaders = readonly [name: string, value: string][]
export type Refusal = { status: number; page: Buffer; retry_after?: number | undefined }

const no_data = Buffer.from('{}')
const is_told_every_ms = 10_000

/** Answers before the framework is asked: with a page, or for a script without one. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, headers: SecurityHeaders, refusal: Refusal): void {
  const is_script = request.headers.accept === 'application/json'
  const body = is_script ? no_data : refusal.page
  response.writeHead(refusal.status, [
    ...headers.flat(),
    ...['content-type', is_script ? 'application/json' : 'text/html; charset=UTF-8', 'content-language', turnedAt(request.url!).lang],
    ...['cache-control', 'no-store', 'content-length', String(body.length)],
    ...(refusal.retry_after === undefined ? [] : ['retry-after', String(refusal.retry_after)]),
  ])
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** An address that cannot be read is refused in Vietnamese, and as usual. */
export function turnedAt(address: string, site?: SiteProps): Turned {
  const { pathname, searchParams } = URL.parse(address, 'http://here.invalid') ?? new URL('http://here.invalid')
  return { lang: languageOf(pathname), display: displayIn(searchParams), site }
}

/**
 * A line in the log for all who were refused within some seconds, counted by why, not one for each: a rush has enough
 * to do.
 */
export function noteRefusals(log: Log, name: string, message: string): (why: string | number) => void {
  const counts = new Map<string | number, number>()
  const say = () => {
    log.warn({ [name]: Object.fromEntries(counts) }, message)
    counts.clear()
  }
  return why => {
    if (counts.size === 0) setTimeout(say, is_told_every_ms).unref()
    counts.set(why, (counts.get(why) ?? 0) + 1)
  }
}
