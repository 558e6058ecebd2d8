import { lookUp } from '../../shared/look-up.ts'

/** The query parameters that make variants of a page, each with the values it may take: `{ co: ['nho', 'lon'], tp: ['cao'] }`. */
export type Variants = Readonly<Record<string, readonly string[]>>

/** What Facebook, Zalo, Google and mailing programs add to a link. No page reads them, so they make no variant of one. */
const trackers = /^(?:fbclid|gclid|zarsrc|mc_cid|mc_eid|utm_[a-z]+)$/

/** Our own addresses are plain ASCII without empty, dot or escaped segments; any other spelling of one is never kept. */
const plain_path = /^(?:\/|(?:\/(?!\.)[A-Za-z0-9\-._~]+)+\/?)$/

/**
 * The one name under which an address is kept: its path and its variants in order. Null when the address may not be kept at all:
 * a parameter nobody declared, a value not on its list or a second spelling of a path would let a stranger fill the memory.
 */
export function pageKey(address: string, variants: Variants): string | null {
  const question = address.indexOf('?')
  if (question === -1) return plain_path.test(address) ? address : null
  const path = address.slice(0, question)
  const kept = variantsIn(address.slice(question + 1), variants)
  if (kept === null || !plain_path.test(path)) return null
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

function variantsIn(query: string, variants: Variants): string[] | null {
  const kept: string[] = []
  const seen = new Set<string>()
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2)
    if (pair === '' || trackers.test(name)) continue
    if (seen.has(name) || !lookUp(variants, name)?.includes(value)) return null
    seen.add(name)
    kept.push(`${name}=${value}`)
  }
  return kept.sort()
}
