import { createHash } from 'node:crypto'
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline'
import vietnamese from '@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-normal.woff2?inline'
import page_tools from './browser/page-tools.js?raw'
import favicon from './styles/favicon.svg?raw'
import { readerStyle } from './styles/reader-style.ts'
import licence from './styles/source-sans-3-licence.txt?raw'

/** A file that pages point to: its address holds the hash of its bytes, so it may be kept for ever. */
export type Asset = { path: string; type: string; bytes: Buffer }

const folder = '/tai-nguyen'

/** Makes an asset of bytes or text; `name` stays in front of the hash so that a person can read the address. */
export function assetOf(name: string, type: string, content: string | Buffer): Asset {
  const bytes = Buffer.from(content)
  const [stem, ending] = splitName(name)
  return { path: `${folder}/${stem}-${hashOf(bytes).toString('hex').slice(0, 12)}.${ending}`, type, bytes }
}

const latin_font = assetOf('source-sans-3-latin.woff2', 'font/woff2', bytesOf(latin))
const vietnamese_font = assetOf('source-sans-3-vietnamese.woff2', 'font/woff2', bytesOf(vietnamese))
/** The licence of the font goes wherever the font goes (SIL OFL 1.1, condition 2). */
const font_licence = assetOf('source-sans-3-licence.txt', 'text/plain; charset=utf-8', licence)
const icon = assetOf('favicon.svg', 'image/svg+xml', favicon)

/** The module of every page: it reads aloud and prints. */
export const tools_script = assetOf('trang.js', 'text/javascript; charset=utf-8', page_tools)

/** What every page is set in: named in its head, so that they come with the text and not after it. */
export const font_hrefs = [latin_font.path, vietnamese_font.path]
export const icon_href = icon.path
export const font_licence_href = font_licence.path

/**
 * The reader's style, inline in every page: one request to the first paint. The policy of a page allows it by this hash
 * and no other.
 */
export const inline_style = readerStyle({ latin_href: latin_font.path, vietnamese_href: vietnamese_font.path })
export const inline_style_hash = `sha256-${hashOf(inline_style).toString('base64')}`

/** What the shell serves under `/tai-nguyen/`, besides the assets of the rooms. */
export const assets: Asset[] = [latin_font, vietnamese_font, font_licence, icon, tools_script]

/** Vite gives a file imported with `?inline` as a data address. */
function bytesOf(data_url: string): Buffer {
  return Buffer.from(data_url.slice(data_url.indexOf(',') + 1), 'base64')
}

function hashOf(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}

function splitName(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return [name.slice(0, dot), name.slice(dot + 1)]
}
