import { lookUp } from '../../shared/look-up.ts'
import { type Found, found } from '../found.ts'
import { listed, phraseAt, phrases } from '../phrases.ts'
import type { Period } from '../quantity.ts'
import type { Page } from '../text/page.ts'
import type { Token } from '../tokens.ts'
import { isoDate, isYear, monthsPeriod, two, yearsPeriod } from './calendar.ts'
import { countsHere } from './counts.ts'
import { isScale, readWords, startsNumberWord } from './number-words.ts'
import { romanAt } from './roman.ts'
import { readTime } from './times.ts'
import { readUnit } from './units.ts'

/** A date read: `iso` as far as it is said, and the days it covers (null when the year is not known). */
type Read = { next: number; iso: string | null; span: { from: string; to: string } | null; what?: string }

const SPANS = phrases(
  listed(
    'giai đoạn | nhiệm kỳ | nhiệm kì | thời kỳ | thời kì | niên khóa | khóa | năm học | niên vụ | mùa giải | những năm | các năm | trong các năm | hai năm | ba năm | năm',
  ),
)
const FROM = phrases(listed('từ | kể từ | tính từ'))
const TO = phrases(listed('đến | tới | đến hết | cho đến | đến cuối | đến hết'))
const NOW = phrases(listed('nay | hiện nay | hiện tại | giờ | thời điểm này | bây giờ'))
const WEEKDAYS = new Set(['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'])

export const dateStarts = [
  'từ',
  'kể',
  'tính',
  'ngày',
  'tháng',
  'quý',
  'năm',
  'thứ',
  'chủ',
  'mùng',
  'mồng',
  'thế',
  'thập',
  'lúc',
  'hồi',
  ...SPANS.keys(),
]

/** A point in time, a period, or "từ … đến …" of two of them. */
export function readDate(page: Page, at: number): Found | null {
  const { tokens } = page
  const from = phraseAt(FROM, tokens, at)
  if (from) return readFromTo(page, at, from.next)
  const read = readPoint(page, at) ?? readTime(tokens, at)
  return read && dateFound(page, at, read)
}

function dateFound({ text, tokens }: Page, at: number, read: Read): Found {
  const printed = text.slice(tokens[at]!.start, tokens[read.next - 1]!.end)
  const period = read.span && { ...read.span, text: printed }
  const detail = { ...(read.what && { what: read.what }), ...(read.iso && { iso: read.iso }) }
  return found(at, read.next, 'date', null, { period, detail: Object.keys(detail).length > 0 ? detail : null })
}

/** "từ năm 2016 đến nay", "từ ngày 1/1 đến 30/6/2021", "từ đầu năm 2021 đến nay". */
function readFromTo(page: Page, at: number, next: number): Found | null {
  const { tokens } = page
  const first = readMoment(page, next) ?? readThisYear(page, next) ?? bareDay(tokens, next)
  const to = first && phraseAt(TO, tokens, first.next)
  if (first && !to && first.what === 'period' && (first.span || tokens[next]!.kind === 'number')) return dateFound(page, at, first)
  if (!first || !to) return null
  const now = phraseAt(NOW, tokens, to.next)
  if (now) return first.span ? endless(page, at, now.next, first.span.from) : dateFound(page, at, { ...first, next: now.next })
  const second = readMoment(page, to.next)
  if (!second) return null
  const start = first.span ?? spanOfStart(first, second)
  const span = start && second.span ? { from: start.from, to: second.span.to } : null
  return dateFound(page, at, { next: second.next, iso: null, span, what: 'period' })
}

/** "từ đầu năm đến nay": the year of the text, where it has a date. */
function readThisYear({ tokens, date }: Page, at: number): Read | null {
  if (!/^(đầu|giữa|cuối)$/.test(tokens[at]!.key) || tokens[at + 1]!.key !== 'năm' || tokens[at + 1]!.parted) return null
  const from = date && `${date.slice(0, 4)}-01-01`
  return { next: at + 2, iso: null, span: from ? { from, to: from } : null, what: 'period' }
}

const PARTS_OF_TIME = new Set('đầu cuối giữa sáng trưa chiều tối đêm rạng'.split(' '))

