import { type Answer, type FigureValue, printNumber, printValue } from '../figure/index.ts'
import { inDayAndTime, inDayMonthYear } from '../shared/dates.ts'
import type { Language } from '../web/index.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** 19/02/2021, or 19 February 2021. */
export function sayDay(day: string, lang: Language): string {
  if (lang === 'vi') return inDayMonthYear(day)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${months[month - 1]} ${year}`
}

/** A day and an hour in Vietnam. */
export function sayInstant(instant: string, lang: Language): string {
  const [day, time] = inDayAndTime(instant).split(' ') as [string, string]
  const [date, month, year] = day.split('/') as [string, string, string]
  return lang === 'vi' ? `${day} ${time}` : `${sayDay(`${year}-${month}-${date}`, lang)}, ${time}`
}

/** A value as the page of that language prints it. */
export function sayValue(value: FigureValue, lang: Language): string {
  if (value.kind === 'quantity') return `${printNumber(Number(value.quantity), lang)} ${sayMeasure(value.measure, lang)}`
  if (value.kind === 'count' || value.kind === 'change') return printNumber(value.count, lang)
  if (value.kind === 'ordinal' && lang === 'en') return `${value.ordinal}${ordinal_endings[value.ordinal] ?? 'th'}`
  return lang === 'en' ? printValue(value, lang).replace(',', '.') : printValue(value, lang)
}

export function sayMeasure(measure: string, lang: Language): string {
  return measures[measure]?.[lang] ?? measure
}

/** How a value came about, where it is a part of a whole or has dates: «36.418 / 36.418», «03/06/2022». Empty where the value says it all. */
export function sayHow(answer: Pick<Answer, 'value' | 'numerator' | 'denominator' | 'rows'>, lang: Language): string {
  const { value } = answer
  if (value.kind === 'rate') return `${printNumber(value.numerator, lang)} / ${printNumber(value.denominator, lang)}`
  if (value.kind === 'bounds') return `${printNumber(value.within, lang)} / ${printNumber(value.counted, lang)}`
  if (value.kind === 'change') return `${printNumber(value.before, lang)} (${sayDay(value.since, lang)})`
  if (value.kind === 'status') return value.decided_on ? sayDay(value.decided_on, lang) : ''
  return ''
}

const ordinal_endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' }
const measures: Record<string, Record<Language, string>> = {
  m2: { vi: 'm²', en: 'm²' },
  'ngày công': { vi: 'ngày công', en: 'workdays' },
  đồng: { vi: 'đồng', en: 'đồng' },
}
