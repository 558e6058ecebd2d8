import { lookUp } from '../shared/look-up.ts'
import { type Found, found } from './found.ts'
import { type Amount, readAmount } from './kinds/amounts.ts'
import { readBound } from './kinds/bounds.ts'
import { isYear } from './kinds/calendar.ts'
import { countsHere, readCounted } from './kinds/counts.ts'
import { isScale } from './kinds/number-words.ts'
import { readTime } from './kinds/times.ts'
import { isSpan } from './kinds/units.ts'
import type { Page } from './text/page.ts'
import type { Token } from './tokens.ts'

/**
 * An amount, judged: a claim, a span of time, a bare number; null for a word that is no number here ("một cách", "ba
 * mẹ").
 */
export function readClaim(page: Page, at: number): Found | null {
  const { tokens } = page
  const amount = readAmount(page, at)
  if (!amount || isSide(tokens, amount) || isBoundedTime(tokens, at)) return null
  const number = numberToken(tokens, at, amount)
  if (amount.weak && !isCertain(tokens, number, amount)) return null
  const from = signAt(tokens, at, amount) ? at - 1 : at
  const shared = {
    value: from < at ? { ...amount.value, least: -amount.value.most!, most: -amount.value.least! } : amount.value,
    bound: amount.bound,
    share: amount.share,
    counts: amount.counted?.counts ?? null,
    detail: amount.fraction ? { fraction: true as const } : null,
  }
  if (isMedal(tokens, from, amount))
    return found(from, amount.next, 'claim', null, { ...shared, value: { ...shared.value, unit: null }, counts: 'đồng' })
  if (isSpot(tokens, from, amount))
    return found(from, amount.next, 'claim', null, { ...shared, value: { ...shared.value, unit: null }, counts: 'điểm' })
  if (isWay(tokens, from, amount))
    return found(from, amount.next, 'claim', null, { ...shared, value: { ...shared.value, unit: 'km' }, counts: null })
  if (isSpan(amount.value.unit)) return spanOrClaim(tokens, from, amount, shared)
  if (amount.number.digits?.unread) return found(from, amount.next, 'other', null, { detail: { what: 'name' } })
  if (shared.counts === null && amount.value.unit === null && !amount.number.digits?.plain) shared.counts = countedBefore(tokens, from)
  const said = amount.value.unit !== null || amount.counted !== null || amount.share !== null || amount.scaled || isCut(amount)
  return said ? found(from, amount.next, 'claim', null, shared) : bareNumber(page, from, amount, shared)
}

/** "gần 9h sáng": a time, read from its number on. */
function isBoundedTime(tokens: Token[], at: number): boolean {
  const bound = readBound(tokens, at)
  return bound !== null && readTime(tokens, bound.next) !== null
}

/** "cỡ 4x6": the first side of a size. */
function isSide(tokens: Token[], { next, bound }: Amount): boolean {
  return bound !== null && /^(x|×)$/.test(tokens[next]!.key) && tokens[next + 1]?.kind === 'number'
}

/** "2 vàng, 2 bạc, 3 đồng": bronze, not money. */
function isMedal(tokens: Token[], from: number, { value }: Amount): boolean {
  return value.unit === 'đồng' && /^(,|và)$/.test(tokens[from - 1]?.key ?? '') && /^(bạc|hcb)$/.test(tokens[from - 2]?.key ?? '')
}

/** "ách tắc tại 4 điểm": places, not marks. */
function isSpot(tokens: Token[], from: number, { value, number }: Amount): boolean {
  return (
    value.unit === 'điểm' &&
    number.digits?.decimals === 0 &&
    /^(tại|ở|trên|qua|thêm|lập|trí|tắc|lở|nghẽn|ngập|mở|đặt)$/.test(tokens[from - 1]?.key ?? '')
  )
}

/** "đi bộ 32 cây", "cách xã 5 cây": kilometres, and no trees. */
function isWay(tokens: Token[], from: number, { counted }: Amount): boolean {
  if (counted?.counts !== 'cây') return false
  return /^(đi|bộ|cách|chạy|xa|dài|vượt|đường|chừng|cả)$/.test(tokens[from - 1]?.key ?? '') || tokens[from - 2]?.key === 'cách'
}

function isCut(amount: Amount): boolean {
  return (amount.number.digits?.decimals ?? 0) > 0 || (amount.number.digits !== null && !amount.number.digits.plain)
}