/** One end of a period: "cuối năm 2019", "đêm 7/9", "6h00 ngày 17/8". */
function readMoment(page: Page, at: number): (Read & { day?: number }) | null {
  const { tokens } = page
  const start = PARTS_OF_TIME.has(tokens[at]!.key) && !tokens[at + 1]!.parted ? at + 1 : at
  const time = readTime(tokens, start)
  const day = time && readPoint(page, tokens[time.next]!.key === ',' ? time.next + 1 : time.next)
  return (time && day && day.iso !== null ? day : time) ?? readPoint(page, start) ?? bareYear(tokens, start)
}

function endless(page: Page, at: number, next: number, from: string): Found {
  const text = page.text.slice(page.tokens[at]!.start, page.tokens[next - 1]!.end)
  return found(at, next, 'date', null, { period: { from, to: null, text }, detail: { what: 'period' } })
}

/** "từ 15 đến 20/5/2021": the first day takes month and year from the second. */
function spanOfStart(first: Read & { day?: number }, second: Read): { from: string; to: string } | null {
  if (!second.span || first.day === undefined) return null
  const iso = isoDate(Number(second.span.from.slice(0, 4)), Number(second.span.from.slice(5, 7)), first.day)
  return iso ? { from: iso, to: iso } : null
}

function bareYear(tokens: Token[], at: number): Read | null {
  const { kind, key, parted } = tokens[at]!
  return kind === 'number' && !parted && isYear(key) && !isMeasured(tokens, at + 1) ? yearRead(Number(key), at + 1) : null
}

function bareDay(tokens: Token[], at: number): (Read & { day: number }) | null {
  const { kind, key } = tokens[at]!
  const to = kind === 'number' && Number(key) <= 31 ? phraseAt(TO, tokens, at + 1) : null
  const slash = to && tokens[to.next]!.kind === 'number' && tokens[to.next + 1]!.key === '/' && tokens[to.next + 2]!.kind === 'number'
  return slash ? { next: at + 1, iso: null, span: null, day: Number(key) } : null
}

function yearRead(year: number, next: number): Read {
  return { next, iso: String(year), span: { from: `${year}-01-01`, to: `${year}-12-31` } }
}

function readPoint(page: Page, at: number): (Read & { day?: number }) | null {
  const { tokens } = page
  const token = tokens[at]!
  if (token.kind === 'number')
    return (
      readNight(page, at) ??
      readNumeric(page, at) ??
      readMonthsOfYear(page, at) ??
      countedDays(page, at) ??
      dayWithoutWord(page, at) ??
      yearsCounted(tokens, at)
    )
  if (token.key === 'ngày' || token.key === 'mùng' || token.key === 'mồng') return readDay(page, at)
  if (token.key === 'tháng') return readMonth(page, at)
  if (token.key === 'quý') return readQuarter(page, at)
  if (token.key === 'thứ') return readWeekday(tokens, at)
  if (token.key === 'chủ') return readSunday(tokens, at)
  if (token.key === 'thế' || token.key === 'thập') return readAge(tokens, at)
  return readYears(tokens, at) ?? (startsNumberWord(token.key) ? (readMonthsOfYear(page, at) ?? countedDays(page, at)) : null)
}

/** "vào 15 tháng 4 năm 2020": a day without its word, told by its year. */
function dayWithoutWord(page: Page, at: number): Read | null {
  const { tokens } = page
  if (tokens[at + 1]!.key !== 'tháng' || tokens[at + 2]!.kind !== 'number' || !isDayAndMonth(tokens[at]!.key, tokens[at + 2]!.key))
    return null
  return yearBehind(page, at + 3) ? monthOfDay(page, at + 1, Number(tokens[at]!.key)) : null
}

/** "đêm 30 rạng 31-12", "17 rạng sáng ngày 18/3": the night into a day. */
function readNight(page: Page, at: number): Read | null {
  const { tokens } = page
  if (tokens[at + 1]!.key !== 'rạng' || Number(tokens[at]!.key) > 31) return null
  let day = at + 2
  while (/^(sáng|ngày)$/.test(tokens[day]!.key)) day++
  return tokens[day]!.kind === 'number' ? readNumeric(page, day) : null
}

