import { lookUp } from '../../shared/look-up.ts'
import type { Token } from '../tokens.ts'

/**
 * `strong`: more than one syllable of number, so that it cannot be anything else ("hai mươi"), unlike "ba", "năm",
 * "chín".
 */
export type Worded = { value: number; next: number; strong: boolean }

const ONES: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 }
/** Forms that stand only behind a ten: hai mươi mốt, tư, lăm, nhăm. */
const AFTER_TEN: Record<string, number> = { ...ONES, mốt: 1, tư: 4, lăm: 5, nhăm: 5 }
const ONLY_AFTER_TEN = new Set(['mốt', 'tư', 'lăm', 'nhăm'])
const TENTHS: Record<string, number> = { mốt: 1, hai: 2, ba: 3, tư: 4, bốn: 4, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 }
const GAPS = new Set(['linh', 'lẻ'])

/** Words that multiply, as powers of ten. */
export const SCALES: Record<string, number> = {
  chục: 1, trăm: 2, nghìn: 3, ngàn: 3, vạn: 4, triệu: 6, tr: 6, tỷ: 9, tỉ: 9,
} // biome-ignore format: a table reads by its columns

const THOUSANDS: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 }
/** "tỷ lệ", "tỷ số": not a thousand millions. */
const NOT_BILLION = new Set(['lệ', 'số', 'suất', 'giá', 'trọng', 'mỉ', 'khối', 'phú', 'như'])

const SCALE_WORDS = new Set(Object.keys(SCALES))

export function isScale(tokens: Token[], at: number): boolean {
  const { key, kind, parted } = tokens[at]!
  if (kind !== 'word' || parted || !SCALE_WORDS.has(key)) return false
  if ((key === 'tỷ' || key === 'tỉ') && NOT_BILLION.has(tokens[at + 1]!.key)) return false
  return key !== 'tr' || tokens[at + 1]!.key !== '.' || tokens[at + 2]!.key === 'đ'
}

const FIRST_WORDS = new Set([...Object.keys(ONES), 'mười', 'hăm'])

/** Words that a number in words, or a scale without one, may begin with. */
export const numberStarts = [...FIRST_WORDS, ...Object.keys(SCALES)]

export function startsNumberWord(key: string): boolean {
  return FIRST_WORDS.has(key)
}

/** Reads a number in words: "hai mươi ba", "một trăm linh năm", "ba triệu rưỡi", "một nghìn hai trăm tỷ". */
export function readWords(tokens: Token[], at: number): Worded | null {
  let billions = 0
  let below = 0
  let ceiling = Infinity
  let next = at
  while (true) {
    const section = readSection(tokens, next, next > at)
    if (!section) break
    const scale = thousandAt(tokens, section.next)
    if (scale === null) {
      if (ceiling <= 1 || isLoneOne(tokens, at, next)) break
      below += section.value
      next = section.next
      ceiling = 1
      if (!isBillion(tokens, next)) break
    } else if (scale < 1e9) {
      if (scale >= ceiling) break
      below += section.value * scale
      next = section.next + 1
      ceiling = scale
    } else if (section.value * 1e9 >= 1e9 && ceiling > 1) {
      below += section.value
      next = section.next
    } else break
    if (isBillion(tokens, next)) {
      if (billions > 0) break
      billions = below * 1e9
      below = 0
      next++
      ceiling = 1e9
    }
    const tail = ceiling > 1 ? readTail(tokens, next, ceiling) : null
    if (!tail) continue
    below += tail.value
    next = tail.next
    break
  }
  return next === at ? null : { value: billions + below, next, strong: next - at > 1 }
}

/** "hai mươi triệu một lứa": one word behind a scale goes on with no number. */
function isLoneOne(tokens: Token[], at: number, next: number): boolean {
  return next > at && tokens[next]!.key === 'một' && tokens[next + 1]!.key !== 'trăm'
}

function thousandAt(tokens: Token[], at: number): number | null {
  return isScale(tokens, at) ? (lookUp(THOUSANDS, tokens[at]!.key) ?? null) : null
}

function isBillion(tokens: Token[], at: number): boolean {
  return thousandAt(tokens, at) === 1e9
}

/**
 * "một triệu rưỡi", "một triệu hai" (1,200,000): half or tenths of the scale just named. "năm" is left to the year, and
 * one is "mốt": "hai mươi triệu một lứa" is twenty million for each.
 */
function readTail(tokens: Token[], at: number, scale: number): { value: number; next: number } | null {
  const { key, parted } = tokens[at]!
  if (parted) return null
  if (key === 'rưỡi') return { value: scale / 2, next: at + 1 }
  const one = lookUp(TENTHS, key)
  if (one === undefined || !endsNumber(tokens, at + 1)) return null
  return { value: (one * scale) / 10, next: at + 1 }
}

