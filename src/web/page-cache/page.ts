import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { Encoding } from '../negotiate.ts'

/** What a handler made: status, headers and bytes, the tags it declared (null: none, so not to be kept) and its last instant in ms. */
export type Rendered = {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
  tags: readonly string[] | null
  until: number
  /** The pattern of the route that made it, for the log: `/bai/:id`. */
  route: string
}

/** One form of a page, ready to be written: the raw header list of `writeHead`, and the bytes as a latin1 string. */
export type Representation = { headers: string[]; body: string }

/**
 * A page ready to be sent. Its other encodings are made when first asked for. The entity tag of each encoding is the digest of
 * headers and bytes followed by the encoding and its quality, so each tag names exactly one sequence of bytes, and every tag
 * of the same digest names the same content.
 */
export type Page = Rendered & {
  digest: string
  ready: Partial<Record<Encoding, Representation>>
  making: Partial<Record<Encoding, Promise<Representation>>>
  /** What it may come to hold in memory, in bytes: the plain body, and at most as much again in its compressed forms. */
  weight: number
}

const compressible = /^(?:text\/|image\/svg|application\/(?:[\w.]+\+)?(?:json|xml|javascript|manifest))/
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const weight_of_a_record = 4096
const qualities_of_brotli = { passing: 1, kept: 5, polished: 11 }

/** Makes the plain form of a page. */
export function preparePage(rendered: Rendered): Page {
  const digest = digestOf(rendered)
  const page: Page = { ...rendered, digest, ready: {}, making: {}, weight: rendered.body.length * 2 + weight_of_a_record }
  const plain = representation(page, rendered.body, null, '')
  page.ready = isCompressible(rendered) ? { identity: plain } : { identity: plain, gzip: plain, br: plain }
  return page
}

/**
 * The page in one encoding, made in the thread pool unless it is ready. A page that is only passing through gets the quickest
 * compression: brotli 5 costs half a millisecond, more than the render.
 */
export async function representationOf(page: Page, encoding: Encoding): Promise<Representation> {
  const ready = page.ready[encoding]
  if (ready !== undefined) return ready
  page.making[encoding] ??= encoding === 'br' ? compressBrotli(page, page.tags === null ? 'passing' : 'kept') : compressGzip(page)
  page.ready[encoding] = await page.making[encoding]
  return page.ready[encoding]
}

/** Replaces the quick brotli of a kept page by the best one: 30 ms of a pool thread, a tenth fewer bytes for every later reader. */
export async function polishPage(page: Page): Promise<void> {
  const quick = page.ready.br
  if (quick === undefined || quick === page.ready.identity) return
  const best = await compressBrotli(page, 'polished')
  if (best.body.length < quick.body.length) page.ready.br = best
}

/** The entity tag, as its owner wrote it, by which `If-None-Match` shows that the reader holds this content in some encoding; or null. */
export function tagHeldBy(page: Page, if_none_match: string): string | null {
  for (const item of if_none_match.split(',')) {
    const tag = item.trim().replace(/^W\//, '')
    if (tag === '*') return entityTag(page, '')
    if (tag.startsWith(`"${page.digest}`) && /^(?:-(?:br1|br5|br11|gz))?"$/.test(tag.slice(page.digest.length + 1))) return tag
  }
  return null
}

function isCompressible(rendered: Rendered): boolean {
  const type = rendered.headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  return compressible.test(type) && rendered.body.length > 0
}

async function compressBrotli(page: Page, use: keyof typeof qualities_of_brotli): Promise<Representation> {
  const quality = qualities_of_brotli[use]
  const params = { [zlib.BROTLI_PARAM_QUALITY]: quality, [zlib.BROTLI_PARAM_SIZE_HINT]: page.body.length }
  return representation(page, await brotli(page.body, { params }), 'br', `-br${quality}`)
}

async function compressGzip(page: Page): Promise<Representation> {
  return representation(page, await gzipped(page.body), 'gzip', '-gz')
}

function representation(page: Page, bytes: Uint8Array, encoding: Encoding | null, suffix: string): Representation {
  const headers = page.headers.flat()
  if (encoding !== null) headers.push('content-encoding', encoding)
  if (page.status === 200) headers.push('etag', entityTag(page, suffix))
  headers.push('content-length', String(bytes.length))
  // A latin1 string leaves the process byte for byte as it is and, unlike a buffer, in one write with the header before it.
  return { headers, body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).latin1Slice() }
}

function entityTag(page: Page, suffix: string): string {
  return `"${page.digest}${suffix}"`
}

function digestOf({ headers, body }: Rendered): string {
  return createHash('sha256').update(JSON.stringify(headers)).update(body).digest('base64url').slice(0, 22)
}
