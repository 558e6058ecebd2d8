import { sayDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { sayMeasure } from '../../basis/shared/measures.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { fill } from '../../basis/shared/sentences.ts'
import { type PublicAnswer, type PublicValue, printNumber, printValue, problem_words, rule_words } from '../../numbers/figure/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { words } from './words.ts'

/** A value as the page of that language prints it. */
export function sayValue(value: PublicValue, lang: Language): string {
  if (value.kind === 'quantity') return sayAmount(Number(value.quantity), value.measure, lang)
  if (value.kind === 'count' || value.kind === 'change') return printNumber(value.count, lang)
  if (value.kind === 'ordinal' && lang === 'en') return `${value.ordinal}${ordinal_endings[value.ordinal] ?? 'th'}`
  return lang === 'en' ? printValue(value, lang).replace(',', '.') : printValue(value, lang)
}

/** A number with its measure: «1.200,5 m²». */
export function sayAmount(amount: number, measure: string, lang: Language): string {
  return `${printNumber(amount, lang)} ${sayMeasure(measure, lang)}`
}

/** The rules by which a standing is carried across mergers, each once. */
export function sayRules(rule: string, lang: Language): string {
  const each = rule.split(', ').map(one => lookUp(rule_words, one)?.[lang] ?? one)
  return [...new Set(each)].join('; ')
}

/** What is wrong with a question, its days as a page of that language writes them. */
export function sayProblem({ code, values = {} }: Problem, lang: Language): string {
  const sentence = code === 'no-such-day' ? words[lang].no_such_day : (lookUp(problem_words, code)?.[lang] ?? code)
  return fill(sentence, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayDay(String(value), lang)])))
}

/**
 * How a value came about, where it is a part of a whole or has dates: «32.407 trên 32.407 người», «quyết định ngày
 * 03/06/2022». Empty where the value says it all.
 */
export function sayHow({ figure, value }: Pick<PublicAnswer, 'figure' | 'value'>, lang: Language): string {
  if (value.kind === 'rate') return sayPart(figure, value.numerator, value.denominator, lang)
  if (value.kind === 'bounds') return sayPart(figure, value.within, value.counted, lang)
  if (value.kind === 'change') {
    const [before, day] = [printNumber(value.before, lang), sayDay(value.since, lang)]
    return fill({ vi: 'ngày {day} là {before}', en: '{before} on {day}' }[lang], { before, day })
  }
  return value.kind === 'status' ? sayDecision(value, lang) : ''
}

function sayPart(figure: string, part: number, whole: number, lang: Language): string {
  const counted = lookUp(wholes, figure)?.[lang] ?? ''
  return fill({ vi: '{part} trên {whole} {counted}', en: '{part} of {whole} {counted}' }[lang], {
    ...{ counted, part: printNumber(part, lang) },
    whole: printNumber(whole, lang),
  }).trim()
}

/** Each date with its own event: a unit that has ended was recognised on that day, and ended on another. */
function sayDecision({ status, decided_on, effective_year, published_on }: PublicValue & { kind: 'status' }, lang: Language): string {
  const w = decision_words[lang]
  const parts = [
    decided_on && fill(status === 'ended' ? w.was_decided : w.decided, { day: sayDay(decided_on, lang) }),
    decided_on && effective_year && fill(w.counts_for, { year: effective_year }),
    decided_on && published_on && fill(w.published, { day: sayDay(published_on, lang) }),
  ]
  return parts.filter(Boolean).join(', ')
}

const decision_words = {
  vi: {
    decided: 'quyết định ngày {day}',
    was_decided: 'từng có quyết định ngày {day}',
    counts_for: 'tính cho năm {year}',
    published: 'công bố ngày {day}',
  },
  en: {
    decided: 'decided on {day}',
    was_decided: 'it had been decided on {day}',
    counts_for: 'counts for {year}',
    published: 'published on {day}',
  },
}

/** What the whole of a part is made of, by figure. */
const wholes: Record<string, Record<Language, string>> = {
  F1: { vi: 'người', en: 'people' },
  F2: { vi: 'người', en: 'people' },
  F3: { vi: 'bản', en: 'commitments' },
  F5: { vi: 'việc', en: 'deeds' },
  F6: { vi: 'nhiệm kỳ', en: 'tenures' },
  F7: { vi: 'kế hoạch', en: 'plans' },
  F8: { vi: 'hạn chế', en: 'limitations' },
  F9: { vi: 'bản', en: 'commitments' },
  F10: { vi: 'người', en: 'people' },
  F18: { vi: 'xã', en: 'communes' },
}

const ordinal_endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' }