/** Nothing that goes on with a number stands here. */
function endsNumber(tokens: Token[], at: number): boolean {
  const { key, parted } = tokens[at]!
  return parted || !(lookUp(SCALES, key) !== undefined || key === 'mươi' || key === 'phần' || ONLY_AFTER_TEN.has(key) || GAPS.has(key))
}

/** 1..999; inside a number also "không trăm linh năm" and "linh năm". */
function readSection(tokens: Token[], at: number, inside: boolean): { value: number; next: number } | null {
  const first = tokens[at]!
  if (at > 0 && inside && first.parted) return null
  if (inside && GAPS.has(first.key)) return readGap(tokens, at)
  if (inside && isYearWord(tokens, at)) return null
  const hundreds = first.key === 'không' && inside ? 0 : lookUp(ONES, first.key)
  const hundred = tokens[at + 1]
  if (hundreds === undefined || hundred?.key !== 'trăm' || hundred.parted) return readBelowHundred(tokens, at)
  const base = hundreds * 100
  const rest =
    readGap(tokens, at + 2) ??
    (tokens[at + 2]!.parted ? null : readTens(tokens, at + 2)) ??
    (hundreds > 0 ? readTail(tokens, at + 2, 100) : null)
  return rest ? { value: base + rest.value, next: rest.next } : { value: base, next: at + 2 }
}

/** "hai nghìn năm" are two thousand years: 2005 is "hai nghìn không trăm linh năm". */
function isYearWord(tokens: Token[], at: number): boolean {
  return tokens[at]!.key === 'năm' && !isScale(tokens, at + 1) && readTens(tokens, at) === null
}

function readGap(tokens: Token[], at: number): { value: number; next: number } | null {
  const one = tokens[at + 1] && lookUp(AFTER_TEN, tokens[at + 1]!.key)
  return GAPS.has(tokens[at]!.key) && !tokens[at]!.parted && one ? { value: one, next: at + 2 } : null
}

function readBelowHundred(tokens: Token[], at: number): { value: number; next: number } | null {
  const tens = readTens(tokens, at)
  if (tens) return tens
  const one = lookUp(ONES, tokens[at]!.key)
  return one === undefined ? null : { value: one, next: at + 1 }
}

/** 10..99: mười lăm, hăm ba, hai mươi mốt, hai chục, ba tư. */
function readTens(tokens: Token[], at: number): { value: number; next: number } | null {
  const { key } = tokens[at]!
  if (key === 'mười') return withOnes(tokens, at + 1, 10)
  if (key === 'hăm') {
    const read = withOnes(tokens, at + 1, 20)
    return read.next > at + 1 ? read : null
  }
  const ten = lookUp(ONES, key)
  const second = tokens[at + 1]!
  if (ten === undefined || second.parted) return null
  if (second.key === 'mươi') return withOnes(tokens, at + 2, ten * 10)
  if (second.key === 'chục') return { value: ten * 10, next: at + 2 }
  if (ten > 1 && ONLY_AFTER_TEN.has(second.key) && !second.capital)
    return { value: ten * 10 + lookUp(AFTER_TEN, second.key)!, next: at + 2 }
  return null
}

/** "mười năm" is ten years: fifteen is "mười lăm". A digit before a scale of its own ("mười hai trăm") is left too. */
function withOnes(tokens: Token[], at: number, tens: number): { value: number; next: number } {
  const { key, parted, capital } = tokens[at]!
  const one = parted || capital || key === 'năm' ? undefined : lookUp(AFTER_TEN, key)
  if (one === undefined || tokens[at + 1]?.key === 'mươi') return { value: tens, next: at }
  return { value: tens + one, next: at + 1 }
}

const BEFORE_YEAR = new Set('trong cả mỗi hằng hàng đầu giữa cuối một mấy nhiều các những từng sau trước theo qua'.split(' '))

/**
 * "hai ba hộ", "ba, bốn hộ", "năm bảy chục triệu": two neighbouring digits said in one breath, from the one to the
 * other; not "hai tư" (24).
 */
export function readPair(tokens: Token[], at: number): { least: number; most: number; next: number } | null {
  const comma = tokens[at + 1]!.key === ','
  if (comma && tokens[at]!.key === 'năm' && BEFORE_YEAR.has(tokens[at - 1]?.key ?? '')) return null
  const next = comma ? at + 3 : at + 2
  const [first, second] = [tokens[at]!, tokens[next - 1]!]
  const [least, most] = [lookUp(ONES, first.key), lookUp(ONES, second.key)]
  if (least === undefined || most === undefined || second.parted || second.capital || most <= least || most - least > 2) return null
  const behind = tokens[next]!
  if (behind.key === 'mươi' || behind.key === 'phần' || behind.key === 'tháng' || ONLY_AFTER_TEN.has(behind.key)) return null
  return { least, most, next }
}
