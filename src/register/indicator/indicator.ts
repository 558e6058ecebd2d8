/** What is measured each month, as the register defines it. `base`: the key of the indicator that it is a part of. */
export type Indicator = {
  indicator_id: number
  key: string
  name_vi: string
  name_en: string
  measure: string
  base: string | null
  direction: Direction
  due_day: number
  /** Decimal text: a month's value above it is asked about. */
  plausible_most: string | null
}

export const directions = ['up', 'down', 'none'] as const
export type Direction = (typeof directions)[number]

/**
 * One value as its sender says it. `row` is its line in the file or its place in the request, from 1. `month` is
 * «2026-11», `quantity` decimal text; what could not be read stays as it was written.
 */
export type ValueLine = {
  row: number
  indicator: string
  place: string
  month: string
  quantity: string
  measure: string
  note: string
}

export type Way = 'page' | 'workbook' | 'system'

/** A month that is known, of a place: decimal text. */
export type KnownValue = { indicator_id: number; place_id: number; month: string; quantity: string }

/** A place for which the office sends, as it was called in a time; `until` is null while it lives. ISO days. */
export type SenderPlace = {
  place_id: number
  key: string
  code: string | null
  name: string
  kind: string
  since: string
  until: string | null
}

/** The last day of «2026-11». */
export function endOfMonth(month: string): string {
  const [year, of_year] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, of_year!, 0)).toISOString().slice(0, 10)
}

/** «2026-10» for «2026-11». */
export function monthBefore(month: string): string {
  const [year, of_year] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, of_year! - 2, 1)).toISOString().slice(0, 7)
}

/** The day by which a month's value is expected: of the month after it. */
export function dueOn(month: string, due_day: number): string {
  const [year, of_year] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, of_year!, due_day)).toISOString().slice(0, 10)
}

/** A month as the register writes it: «2026-11». */
export const month_pattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** «11/2026» for «2026-11». */
export function sayMonth(month: string): string {
  return month.split('-').reverse().join('/')
}

const ways_to_write = [/^(?<year>\d{4})-(?<month>\d{1,2})$/, /^(?:tháng\s*)?(?<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?<year>\d{4})$/i]

/** «11/2026», «2026-11» or «tháng 11 năm 2026» as «2026-11»; null where it is no month. */
export function typedMonth(text: string): string | null {
  const said = text.trim().normalize('NFC')
  const { year, month } = ways_to_write.map(way => way.exec(said)?.groups).find(groups => groups) ?? {}
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return null
  return `${year}-${month.padStart(2, '0')}`
}

/** «1.234,5» and «1234.5» as decimal text; null where it is no quantity of at least zero. */
export function typedQuantity(text: string): string | null {
  const said = text.trim()
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(said) ? said.replaceAll('.', '').replace(',', '.') : said.replace(',', '.')
  return /^\d{1,15}(\.\d{1,6})?$/.test(grouped) ? String(Number(grouped)) : null
}
