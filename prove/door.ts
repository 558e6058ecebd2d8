import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type pg from 'pg'
import { openApp } from '../src/app.ts'
import { openLog } from '../src/platform/web/index.ts'
import type { Register } from './ground.ts'

/** The portal as the program composes it, on a free port of this machine, over a proof's own register. */
export async function openDoor({ database }: Pick<Register, 'database'>): Promise<{ address: string; close(): Promise<void> }> {
  const site = await openApp({
    config: { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null },
    database,
    key: randomBytes(32),
    log: openLog({ level: 'silent' }),
  })
  return { address: `http://127.0.0.1:${site.port}`, close: () => site.stop() }
}

/**
 * Gives people an account and an open session each, as signing in leaves them; the token of a person follows from their
 * number.
 */
export async function letIn(owner: pg.Client, first: number, last: number): Promise<void> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query(
    `insert into account (person_id, sign_in_name) select i, 'nguoi-' || i from generate_series($1::bigint, $2) i on conflict do nothing`,
    [first, last],
  )
  await owner.query(
    `insert into session (person_id, token_digest, stage, means, agent, begun_at, seen_at)
     select i, encode(sha256(convert_to('phien-' || i, 'utf8')), 'hex'), 'whole', 'password', 'prove', recorded_now(), recorded_now() from generate_series($1::bigint, $2) i`,
    [first, last],
  )
}

export function tokenOf(person_id: number): string {
  return `phien-${person_id}`
}

export type Answer = { status: number; location: string | null; retry_after: string | null; text: string }

/** Connections are kept, as browsers keep them. */
const agent = new Agent({ keepAlive: true })

/**
 * Somebody at their browser: the cookie of their session, and the header by which browsers say that a form is of this
 * site. By `node:http`, which takes a tenth of what `fetch` does.
 */
export function ask(address: string, person_id: number, path: string, fields?: Record<string, string>): Promise<Answer> {
  const body = fields && String(new URLSearchParams(fields))
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const headers = {
    cookie: `neu-guong=${tokenOf(person_id)}`,
    'sec-fetch-site': 'same-origin',
    ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
  }
  const asked = request(`${address}${path}`, { agent, method: body === undefined ? 'GET' : 'POST', headers }, response => {
    const { location = null, 'retry-after': retry_after = null } = response.headers
    text(response).then(read => resolve({ status: response.statusCode!, location, retry_after, text: read }), reject)
  })
  // A kept connection that the other side was just closing: browsers ask again, and so do we.
  asked.on('error', error => (asked.reusedSocket ? ask(address, person_id, path, fields).then(resolve, reject) : reject(error)))
  asked.end(body)
  return promise
}

/** What a form on a page would send as it stands: hidden fields and what is written in lines. */
export function fieldsOn(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const lines = [...page.matchAll(/<textarea\b[^>]*? name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)]
  return Object.fromEntries([...hidden, ...lines].map(([, name, value]) => [name!, plain(value!)]))
}

function plain(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
}
