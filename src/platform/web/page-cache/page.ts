import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, gzip, constants as zlib } from 'node:zlib'
import type { Encoding } from '../negotiate.ts'

/** What was rendered: status, headers and bytes. */
export type Rendered = { status: number; headers: readonly (readonly [name: string, value: string])[]; body: Uint8Array }

/** One form of a page, ready to be written: the raw header list of `writeHead`, and the bytes as a latin1 string. */
export type Representation = { headers: string[]; body: string }

/**
 * How hard its brotli is pressed. 5 costs half a millisecond, 11 thirty and a tenth fewer bytes; 0 is for what nobody
 * will ask for again: a tenth of a millisecond, a quarter more bytes.
 */
export type Effort = 'passing' | 'kept' | 'polished'
const qualities: Record<Effort, number> = { passing: 0, kept: 5, polished: 11 }

/**
 * A page ready to be sent; its compressed forms are made when first asked for. The entity tag of each form is the
 * digest of headers and bytes, followed by the encoding and its quality: each tag names exactly one sequence of bytes,
 * and all tags of one digest name the same content.
 */
export type Page = Rendered & {
  digest: string
  effort: Effort
  ready: Partial<Record<Encoding, Representation>>
  making: Partial<Record<Encoding, Promise<Representation>>>
}

const compressible = /^(?:text\/|image\/svg|application\/(?:[\w.]+\+)?(?:json|xml|javascript|manifest))/
/** Pressing so little so quickly, in bytes, is less work than handing it to another thread and taking it back. */
const longest_brief = 128 * 1024
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Makes the plain form of a page, which is its only one where compressing does not help. */
export function preparePage(rendered: Rendered, effort: Effort): Page {
  const has_forms = isCompressible(rendered)
  const headers = has_forms ? [...rendered.headers, ['vary', 'Accept-Encoding'] as const] : rendered.headers
  const page: Page = { ...rendered, headers, digest: digestOf(rendered), effort, ready: {}, making: {} }
  const plain = representation(page, page.body, null, '')
  page.ready = has_forms ? { identity: plain } : { identity: plain, gzip: plain, br: plain }
  return page
}

/**
 * What a page may come to hold in memory, in bytes: the plain body twice, and at most as much again in its compressed
 * forms.
 */
export function weightOf({ body }: Page): number {
  return body.length * 3 + 4096
}

/** The page in one encoding, made in the thread pool unless it is ready. */
export async function representationOf(page: Page, encoding: Encoding): Promise<Representation> {
  const ready = page.ready[encoding]
  if (ready !== undefined) return ready
  page.making[encoding] ??= encoding === 'br' ? compressBrotli(page, page.effort) : compressGzip(page)
  page.ready[encoding] = await page.making[encoding]
  return page.ready[encoding]
}

/** Replaces the quick brotli of a page by the best one, for every later reader. */
export async function recompressPage(page: Page): Promise<void> {
  const quick = page.ready.br
  if (quick === undefined || quick === page.ready.identity || page.effort === 'polished') return
  page.effort = 'polished'
  const best = await compressBrotli(page, 'polished')
  if (best.body.length < quick.body.length) page.ready.br = best
}

/**
 * The entity tag, as its owner wrote it, by which `If-None-Match` shows that the reader holds this content in some
 * encoding; or null.
 */
export function tagHeldBy(page: Page, if_none_match: string): string | null {
  if (page.status !== 200) return null
  for (const item of if_none_match.split(',')) {
    const tag = item.trim().replace(/^W\//, '')
    if (tag === '*') return entityTag(page, '')
    if (tag.startsWith(`"${page.digest}`) && /^(?:-(?:br0|br5|br11|gz))?"$/.test(tag.slice(page.digest.length + 1))) return tag
  }
  return null
}

function isCompressible({ headers, body }: Rendered): boolean {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  return compressible.test(type) && body.length > 0
}

async function compressBrotli(page: Page, effort: Effort): Promise<Representation> {
  const quality = qualities[effort]
  const params = {
    [zlib.BROTLI_PARAM_QUALITY]: quality,
    [zlib.BROTLI_PARAM_SIZE_HINT]: page.body.length,
    [zlib.BROTLI_PARAM_LGWIN]: windowFor(page.body.length),
  }
  const is_brief = effort === 'passing' && page.body.length <= longest_brief
  return representation(
    page,
    is_brief ? brotliCompressSync(page.body, { params }) : await brotli(page.body, { params }),
    'br',
    `-br${quality}`,
  )
}

/**
 * The smallest window that holds the whole page: the same bytes as with the usual four megabytes, which each
 * compression would have to fetch and clear.
 */
function windowFor(length: number): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 16))))
}

async function compressGzip(page: Page): Promise<Representation> {
  return representation(page, await gzipped(page.body), 'gzip', '-gz')
}

function representation(page: Page, bytes: Uint8Array, encoding: Encoding | null, suffix: string): Representation {
  const headers = page.headers.flat()
  if (encoding !== null) headers.push('content-encoding', encoding)
  if (page.status === 200) headers.push('etag', entityTag(page, suffix))
  headers.push('content-length', String(bytes.length))
  // A latin1 string leaves the process byte for byte as it is and, unlike a buffer, in one write with the header before
  // it.
  return { headers, body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1') }
}

function entityTag(page: Page, suffix: string): string {
  return `"${page.digest}${suffix}"`
}

function digestOf({ headers, body }: Rendered): string {
  return createHash('sha256').update(JSON.stringify(headers)).update(body).digest('base64url').slice(0, 22)
}
