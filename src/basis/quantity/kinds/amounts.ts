import { lookUp } from '../../shared/look-up.ts'
import { phraseAt, phrases } from '../phrases.ts'
import type { Bound, Value } from '../quantity.ts'
import type { Page } from '../text/page.ts'
import type { Token } from '../tokens.ts'
import { bounded, readBound, readTrailingBound } from './bounds.ts'
import { type Counted, countsHere, headNoun, knownNounEnd, readCounted } from './counts.ts'
import { type Digits, readDigits, viewContextOf } from './digits.ts'
import { isScale, readPair, readWords, SCALES, type Worded } from './number-words.ts'
import { MEASURES_GOODS, rateOf, readUnit, type Unit } from './units.ts'

/** One number with its magnitude: "3 tỷ 200 triệu", "hai mươi ba", "1 triệu rưỡi". */
export type Scaled = {
  value: number
  next: number
  worded: boolean
  strong: boolean
  scaled: boolean
  digits: Digits | null
  power: number
}

/**
 * An amount with all that belongs to it, before it is judged a claim or not. `weak`: a single word such as "ba" or
 * "năm".
 */
export type Amount = {
  next: number
  value: Value
  bound: Bound | null
  share: { part: number; whole: number } | null
  fraction: boolean
  counted: Counted | null
  weak: boolean
  ranged: boolean
  scaled: boolean
  number: Scaled
}

/** Reads digits or words with their magnitude. */
export function readScaled({ text, tokens }: Page, at: number): Scaled | null {
  const digits = readDigits(text, tokens, at)
  if (digits) return withScale(text, tokens, digits)
  const words = readDecimalWords(tokens, at)
  if (!words) return bareScale(tokens, at)
  const product = words.value < 1000 ? scaleAt(tokens, words.next) : null
  if (product && product.power > 0) return { ...worded(words.value * 10 ** product.power, product.next, true), scaled: true }
  return { ...worded(words.value, words.next, words.strong), scaled: words.value >= 100 }
}

/** "chín mươi lăm phẩy hai" → 95.2. */
function readDecimalWords(tokens: Token[], at: number): Worded | null {
  const whole = readWords(tokens, at)
  if (!whole || !/^(phẩy|phảy)$/.test(tokens[whole.next]!.key)) return whole
  const decimals = readWords(tokens, whole.next + 1)
  return decimals ? { value: Number(`${whole.value}.${decimals.value}`), next: decimals.next, strong: true } : whole
}

function worded(value: number, next: number, strong: boolean): Scaled {
  return { value, next, worded: true, strong, scaled: false, digits: null, power: 0 }
}

const BOUNDED = /^(gần|hơn|trên|ngót|khoảng|chừng|độ|cỡ|tầm|nhất|dưới)$/

/**
 * "gần trăm hộ", "hơn chục người", "ít nhất mươi em": one of the scale, read only behind a bound; "nghìn rưỡi", "trăm
 * phần trăm" stand alone.
 */
function bareScale(tokens: Token[], at: number): Scaled | null {
  const before = tokens[at - 1]?.key ?? ''
  if (tokens[at]!.key === 'mươi' && BOUNDED.test(before) && countsHere(tokens, at + 1)) return worded(10, at + 1, true)
  if (!isScale(tokens, at)) return null
  const scale = scaleAt(tokens, at)!
  const [one, behind] = [10 ** scale.power, tokens[scale.next]!]
  if (behind.key === 'rưỡi' && !behind.parted) return { ...worded(1.5 * one, scale.next + 1, true), scaled: true }
  const whole = scale.power === 2 && readUnit(tokens, scale.next)?.unit === '%'
  if (!whole && !/^(gần|hơn|trên|ngót|khoảng|nửa|cả)$/.test(before)) return null
  const half = before === 'nửa' ? 0.5 : 1
  return { ...worded(half * one, scale.next, true), scaled: true }
}

