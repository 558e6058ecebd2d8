import type { Period } from '../../../basis/quantity/index.ts'
import { COMPARED } from './change.ts'
import type { Row } from './lexicon.ts'
import type { Chunk } from './sentence.ts'

/**
 * When a claim is true, all days ISO and none behind the text's own: `day`: on that day, `until`: counted up to it,
 * `within` two days, both included; `to_come`: a day that the text does not know yet; `unclear`: words that name no
 * days. `is_about`: «qua 5 năm», which names no day to begin with.
 */
export type When =
  | { kind: 'day'; to: string }
  | { kind: 'until'; to: string }
  | { kind: 'within'; from: string; to: string; is_about?: true }
  | { kind: 'to-come' }
  | { kind: 'unclear' }

export type Merger = 'before' | 'after' | null

export const when_rows: readonly Row[] = [
  ['when', 'now', 'cho đến lúc này | đến lúc này | cho tới lúc này | hiện | hiện nay | hiện tại | nay | đến nay | tính đến nay | cho đến nay | tới nay | đến thời điểm này | tính đến thời điểm này | tại thời điểm này | đến thời điểm hiện tại | tính đến thời điểm hiện tại | hôm nay | bây giờ | giờ đây | đến giờ | lúc này | từ trước đến nay | từ trước tới nay'],
  ['when', 'until', 'đến | tính đến | đến hết | tính đến hết | hết | cuối | vào cuối | đến cuối | tính đến cuối | tới | tính tới | cho đến | cho đến hết | đến ngày | tính đến ngày | khép lại | kết thúc'],
  ['when', 'since', 'từ | kể từ | tính từ | từ sau | suốt từ'],
  ['when', 'middle', 'giữa | vào giữa | đến giữa | tính đến giữa | tới giữa'],
  ['when', 'lasting', 'qua | suốt | trong suốt | trải qua'],
  ['when', 'ago', 'cách đây | cách nay | cách đây một năm | cách đây hai năm | cách đây ba năm | cách đây bốn năm | cách đây năm năm | cách đây mười năm | cách nay một năm | cách nay hai năm | cách nay ba năm'],
  ['when', 'part', 'đầu | từ đầu | trước | sau | trước năm | sau năm | khoảng'],
  ['when', 'vague', 'vừa | vừa qua | mới đây | gần đây | thời gian qua | những năm qua | trong những năm qua | đợt này | lần này | kỳ này | năm nay | năm qua | năm ngoái | năm trước | cùng kỳ | nhiệm kỳ | nhiệm kỳ này | cuối nhiệm kỳ | đầu nhiệm kỳ | trước đây | trước kia | ngày xưa | hồi đó | khi đó | lúc đó | sau này | thời gian tới | sắp tới'],
  ['when', 'before-merger', 'trước sáp nhập | trước khi sáp nhập | trước hợp nhất | trước khi hợp nhất | trước sắp xếp | trước khi sắp xếp | trước khi sắp xếp đơn vị hành chính | trước khi sắp xếp lại đơn vị hành chính | trước khi nhập xã | trước khi sáp nhập xã | trước khi sáp nhập tỉnh | trước khi hợp nhất tỉnh'],
  ['when', 'after-merger', 'sau sáp nhập | sau khi sáp nhập | sau khi nhập xã | nhập xã | nhập xã rồi | sau sắp xếp | sau khi sắp xếp | sau khi sắp xếp đơn vị hành chính | sau khi sắp xếp lại đơn vị hành chính | sau khi sắp xếp lại | sau khi sáp nhập xã | sau khi sáp nhập các xã | sau hợp nhất | sau khi hợp nhất | sau khi sáp nhập đơn vị hành chính | do sáp nhập'],
] // biome-ignore format: a table reads by its columns

/**
 * The nearest words that say when; `nearer` come first, and after a merger nothing farther counts. Without any it is
 * the day of the text.
 */
export function whenOf(nearer: readonly (readonly Chunk[])[], day: string): When {
  for (const chunks of nearer) {
    const when = saidIn(chunks, day)
    if (when) return when
    if (mergerOf(chunks) === 'after') break
  }
  return { kind: 'day', to: day }
}

