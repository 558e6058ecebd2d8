import { expect, test } from 'vitest'
import type { CheckedQuantity } from '../check/index.ts'
import type { Answer } from '../figure/index.ts'
import { csvOf } from './answer-data.ts'
import { markText } from './check-marks.ts'
import { protectRows } from './protect-rows.ts'

const due = (name: string, n: number) => ({ key: name, name, due: n, approved: n })
const rate = (rows: Answer['rows'], denominator: number) =>
  ({ figure: 'F1', value: { kind: 'rate', numerator: denominator, denominator }, numerator: denominator, denominator, rows }) as Answer

test('a row of fewer than five people is withheld, and so is the next smallest, which subtraction would tell', () => {
  const shown = protectRows(rate([due('a', 40), due('b', 3), due('c', 12)], 55))
  expect(shown.rows.map(row => [row.name, row.due])).toEqual([
    ['a', 40],
    ['b', null],
    ['c', null],
  ])
  expect([shown.withheld_rows, shown.value.kind]).toEqual([2, 'rate'])
})

test('a rate over fewer than ten people is not said at all; figures about communes hide nothing', () => {
  expect(protectRows(rate([due('a', 9)], 9))).toMatchObject({ is_withheld: true, numerator: null, denominator: null })
  const communes = { figure: 'F16', rows: [{ key: 'x', name: 'X', due: 1 }], denominator: null } as unknown as Answer
  expect(protectRows(communes).rows).toEqual(communes.rows)
})

test('a text is cut at its quantities by code points, and nothing is lost', () => {
  const text = '😀 có 24 xã, 02 xã'
  const found = [
    { start: 5, end: 10, verdict: 'differs' },
    { start: 12, end: 17, verdict: 'holds' },
  ] as CheckedQuantity[]
  const pieces = markText(text, found)
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
  expect(pieces.filter(piece => piece.judgement)).toEqual([
    { text: '24 xã', judgement: 'differs' },
    { text: '02 xã', judgement: 'holds' },
  ])
})

test('a cell that a spreadsheet would run stands behind an apostrophe; quotes and commas are kept', () => {
  expect(csvOf({ rows: [{ key: '=1+1', name: 'a, "b"', n: -2 }] })).toBe('\uFEFFkey,name,n\r\n\'=1+1,"a, ""b""",-2\r\n')
})