/** "5 năm 2016-2020": years counted, then named. */
function yearsCounted(tokens: Token[], at: number): Read | null {
  return tokens[at + 1]!.key === 'năm' && !tokens[at + 1]!.parted ? readYearRange(tokens, at + 2, true) : null
}

/** "2 ngày 12 - 13/8", "hai ngày 12 và 13/8": days counted, then named. */
function countedDays(page: Page, at: number): Read | null {
  const { tokens } = page
  const days = at + 1
  if (tokens[days]!.key !== 'ngày' || tokens[days + 1]!.kind !== 'number' || tokens[days + 1]!.parted) return null
  const named = readDay(page, days)
  return named && named.next > days + 2 ? named : null
}

/** d/m/y, d-m-y, d.m.y, y-m-d, m/y, d/m, y-y. */
function readNumeric(page: Page, at: number): Read | null {
  const { tokens } = page
  const [first, mark, second] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]]
  const range = readYearRange(tokens, at)
  if (range) return range
  if (second?.kind !== 'number' || mark.spaced || second.spaced || !/^[-/.]$/.test(mark.key) || first.key.length > 4) return null
  const days = mark.key === '/' ? dayRange(page, at) : null
  if (days) return days
  const near = mark.key === '-' ? daysOfMonth(page, at) : null
  if (near) return near
  const third =
    tokens[at + 3]!.key === mark.key && !tokens[at + 3]!.spaced && tokens[at + 4]!.kind === 'number' && !tokens[at + 4]!.spaced
      ? tokens[at + 4]!
      : null
  if (third) return wholeDate(first.key, second.key, third.key, at + 5, tokens)
  if (/^[-.]$/.test(mark.key) && isDayAndMonth(first.key, second.key) && tellsDay(tokens, at))
    return dayOfYear(page, Number(first.key), Number(second.key), at + 3)
  if (mark.key !== '/')
    return mark.key === '-' && isYear(second.key) && Number(first.key) <= 12 && tokens[at - 1]?.key === 'tháng'
      ? monthRead(Number(second.key), Number(first.key), at + 3)
      : null
  return halfDate(page, at, first.key, second.key)
}

/** "sáng 17.10", "lễ hội xuống đồng (12-2)". */
function tellsDay(tokens: Token[], at: number): boolean {
  if (/^(sáng|trưa|chiều|tối|đêm|ngày|hôm|rạng)$/.test(tokens[at - 1]?.key ?? '')) return true
  if (tokens[at - 1]?.key !== '(' || tokens[at + 3]!.key !== ')') return false
  return tokens.slice(Math.max(0, at - 7), at - 1).some(({ key }) => /^(lễ|hội|ngày|tết|hôm)$/.test(key))
}

/** "30/4 - 1/5", "28/4-01/5/2022": from one day to another. */
function dayRange(page: Page, at: number): Read | null {
  const { tokens } = page
  const [joint, day, slash, month] = [tokens[at + 3]!, tokens[at + 4]!, tokens[at + 5], tokens[at + 6]]
  if (!/^[-–—]$/.test(joint.key) || joint.parted || day.kind !== 'number' || day.parted || slash?.key !== '/' || month?.kind !== 'number')
    return null
  if (!isDayAndMonth(tokens[at]!.key, tokens[at + 2]!.key) || !isDayAndMonth(day.key, month.key) || isMeasured(tokens, at + 7)) return null
  const last = readNumeric(page, at + 4)
  if (!last) return null
  const year = last.span?.from.slice(0, 4)
  const from = year ? isoDate(Number(year), Number(tokens[at + 2]!.key), Number(tokens[at]!.key)) : null
  return { next: last.next, iso: null, span: from && last.span ? { from, to: last.span.to } : null, what: 'period' }
}

/** "(12-17/10)", "24-25/6/2025": from one day to another of the same month. */
function daysOfMonth(page: Page, at: number): Read | null {
  const { tokens } = page
  const [first, last, slash, month] = [tokens[at]!, tokens[at + 2]!, tokens[at + 3]!, tokens[at + 4]!]
  if (slash.key !== '/' || slash.spaced || month.kind !== 'number' || month.spaced || Number(first.key) >= Number(last.key)) return null
  if (!isDayAndMonth(first.key, month.key) || !isDayAndMonth(last.key, month.key) || isMeasured(tokens, at + 5)) return null
  const until = readNumeric(page, at + 2)
  const start = until?.iso?.length === 10 ? until.iso.slice(0, 8) + two(Number(first.key)) : null
  return until && { next: until.next, iso: null, span: start && until.span ? { from: start, to: until.span.to } : null, what: 'period' }
}