/**
 * «Tăng 6 xã so với cuối năm 2018»: the time that a change is told from, and the words without it; null where no day is
 * said.
 */
export function comparedIn(chunks: readonly Chunk[], day: string): { compared: When | null; rest: readonly Chunk[] } {
  const from = chunks.findIndex(({ slot, text }) => slot === 'change' && COMPARED.test(text))
  let date = from + 1
  while (from >= 0 && isBeforeDate(chunks[date])) date++
  if (from < 0 || chunks[date]?.slot !== 'date') return { compared: null, rest: chunks }
  return { compared: saidIn(chunks.slice(from + 1, date + 1), day), rest: [...chunks.slice(0, from), ...chunks.slice(date + 1)] }
}

function isBeforeDate(chunk: Chunk | undefined): boolean {
  return chunk?.slot === 'silent' || (chunk?.slot === 'when' && isMarker(chunk.says))
}

/** The day a claim is true on; that of the text where it speaks of none. */
export function lastDayOf(when: When, day: string): string {
  return when.kind === 'to-come' || when.kind === 'unclear' ? day : when.to
}

export function mergerOf(chunks: readonly Chunk[]): Merger {
  const said = chunks.findLast(({ slot, says }) => slot === 'when' && says.endsWith('-merger'))
  return said ? (said.says === 'before-merger' ? 'before' : 'after') : null
}

function saidIn(chunks: readonly Chunk[], day: string): When | null {
  const dates = chunks.flatMap((_, i) => (isDate(chunks, i) ? [dateAt(chunks, i)] : []))
  const spoken = dates.filter(({ period, marker }) => period !== null && marker !== 'ago')
  const vague = chunks.some((chunk, i) => chunk.slot === 'when' && isVague(chunks, i))
  const years = spoken.length === 0 && dates.length === 1 ? yearsTo(chunks, day) : null
  if (years) return years
  if (vague) return { kind: 'unclear' }
  const is_ago = chunks.some(({ slot, says }) => slot === 'when' && says === 'ago')
  if (spoken.length === 0) return dates.length > 0 || is_ago ? { kind: 'unclear' } : isNow(chunks) ? { kind: 'day', to: day } : null
  if (spoken.some(({ marker }) => marker === 'part')) return { kind: 'unclear' }
  return clipped(joined(spoken.map(({ period, marker }) => spanOf(period!, marker, day))), day)
}

/**
 * «Qua 5 năm», «sau 5 năm», «trong 5 năm qua»: so many years up to the day of the text, from the nearest beginning of a
 * year; null where something else is said of them.
 */
function yearsTo(chunks: readonly Chunk[], day: string): When | null {
  const at = chunks.findIndex((_, i) => isDate(chunks, i))
  const { unit, least, most } = chunks[at]!.quantity!.value
  const rest = chunks.filter((_, i) => i < at - 1 || i > at)
  const behind = rest[Math.max(0, at - 1)]
  const is_said = /^(qua|sau|trong|suốt|trong suốt|trải qua)$/i.test(chunks[at - 1]?.text ?? '')
  const others = rest.filter(chunk => chunk.slot === 'when' && !(chunk === behind && /^(qua|vừa qua)$/i.test(chunk.text)))
  if (!is_said || unit !== 'năm' || least === null || least !== most || !Number.isInteger(least) || !others.every(isNowSaid)) return null
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return { kind: 'within', from: `${year - least + (month > 6 ? 1 : 0)}-01-01`, to: day, is_about: true }
}

function isNowSaid({ says }: Chunk): boolean {
  return says === 'now' || says === 'after-merger'
}

type Dated = { period: Period | null; marker: string | null }
type Span = { from: string | null; to: string | null; is_point: boolean }

/** The date of a document is the document's. */
function isDate(chunks: readonly Chunk[], at: number): boolean {
  return chunks[at]!.slot === 'date' && chunks[at - 1]?.slot !== 'document'
}