/** The token where the number itself begins, behind "từ" and bounds. */
function numberToken(tokens: Token[], at: number, amount: Amount): number {
  let number = at
  while (
    number < amount.next &&
    (tokens[number]!.key === 'từ' || (amount.bound && number < amount.number.next - 1 && !lookUp(WEAK, tokens[number]!.key)))
  )
    number++
  return number
}

/** "âm 5 độ", "-5 °C", "tăng trưởng -5%". */
function signAt(tokens: Token[], at: number, { value }: Amount): boolean {
  const before = tokens[at - 1]
  if (!before || value.least === null || value.most === null || !(value.unit === '°C' || value.unit === '%')) return false
  if (before.key === 'âm') return true
  return (
    (before.key === '-' || before.key === '−') &&
    !tokens[at]!.spaced &&
    !before.parted &&
    (before.spaced ? tokens[at - 2]?.kind === 'word' : tokens[at - 2]?.key === '(')
  )
}

const WEAK: Record<string, true> = {
  một: true,
  hai: true,
  ba: true,
  bốn: true,
  năm: true,
  sáu: true,
  bảy: true,
  bẩy: true,
  tám: true,
  chín: true,
  mười: true,
}

/** Pairs in which a number word is none. */
const IDIOMS: Record<string, Set<string>> = {
  ba: new Set('mẹ má lô rọi hoa gai ba lăng chỉ bị bố tê đào vạ phải'.split(' ')),
  hai: new Set('bàn bên lòng tay chân mặt chiều đầu nơi lúa'.split(' ')),
  bốn: new Set('phương mùa bề bên biển'.split(' ')),
  tám: new Set(['chuyện', 'xoan', 'thơm']),
  chín: new Set('chắn muồi mọng vàng rộ đỏ mùa tới kỹ cây ép sớm muộn đều'.split(' ')),
  mười: new Set(['mươi', 'phương']),
  năm: new Set('học nay ngoái qua tháng'.split(' ')),
} // biome-ignore format: a table reads by its columns
const TITLES = new Set('chị anh bà ông cô chú bác dì cậu em thứ mợ thím lão cụ mụ út má'.split(' '))
const BEFORE_YEAR = new Set(
  'hằng mỗi hàng cả trong một các những từng nhiều đầu cuối giữa qua theo với trước sau đến hết suốt của vài mấy quanh sang từ vào hai ba bốn tư tới kế trọn tháng quý'.split(
    ' ',
  ),
)
const RIPE = new Set('lúa quả trái nấu gạo cà vải xoài cam đun hái luộc thịt cơm ăn'.split(' '))
/** "trước hạn một năm", "chậm một tháng". */
const COMPARING = new Set(['hạn', 'chậm', 'sớm', 'muộn', 'kém'])
const ONLY = new Set(['chỉ', 'thêm', 'vỏn', 'đúng', 'ngoại'])
const SOFT_UNITS = new Set('lần điểm công buổi bước vòng lượt khối tiết viên bàn hiệp °C mẫu quý tuổi giờ phút giây cm'.split(' '))
const EVIDENCE = new Set(
  'có gồm với được cả thêm các trong là tặng mỗi đã còn bị cho bao trao làm xây mở những từ hơn gần trên khoảng và ,'.split(' '),
)

/** Whether a single number word counts something, and is not an article, a year, a name or an idiom. */
function isCertain(tokens: Token[], at: number, amount: Amount): boolean {
  const token = tokens[at]!
  const [before, behind] = [tokens[at - 1], tokens[at + 1]!]
  const unit = amount.value.unit
  if (amount.ranged || amount.share || amount.fraction) return unit !== null || amount.counted !== null
  if (lookUp(IDIOMS, token.key)?.has(behind.key) || isName(tokens, at)) return false
  if (before && !before.parted && TITLES.has(before.key) && unit === null) return false
  if (token.key === 'một') return isOne(tokens, at, amount)
  if (token.key === 'năm') return isFive(tokens, at, amount)
  if (token.key === 'chín' && before && RIPE.has(before.key)) return false
  if (unit !== null || amount.counted?.known) return true
  return token.key !== 'chín' && amount.counted !== null && before !== undefined && EVIDENCE.has(before.key)
}

function isName(tokens: Token[], at: number): boolean {
  const [before, token, behind] = [tokens[at - 1], tokens[at]!, tokens[at + 1]!]
  if (!token.capital) return false
  return behind.capital || (before?.kind === 'word' && before.sentence === token.sentence)
}

/** What is measured so has no year before it: "sau năm hiệp". */
const NEVER_OF_A_YEAR = /^(hiệp|km|m|m2|m3|ha|kg|tấn|%)(\/|$)/

