import { type Found, found } from '../found.ts'
import { isYear } from '../kinds/calendar.ts'
import { countsHere } from '../kinds/counts.ts'
import { isScale } from '../kinds/number-words.ts'
import { romanAt } from '../kinds/roman.ts'
import { readUnit } from '../kinds/units.ts'
import { listed, phraseAt, phrases } from '../phrases.ts'
import type { Token } from '../tokens.ts'
import type { Page } from './page.ts'

/** Kinds of paper, as Decree 30/2020/NĐ-CP and Guidance 36-HD/VPTW name them, with what people write for short. */
const PAPERS = phrases(
  listed(
    'chỉ thị | nghị quyết | quyết định | kết luận | thông tư | thông tư liên tịch | nghị định | luật | bộ luật | pháp lệnh | quy định | hướng dẫn | kế hoạch',
    'công văn | công điện | thông báo | thông cáo | báo cáo | tờ trình | chương trình | chương trình hành động | đề án | quy chế | văn bản | thông tri | quy chuẩn | tiêu chuẩn | phương án | giấy mời | giấy phép | hợp đồng | sắc lệnh | hiến pháp',
    'qđ | nq | ct | kh | tt | nđ | cv | hd | kl | tb | bc | ttr | ttlt | qcvn | tcvn | iso | đa',
  ),
)

const PARTS = phrases(listed('điều | khoản | mục | chương | phụ lục | tiểu mục | phần | biểu | biểu mẫu | mẫu số | mẫu biểu'))

/** Codes that make "5-CT" or "05 - CT/TW" a document though blanks stand around the hyphen. */
const CODES = new Set('ct nq qđ qđi kl kh hd tb bc cv tt nđ ttg ctr đa qc ttr qh tttt ttlt thông_tri gm'.split(' '))

export const documentStarts = [...PAPERS.keys(), ...PARTS.keys()]

/** "Chỉ thị số 05-CT/TW", "QĐ 1703/QĐ-UBND", "855/NQ-UBTVQH14", "Điều 5", "Chương IV". */
export function readDocument({ text, tokens }: Page, at: number): Found | null {
  if (tokens[at]!.kind === 'number') return coded(tokens, at, at, text)
  const paper = phraseAt(PAPERS, tokens, at)
  if (paper) return readPaper(text, tokens, at, paper.next)
  const part = phraseAt(PARTS, tokens, at)
  return part ? readPart(tokens, at, part.next) : null
}

function readPaper(text: string, tokens: Token[], at: number, next: number): Found | null {
  const numbered = tokens[next]!.key === 'số' && !tokens[next]!.parted
  let number = numbered ? next + 1 : next
  if (numbered && tokens[number]!.key === ':') number++
  if (tokens[number]!.kind !== 'number' || tokens[number]!.parted) return null
  const whole = coded(tokens, at, number, text) ?? outlined(tokens, at, number, text)
  if (whole) return whole
  const end = plainNumberEnd(tokens, number)
  return end !== null && (numbered || mayBeName(tokens, at, number)) ? document(tokens, at, number, end, text) : null
}

/** "Chương trình 135", "Nghị quyết 35": without "số" the type is written with a capital or the number is no year. */
function mayBeName(tokens: Token[], at: number, number: number): boolean {
  return tokens[number]!.key.length <= 4 && !/^(19|20)\d\d$/.test(tokens[number]!.key) && tokens[at]!.spaced
}

/** A bare number that nothing counts: its end, with a letter ("30a") or a year behind it ("15/2021"). */
function plainNumberEnd(tokens: Token[], at: number): number | null {
  let next = at + 1
  if (isGlued(tokens[next]!) && /^[a-zđ]$/.test(tokens[next]!.key)) next++
  if (isGlued(tokens[next]!) && tokens[next]!.key === '/' && tokens[next + 1]!.kind === 'number') return next + 2
  if (
    tokens[next]!.kind === 'mark' &&
    /^[-.,–]$/.test(tokens[next]!.key) &&
    !tokens[next]!.spaced &&
    tokens[next + 1]!.kind === 'number' &&
    !tokens[next + 1]!.spaced
  )
    return null
  if (tokens[next]!.key === '%' || isScale(tokens, next) || isCounted(tokens, next)) return null
  return next
}

