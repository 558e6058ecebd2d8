import { isDay } from '../../../basis/shared/dates.ts'
import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Cell, cleaned, dayOfSerial } from '../../../platform/workbook/index.ts'
import type { FaultCode } from '../problem-words.ts'

/** What a cell says, or by which code it cannot be read; `said` where the fault is to show more than the cell does. */
export type Read<T> = { value: T } | { code: FaultCode; said?: string }

export type Birth = { birth_date: string | null; birth_year: number | null }
export type Gender = 'female' | 'male'
export type Kind = 'party-member' | 'probationary-member' | 'cadre'

/** Youngest at which somebody stands in a roster, and the age beyond which a year is a slip of the hand. */
const ages = { least: 16, most: 110 }

/** What stands in the column of names and names nobody: a mark of repetition, a heading, a single letter. */
const nobodys =
  /^(nt|như trên|họ (và )?tên|tên|(đảng|chi) (bộ|ủy|u\u1ef7)( .*)?|ban chấp hành.*|danh sách .*|tổng( .*)?|cộng( .*)?|bằng chữ.*|ghi chú.*|đảng viên( (chính thức|dự bị))?.*|người lập.*|\p{L})$/iu

/** «nt», «như trên», ditto marks: what the line above says. */
export function isDitto(text: string): boolean {
  return /^[\s\-–(]*(n\.?\s?t\.?|như trên|["”“″〃]|''|’’|\/\/)[\s\-–)]*$/iu.test(text)
}

/**
 * A name of letters, as people write it, without its number, «Đ/c» or «Bà» before it; one in capitals only, or without
 * any, is brought into ordinary letters.
 */
export function readName(said: string): Read<string> {
  const text = said.replace(/^\d{1,4}\s?[.)]\s+/, '').replace(/^(đ\s?\/\s?c|đồng chí|bà)[\s.:]+/iu, '')
  if (isDitto(text) || nobodys.test(text)) return { code: 'not-a-name' }
  if (!/^[\p{L}\p{M}][\p{L}\p{M}\s.'’-]*$/u.test(text)) return { code: 'not-a-name' }
  if (text.length > 120) return { code: 'not-a-name' }
  const is_even = text === text.toLowerCase() || text === text.toUpperCase()
  return { value: is_even && text.length > 3 ? ordinary(text) : text }
}

function ordinary(text: string): string {
  return text.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/**
 * A day of birth, or its year where no more is known: a day of the workbook's calendar, or text in the spellings of
 * offices.
 */
export function readBirth(cell: Cell, calendar: 1900 | 1904, today: string): Read<Birth> {
  if (cell.fault) return { code: cell.fault }
  const { text, number } = cell
  if (number === undefined) return ofAge(birthOfText(text), today)
  if (cell.is_date) return ofAge(birthOfDay({ ...cell, number }, calendar), today)
  return birthOfNumber(text, number, calendar, today)
}

function ofAge(read: Read<Birth>, today: string): Read<Birth> {
  if ('code' in read) return read
  const year = read.value.birth_year ?? Number(read.value.birth_date!.slice(0, 4))
  const age = Number(today.slice(0, 4)) - year
  return age < ages.least ? { code: 'too-young' } : age > ages.most ? { code: 'too-old' } : read
}

/**
 * A day of the calendar, as far as its format shows it: «mm/yyyy» is no more than a year to us, and a day without its
 * year is nobody's birth.
 */
function birthOfDay({ number, lacks }: Cell & { number: number }, calendar: 1900 | 1904): Read<Birth> {
  const day = dayOfSerial(number, calendar)
  if (day === null) return { code: 'no-such-day' }
  if (lacks === 'year') return { code: 'no-year' }
  return { value: lacks === 'day' ? { birth_date: null, birth_year: Number(day.slice(0, 4)) } : { birth_date: day, birth_year: null } }
}

/**
 * A number whose format is that of no day: 1968 is a year. 20575 may be what is left of «020575», and the number of a
 * day, 30 April 1956: where both could be somebody's birth, nobody but the office knows which.
 */
function birthOfNumber(text: string, number: number, calendar: 1900 | 1904, today: string): Read<Birth> {
  if (!Number.isInteger(number)) return { code: 'no-such-day' }
  if (number >= 1900 && number <= 2100) return ofAge({ value: { birth_date: null, birth_year: number } }, today)
  const day = dayOfSerial(number, calendar)
  const typed = ofAge(birthOfText(typedDigits(text, number)), today)
  const counted = ofAge(day === null ? { code: 'no-such-day' } : { value: { birth_date: day, birth_year: null } }, today)
  if ('code' in typed) return 'code' in counted && day === null ? typed : counted
  if ('code' in counted || typed.value.birth_date === day) return typed
  return { code: 'two-readings', said: `${text}: ${[typed.value.birth_date!, day!].map(inOrder).join(' / ')}` }
}

/**
 * «03/12/58» where a format shows it so; else the digits in sixes or eights, with the first nought that a number loses.
 */
function typedDigits(text: string, number: number): string {
  if (/[/.-]/.test(text)) return text
  const digits = String(number).padStart(number < 1e6 ? 6 : 8, '0')
  return `${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.slice(4)}`
}

function inOrder(day: string): string {
  return day.split('-').reverse().join('/')
}

function birthOfText(text: string): Read<Birth> {
  const bare = text.replace(/^'|(?<=\d)[ T]0?0:00(:00(\.0+)?)?Z?$|\.+$/g, '')
  const key = keyOf(bare.replace(/[.\-–,\\]/g, '/').replace(/\s*\/\s*/g, '/'))
  const year_only = /^(?:nam |sinh nam |sn |khoang )?(?:0{1,2}\/0{1,2}\/|[/ ]*)(\d{4})$/.exec(key)
  if (year_only) return { value: { birth_date: null, birth_year: Number(year_only[1]) } }
  const month_only = /^(?:thang )?\d{1,2}\/(\d{4})$/.exec(key) ?? /^thang \d{1,2} nam (\d{4})$/.exec(key)
  if (month_only) return { value: { birth_date: null, birth_year: Number(month_only[1]) } }
  const iso = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: 00\/?.*)?$/.exec(key)
  const usual =
    /^(?:ngay )?(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(key) ??
    /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(key) ??
    /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(key) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(key)
  const [year, month, day] = iso ? iso.slice(1) : usual ? [usual[3], usual[2], usual[1]] : []
  if (year === undefined) return { code: 'not-a-day' }
  const whole = `${year.length === 2 ? inFull(year) : year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isDay(whole) ? { value: { birth_date: whole, birth_year: null } } : { code: 'no-such-day' }
}

/** What stands in three columns; undefined where a cell is empty. */
export type BirthInParts = { day: Cell | undefined; month: Cell | undefined; year: Cell | undefined }
export type PartOfBirth = keyof BirthInParts

/**
 * A birth whose day, month and year stand apart: by the same rules as one that stands in one cell. What is wrong is
 * wrong in one of the three.
 */
export function readBirthInParts(
  { day, month, year }: BirthInParts,
  calendar: 1900 | 1904,
  today: string,
): Read<Birth> & { part: PartOfBirth } {
  const [a, b] = [partOf(day), partOf(month)]
  for (const [part, cell, number, most] of [
    ['day', day, a, 31],
    ['month', month, b, 12],
  ] as const) {
    if (cell?.fault) return { code: cell.fault, part }
    if (number === null) return { code: 'not-a-day', part }
    if (number > most) return { code: 'no-such-day', part }
  }
  if (year === undefined) return { code: 'no-year', part: 'year' }
  if (a === 0 || b === 0) {
    // A day without its month is half a day; a month without a day is no more than the year.
    if (a !== 0) return { code: 'not-a-day', part: 'month' }
    return { ...readBirth(year, calendar, today), part: 'year' }
  }
  const years = cleaned(year.text)
  if (!year.fault && !/^(\d{4}|\d{2})$/.test(years)) return { code: 'not-a-day', part: 'year' }
  const read = year.fault ? { code: year.fault } : readBirth({ text: `${a}/${b}/${years}` }, calendar, today)
  const is_of_year = 'value' in read || read.code !== 'no-such-day'
  return { ...read, part: is_of_year ? 'year' : 'day' }
}

/** 0 where nothing is said; null where it is no number of a day or a month. */
function partOf(cell: Cell | undefined): number | null {
  if (cell === undefined || /^[\s.\-–…]*$/.test(cell.text)) return 0
  const found = /^(?:ngay |thang )?(\d{1,2})$/.exec(keyOf(cell.text))
  return found ? Number(found[1]) : null
}

/** Nobody in a roster is older than 110: «68» is 1968, «05» is 2005. */
function inFull(year: string): string {
  return (Number(year) < 16 ? '20' : '19') + year
}

export function readGender(text: string): Read<Gender> {
  const key = keyOf(text)
  if (/^(nam|male|m)$/.test(key)) return { value: 'male' }
  if (/^(nu|female|f)$/.test(key)) return { value: 'female' }
  return { code: 'not-a-gender' }
}

/** The mark by which a column says who is a woman; what is crossed out or says no, says nothing. */
export function readMark(text: string): Read<Gender | null> {
  const key = keyOf(text)
  if (/^(0|k|khong|nam)$/.test(key) || /^[\s.\-–—…/]+$/.test(text)) return { value: null }
  return /^(x+|v|1|nu|co)$/.test(key) || /^[+*✓✔√☑×✗✘●•]+$/.test(text) ? { value: 'female' } : { code: 'not-a-mark' }
}

export function readKind(text: string): Read<Kind> {
  const key = keyOf(text)
  if (/du bi|probationary/.test(key)) return { value: 'probationary-member' }
  if (/chinh thuc|^dang vien$|^ct$|party member|full member/.test(key)) return { value: 'party-member' }
  if (/can bo|cong chuc|vien chuc|quan chung|cadre/.test(key)) return { value: 'cadre' }
  return { code: 'not-a-kind' }
}

/** From here on a spreadsheet keeps no more than the first fifteen digits of a number. */
const rounded_from = 1e15

/** Digits of a party card, without the blanks and points that people put between them. */
export function readCard({ text, number }: Pick<Cell, 'text' | 'number'>): Read<string> {
  if (number !== undefined && Math.abs(number) >= rounded_from) return { code: 'rounded-number' }
  if (number !== undefined && !Number.isInteger(number)) return { code: 'not-a-card-number' }
  const bare = text.replace(/[\s.-]/g, '').toUpperCase()
  return /^[A-Z0-9/]{4,20}$/.test(bare) && /\d{3}/.test(bare) ? { value: bare } : { code: 'not-a-card-number' }
}

export function readEthnicity(text: string): Read<string> {
  return /^[\p{L}\p{M}][\p{L}\p{M}\s().,'’-]{0,40}$/u.test(text) && !isDitto(text) ? { value: text } : { code: 'not-an-ethnicity' }
}
