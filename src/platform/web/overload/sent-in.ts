import type { IncomingMessage } from 'node:http'
import { bodyOf } from './receive-first.ts'

/** A form that was sent and not taken: where to, and what was in it. */
export type Sent = { path: string; fields: [name: string, value: string][]; had_files: boolean }

/** What was sent in a request. Null: no form, or not readable. */
export async function sentIn(request: IncomingMessage): Promise<Sent | null> {
  const body = bodyOf(request)
  const type = request.headers['content-type'] ?? ''
  if (body.length === 0) return null
  const fields = type.startsWith('application/x-www-form-urlencoded')
    ? [...new URLSearchParams(body.toString())]
    : await partsOf(body, type)
  if (fields === null) return null
  const written = fields.filter((field): field is [string, string] => typeof field[1] === 'string')
  return { path: request.url!, fields: written, had_files: written.length < fields.length }
}

async function partsOf(body: Buffer, type: string): Promise<[string, string | File][] | null> {
  if (!type.startsWith('multipart/form-data')) return null
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().then(
    form => [...form],
    () => null,
  )
}