/** The product of the scales that stand here: "nghìn tỷ" → 12. */
function scaleAt(tokens: Token[], at: number): { power: number; next: number } {
  let power = 0
  let next = at
  while (next < at + 3 && isScale(tokens, next)) power += lookUp(SCALES, tokens[next++]!.key)!
  if (next > at && tokens[next - 1]!.key === 'tr' && tokens[next]!.key === '.') next++
  return { power, next }
}

function withScale(text: string, tokens: Token[], digits: Digits): Scaled {
  const { power, next } = thousandsAt(tokens, digits.next) ?? scaleAt(tokens, digits.next)
  const value = viewContextOf(digits.digits, digits.decimals, power)
  const whole = { value, next, worded: false, strong: true, scaled: power > 0, digits, power }
  if (power === 0) return whole
  if (tokens[next]!.key === 'rưỡi' && !tokens[next]!.parted) return { ...whole, value: value + 10 ** power / 2, next: next + 1 }
  return withLowerScale(text, tokens, whole)
}

/** "30k", "15k/suất": thousands, as prices are written in haste. */
function thousandsAt(tokens: Token[], at: number): { power: number; next: number } | null {
  const { key, spaced, capital } = tokens[at]!
  return key === 'k' && !spaced && !capital ? { power: 3, next: at + 1 } : null
}

/** "1 tỷ 3": a digit behind a magnitude is a tenth of it. */
function tenthOf(tokens: Token[], { power, next }: Scaled): number | null {
  const [tenth, behind] = [tokens[next]!, tokens[next + 1]!]
  if (power < 6 || tenth.parted || !/^[1-9]$/.test(tenth.key)) return null
  return behind.parted || /^([,.;)]|đồng)$/.test(behind.key) ? Number(tenth.key) : null
}

/** "3 tỷ 200 triệu": a smaller magnitude that goes on. */
function withLowerScale(text: string, tokens: Token[], upper: Scaled): Scaled {
  const tenth = tenthOf(tokens, upper)
  if (tenth !== null) return { ...upper, value: upper.value + tenth * 10 ** (upper.power - 1), next: upper.next + 1 }
  const digits = tokens[upper.next]!.parted ? null : readDigits(text, tokens, upper.next)
  const lower = digits && scaleAt(tokens, digits.next)
  if (!digits || !lower || lower.power === 0 || lower.power >= upper.power) return upper
  return withLowerScale(text, tokens, {
    ...upper,
    value: upper.value + viewContextOf(digits.digits, digits.decimals, lower.power),
    next: lower.next,
    power: lower.power,
  })
}

const RANGE = new Set(['-', '–', '—', 'đến', 'tới', 'hoặc', 'hay'])
const OUT_OF = phrases(
  ['trên tổng số', 'trong tổng số', 'trong số', '/ tổng số', '/', 'trên', 'trong'].map(words => [words, words] as const),
)

/** Reads an amount from its bound on: [từ] [bound] number [- number | / number] [unit] [noun] [trở lên]. */
export function readAmount(page: Page, at: number): Amount | null {
  const { tokens } = page
  const from = /^(từ|giữa)$/.test(tokens[at]!.key) ? at + 1 : at
  const bound = readBound(tokens, from)
  const start = bound?.next ?? from
  if (tokens[start]!.parted && start > at) return null
  const first = readFraction(page, start) ?? readApproximate(page, start) ?? readScaled(page, start)
  if (!first) return null
  const amount =
    'share' in first
      ? first
      : (readRange(page, first, tokens[at]!.key === 'giữa') ??
        readShare(page, first, bound !== null && bound.bound !== 'at-least') ??
        single(first))
  const whole = withMeasure(page, amount, bound?.bound ?? null)
  if (tokens[from]!.key === 'trên' && /^(đặt|nằm|dựng|đứng|chạy|bán|tựa)$/.test(tokens[from - 1]?.key ?? '')) return null
  if (tokens[from]!.key === 'trên' && standsOn(whole)) return null
  if (tokens[from]!.key === 'vượt' && bound?.next === from + 1 && whole.value.unit === '%') return null
  return from > at && !whole.ranged && whole.bound !== 'at-least' && whole.bound !== 'at-most' ? null : whole
}

