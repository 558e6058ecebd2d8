import { expect, test } from 'vitest'
import type { CheckedQuantity } from '../../numbers/check/index.ts'
import type { PublicRow } from '../../numbers/figure/index.ts'
import { csvOf } from './answer-data.ts'
import { markText } from './check-marks.ts'

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
  const rows = [{ key: '=1+1', name: 'a, "b"', n: -2 } as unknown as PublicRow]
  expect(csvOf({ rows })).toBe('\uFEFFkey,name,n\r\n\'=1+1,"a, ""b""",-2\r\n')
})
