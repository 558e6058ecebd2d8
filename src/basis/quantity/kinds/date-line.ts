import { isoDate } from './calendar.ts'

const LONGEST_LINE = 120
const DAY = /^(.*?)(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)(.*)$/
const WRITTEN_DAY = /^(.*?)ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(.*)$/i
/** What may stand on a date line beside the date: a weekday, a clock time, "Ngày đăng", "Cập nhật", "GMT+7". */
const BESIDE =
  /^(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|ngày(?:\s+(?:đăng|cập nhật|viết|xuất bản|ban hành))?|đăng(?:\s+(?:ngày|lúc))?|cập\s+nhật(?:\s+(?:ngày|lúc))?|xuất\s+bản(?:\s+(?:ngày|lúc))?|lúc|thời gian|date|published|updated|post(?:ed)?|gmt|am|pm|sa|ch|\d{1,2}\s*[:h]\s*\d{2}(?:\s*:\s*\d{2})?|[+]\s*\d{1,2}|[\s,;:|()[\]./*_-]|–|—|•)*$/i
/** "Bắc Kạn, ": a place before the written day. */
const PLACE = /^[(\s]*(?:\p{Lu}[\p{L}.'’-]*\s*){0,6},?\s*$/u

/**
 * "Ngày 19/02/2021, …", "Bắc Kạn, sáng ngày 19 tháng 2 năm 2021 …", "(BKO) - Sáng 19/02/2021, …": the text begins with
 * its day.
 */
const OPENING =
  /^[("“*_#>\s]*(?:\p{Lu}[\p{L}.'’-]*[\s,)–-]+){0,6}?(?:(?:vào\s+)?(?:sáng|trưa|chiều|tối)\s+|vào\s+)?(?:ngày\s+|(?<=(?:sáng|trưa|chiều|tối)\s+|[,–-]\s*))(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})(?!\d)/iu

/**
 * ISO date of the text's own date line, or null: a line that is a date and nothing else, or a place with a written
 * date; else the day it opens with.
 */
export function dateLineOf(text: string): string | null {
  return ownLineOf(text) ?? openingDayOf(text)
}

/**
 * A text whose first sentence is a day and nothing else is of that day. One whose first sentence begins with a day is
 * too, unless it knows a later year: then it tells of the past, or of plans, and who asks must say the day.
 */
function openingDayOf(text: string): string | null {
  const first = text
    .trimStart()
    .slice(0, 2 * LONGEST_LINE)
    .normalize('NFC')
  const [sentence] = /^[^\n]{1,60}?(?=\.\s)/.exec(first) ?? []
  const alone = sentence ? dateOfLine(sentence) : null
  if (alone) return alone
  const opening = OPENING.exec(first)
  if (!opening) return null
  const [, day, month, year] = opening
  const latest = Math.max(...[...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(Number))
  return latest > Number(year) ? null : isoDate(Number(year), Number(month), Number(day))
}

function ownLineOf(text: string): string | null {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const date = end - start <= LONGEST_LINE ? dateOfLine(text.slice(start, end).trim().normalize('NFC')) : null
    if (date) return date
    start = end + 1
  }
  return null
}

function dateOfLine(line: string): string | null {
  if (!/\d{4}/.test(line)) return null
  const digits = DAY.exec(line)
  if (digits && isBeside(digits[1]!) && isBeside(digits[5]!)) return isoDate(Number(digits[4]), Number(digits[3]), Number(digits[2]))
  const written = WRITTEN_DAY.exec(line)
  if (!written || !(isBeside(written[1]!) || PLACE.test(written[1]!)) || !isBeside(written[5]!)) return null
  return isoDate(Number(written[4]), Number(written[3]), Number(written[2]))
}

const LONGEST_BESIDE = 60

function isBeside(text: string): boolean {
  return text.length <= LONGEST_BESIDE && BESIDE.test(text)
}
