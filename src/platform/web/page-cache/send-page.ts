import type { IncomingMessage, ServerResponse } from 'node:http'
import { bestEncoding, type Encoding } from '../negotiate.ts'
import { type Page, type Representation, representationOf, tagHeldBy } from './page.ts'

/** Sends a page in the encoding its reader prefers, or tells him that what he holds is still so. */
export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): void {
  const held = headerOf(request, 'if-none-match')
  const tag = held === undefined ? null : tagHeldBy(page, held)
  if (tag === null) sendForm(page, bestEncoding(headerOf(request, 'accept-encoding')), request, response)
  else sendUnchanged(page, tag, response)
}

function sendForm(page: Page, encoding: Encoding, request: IncomingMessage, response: ServerResponse): void {
  const ready = page.ready[encoding]
  const finish = (form: Representation) => send(page, form, request, response)
  if (ready !== undefined) finish(ready)
  else representationOf(page, encoding).then(finish, () => finish(page.ready.identity!))
}

function send({ status }: Page, { headers, body }: Representation, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(body, 'latin1')
}

/** RFC 9110 §15.4.5: the headers that a full answer would have had, but for those that describe the bytes. */
function sendUnchanged({ headers }: Page, tag: string, response: ServerResponse): void {
  const kept = headers.filter(([name]) => !name.startsWith('content-') || name === 'content-security-policy')
  response.writeHead(304, [...kept.flat(), 'etag', tag])
  response.end()
}

/**
 * The lines of one header as one list (RFC 9110 §5.3). Node's `headers` would make a record of all of them, for every
 * request.
 */
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  let lines: string | undefined
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]!.length !== name.length || rawHeaders[i]!.toLowerCase() !== name) continue
    lines = lines === undefined ? rawHeaders[i + 1]! : `${lines}, ${rawHeaders[i + 1]!}`
  }
  return lines
}
