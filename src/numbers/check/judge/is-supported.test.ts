import { expect, test } from 'vitest'
import type { FigureValue, PublicAnswer } from '../../figure/index.ts'
import { isSupported } from './is-supported.ts'

const answer = (value: FigureValue, more: Partial<PublicAnswer> = {}) =>
  ({ value, rows: [], numerator: null, denominator: null, ...more }) as unknown as PublicAnswer
const count = (n: number) => answer({ kind: 'count', count: n }, { numerator: n })
const rate = (numerator: number, denominator: number) => answer({ kind: 'rate', numerator, denominator }, { numerator, denominator })
const verdicts = (prints: [string, PublicAnswer][], lang: 'vi' | 'en' = 'vi', day = '2027-02-19') =>
  prints.map(([printed, of]) => `${printed} ${isSupported(printed, of, lang, day)}`)

test('a print is supported by the number itself, in the manner of papers, and by no other', () => {
  const bounds = answer({ kind: 'bounds', least: 2, most: 3, mean: 2.4, within: 9, counted: 9 })
  const land = answer({ kind: 'quantity', quantity: '362750', measure: 'm2' })
  const prints: [string, PublicAnswer][] = [
    ...(['02', '2', 'hai', '03', 'hai mươi'] as const).map((printed): [string, PublicAnswer] => [printed, count(2)]),
    ...(['hàng trăm', '468', '467', 'hàng chục'] as const).map((printed): [string, PublicAnswer] => [printed, count(468)]),
    ...(['2 - 3', '2 - 4', '2'] as const).map((printed): [string, PublicAnswer] => [printed, bounds]),
    ...(['362.750 m²', '362.751 m²'] as const).map((printed): [string, PublicAnswer] => [printed, land]),
  ]
  expect(verdicts(prints)).toEqual([
    ...['02 true', '2 true', 'hai true', '03 false', 'hai mươi false'],
    ...['hàng trăm true', '468 true', '467 false', 'hàng chục false'],
    ...['2 - 3 true', '2 - 4 false', '2 false', '362.750 m² true', '362.751 m² false'],
  ])
})

test('a hundred per cent is printed only where nobody is missing', () => {
  expect(
    verdicts([
      ['100%', rate(36_418, 36_418)],
      ['100%', rate(36_417, 36_418)],
      ['99,99%', rate(36_417, 36_418)],
    ]),
  ).toEqual([...['100% true', '100% false', '99,99% true']])
  expect(
    verdicts([
      ['21/96', rate(21, 96)],
      ['21/95', rate(21, 96)],
    ]),
  ).toEqual(['21/96 true', '21/95 false'])
})

test('a rate is rounded; the cut form is right in articles of the years when rates were cut; none is 0 % only of none', () => {
  const of_35: [string, PublicAnswer][] = [
    ['2,86%', rate(1, 35)],
    ['2,85%', rate(1, 35)],
    ['2,9%', rate(1, 35)],
  ]
  expect(verdicts(of_35)).toEqual(['2,86% true', '2,85% false', '2,9% true'])
  expect(verdicts(of_35, 'vi', '2026-11-30')).toEqual(['2,86% true', '2,85% true', '2,9% true'])
  expect(
    verdicts([
      ['0%', rate(1, 1000)],
      ['dưới 0,01%', rate(1, 25_000)],
      ['0%', rate(0, 1000)],
    ]),
  ).toEqual(['0% false', 'dưới 0,01% true', '0% true'])
})

test('English prints have their own marks and words, and a status is said in its own words', () => {
  const land = answer({ kind: 'quantity', quantity: '362750.5', measure: 'm2' })
  expect(
    verdicts(
      [
        ['362,750.5 m²', land],
        ['362,751.5 m²', land],
        ['hundreds', count(468)],
        ['dozens', count(468)],
      ],
      'en',
    ),
  ).toEqual([...['362,750.5 m² true', '362,751.5 m² false', 'hundreds true', 'dozens false']])
  const status = (name: string) => answer({ kind: 'status', status: name, decided_on: null, effective_year: null, published_on: null })
  expect(
    verdicts([
      ['đang hoàn tất các điều kiện', status('completing')],
      ['đã được công nhận', status('completing')],
    ]),
  ).toEqual([...['đang hoàn tất các điều kiện true', 'đã được công nhận false']])
})
