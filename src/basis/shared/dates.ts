/**
 * The two clocks that every read demands. `valid_as_of` is an ISO day; `recorded_as_of` an ISO instant. A row is seen
 * iff both hold it.
 */
export type Clocks = { valid_as_of: string; recorded_as_of: string }

/**
 * The map vintage of a territorial figure: units as they were at the event, units of the day through the carry rule, or
 * units of another day.
 */
export type MapVintage = 'as-was' | 'as-of' | 'restated'

/**
 * The zone of every calendar day in the register. Vietnam has had no daylight saving time since before its first row: a
 * fixed +07:00.
 */
export const zone = 'Asia/Ho_Chi_Minh'
const offset_ms = 7 * 3600_000

/** The ISO day of an instant in Vietnam. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + offset_ms).toISOString().slice(0, 10)
}

/** The instant at which a day begins in Vietnam. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`)
}

/** The last instant of a day in Vietnam, as the register writes it (microseconds). */
export function endOf(day: string): string {
  return `${day}T23:59:59.999999+07:00`
}

/** Whether the text is a day that exists: 2021-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const made = new Date(Date.UTC(year, month - 1, day))
  return year >= 1 && made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

/** Whether the text is an instant with its zone: 2021-02-19T08:00:00+07:00. */
export function isInstant(text: string): boolean {
  const found = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text)
  return found !== null && isDay(found[1]!)
}

/** Nothing that the register knows is older than the Republic. */
const first_day_asked = '1945-01-01'

/**
 * The days that may be asked for in an address, on a page or on the command line: up to a year from today. Without an
 * end one address could ask for the counts of eight thousand years.
 */
export function daysAsked(now: Date): { first: string; last: string } {
  return { first: first_day_asked, last: addDays(dayOf(now), 365) }
}

export function dayBefore(day: string): string {
  return addDays(day, -1)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** dd/mm/yyyy, as Vietnamese papers write a day. */
export function inDayMonthYear(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/**
 * A day as a page of that language writes it: 19/02/2021, or 19 February 2021. What was typed and is no day stays as it
 * is.
 */
export function sayDay(day: string, lang: 'vi' | 'en'): string {
  if (!isDay(day)) return day
  if (lang === 'vi') return inDayMonthYear(day)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${months[month - 1]} ${year}`
}

/** A day with its name, as a paper has it at its head: «Thứ Hai, 30/11/2026», “Monday, 30 November 2026”. */
export function sayWeekday(day: string, lang: 'vi' | 'en'): string {
  return `${weekdays[lang][new Date(day).getUTCDay()]}, ${sayDay(day, lang)}`
}

const weekdays = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** A day and an hour in Vietnam, likewise: 19/02/2021 08:00, or 19 February 2021, 08:00. */
export function sayInstant(instant: string | Date, lang: 'vi' | 'en'): string {
  const [, time] = inDayAndTime(instant).split(' ') as [string, string]
  return `${sayDay(dayOf(new Date(instant)), lang)}${lang === 'vi' ? ' ' : ', '}${time}`
}

/** dd/mm/yyyy HH:MM in Vietnam. */
export function inDayAndTime(instant: string | Date): string {
  const local = new Date(new Date(instant).getTime() + offset_ms).toISOString()
  return `${inDayMonthYear(local.slice(0, 10))} ${local.slice(11, 16)}`
}

/** HH:MM:SS in Vietnam. */
export function inTime(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + offset_ms).toISOString().slice(11, 19)
}

/** «31/12/2027» and «2027-12-31» alike, as an ISO day; anything else as it was typed, for its sentence. */
export function typedDay(text: string): string {
  const typed = text.trim().slice(0, 40)
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed)
  if (!found) return typed
  const day = `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}`
  return isDay(day) ? day : typed
}