function isDayAndMonth(day: string, month: string): boolean {
  return day.length <= 2 && month.length <= 2 && Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
}

function wholeDate(a: string, b: string, c: string, next: number, tokens: Token[]): Read | null {
  if (isYear(c) && a.length <= 2 && b.length <= 2) return dayRead(isoDate(Number(c), Number(b), Number(a)), next)
  if (isYear(a) && b.length <= 2 && c.length <= 2) return dayRead(isoDate(Number(a), Number(b), Number(c)), next)
  const short = tokens[next - 2]!.key === '/' && a.length <= 2 && b.length <= 2 && c.length === 2 && Number(b) <= 12
  return short ? dayRead(isoDate(2000 + Number(c), Number(b), Number(a)), next) : null
}

/** A day that does not exist stays a date, without a value. */
function dayRead(iso: string | null, next: number): Read {
  return { next, iso, span: iso ? { from: iso, to: iso } : null, ...(iso ? {} : { what: 'no-such-date' }) }
}

const BEFORE_DATE = new Set(
  'ngày hôm sáng chiều tối đêm trưa nay qua mai lễ dịp tết rằm từ đến vào khánh nhật lúc giờ ( kỷ niệm sau trước và hết , -'.split(' '),
)

/** "3/2021" is a month; "19/02" a day, unless something is counted by it ("3/5 xã") or it cannot be one. */
function halfDate(page: Page, at: number, a: string, b: string): Read | null {
  const { tokens } = page
  if (isYear(b) && a.length <= 2 && Number(a) >= 1 && Number(a) <= 12) return monthRead(Number(b), Number(a), at + 3)
  const day = Number(a)
  const month = Number(b)
  if (a.length > 2 || b.length > 2 || day < 1 || day > 31 || month < 1 || month > 12) return null
  const named = /^(ngày|hôm|mùng|mồng|sáng|trưa|chiều|tối|đêm|trước|hết|dịp|lễ)$/.test(tokens[at - 1]?.key ?? '')
  if (!named && (isMeasured(tokens, at + 3) || saysShare(tokens, at, a, b) || isPart(tokens, at + 3, day, month))) return null
  return dayOfYear(page, day, month, at + 3)
}

const BEFORE_SHARE = new Set(['đạt', 'có', 'được', 'với', 'là', 'còn', 'gồm', 'chiếm', 'bằng', 'trên', 'hơn', 'gần', 'khoảng', ':', 'tới'])

/** "1/3 diện tích", "2/3 số hộ", "3/4 quãng đường": a part of a whole. */
function isPart(tokens: Token[], at: number, part: number, whole: number): boolean {
  if (part >= whole || whole > 10 || tokens[at]!.parted) return false
  if (/^(số|diện|tổng|dân|quãng|chiều|thời|sản|dự|kế|chặng)$/.test(tokens[at]!.key)) return true
  return tokens[at]!.key === 'là' && !tokens[at + 1]!.capital && tokens[at - 4]?.key === ','
}

function saysShare(tokens: Token[], at: number, a: string, b: string): boolean {
  if (Number(a) > Number(b)) return false
  return BEFORE_SHARE.has(tokens[at - 1]?.key ?? '') || (a === b && !BEFORE_DATE.has(tokens[at - 1]?.key ?? ''))
}

function dayOfYear(page: Page, day: number, month: number, next: number): Read {
  const year = page.date ? Number(page.date.slice(0, 4)) : null
  if (year !== null) return dayRead(isoDate(year, month, day), next)
  return { next, iso: isoDate(2000, month, day) ? `--${two(month)}-${two(day)}` : null, span: null }
}

function monthRead(year: number, month: number, next: number): Read {
  const { from, to } = monthsPeriod(year, month, month, '')
  return { next, iso: `${year}-${two(month)}`, span: { from, to: to! } }
}