function standsOn({ value, counted }: Amount): boolean {
  const noun = counted?.counts ?? ''
  return ON.has(noun) && value.least! < (noun.startsWith('tuyến') ? 100 : 10)
}

/** What one stands or sells on: "bán trên 2 sàn" is no bound. */
const ON = new Set('sàn|tuyến|tuyến đường|trang|sân|thửa|tàu|xe|lĩnh vực|địa bàn|mặt trận|đường'.split('|'))

type Core = {
  least: number
  most: number
  next: number
  first: Scaled
  last: Scaled
  share: Amount['share']
  fraction: boolean
  ranged: boolean
}

function single(first: Scaled): Core {
  return { least: first.value, most: first.value, next: first.next, first, last: first, share: null, fraction: false, ranged: false }
}

/**
 * "2 - 3", "từ 5 đến 7", "giữa 30 và 50 triệu", "5% - 7%", "300 - 500 triệu": both ends rise, and a unit of the first
 * end is that of the second.
 */
function readRange(page: Page, first: Scaled, is_between: boolean): Core | null {
  const { tokens } = page
  const unit = readMeasure(tokens, first)
  const joint = unit?.next ?? first.next
  const joins = is_between ? tokens[joint]!.key === 'và' : RANGE.has(tokens[joint]!.key)
  if (!joins || tokens[joint]!.parted || tokens[joint + 1]!.parted) return null
  const bound = readBound(tokens, joint + 1)
  const last = readScaled(page, bound?.next ?? joint + 1)
  if (!last || last.worded !== first.worded) return null
  const other = readMeasure(tokens, last)
  if (unit && unit.unit !== other?.unit) return null
  const lift = !first.scaled && !unit && last.power > 0 && last.digits ? viewContextOf('1', 0, last.power) : 1
  const least =
    lift > 1 && first.digits && first.value * lift <= last.value
      ? viewContextOf(first.digits.digits, first.digits.decimals, last.power)
      : first.value
  if (least >= last.value) return null
  return { least, most: last.value, next: last.next, first, last, share: null, fraction: false, ranged: true }
}

/** "năm bảy chục triệu", "hai ba hộ": only before a scale, a unit or a noun we know. */
function readApproximate({ tokens }: Page, at: number): Core | null {
  const pair = readPair(tokens, at)
  if (!pair) return null
  const { power, next } = scaleAt(tokens, pair.next)
  const certain = power > 0 || countsHere(tokens, next) || readUnit(tokens, next) !== null
  if (!certain) return null
  const last = { ...worded(pair.most * 10 ** power, next, true), scaled: power > 0 }
  return { least: pair.least * 10 ** power, most: last.value, next, first: last, last, share: null, fraction: false, ranged: true }
}

/** The unit or the noun right behind a number, to compare the ends of a range. */
function readMeasure(tokens: Token[], { next }: Scaled): { unit: string; next: number } | null {
  const unit = measureAt(tokens, next)
  if (unit) return unit
  const noun = tokens[next]!.kind === 'word' && !RANGE.has(tokens[next]!.key) ? readCounted(tokens, next) : null
  return noun?.known ? { unit: noun.counts, next: noun.next } : null
}

/**
 * "21/96", "18/18 xã", "5 trong số 7 xã"; "2/3 số hộ" is a fraction, and so is "gần 1/3 lao động": nobody counts nearly
 * one of three.
 */
