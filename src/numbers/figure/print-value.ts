import { lookUp } from '../../basis/shared/look-up.ts'
import { sayMeasure } from '../../basis/shared/measures.ts'
import type { FigureValue } from './figure.ts'
import type { PublicValue } from './public/public-answer.ts'
import { type Lang, status_words } from './words.ts'

/**
 * A value as papers print it; in Vietnamese with dots between thousands and a decimal comma. 100 % is printed only when
 * numerator and denominator are equal (F1 in domain.md). The «02» of an article is the article's own form of 2.
 */
export function printValue(value: FigureValue | PublicValue, lang: Lang = 'vi'): string {
  switch (value.kind) {
    case 'count':
    case 'change':
      return printNumber(value.count, lang)
    case 'rate':
      return printRate(value.numerator, value.denominator, lang)
    case 'bounds':
      return value.least === value.most
        ? printNumber(value.least, lang)
        : `${printNumber(value.least, lang)} - ${printNumber(value.most, lang)}`
    case 'quantity':
      return `${printNumber(Number(value.quantity), lang)} ${sayMeasure(value.measure, lang)}`
    case 'ordinal':
      return printNumber(value.ordinal, lang)
    case 'status':
      return lookUp(status_words, value.status)?.[lang] ?? value.status
    case 'none-due':
    case 'withheld':
      return '–'
  }
}

export function printNumber(n: number, lang: Lang = 'vi'): string {
  return printers[lang].format(n)
}

/** Made once: making one takes longer than a page of numbers. */
const printers = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}

/** A percentage at two decimals, rounded half up; what rounds to none although it is more is «dưới 0,01%». */
export function printRate(numerator: number, denominator: number, lang: Lang = 'vi'): string {
  const percent = roundRate({ numerator, denominator }, 2)
  if (percent === 0 && numerator > 0) return lang === 'vi' ? 'dưới 0,01%' : 'under 0.01%'
  return `${printNumber(percent, lang)}%`
}

/**
 * A rate in per cent, rounded half up at so many decimals. Nothing short of all is 100: 99.996 % stays 99.99 at two
 * decimals.
 */
export function roundRate({ numerator, denominator }: { numerator: number; denominator: number }, decimals: number): number {
  const ten = 10 ** decimals
  const rounded = Math.round((numerator * 100 * ten) / denominator)
  return (numerator < denominator ? Math.min(rounded, 100 * ten - 1) : rounded) / ten
}