/** "2015-2020", "2015 – 2020": two years that rise. */
function readYearRange(tokens: Token[], at: number, named = false): Read | null {
  const [first, mark, second] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]]
  if (!second || !/^[-–—/]$/.test(mark.key) || mark.parted || second.parted || !isYear(first.key)) return null
  const short = /^\d\d$/.test(second.key) && !mark.spaced && mark.key !== '/' && tokens[at + 3]!.key !== mark.key
  const last = short ? Number(first.key.slice(0, 2) + second.key) : isYear(second.key) ? Number(second.key) : 0
  if (last < Number(first.key) || (!named && isMeasured(tokens, at + 3))) return null
  return { next: at + 3, iso: null, span: yearsPeriod(Number(first.key), last, '') as { from: string; to: string }, what: 'period' }
}

/** "ngày 15 tháng 5 năm 2016", "ngày 15/5/2016", "ngày 15-16/5", "ngày 15". */
function readDay(page: Page, at: number): Read | null {
  const { tokens } = page
  const number = tokens[at + 1]!
  if (number.kind !== 'number' || number.parted) return wordedDay(page, at)
  const numeric = readNumeric(page, at + 1)
  if (numeric && numeric.what !== 'period') return numeric
  const day = Number(number.key)
  if (day < 1 || day > 31) return null
  const until = /^([-–,]|và)$/.test(tokens[at + 2]!.key) ? untilDay(page, at + 3) : null
  if (until)
    return until.iso && until.iso.length === 10
      ? { ...until, iso: null, what: 'period', span: { from: until.iso.slice(0, 8) + two(day), to: until.iso } }
      : until
  if (tokens[at + 2]!.key === 'tháng' || tokens[at + 2]!.key === '/') return monthOfDay(page, at + 2, day)
  return isMeasured(tokens, at + 2) ? null : { next: at + 2, iso: null, span: null }
}

/** The second day of "ngày 15-16/5/2021" or "ngày 15 và 16/5". */
function untilDay(page: Page, at: number): Read | null {
  const { tokens } = page
  if (tokens[at]!.kind !== 'number') return null
  return tokens[at + 1]!.key === '/'
    ? readNumeric(page, at)
    : tokens[at + 1]!.key === 'tháng'
      ? monthOfDay(page, at + 1, Number(tokens[at]!.key))
      : null
}

function wordedDay(page: Page, at: number): Read | null {
  const { tokens } = page
  const words = tokens[at]!.key === 'ngày' && tokens[at + 1]!.key === 'năm' ? null : readWords(tokens, at + 1)
  if (!words || words.value > 31 || tokens[at + 1]!.parted) return null
  if (tokens[words.next]!.key === 'tháng') return monthOfDay(page, words.next, words.value)
  return tokens[at]!.key === 'ngày' ? null : { next: words.next, iso: null, span: null }
}

function monthOfDay(page: Page, at: number, day: number): Read | null {
  const month = readMonth(page, at)
  if (!month) return { next: at, iso: null, span: null }
  const [year, number] = (month.iso ?? '').startsWith('--')
    ? [null, Number(month.iso!.slice(2))]
    : [Number(month.iso?.slice(0, 4)), Number(month.iso?.slice(5, 7))]
  return year === null
    ? { next: month.next, iso: `--${two(number)}-${two(day)}`, span: null }
    : dayRead(isoDate(year, number, day), month.next)
}

const MONTH_NAMES: Record<string, number> = { giêng: 1, chạp: 12, tư: 4 }

/** "tháng 7/2025", "tháng 7 năm 2025", "tháng bảy", "tháng 7"; "tháng 5 triệu đồng" is no month. */
function readMonth(page: Page, at: number): Read | null {
  const { tokens } = page
  if (tokens[at + 1]!.parted) return null
  const numeric = tokens[at + 1]!.kind === 'number' ? readNumeric(page, at + 1) : null
  if (numeric?.iso?.length === 7 && !numeric.iso.startsWith('--')) return numeric
  const named = lookUp(MONTH_NAMES, tokens[at + 1]!.key)
  const worded = named ? { value: named, next: at + 2 } : tokens[at + 1]!.key === 'năm' ? null : readWords(tokens, at + 1)
  const read = tokens[at + 1]!.kind === 'number' ? { value: Number(tokens[at + 1]!.key), next: at + 2 } : worded
  if (!read || read.value < 1 || read.value > 12 || !Number.isInteger(read.value)) return null
  const year = yearBehind(page, read.next)
  if (year) return monthRead(year.year, read.value, year.next)
  if (
    isMeasured(tokens, read.next) ||
    (/^[.,]$/.test(tokens[read.next]!.key) && tokens[read.next + 1]?.kind === 'number' && !tokens[read.next + 1]!.spaced)
  )
    return null
  return page.date
    ? monthRead(Number(page.date.slice(0, 4)), read.value, read.next)
    : { next: read.next, iso: `--${two(read.value)}`, span: null }
}

