import type { Quantity } from '../../../basis/quantity/index.ts'
import type { Reach } from './reach.ts'
import type { Chunk } from './sentence.ts'

/** A claim told of a hundred: the words that are left, and the number as the rate that it is. */
type PerHundred = { reach: Reach; quantity: Quantity; is_base: boolean }

/**
 * «Cứ 100 xã của tỉnh thì có gần 16 xã»: sixteen of a hundred are a rate, and the hundred is no claim by itself. Of
 * another number than a hundred it is not known how exactly it is meant.
 */
export function perHundred(reach: Reach, quantity: Quantity): PerHundred {
  const base = baseIn(reach.own)
  const others = reach.own.filter(({ slot }, i) => slot === 'number' && i !== base)
  if (base < 0 || others.length !== 1 || !countsTheSame(reach.own[base]!, others[0]!)) return { reach, quantity, is_base: false }
  if (reach.at === base) return { reach, quantity, is_base: true }
  const own = reach.own.map(
    (chunk, i): Chunk => (i === base || i === base - 1 ? { ...chunk, slot: 'silent', says: '', quantity: null } : chunk),
  )
  return { reach: { ...reach, own }, quantity: { ...quantity, value: { ...quantity.value, unit: '%' } }, is_base: false }
}

function baseIn(own: readonly Chunk[]): number {
  return own.findIndex(({ quantity }, i) => isHundred(quantity) && /^cứ$/i.test(own[i - 1]?.text ?? ''))
}

function isHundred(quantity: Quantity | null): boolean {
  return quantity?.value.least === 100 && quantity.value.most === 100 && quantity.value.unit === null && quantity.share === null
}

function countsTheSame({ quantity: base }: Chunk, { quantity: part }: Chunk): boolean {
  return part !== null && part.value.unit === null && part.share === null && part.counts !== null && part.counts === base?.counts
}
