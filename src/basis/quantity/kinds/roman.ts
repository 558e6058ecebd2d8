import { lookUp } from '../../shared/look-up.ts'
import type { Token } from '../tokens.ts'

const ROMAN = /^(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
const VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** The value of a Roman numeral in capitals (1–89, enough for congresses, terms, quarters and centuries), or null. */
export function romanAt(tokens: Token[], at: number): number | null {
  const { key, kind, capital, parted } = tokens[at]!
  if (kind !== 'word' || !capital || parted || !ROMAN.test(key)) return null
  let value = 0
  for (let i = 0; i < key.length; i++) {
    const one = lookUp(VALUES, key[i]!)!
    value += one < (lookUp(VALUES, key[i + 1] ?? '') ?? 0) ? -one : one
  }
  return value
}