/**
 * "năm" is five before a noun ("năm xã"), before itself ("năm năm") and before a short span ("năm ngày"), unless the
 * year is spoken of.
 */
function isFive(tokens: Token[], at: number, { counted, value }: Amount): boolean {
  if (tokens[at + 1]!.key === 'năm' || (value.unit !== null && NEVER_OF_A_YEAR.test(value.unit))) return true
  if (takesYear(tokens, at)) return false
  if (value.unit === null) return counted?.known === true
  return /^(ngày|giờ|buổi|tuần|phút)$/.test(value.unit) && tokens[at + 2]!.key !== 'càng'
}

const UNITS_OF_TERRITORY = /^(xã|phường|thị trấn|huyện|thành phố|thị xã)$/

/**
 * "một" is an article, as in "340 nghìn một bao", unless it is bounded, measures goods, goes on ("một tháng rưỡi"), or
 * is said to be the only one.
 */
function isOne(tokens: Token[], at: number, amount: Amount): boolean {
  if (tokens[at + 1]!.key === 'số') return false
  const before = tokens[at - 1]?.key ?? ''
  if (amount.value.unit !== null) {
    if (before === 'đồng' || before === 'rưỡi' || (at > 0 && isScale(tokens, at - 1))) return false
    const is_cut = !Number.isInteger(amount.value.least)
    return (
      amount.bound !== null ||
      is_cut ||
      (isSpan(amount.value.unit) && COMPARING.has(before)) ||
      !(isSpan(amount.value.unit) || SOFT_UNITS.has(amount.value.unit))
    )
  }
  // «có một xã»: units of a territory are few, and one of them is a count.
  if (before === 'có' && UNITS_OF_TERRITORY.test(amount.counted?.counts ?? '')) return true
  const only = ONLY.has(before) || (/^(có|còn|mới)$/.test(before) && ONLY.has(tokens[at - 2]?.key ?? ''))
  const bounded = amount.bound === 'at-least' || amount.bound === 'at-most'
  return (only || bounded) && amount.counted?.known === true
}

function takesYear(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || before.sentence !== tokens[at]!.sentence) return false
  if (before.key === 'trong' && tokens[at - 2]?.key === 'một') return false
  return before.kind === 'number' || BEFORE_YEAR.has(before.key)
}

const BEFORE_SPAN = new Set('trong vòng sau qua suốt trước cứ niệm hoạch mỗi hằng cách đây kế kỳ'.split(' '))
const BEHIND_SPAN = new Set('qua nay tới trước sau gần liên liền thực kể đầu cuối xây hình kháng nữa'.split(' '))

/** "2 ngày vừa qua", "3 tháng tiếp theo". */
function isNearby(tokens: Token[], at: number): boolean {
  const [first, second] = [tokens[at]!.key, tokens[at + 1]!.key]
  return (first === 'vừa' && /^(qua|rồi)$/.test(second)) || (first === 'tiếp' && second === 'theo')
}

/** "trong 5 năm qua" is a date; "nghỉ 7 ngày" a claim. */
function spanOrClaim(tokens: Token[], from: number, amount: Amount, shared: Partial<Found>): Found {
  const told = amount.value.unit === 'tháng' && /^(đạt|ước)$/.test(tokens[amount.next]!.key)
  const ago =
    told || BEFORE_SPAN.has(tokens[from - 1]?.key ?? '') || BEHIND_SPAN.has(tokens[amount.next]!.key) || isNearby(tokens, amount.next)
  if (!ago) return found(from, amount.next, 'claim', null, shared)
  return found(from, amount.next, 'date', null, { ...shared, detail: { what: 'span' } })
}

const TELLING = new Set(
  'nhất từ đạt còn là có tăng giảm lên xuống thêm được mất thu chi bằng gồm đó với chiếm trong tổng cộng mới ở'.split(' '),
)
const STATING = new Set('đạt được đã là về hoàn có bị trong chưa đang không hạng khỏi trúng tái'.split(' '))

/**
 * A number with nothing behind it: the noun may stand before ("số xã đạt chuẩn: 23"), or be understood ("trong đó 21
 * đạt chuẩn").
 */
