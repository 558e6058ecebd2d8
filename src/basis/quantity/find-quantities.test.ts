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