/** A unit or noun follows, and it does not begin a date or a name ("năm 2021", "phường Sông Cầu"). */
function isCounted(tokens: Token[], at: number): boolean {
  const unit = readUnit(tokens, at)
  if (unit?.unit === 'năm' && isRangeOfYears(tokens, unit.next)) return true
  if (unit) return tokens[unit.next]!.kind !== 'number' && !(tokens[at]!.key === 'năm' && ['học', 'nay'].includes(tokens[at + 1]!.key))
  return !tokens[at]!.capital && countsHere(tokens, at)
}

/** "Kế hoạch 5 năm 2016-2020": so many years, not plan number five. */
function isRangeOfYears(tokens: Token[], at: number): boolean {
  return isYear(tokens[at]!.key) && /^[-–]$/.test(tokens[at + 1]!.key) && isYear(tokens[at + 2]!.key)
}

/** "TCVN 6909:2001", "QCVN 01-1:2018/BYT". */
function outlined(tokens: Token[], at: number, number: number, text: string): Found | null {
  let next = number + 1
  while (
    isGlued(tokens[next]!) &&
    /^[-:/]$/.test(tokens[next]!.key) &&
    isGlued(tokens[next + 1]!) &&
    ['number', 'word'].includes(tokens[next + 1]!.kind)
  )
    next += 2
  return next > number + 2 || (tokens[number + 1]!.key === ':' && next > number + 1) ? document(tokens, at, number, next, text) : null
}

/** A number, a letter perhaps, then "-" or "/" and a code in capitals; between them perhaps the year. */
function coded(tokens: Token[], from: number, number: number, text: string): Found | null {
  let next = number + 1
  if (isGlued(tokens[next]!) && /^[a-zđ]$/.test(tokens[next]!.key)) next++
  if (!isJoint(tokens, next)) return null
  if (tokens[next]!.key === '/' && tokens[next + 1]!.kind === 'number' && isGlued(tokens[next + 1]!) && tokens[next + 1]!.key.length === 4)
    next += 2
  if (!isJoint(tokens, next) || !isCode(text, tokens[next + 1]!)) return null
  next += 2
  while (goesOn(tokens, next)) next++
  return document(tokens, from, number, next, text)
}

function isGlued(token: Token): boolean {
  return !token.spaced && token.kind !== 'end'
}

function isJoint(tokens: Token[], at: number): boolean {
  const { key, parted } = tokens[at]!
  const loose = tokens[at]!.spaced || tokens[at + 1]?.spaced
  return (key === '-' || key === '/' || key === '–') && !parted && (!loose || CODES.has(tokens[at + 1]?.key ?? ''))
}

/** "CT", "QĐ", "QĐi", "QH15": two letters in capitals, or a code we know. */
function isCode(text: string, { key, kind, capital, start, end, parted }: Token): boolean {
  if (kind !== 'word' || parted || end - start < 2 || end - start > 8) return false
  return CODES.has(key) || (capital && !NAMES_OF_MEASURE.has(key) && /^\p{Lu}{2}/u.test(text.slice(start, end)))
}

const NAMES_OF_MEASURE = new Set(['usd', 'vnđ', 'vnd', 'eur', 'kw', 'mw', 'kv', 'gb', 'tb', 'mb'])

function goesOn(tokens: Token[], at: number): boolean {
  const { kind, key } = tokens[at]!
  if (!isGlued(tokens[at]!)) return false
  if (kind === 'word' || kind === 'number') return true
  return (key === '-' || key === '/' || key === '&') && isGlued(tokens[at + 1]!) && tokens[at + 1]!.kind !== 'mark'
}

function document(tokens: Token[], from: number, number: number, next: number, text: string): Found {
  const printedNumber = text.slice(tokens[number]!.start, tokens[next - 1]!.end)
  return found(from, next, 'document', null, { detail: { number: printedNumber } })
}

/** "Điều 5, khoản 2": each a part of its own; "khoản 300 triệu" and "điều 5 xe" are amounts. */
function readPart(tokens: Token[], at: number, number: number): Found | null {
  const roman = romanAt(tokens, number)
  if (roman !== null)
    return found(at, number + 1, 'document', null, { detail: { what: 'part', number: tokens[number]!.key.toUpperCase() } })
  if (tokens[number]!.kind !== 'number' || tokens[number]!.parted || tokens[number]!.key.length > 3) return null
  const end = plainNumberEnd(tokens, number)
  return end === null ? null : found(at, end, 'document', null, { detail: { what: 'part', number: tokens[number]!.key } })
}
