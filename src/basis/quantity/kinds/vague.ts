import { lookUp } from '../../shared/look-up.ts'
import { type Found, found } from '../found.ts'
import { phraseAt, phrases } from '../phrases.ts'
import type { Bound } from '../quantity.ts'
import type { Page } from '../text/page.ts'
import type { Token } from '../tokens.ts'
import { countsHere, readCounted } from './counts.ts'
import { isScale, SCALES } from './number-words.ts'
import { isSpan, MEASURES_GOODS, readUnit } from './units.ts'

/**
 * Words before a scale, and the multiples of it that they leave open: "hàng trăm" 1–9, "vài chục" 2–9, "mấy trăm" 2–9.
 */
const SOME: Record<string, number> = { hàng: 1, vài: 2, mấy: 2, dăm: 3, cả: 1, hằng: 1 }

/** A few, said by two neighbours or by the ten alone; a scale may follow: "dăm ba hộ", "vài ba chục", "mươi người". */
const FEW = phrases<[least: number, most: number]>([
  ['dăm ba', [3, 5]],
  ['dăm bảy', [5, 7]],
  ['vài ba', [2, 3]],
  ['đôi ba', [2, 3]],
  ['vài mươi', [20, 99]],
  ['mươi', [10, 10]],
])

/**
 * "hầu hết các xã": nine of ten at least; "đa số", "phần lớn": more than half; "tất cả", "toàn bộ": every one. Rules of
 * the house, to be agreed with the editors.
 */
const MOST = phrases<{ least: number; bound: Bound | null }>([
  ['hầu hết', { least: 90, bound: 'at-least' }],
  ...['đa số', 'phần lớn', 'đại đa số', 'phần đông'].map(word => [word, { least: 50, bound: 'over' as const }] as const),
  ...['toàn bộ', 'tất cả'].map(word => [word, { least: 100, bound: null }] as const),
])

/** "gấp đôi", "gấp rưỡi": times, said in one word. */
const TIMES: Record<string, number> = { đôi: 2, rưỡi: 1.5, hai: 2, ba: 3, tư: 4, bốn: 4 }

export const vagueStarts = [...Object.keys(SOME), ...FEW.keys(), ...MOST.keys(), 'gấp']

/** "hàng trăm tập thể, cá nhân", "hàng chục nghìn người", "vài chục hộ", "hàng chục, hàng trăm". */
export function readVague({ tokens }: Page, at: number): Found | null {
  if (tokens[at]!.key === 'gấp') return readTimes(tokens, at)
  const few = phraseAt(FEW, tokens, at)
  const least = few?.means[0] ?? lookUp(SOME, tokens[at]!.key)
  if (least === undefined) return readMost(tokens, at)
  const first = few?.next ?? at + 1
  let next = first
  let power = 0
  while (next < first + 3 && isScale(tokens, next)) power += lookUp(SCALES, tokens[next++]!.key)!
  if (power === 0 && !(few && (countsHere(tokens, next) || readUnit(tokens, next)))) return null
  const one = 10 ** power
  const unit = readUnit(tokens, next)
  const goods = unit && MEASURES_GOODS.test(unit.unit)
  const counted = unit && !goods ? null : readCounted(tokens, unit?.next ?? next)
  const value = { least: least * one, most: few ? few.means[1] * one : 10 * one - 1, unit: unit?.unit ?? null }
  return found(at, unit?.next ?? counted?.next ?? next, isSpan(value.unit) ? 'date' : 'claim', null, {
    value,
    counts: counted?.counts ?? null,
    ...(isSpan(value.unit) && { detail: { what: 'span' } }),
  })
}

function readTimes(tokens: Token[], at: number): Found | null {
  const times = lookUp(TIMES, tokens[at + 1]!.key)
  if (!times || tokens[at + 1]!.parted || isScale(tokens, at + 2) || /^(lần|mươi|rưỡi)$/.test(tokens[at + 2]!.key)) return null
  return found(at, at + 2, 'claim', null, { value: { least: times, most: times, unit: 'lần' } })
}

/** Only before what it quantifies: "hầu hết các lĩnh vực", "toàn bộ 23 xã" (there the number speaks). */
function readMost(tokens: Token[], at: number): Found | null {
  const most = phraseAt(MOST, tokens, at)
  if (!most) return null
  const behind = tokens[most.next]!
  const noun = /^(các|những|số|mọi)$/.test(behind.key) ? most.next + 1 : most.next
  const counted = readCounted(tokens, noun)
  if (behind.parted || !(noun > most.next || counted?.known)) return null
  const { least, bound } = most.means
  const value = { least, most: bound === null ? least : null, unit: '%' }
  return found(at, most.next, 'claim', null, { value, bound, counts: counted?.known ? counted.counts : null })
}