function readShare(page: Page, part: Scaled, bounded: boolean): Core | null {
  const { tokens } = page
  const unit = part.worded || tokens[part.next]!.key === '/' ? null : readMeasure(tokens, part)
  const joint = phraseAt(OUT_OF, tokens, unit?.next ?? part.next)
  if (!joint || tokens[joint.next]!.parted || (joint.means === 'trên' && !isOutOf(tokens, part, joint.next))) return null
  if (joint.means === 'trong' && (tokens[joint.next]!.kind !== 'number' || !countsHere(tokens, joint.next + 1) || unit)) return null
  if (joint.means === '/' && (part.worded || part.scaled)) return null
  const whole = readScaled(page, joint.next)
  if (!whole || whole.value === 0 || part.value > whole.value * 10 || (unit && readMeasure(tokens, whole)?.unit !== unit.unit)) return null
  const lifted = whole.power > 0 && part.digits ? viewContextOf(part.digits.digits, part.digits.decimals, whole.power) : part.value
  const share = { part: lifted, whole: whole.value }
  const fraction =
    joint.means === '/' &&
    (bounded || tokens[whole.next]!.key === 'số' || tokens[whole.next]!.key === 'diện' || tokens[whole.next]!.key === 'tổng') &&
    part.value < whole.value &&
    whole.value <= 10
  const value = fraction ? part.value / whole.value : lifted
  return { least: value, most: value, next: whole.next, first: part, last: whole, share, fraction, ranged: false }
}

/** "9 trên 10 người", "5 trên 12 xã": not "23 hộ, trên 10 người". */
function isOutOf(tokens: Token[], part: Scaled, at: number): boolean {
  const { kind, key } = tokens[at]!
  const glued = tokens[part.next]!.key === 'trên'
  return (
    kind === 'number' && (glued || /^(10|100)$/.test(key)) && part.digits !== null && part.value < Number(key) && countsHere(tokens, at + 1)
  )
}

/** "một phần ba", "hai phần ba số hộ", "một nửa". */
function readFraction(page: Page, at: number): Core | null {
  const { tokens } = page
  const half = tokens[at]!.key === 'nửa' ? at + 1 : tokens[at]!.key === 'một' && tokens[at + 1]!.key === 'nửa' ? at + 2 : null
  if (half !== null) return isHalf(tokens, at, half) || (half === at + 2 && endsHere(tokens, half)) ? fraction(1, 2, half, at) : null
  const part = readWords(tokens, at)
  if (!part || tokens[part.next]!.key !== 'phần' || tokens[part.next]!.parted) return null
  const whole = tokens[part.next + 1]!.key === 'tư' ? { value: 4, next: part.next + 2 } : readWords(tokens, part.next + 1)
  return whole && whole.value >= part.value && whole.value > 1 ? fraction(part.value, whole.value, whole.next, at) : null
}

const NOT_HALVED = new Set('đêm đời đường vời chừng đầu cuối sau trước mùa'.split(' '))
const BEFORE_HALF = new Set('già non hơn quá gần trên ngót'.split(' '))

/** Half of something measured or numbered: "nửa đầu năm", "nửa vời", "nửa sau" are none. */
function isHalf(tokens: Token[], at: number, next: number): boolean {
  const behind = tokens[next]!
  if (isScale(tokens, next) || NOT_HALVED.has(behind.key)) return false
  if (BEFORE_HALF.has(tokens[at - 1]?.key ?? '')) return true
  if (behind.key === 'số' || behind.key === 'tổng' || behind.key === 'diện' || behind.key === 'là' || behind.key === 'trong') return true
  return readUnit(tokens, next) !== null && !(behind.key === 'năm' && tokens[next + 1]!.key === 'đầu') && at >= 0
}

/** "đã trả được một nửa." */
function endsHere(tokens: Token[], at: number): boolean {
  return tokens[at]!.parted || tokens[at]!.kind === 'end' || /^[.,;)]$/.test(tokens[at]!.key)
}

function fraction(part: number, whole: number, next: number, at: number): Core {
  const number = { ...worded(part / whole, next, true), next: Math.max(next, at + 1) }
  return {
    least: part / whole,
    most: part / whole,
    next,
    first: number,
    last: number,
    share: { part, whole },
    fraction: true,
    ranged: false,
  }
}

