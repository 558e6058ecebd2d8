import type { IncomingMessage } from 'node:http'

/** A form that was sent and not taken: where to, and what was in it. */
export type Sent = { path: string; fields: [name: string, value: string][]; had_files: boolean }

/** The longest body that is read only to be given back, in bytes: as long as the longest form with a file; and how much of all such bodies is held at once, so that a crowd with files does not fill the memory. */
const most_bytes = 17 * 1024 * 1024
const most_held = 128 * 1024 * 1024
let held = 0

/** What was sent in a request. Null: no form, too long to give back, or not readable. */
export async function sentIn(request: IncomingMessage): Promise<Sent | null> {
  const body = await bodyOf(request)
  const type = request.headers['content-type'] ?? ''
  if (body === null || body.length === 0) return null
  const fields = type.startsWith('application/x-www-form-urlencoded')
    ? [...new URLSearchParams(body.toString())]
    : await partsOf(body, type)
  if (fields === null) return null
  const written = fields.filter((field): field is [string, string] => typeof field[1] === 'string')
  return { path: request.url!, fields: written, had_files: written.length < fields.length }
}

/** Read to its end also where it is too long: the answer would else be lost with the connection. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  let is_too_long = false
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      is_too_long ||= length + chunk.length > most_bytes || held + chunk.length > most_held
      if (is_too_long) continue
      chunks.push(chunk)
      length += chunk.length
      held += chunk.length
    }
    return is_too_long ? null : Buffer.concat(chunks)
  } finally {
    held -= length
  }
}

async function partsOf(body: Buffer, type: string): Promise<[string, string | File][] | null> {
  if (!type.startsWith('multipart/form-data')) return null
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().then(
    form => [...form],
    () => null,
  )
}
