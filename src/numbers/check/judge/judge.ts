import type { Quantity } from '../../../basis/quantity/index.ts'
import { type PublicAnswer, printNumber, printValue, roundRate } from '../../figure/index.ts'
import type { AnswerPart, RegisterValue, Turn } from '../check.ts'

/** How loosely words may be meant. Rules of the house, to be agreed with the editors. */
const rules = {
  /** "gần 500": less than 500, by a tenth at most. */
  nearly: 0.1,
  /** "khoảng 500": a tenth more or less. */
  about: 0.1,
  /** "một phần ba": a percentage point more or less. */
  fraction: 1,
  /** "hàng nghìn" and above has no end: 12.000 are thousands too. */
  open_from: 1000,
}

/**
 * What an answer comes to for a claim: its ends, and as the province prints it; null where the answer has no such part.
 */
export type Actual = { least: number; most: number; printed: string; answer: PublicAnswer; is_mean?: true }

/** The part of an answer that a claim speaks of; null where it has none, or is not told of that day. */
export function actualOf(answer: PublicAnswer, part: AnswerPart): Actual | null {
  const { value, numerator, denominator } = answer
  if (answer.is_of_month_end) return null
  const one = (n: number | null) => (n === null ? null : { least: n, most: n, printed: printNumber(n), answer })
  if (part === 'numerator') return one(numerator)
  if (part === 'denominator') return one(denominator)
  if (part === 'collective' || part === 'individual') return one(exemplarsOf(answer, part))
  const printed = printValue(value)
  if (value.kind === 'count') return one(value.count)
  if (value.kind === 'change') return one(partOfChange(value, part))
  if (value.kind === 'ordinal') return one(value.ordinal)
  if (value.kind === 'bounds') return part === 'mean' ? one(value.mean) : { least: value.least, most: value.most, printed, answer }
  if (value.kind === 'quantity' && part === 'mean') return meanOf(answer, printed)
  if (value.kind === 'quantity') return { ...one(Number(value.quantity))!, printed }
  if (value.kind !== 'rate') return null
  const rate = (value.numerator / value.denominator) * 100
  return { least: rate, most: rate, printed, answer }
}

/** A mean as it is before it is rounded: a text may print more decimals than the register. */
function meanOf(answer: PublicAnswer, printed: string): Actual | null {
  const { numerator, denominator } = answer
  const mean = numerator !== null && denominator ? numerator / denominator : null
  return mean === null ? null : { least: mean, most: mean, printed, answer, is_mean: true }
}

/** «Sau sắp xếp còn 108 đơn vị, giảm 14 đơn vị»: after the change, before it, or how many it took away. */
function partOfChange({ before, count }: { before: number | null; count: number }, part: AnswerPart): number | null {
  if (part === 'before') return before
  if (part !== 'fewer') return count
  return before !== null && before > count ? before - count : null
}

/** How much an answer rose or fell since an earlier one; null where it went the other way, or stayed. */
export function changeOf(later: Actual, earlier: Actual, turn: Turn): Actual | null {
  const change = turn === 'rise' ? later.least - earlier.least : earlier.least - later.least
  return change > 0 ? { ...later, least: change, most: change, printed: printNumber(change) } : null
}

/** Exemplars of a kind; null where the answer does not tell them apart. */
function exemplarsOf({ rows, numerator }: PublicAnswer, kind: 'collective' | 'individual'): number | null {
  if (rows.length === 0 && numerator !== 0) return null
  return rows.filter(row => row.kind === kind).reduce((sum, row) => sum + Number(row.exemplars), 0)
}

/** Whether the register supports the claim of a text of that day. */
export function holds(quantity: Quantity, actual: Actual, day: string): boolean {
  const { share, bound, text } = quantity
  if (share && !quantity.detail?.fraction && actual.answer.denominator !== null)
    return share.part === actual.answer.numerator && share.whole === actual.answer.denominator
  if (quantity.detail?.fraction && actual.answer.value.kind === 'rate') return isFraction(quantity, actual)
  if (actual.answer.value.kind === 'rate' && quantity.value.unit === '%' && bound === null) return isRate(quantity, actual, day)
  const [least, most] = endsOf(quantity)
  const n = actual.least
  if (bound === 'over') return n > least!
  if (bound === 'at-least') return n >= least!
  if (bound === 'at-most') return actual.most <= most!
  if (bound === 'under') return actual.most < most!
  if (actual.least < actual.most) return actual.least === least && actual.most === most
  if (bound === 'nearly') return n < most! && n >= most! * (1 - rules.nearly)
  if (bound === 'about') return Math.abs(n - least!) <= least! * rules.about
  if (/^h[aằ]ng /i.test(text.normalize('NFC')) && least! >= rules.open_from) return n >= least!
  const precision = actual.is_mean ? 10 ** -decimalsOf(text) / 2 : precisionOf(quantity)
  return n >= least! - precision && n <= most! + precision
}

/** «Một phần ba số xã»: the rate within a hundredth either way; «gần», «hơn» bound it. */
function isFraction({ value: { least, most }, bound }: Quantity, { least: rate }: Actual): boolean {
  const part = (most ?? least)! * 100
  if (bound === 'over' || bound === 'at-least') return rate > part
  if (bound === 'under' || bound === 'at-most') return rate < part
  if (bound === 'nearly') return rate < part && rate >= part * (1 - rules.nearly)
  return Math.abs(rate - part) <= (bound === 'about' ? part * rules.about : rules.fraction)
}

/** From this day on the house rounds its rates; before, it cut them at two decimals. */
const rounds_since = '2026-12-01'

/**
 * A rate at the decimals that are printed. 100 % is said only of all (F1), and 0 % only of none. In texts of a day on
 * which the house cut its rates, the cut form is right too.
 */
function isRate({ value, text }: Quantity, { answer, least }: Actual, day: string): boolean {
  const [numerator, denominator] = [answer.numerator!, answer.denominator!]
  if (value.least === 100 || numerator === denominator) return value.least === 100 && numerator === denominator
  if (value.least === 0 || numerator === 0) return value.least === 0 && numerator === 0
  const decimals = decimalsOf(text)
  const ten = 10 ** decimals
  return (
    roundRate({ numerator, denominator }, decimals) === value.least || (day < rounds_since && Math.floor(least * ten) / ten === value.least)
  )
}

/** The ends of a claim in the measure of the register. */
export function endsOf({ value }: Quantity): [number | null, number | null] {
  const factor = factorOf(value.unit)
  return [value.least === null ? null : value.least * factor, value.most === null ? null : value.most * factor]
}

/** Square metres in a hectare; everything else is in the register's own measure. */
export function factorOf(unit: string | null): number {
  return unit === 'ha' ? 10_000 : 1
}

/**
 * Half of the last place that is printed: "1,2 tỷ" is anything from 1.15 to 1.25 milliards. Whole numbers without a
 * magnitude are exact.
 */
function precisionOf(quantity: Quantity): number {
  const { value, text } = quantity
  const printed = Number(/\d[\d.]*(?:,\d+)?/.exec(text)?.[0].replaceAll('.', '').replace(',', '.'))
  if (!value.most || !printed || value.least !== value.most || !(decimalsOf(text) > 0 || value.most > printed)) return 0
  return ((value.most / printed) * factorOf(value.unit) * 10 ** -decimalsOf(text)) / 2
}

function decimalsOf(text: string): number {
  return /\d,(\d+)/.exec(text)?.[1]?.length ?? 0
}

/** The register's value for a program. */
export function registerValueOf({ least, most }: Actual): RegisterValue {
  return least === most ? least : { least, most }
}
