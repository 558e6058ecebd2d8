import type { Period } from '../quantity.ts'

/** Years that a text may mean by four bare digits. */
export function isYear(digits: string): boolean {
  return /^(?:1[89]|20)\d\d$/.test(digits)
}

/** ISO date, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Months first..last of a year. */
export function monthsPeriod(year: number, first: number, last: number, text: string): Period {
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(daysIn(year, last))}`, text }
}

export function yearsPeriod(first: number, last: number, text: string): Period {
  return { from: `${first}-01-01`, to: `${last}-12-31`, text }
}
