import type { Quantity } from '../../../basis/quantity/index.ts'
import { printNumber, printRate } from '../../figure/index.ts'
import { type Actual, factorOf } from './judge.ts'
import { numberInWords, vagueWord } from './number-in-words.ts'

const BOUND =
  /^(trên|hơn|quá|vượt(?: mốc| trên)?|gần|ngót|khoảng|chừng|ước(?: đạt| khoảng| tính)?|xấp xỉ|ít nhất|tối thiểu|không dưới|không quá|tối đa|dưới|chưa đến|chưa tới|chưa đầy|từ)\s+/iu
const NUMERAL = /(?<![\p{L}\d])\d(?:[\d.,]*\d)?/gu

/**
 * What should stand in the text, in its own manner: leading zeros, words, ranges, shares, "hàng trăm". A bound that
 * fails gives way to the number itself.
 */
export function writeAsPrinted(quantity: Quantity, actual: Actual): string {
  const text = quantity.text.normalize('NFC')
  const rest = text.replace(BOUND, '')
  const numerals = rest.match(NUMERAL) ?? []
  const { numerator, denominator } = actual.answer
  if (numerals.length === 0) return inWords(quantity, rest, actual)
  const trailing = rest.replace(/\s+(trở lên|trở xuống)$/, '')
  if (quantity.share && numerals.length > 1 && numerator !== null && denominator !== null)
    return replaced(trailing, [printed(numerator, numerals[0]!), printed(denominator, numerals[1]!)])
  if (actual.least < actual.most && numerals.length === 1)
    return replaced(trailing, [`${printed(actual.least, numerals[0]!)} - ${printed(actual.most, numerals[0]!)}`])
  if (numerals.length > 1) return replacedRange(trailing, actual, numerals[0]!)
  return replaced(trailing, [one(quantity, actual, numerals[0]!)])
}

function one(quantity: Quantity, actual: Actual, numeral: string): string {
  const { value, numerator, denominator } = actual.answer
  if (value.kind === 'rate' && quantity.value.unit === '%')
    return isPerHundred(quantity) ? printNumber(Math.round(actual.least)) : printRate(numerator!, denominator!).replace('%', '')
  if (value.kind === 'quantity' && value.measure === 'tiêu chí') return printNumber(Number(value.quantity))
  const scale = scaleOf(quantity, numeral)
  return printed(actual.least / factorOf(quantity.value.unit) / scale, numeral)
}

/** «Cứ 100 xã thì có 16 xã» is a rate without its sign. */
function isPerHundred({ text }: Quantity): boolean {
  return !/%|phần trăm/i.test(text)
}

/** "3,5 tỷ": 3.5 stands for 3.5 milliards. */
function scaleOf({ value }: Quantity, numeral: string): number {
  const plain = Number(numeral.replaceAll('.', '').replace(',', '.'))
  const said = value.most ?? value.least
  return plain > 0 && said ? Math.max(1, 10 ** Math.round(Math.log10(said / plain))) : 1
}

/** "02" stays two digits wide; none is "0". */
function printed(n: number, like: string): string {
  return /^0\d/.test(like) && Number.isInteger(n) && n > 0 ? String(n).padStart(like.length, '0') : printNumber(n)
}

function replaced(text: string, numbers: string[]): string {
  let next = 0
  return text.replace(NUMERAL, numeral => numbers[next++] ?? numeral)
}

function replacedRange(text: string, { least, most }: Actual, like: string): string {
  if (least < most) return replaced(text, [printed(least, like), printed(most, like)])
  return text.replace(/\d[\d.,]*\s*(?:-|–|đến|tới)\s*\d[\d.,]*/, printed(least, like))
}

function inWords(quantity: Quantity, text: string, { least, answer }: Actual): string {
  // «Hầu hết», «một phần ba»: words for a rate give way to the rate.
  if (answer.value.kind === 'rate' && answer.numerator !== null && answer.denominator !== null)
    return printRate(answer.numerator, answer.denominator)
  const vague = /^(hàng|hằng|vài|mấy)(\s+(chục|trăm|nghìn|ngàn|vạn|triệu|tỷ))+/iu.exec(text)
  if (vague) return `${vagueWord(least) ?? printNumber(least)}${text.slice(vague[0].length)}`
  const noun = [quantity.counts, quantity.value.unit].find(word => word && text.toLowerCase().endsWith(` ${word}`)) ?? ''
  const behind = noun === '' ? '' : text.slice(-noun.length - 1)
  const before = quantity.kind === 'ordinal' ? (/^.*thứ\s/iu.exec(text)?.[0] ?? '') : ''
  return `${before}${Number.isInteger(least) && least > 0 ? numberInWords(least) : printNumber(least)}${behind}`
}