function dateAt(chunks: readonly Chunk[], at: number): Dated {
  const before = chunks[at - 1]
  return {
    period: chunks[at]!.quantity!.period,
    marker: before?.slot === 'when' && (isMarker(before.says) || before.says === 'ago') ? before.says : null,
  }
}

/** Words that name no days; «qua» right behind «5 năm» belongs to it. */
function isVague(chunks: readonly Chunk[], at: number): boolean {
  const { says } = chunks[at]!
  if (says === 'lasting' && at > 0 && isDate(chunks, at - 1)) return false
  return says === 'vague' || (isMarker(says) && !leadsDate(chunks, at))
}

function isMarker(says: string): boolean {
  return says === 'until' || says === 'since' || says === 'part' || says === 'middle' || says === 'lasting'
}

/** «Từ 122 … còn 108» is no time. */
function leadsDate(chunks: readonly Chunk[], at: number): boolean {
  return chunks[at + 1]?.slot === 'date' || (chunks[at]!.says === 'since' && chunks[at + 1]?.slot === 'number')
}

/** «nay còn 8 xã» says it with the change. */
function isNow(chunks: readonly Chunk[]): boolean {
  return chunks.some(({ slot, says, text }) => (slot === 'when' && says === 'now') || (slot === 'change' && /^(nay|hiện)\s/i.test(text)))
}

/** A year named alone is a point among periods of several years. */
function spanOf({ from, to, text }: Period, marker: string | null, day: string): Span {
  const said = text.toLowerCase()
  if (marker === 'middle') return { from: null, to: middleOf(from, to), is_point: true }
  if (marker === 'until' || /^(đến|tính đến|hết|cuối|tới)/.test(said)) return { from: null, to: upTo(from, to, said, day), is_point: true }
  if (marker === 'since') return { from, to: null, is_point: false }
  return { from, to, is_point: to !== null && to.slice(0, 4) === from.slice(0, 4) }
}

/** «Tính đến tháng 6/2023» in a text of that month is up to its day; the end of a month is not. */
function upTo(from: string, to: string | null, said: string, day: string): string | null {
  const is_of_now = to !== null && from <= day && day < to && from.slice(0, 7) === to.slice(0, 7)
  return is_of_now && !/hết|cuối/.test(said) ? day : to
}

/** A rule of the house: the middle of a month is its 15th, that of a year the last day of June. */
function middleOf(from: string, to: string | null): string | null {
  if (to === null || from === to) return to
  return from.slice(0, 7) === to.slice(0, 7) ? `${from.slice(0, 7)}-15` : `${from.slice(0, 4)}-06-30`
}

/**
 * Years in a row are one period («2018, 2019 và 2020»); a point within a period ends it («Năm 2020, … giai đoạn
 * 2015-2020»).
 */
function joined(spans: Span[]): Span | null {
  const [first, ...rest] = spans
  return rest.reduce<Span | null>((sum, span) => sum && joinedTwo(sum, span), first!)
}

function joinedTwo(one: Span, two: Span): Span | null {
  if (one.from === two.from && one.to === two.to) return one
  const [point, period] = one.is_point ? [one, two] : [two, one]
  if (point.is_point && !period.is_point && isWithin(point, period)) return { ...period, to: point.to }
  const follows = one.to !== null && two.from !== null && Number(two.from.slice(0, 4)) === Number(one.to.slice(0, 4)) + 1
  return follows ? { from: one.from, to: two.to, is_point: false } : null
}

function isWithin(point: Span, { from, to }: Span): boolean {
  return point.to !== null && from !== null && point.to >= from && (to === null || point.to <= to)
}

function clipped(span: Span | null, day: string): When {
  if (!span) return { kind: 'unclear' }
  const { from, to } = span
  if ((from !== null && from > day) || (from === null && to !== null && to > day)) return { kind: 'to-come' }
  const last = to !== null && to < day ? to : day
  if (from === null) return { kind: 'until', to: last }
  return from === last && from === to ? { kind: 'day', to: last } : { kind: 'within', from, to: last }
}