/** "năm 2021", "/2021", "-2021", "năm nay" of a dated text. */
function yearBehind(page: Page, at: number): { year: number; next: number } | null {
  const { tokens } = page
  const [mark, number] = [tokens[at]!, tokens[at + 1]]
  if (!number || mark.parted) return null
  const joined = mark.key === 'năm' || mark.key === '/' || (mark.key === '-' && !mark.spaced)
  if (joined && number.kind === 'number' && isYear(number.key)) return { year: Number(number.key), next: at + 2 }
  return mark.key === 'năm' && number.key === 'nay' && page.date ? { year: Number(page.date.slice(0, 4)), next: at + 2 } : null
}

/** "quý I/2021", "quý 2 năm 2021", "quý III". */
function readQuarter(page: Page, at: number): Read | null {
  const { tokens } = page
  const number = tokens[at + 1]!
  const quarter =
    romanAt(tokens, at + 1) ??
    (number.kind === 'number' ? Number(number.key) : (lookUp(MONTH_NAMES, number.key) ?? readWords(tokens, at + 1)?.value ?? 0))
  if (quarter < 1 || quarter > 4 || number.parted || number.key === 'năm') return null
  const year = yearBehind(page, at + 2) ?? (page.date ? { year: Number(page.date.slice(0, 4)), next: at + 2 } : null)
  if (!year) return isMeasured(tokens, at + 2) ? null : { next: at + 2, iso: null, span: null, what: 'quarter' }
  const { from, to } = monthsPeriod(year.year, quarter * 3 - 2, quarter * 3, '')
  return { next: year.next, iso: `${year.year}-Q${quarter}`, span: { from, to: to! } }
}

/** "6 tháng đầu năm 2021", "9 tháng năm 2021", "quý đầu năm". */
function readMonthsOfYear(page: Page, at: number): Read | null {
  const { tokens } = page
  const worded = tokens[at]!.kind === 'number' ? null : readWords(tokens, at)
  const [months, named] = worded ? [worded.value, worded.next] : [Number(tokens[at]!.key), at + 1]
  if (tokens[named]!.key !== 'tháng' || !(months >= 1 && months <= 12)) return null
  const late = tokens[named + 1]!.key === 'cuối'
  const edge = late || tokens[named + 1]!.key === 'đầu' ? named + 2 : named + 1
  if (tokens[edge]!.key !== 'năm') return null
  const year =
    yearBehind(page, edge) ?? (edge > named + 1 ? { year: page.date ? Number(page.date.slice(0, 4)) : null, next: edge + 1 } : null)
  if (!year) return null
  if (year.year === null) return { next: year.next, iso: null, span: null, what: 'period' }
  const { from, to } = monthsPeriod(year.year, late ? 13 - months : 1, late ? 12 : months, '')
  return { next: year.next, iso: null, span: { from, to: to! }, what: 'period' }
}

/** "năm 2016", "giai đoạn 2015-2020", "năm học 2020-2021" (September to August), "những năm 90". */
function readYears(tokens: Token[], at: number): Read | null {
  const named = phraseAt(SPANS, tokens, at)
  if (!named) return null
  const number = tokens[named.next]!
  if (number.parted) return null
  if (number.kind !== 'number') return named.means === 'năm' ? wordedYear(tokens, named.next) : null
  const range = readYearRange(tokens, named.next, true)
  if (range) return named.means === 'năm học' ? schoolYear(range) : range
  if (isYear(number.key)) return named.means === 'khóa' ? null : yearsFrom(tokens, named.next)
  return named.means === 'những năm' && /^\d0$/.test(number.key) ? { next: named.next + 1, iso: null, span: null, what: 'period' } : null
}

