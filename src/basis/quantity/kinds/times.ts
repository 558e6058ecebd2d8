import type { Token } from '../tokens.ts'
import { readWords, startsNumberWord } from './number-words.ts'

type Time = { next: number; iso: string | null; span: null; what: 'time' }

const BEFORE_TIME = new Set('lúc hồi vào từ đến khoảng trước sau đúng gần tới , là'.split(' '))
const BEHIND_TIME = new Set('ngày sáng chiều tối đêm trưa kém ngày, hôm cùng đến ,'.split(' '))

const PARTS_OF_DAY = new Set('sáng trưa chiều tối đêm kém'.split(' '))

/** A clock time: "8 giờ 30", "7h30", "08:00", "lúc 8 giờ", "mười một giờ trưa"; "8 giờ/ngày" is an amount. */
export function readTime(tokens: Token[], at: number): Time | null {
  const start = tokens[at]!.key === 'lúc' || tokens[at]!.key === 'hồi' ? at + 1 : at
  const hour = tokens[start]!
  if (startsNumberWord(hour.key)) return readTimeInWords(tokens, start, start > at)
  if (hour.kind !== 'number' || hour.key.length > 2 || Number(hour.key) > 24 || (start > at && hour.parted)) return null
  const mark = tokens[start + 1]!
  if (mark.key === ':' && isMinute(tokens, start + 2) && !mark.spaced && tokens[start + 2]!.key.length === 2)
    return time(hour.key, tokens[start + 2]!.key, start + 3)
  if (mark.key === 'h' || mark.key === 'g') return readAfterHour(tokens, start, !mark.capital)
  return mark.key === 'giờ' && !mark.parted ? readAfterHour(tokens, start, start > at || isPointInTime(tokens, start)) : null
}

function readTimeInWords(tokens: Token[], at: number, certain: boolean): Time | null {
  const hour = readWords(tokens, at)
  if (!hour || hour.value > 24 || tokens[hour.next]!.key !== 'giờ') return null
  const half = tokens[hour.next + 1]!.key === 'rưỡi'
  const next = hour.next + (half ? 2 : 1)
  const told = certain || PARTS_OF_DAY.has(tokens[next]!.key)
  return told ? time(String(hour.value), half ? '30' : '00', next) : null
}

function readAfterHour(tokens: Token[], hour: number, certain: boolean): Time | null {
  const told = certain || PARTS_OF_DAY.has(tokens[hour + 3]!.key)
  if (tokens[hour + 2]!.key === 'rưỡi' && !tokens[hour + 2]!.parted && told) return time(tokens[hour]!.key, '30', hour + 3)
  if (isMinute(tokens, hour + 2)) return time(tokens[hour]!.key, tokens[hour + 2]!.key, minuteEnd(tokens, hour + 3))
  return certain ? time(tokens[hour]!.key, '00', hour + 2) : null
}

function minuteEnd(tokens: Token[], at: number): number {
  return tokens[at]!.key === 'phút' || tokens[at]!.key === "'" || tokens[at]!.key === 'p' ? at + 1 : at
}

function isMinute(tokens: Token[], at: number): boolean {
  const { kind, key, parted } = tokens[at] ?? tokens[0]!
  return kind === 'number' && key.length <= 2 && Number(key) < 60 && !parted
}

function isPointInTime(tokens: Token[], at: number): boolean {
  return BEFORE_TIME.has(tokens[at - 1]?.key ?? '') || (BEHIND_TIME.has(tokens[at + 2]!.key) && tokens[at + 2]!.key !== ',')
}

function time(hour: string, minute: string, next: number): Time {
  return { next, iso: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, span: null, what: 'time' }
}