/** Adds the unit with a part of it said behind, what is counted, "trở lên" behind all. */
function withMeasure(page: Page, core: Core, leading: Bound | null): Amount {
  const { tokens } = page
  const restated = skipRestated(page, core)
  const unit = measureAt(tokens, restated) ?? rateAt(tokens, restated)
  const more = unit && partOfUnit(tokens, unit)
  const measured = more?.next ?? unit?.next ?? restated
  const behind = /^(số|tổng)$/.test(tokens[measured]!.key) && !tokens[measured]!.parted ? skipNumberWord(tokens, measured) : measured
  const counted = countedAt(tokens, behind, unit?.unit ?? null)
  const noun = unit || core.fraction ? measured : (counted?.next ?? measured)
  const trailing = readTrailingBound(tokens, noun)
  const bound = trailing?.bound ?? leading
  const [least, most] = uncut(core, counted, unit !== null)
  return {
    next: trailing?.next ?? noun, bound, value: bounded(least + (more?.part ?? 0), most + (more?.part ?? 0), unit?.unit ?? null, bound), share: core.share, fraction: core.fraction,
    counted, weak: core.first.worded && !core.last.strong && !core.first.strong, ranged: core.ranged, scaled: core.last.scaled, number: core.first,
  } // biome-ignore format: one field a name
}

/** A noun with what it is taken per. */
function rateAt(tokens: Token[], at: number): Unit | null {
  const noun = tokens[at]!.parted ? null : headNoun(tokens, at)
  return noun && rateOf(tokens, noun)
}

/** A part of the unit said behind it: "một tháng rưỡi", "1m72", "12 giây 41". */
function partOfUnit(tokens: Token[], { unit, next }: Unit): { part: number; next: number } | null {
  const behind = tokens[next]!
  if (behind.key === 'rưỡi' && !behind.parted) return { part: 0.5, next: next + 1 }
  if (unit === 'giây' && behind.kind === 'number' && !behind.parted && behind.key.length === 2)
    return { part: Number(`0.${behind.key}`), next: next + 1 }
  const centimetres = unit === 'm' && behind.kind === 'number' && !behind.spaced && !behind.parted && /^\d\d?$/.test(behind.key)
  return centimetres ? { part: Number(`0.${behind.key}`), next: next + 1 } : null
}

/**
 * The unit here, unless a longer noun begins with the same word: "49 đồng chí", "3 điểm trường", "5 mẫu xét nghiệm".
 */
function measureAt(tokens: Token[], at: number): Unit | null {
  const unit = readUnit(tokens, at)
  return unit && knownNounEnd(tokens, at) <= unit.next ? unit : null
}

/** "23 (hai mươi ba) xã", "02 (hai) xã": offices say a number twice. */
function skipRestated(page: Page, core: Core): number {
  const { tokens } = page
  if (tokens[core.next]!.key !== '(' || tokens[core.next]!.parted) return core.next
  const again = readWords(tokens, core.next + 1)
  return again && again.value === core.most && tokens[again.next]!.key === ')' ? again.next + 1 : core.next
}

/** "100% số hộ", "một nửa tổng số xã", "2/3 tổng diện tích". */
function skipNumberWord(tokens: Token[], at: number): number {
  const next = tokens[at]!.key === 'tổng' ? at + 1 : at
  return tokens[next]!.key === 'số' ? next + 1 : next
}

/** Money, ages and spans of time count nothing further; "đất" of "5.000 m2 đất" is counted. */
function countedAt(tokens: Token[], at: number, unit: string | null): Counted | null {
  if (tokens[at]!.parted || tokens[at]!.kind !== 'word') return null
  if (unit !== null && !MEASURES_GOODS.test(unit)) return null
  const counted = readCounted(tokens, at)
  return counted && unit !== null && unit !== '%' && !counted.known ? { ...counted, counts: counted.counts } : counted
}

/** "36,418 hộ": households are not cut, so three digits behind a comma are thousands. */
function uncut(core: Core, counted: Counted | null, measured: boolean): [number, number] {
  if (!counted?.known || measured || core.fraction) return [core.least, core.most]
  return [whole(core.first, core.least), whole(core.last, core.most)].map((value, i) =>
    core.share && i === 1 ? whole(core.first, core.least) : value,
  ) as [number, number]
}

function whole(number: Scaled, value: number): number {
  return number.digits?.comma3 && !number.scaled && number.value === value ? Number(number.digits.digits) : value
}
