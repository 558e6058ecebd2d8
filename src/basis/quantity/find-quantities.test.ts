import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findQuantities } from './find-quantities.ts'
import type { Quantity } from './quantity.ts'
import { readText } from './text/read-text.ts'

const folder = fileURLToPath(new URL('../../../test/articles/', import.meta.url))
const articles = globSync('*.{txt,html}', { cwd: folder }).sort()

/** Each article ends with its quantities, marked by hand: kind | text | value | unit | counts. */
test.each(articles)('every quantity of %s is found with its kind, value, unit and what it counts, and nothing else', name => {
  const [text, marks] = readFileSync(folder + name, 'utf8').split('\n=====\n') as [string, string]
  const { quantities } = readText(text, name.endsWith('.html') ? 'html' : 'text')
  expect(quantities.map(line)).toEqual(marks.trim().split('\n').map(tidy))
})

function line({ kind, text, value, counts }: Quantity): string {
  const measured = kind === 'claim' ? [valueText(value), value.unit ?? '', counts ?? ''] : kind === 'ordinal' ? [valueText(value)] : []
  return tidy([kind, text, ...measured].join(' | '))
}

function valueText({ least, most }: Quantity['value']): string {
  return least === most ? rounded(least) : `${rounded(least)}..${rounded(most)}`
}

function rounded(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 1e4) / 1e4)
}

function tidy(marked: string): string {
  return marked.replace(/[\s|]+$/, '').replace(/\s+/g, ' ')
}

test('one text gives one reading, whichever way its letters are composed', () => {
  const text = 'Toàn tỉnh có hai mươi ba xã và trên 300 triệu đồng; 100% đảng viên, năm thứ 5.'
  const apart = findQuantities(text.normalize('NFD'))
  expect(apart.map(quantity => ({ ...quantity, text: quantity.text.normalize('NFC') })).map(line)).toEqual(findQuantities(text).map(line))
})

test('a number is read with its place and its period, and the one behind a merger says so', () => {
  const found = findQuantities('Từ năm 2016 đến năm 2020, huyện Ba Bể có 7 xã về đích (sau sáp nhập còn 6 xã).').filter(
    q => q.kind === 'claim',
  )
  expect(found.map(({ text, place, period, detail }) => [text, place, period?.from, period?.to, detail])).toEqual([
    ['7 xã', 'huyện Ba Bể', '2016-01-01', '2020-12-31', null],
    ['6 xã', null, '2016-01-01', '2020-12-31', { after_merger: true }],
  ])
})

const read = (text: string) => findQuantities(text).map(({ kind, text, value }) => [kind, text, value.least, value.most])

test('ranges with decimals, tenths of a magnitude, thousands in haste and signs are read as they are meant', () => {
  expect(read('Đường rộng 2-2,5m, tốn 1 tỷ 3, vé 30k/người, giảm (-3,2%), lãi suất mức 3-3,3%/năm.')).toEqual([
    ['claim', '2-2,5m', 2, 2.5],
    ['claim', '1 tỷ 3', 1.3e9, 1.3e9],
    ['claim', '30k', 30_000, 30_000],
    ['claim', '-3,2%', -3.2, -3.2],
    ['claim', '3-3,3%/năm', 3, 3.3],
  ])
})

test('a quotation opened by one mark is closed by another, and one that is never closed ends with its sentence', () => {
  const kinds = (text: string) => findQuantities(text).map(({ kind, text }) => `${kind} ${text}`)
  expect(kinds('Ông nói: "Có 5 xã làm tốt”. Tỉnh có 15 xã.')).toEqual(['quotation 5 xã', 'claim 15 xã'])
  expect(kinds('Ông nói: “Có 5 xã làm tốt. Tỉnh có 15 xã.')).toEqual(['quotation 5 xã', 'claim 15 xã'])
  expect(kinds('Ông nói: “Có 5 xã. Và 7 thôn”. Tỉnh có 15 xã.')).toEqual(['quotation 5 xã', 'quotation 7 thôn', 'claim 15 xã'])
})

test('Markdown and tags that were pasted as text are not in the way of a number and its noun', () => {
  const seen = (text: string) => readText(text).quantities.map(({ text, counts }) => [text, counts])
  expect(seen('Đến nay **17** thôn có nhà văn hóa.')).toEqual([['17** thôn', 'thôn']])
  expect(seen('<p>Đến nay <b>17</b> thôn có nhà văn hóa.</p>')).toEqual([['17 thôn', 'thôn']])
})
