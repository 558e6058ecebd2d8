import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { tokenOf } from '../door.ts'

/**
 * Something bad that somebody sends. `door` is what it is sent to, `says` names it in a note; where it `must_refuse`, no
 * answer but a refusal is right, and whatever is not said so may be taken if it is taken whole. `endless`: so many bytes
 * more follow the body.
 */
export type Try = {
  door: 'editor' | 'form' | 'word' | 'photos' | 'address'
  says: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: Buffer
  must_refuse?: boolean
  endless?: number
}

export type Answer = { status: number; location: string | null; text: string; ms: number }

const agent = new Agent({ keepAlive: true })
const megabyte = Buffer.alloc(1024 * 1024)

/** Sends it as the browser of somebody who is signed in; 0 is the status where the other side hung up without a word. */
export async function send(address: string, person_id: number, tried: Try): Promise<Answer> {
  const started = performance.now()
  // A kept connection that the other side was just closing: browsers ask again, and so do we.
  const answer = (await sendOnce(address, person_id, tried)) ?? (await sendOnce(address, person_id, tried))
  return { ...(answer ?? { status: 0, location: null, text: '' }), ms: performance.now() - started }
}

function sendOnce(
  address: string,
  person_id: number,
  { path, method, headers, body, endless = 0 }: Try,
): Promise<Omit<Answer, 'ms'> | null> {
  const { promise, resolve } = Promise.withResolvers<Omit<Answer, 'ms'> | null>()
  const length = body && { 'content-length': String(body.length + endless) }
  const asked = request(
    `${address}${path}`,
    {
      agent,
      method: method ?? (body ? 'POST' : 'GET'),
      headers: { cookie: `neu-guong=${tokenOf(person_id)}`, 'sec-fetch-site': 'same-origin', ...length, ...headers },
    },
    response => {
      const { location = null } = response.headers
      text(response).then(
        read => {
          resolve({ status: response.statusCode!, location, text: read })
          if (endless > 0) asked.destroy()
        },
        () => resolve(null),
      )
    },
  )
  asked.on('error', () => resolve(null))
  if (body) asked.write(body)
  let left = endless
  const more = () => {
    while (left > 0 && !asked.destroyed) {
      left -= megabyte.length
      if (!asked.write(megabyte)) return asked.once('drain', more)
    }
    return asked.end()
  }
  more()
  return promise
}

export const as_form = { 'content-type': 'application/x-www-form-urlencoded' }
const boundary = 'ranh-gioi-cua-bieu-mau-thu'
export const as_file_form = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** A form with a file in it, as browsers write one. */
export function fileForm(name: string, bytes: Uint8Array, fields: Record<string, string> = {}): Buffer {
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`
  const written = Object.entries(fields).map(([field, value]) => `${part(`name="${field}"`)}\r\n${value}\r\n`)
  const file = `${part(`name="file"; filename="${name}"`)}Content-Type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(written.join('') + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

let presses = 0
/** The key of one press of a button. */
export function pressKey(): string {
  return `press-of-bad-input-${String(++presses).padStart(8, '0')}`
}
