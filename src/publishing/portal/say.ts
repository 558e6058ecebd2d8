import { sayDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { fill } from '../../basis/shared/sentences.ts'
import { type PublicAnswer, type PublicValue, printNumber, printValue, problem_words } from '../../numbers/figure/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { words } from './words.ts'

/** A value as the page of that language prints it. */
export function sayValue(value: PublicValue, lang: Language): string {
  if (value.kind === 'quantity') return `${printNumber(Number(value.quantity), lang)} ${sayMeasure(value.measure, lang)}`
  if (value.kind === 'count' || value.kind === 'change') return printNumber(value.count, lang)
  if (value.kind === 'ordinal' && lang === 'en') return `${value.ordinal}${ordinal_endings[value.ordinal] ?? 'th'}`
  return lang === 'en' ? printValue(value, lang).replace(',', '.') : printValue(value, lang)
}

export function sayMeasure(measure: string, lang: Language): string {
  return lookUp(measures, measure)?.[lang] ?? measure
}

/** What is wrong with a question, its days as a page of that language writes them. */
export function sayProblem({ code, values = {} }: Problem, lang: Language): string {
  const sentence = code === 'no-such-day' ? words[lang].no_such_day : (lookUp(problem_words, code)?.[lang] ?? code)
  return fill(sentence, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayDay(String(value), lang)])))
}

/**
 * How a value came about, where it is a part of a whole or has dates: «36.418 / 36.418», «03/06/2022». Empty where the
 * value says it all.
 */
export function sayHow(answer: Pick<PublicAnswer, 'value'>, lang: Language): string {
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
