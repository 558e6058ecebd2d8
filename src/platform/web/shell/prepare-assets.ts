import type { Asset } from '../assets.ts'
import { type Page, preparePage, representationOf } from '../page-cache/page.ts'

export const for_ever = 'public, max-age=31536000, immutable'
/** For the few files whose address cannot carry the hash of their bytes. */
export const for_an_hour = 'public, max-age=3600'

type Headers = readonly (readonly [name: string, value: string])[]

/** Makes every file ready to be sent, compressed as far as it goes: nothing of it is left to do when a reader asks. */
export async function prepareAssets(assets: readonly Asset[], headers: Headers, lasting = for_ever): Promise<Map<string, Page>> {
  const pages = assets.map(asset => [asset.path, preparePage(renderedOf(asset, headers, lasting), 'polished')] as const)
  await Promise.all(pages.flatMap(([, page]) => [representationOf(page, 'br'), representationOf(page, 'gzip')]))
  return new Map(pages)
}

function renderedOf({ type, bytes }: Asset, headers: Headers, lasting: string) {
  return { status: 200, headers: [['content-type', type] as const, ['cache-control', lasting] as const, ...headers], body: bytes }
}