function schoolYear({ next, span }: Read): Read {
  return { next, iso: null, span: { from: `${span!.from.slice(0, 4)}-09-01`, to: `${span!.to.slice(0, 4)}-08-31` }, what: 'period' }
}

/** "năm 2016", or "năm 2016 đến 2020" and "năm 2016 đến năm 2020" as one period. */
function yearsFrom(tokens: Token[], at: number): Read {
  const one = yearRead(Number(tokens[at]!.key), at + 1)
  const to = phraseAt(TO, tokens, at + 1)
  const last = to && tokens[to.next]!.key === 'năm' ? to.next + 1 : to?.next
  if (last === undefined || !isYear(tokens[last]!.key) || tokens[last]!.key < tokens[at]!.key || tokens[last]!.parted) return one
  return { next: last + 1, iso: null, span: { from: one.span!.from, to: `${tokens[last]!.key}-12-31` }, what: 'period' }
}

function wordedYear(tokens: Token[], at: number): Read | null {
  const words = tokens[at]!.key === 'một' || tokens[at]!.key === 'hai' ? readWords(tokens, at) : null
  return words && words.value >= 1800 && words.value < 2100 ? yearRead(words.value, words.next) : null
}

/** "thứ Tư", "thứ hai, ngày 5/5", "sáng thứ 7": elsewhere ("con thứ hai") it is an ordinal. */
function readWeekday(tokens: Token[], at: number): Read | null {
  const { key, capital, parted, kind } = tokens[at + 1]!
  const day = WEEKDAYS.has(key) || (kind === 'number' && /^[2-7]$/.test(key))
  if (!day || parted) return null
  const before = tokens[at - 1]?.key ?? ''
  if (/^(anh|chị|con|em|cậu|đứa|người)$/.test(before)) return null
  const behind = tokens[at + 2]!.key === ',' ? tokens[at + 3]! : tokens[at + 2]!
  const after = behind.key
  const told =
    (tokens[at]!.leads && behind.kind === 'number') ||
    /^(sáng|chiều|tối|trưa|đêm|vào|ngày|hôm)$/.test(before) ||
    /^(ngày|tuần|hằng|hàng|tới|vừa)$/.test(after) ||
    (after === '(' && tokens[at + 3]!.key === 'ngày')
  return (capital && key !== 'ba') || told || (capital && at > 0 && before !== 'lần')
    ? { next: at + 2, iso: null, span: null, what: 'weekday' }
    : null
}

function readSunday(tokens: Token[], at: number): Read | null {
  const sunday = /^(nhật|nhựt)$/.test(tokens[at + 1]!.key) && !tokens[at + 1]!.parted
  return sunday ? { next: at + 2, iso: null, span: null, what: 'weekday' } : null
}

/** "thế kỷ XX", "thế kỷ 21", "thập niên 90". */
function readAge(tokens: Token[], at: number): Read | null {
  const second = tokens[at + 1]!.key
  if (!['kỷ', 'kỉ', 'niên', 'kỷ'].includes(second)) return null
  const value =
    romanAt(tokens, at + 2) ?? (tokens[at + 2]!.kind === 'number' && !tokens[at + 2]!.parted ? Number(tokens[at + 2]!.key) : null)
  return value === null ? null : { next: at + 3, iso: null, span: null, what: 'period' }
}

/** Something is counted or measured here: what stands before is an amount, no day and no year. */
function isMeasured(tokens: Token[], at: number): boolean {
  const { key, parted } = tokens[at]!
  if (parted) return false
  if (key === '%' || isScale(tokens, at) || countsHere(tokens, at)) return true
  const unit = readUnit(tokens, at)
  return unit !== null && !['năm', 'tháng', 'ngày', 'quý', 'giờ', 'tuần', 'buổi'].includes(unit.unit)
}

/** A bare four-digit year that nothing measures: "vụ xuân 2021", "Tokyo 2020". */
export function readBareYear(page: Page, at: number): Found | null {
  const read = bareYear(page.tokens, at)
  return read && dateFound(page, at, read)
}

export type { Period }
