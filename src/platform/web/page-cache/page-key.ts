import { lookUp } from '../../../basis/shared/look-up.ts'
import { isTracker, type Question } from '../questions.ts'

/**
 * The query parameters that make kept variants of a page, each with the values it may take:
 * `{ co: ['nho', 'lon'], tp: ['cao'] }`; and what else it is asked, which is never kept.
 */
export type Variants = Question & { kept: Readonly<Record<string, readonly string[]>> }

/**
 * Our own addresses are plain ASCII without empty, dot or escaped segments; any other spelling of one is never kept.
 */
const plain_path = /^(?:\/|(?:\/(?!\.)[A-Za-z0-9\-._~]+)+\/?)$/

/** A name as a link writes it: none that is escaped, which a handler might yet read as one that it knows. */
const plain_name = /^[A-Za-z0-9_.-]+$/

/**
 * The one name under which an address is kept: its path and its variants in order, without what the page passes over.
 * Null when the address may not be kept at all: a question, what a strict page refuses, a value not on its list or a
 * second spelling of a path would let a stranger fill the memory.
 */
export function pageKey(address: string, variants: Variants): string | null {
  const question = address.indexOf('?')
  if (question === -1) return plain_path.test(address) ? address : null
  const path = address.slice(0, question)
  const kept = variantsIn(address.slice(question + 1), variants)
  if (kept === null || !plain_path.test(path)) return null
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

function isPassedOver(name: string, { asked, is_strict, kept }: Variants): boolean {
  return !is_strict && plain_name.test(name) && !asked.includes(name) && !Object.hasOwn(kept, name)
}

function variantsIn(query: string, variants: Variants): string[] | null {
  const kept: string[] = []
  const seen = new Set<string>()
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2)
    if (pair === '' || isTracker(name) || isPassedOver(name, variants)) continue
    if (seen.has(name) || !lookUp(variants.kept, name)?.includes(value)) return null
    seen.add(name)
    kept.push(`${name}=${value}`)
  }
  return kept.sort()
}
