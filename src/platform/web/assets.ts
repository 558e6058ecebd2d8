import { createHash } from 'node:crypto'
import easy_latin from '@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2?inline'
import easy_vietnamese from '@fontsource-variable/lexend/files/lexend-vietnamese-wght-normal.woff2?inline'
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline'
import vietnamese from '@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-normal.woff2?inline'
import page_tools from './browser/page-tools.js?raw'
import type { Face } from './display.ts'
import easy_type from './styles/easy-type.css?raw'
import favicon from './styles/favicon.svg?raw'
import easy_licence from './styles/lexend-licence.txt?raw'
import { readerStyle, squeezed } from './styles/reader-style.ts'
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

const ordinary_type = typeOf('source-sans-3', { latin, vietnamese, licence })
const lexend = typeOf('lexend', { latin: easy_latin, vietnamese: easy_vietnamese, licence: easy_licence })
const icon = assetOf('favicon.svg', 'image/svg+xml', favicon)

/** The module of every page: it reads aloud and prints. */
export const tools_script = assetOf('trang.js', 'text/javascript; charset=utf-8', page_tools)

/** What a page is set in: its fonts stand in its head, so that they come with the text and not after it. */
export const types: Record<Face, Type> = {
  ordinary: ordinary_type,
  easy: { ...lexend, style: assetOf('chu-de-doc.css', 'text/css; charset=utf-8', squeezed(withFonts(easy_type, lexend))) },
}
export const icon_href = icon.path

/**
 * The reader's style, inline in every page: one request to the first paint. The policy of a page allows it by this hash
 * and no other.
 */
export const inline_style = withFonts(readerStyle(), ordinary_type)
export const inline_style_hash = `sha256-${hashOf(inline_style).toString('base64')}`

/** What the shell serves under `/tai-nguyen/`, besides the assets of the rooms. */
export const assets: Asset[] = [...Object.values(types).flatMap(type => Object.values(type)), icon, tools_script]

type Type = {
  latin: Asset
  vietnamese: Asset
  /** It goes wherever the font goes (SIL OFL 1.1, condition 2). */
  licence: Asset
  /** The sheet that sets the page in it, where that is not the sheet of every page. */
  style?: Asset
}

function typeOf(name: string, { latin, vietnamese, licence }: Record<'latin' | 'vietnamese' | 'licence', string>): Type {
  return {
    latin: assetOf(`${name}-latin.woff2`, 'font/woff2', bytesOf(latin)),
    vietnamese: assetOf(`${name}-vietnamese.woff2`, 'font/woff2', bytesOf(vietnamese)),
    licence: assetOf(`${name}-licence.txt`, 'text/plain; charset=utf-8', licence),
  }
}

function withFonts(css: string, { latin, vietnamese }: Type): string {
  return css.replace('%latin%', latin.path).replace('%vietnamese%', vietnamese.path)
}

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