function bareNumber(page: Page, from: number, amount: Amount, shared: Partial<Found>): Found | null {
  const { tokens } = page
  const plain = amount.number.digits?.plain
  if (plain && !amount.ranged && isYear(amount.number.digits!.digits) && !amount.bound) return null
  const counts = countedBefore(tokens, from)
  if (counts) return found(from, amount.next, 'claim', null, { ...shared, counts })
  const before = tokens[from - 1]
  const said = before && before.sentence === tokens[from]!.sentence && TELLING.has(before.key)
  const states = STATING.has(tokens[amount.next]!.key) && !tokens[amount.next]!.parted && before && /^(đó|có|thì|,|\()$/.test(before.key)
  const aged = before?.key === 'tuổi' && !before.parted
  if (aged) return found(from, amount.next, 'claim', null, { ...shared, value: { ...amount.value, unit: 'tuổi' } })
  if (amount.bound || said || states || isDone(tokens, from, amount.next) || isListed(page, from, amount.next))
    return found(from, amount.next, 'claim', null, shared)
  return found(from, amount.next, 'other', null, { ...shared, detail: { what: 'bare' } })
}

/** "đã giải quyết 297, còn 65": so many of those spoken of. */
function isDone(tokens: Token[], from: number, next: number): boolean {
  if (!(tokens[next]!.parted || /^[,;.)]$/.test(tokens[next]!.key)) || tokens[from - 1]?.kind !== 'word') return false
  return [2, 3].some(
    back => /^(đã|đang|chưa|mới|được)$/.test(tokens[from - back]?.key ?? '') && tokens[from - back]!.clause === tokens[from]!.clause,
  )
}

/**
 * "dưới 40 tuổi: 9; …" and, between brackets, "(mầm non 12, tiểu học 25)": what is counted stands before, and nothing
 * behind.
 */
function isListed({ text, tokens, clauses }: Page, from: number, next: number): boolean {
  const [before, behind] = [tokens[from - 1], tokens[next]!]
  if (!before || before.sentence !== tokens[from]!.sentence || !(behind.parted || /^[,;.()]$/.test(behind.key))) return false
  if (before.key === ':') return tokens[from - 2]?.key !== 'số'
  const named = before.capital && !/^\p{Lu}{2,}$/u.test(text.slice(before.start, before.end))
  return before.kind === 'word' && !named && text[clauses[tokens[from]!.clause]!.start] === '('
}

const REACH = 14

/** "số xã đạt chuẩn là 23", "Tổng số hộ nghèo: 1.234", and the head of a table row. */
function countedBefore(tokens: Token[], at: number): string | null {
  const before = tokens[at - 1]
  if (!before || before.sentence !== tokens[at]!.sentence) return null
  const withFlash = before.key === ':' || before.key === '|' || tokens[at]!.parted || TELLING.has(before.key) || before.key === '='
  if (!withFlash) return null
  for (let i = at - 2; i >= 0 && i > at - REACH && tokens[i]!.sentence === tokens[at]!.sentence; i--) {
    if (tokens[i]!.key === 'số' && countsHere(tokens, i + 1)) return readCounted(tokens, i + 1)!.counts
    if (tokens[i]!.leads && countsHere(tokens, i)) return readCounted(tokens, i)!.counts
  }
  return null
}

/**
 * Numbers in a row share the noun of the last ("5, 7 và 9 xã"; not "71.203 mũi 1 và 27.212 mũi 2"), ranks that of the
 * first ("mức độ 3 và 4").
 */
export function shareNouns(tokens: Token[], hits: Found[]): void {
  for (let i = hits.length - 2; i >= 0; i--) {
    const [hit, next] = [hits[i]!, hits[i + 1]!]
    if (hit.detail?.what !== 'bare' || next.kind !== 'claim' || !areJoined(tokens, hit, next) || /^(%|lần)$/.test(next.value.unit ?? ''))
      continue
    if (hits[i - 1]?.next === hit.from && hits[i - 1]!.kind === 'claim') continue
    hits[i] = { ...hit, kind: 'claim', counts: next.counts, value: { ...hit.value, unit: next.value.unit }, detail: null }
  }
  for (let i = 1; i < hits.length; i++) {
    const [before, hit] = [hits[i - 1]!, hits[i]!]
    if (before.kind !== 'ordinal' || hit.detail?.what !== 'bare' || !areJoined(tokens, before, hit)) continue
    hits[i] = { ...hit, kind: 'ordinal', counts: before.counts, detail: { what: 'rank', value: hit.value.least ?? 0 } }
  }
}

function areJoined(tokens: Token[], first: Found, second: Found): boolean {
  const joint = tokens[first.next]!
  return first.next === second.from - 1 && !joint.parted && /^(,|và|hoặc)$/.test(joint.key)
}
