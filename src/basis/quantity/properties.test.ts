import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inherited_words } from '../../../test/harness/inherited-words.ts'
import { tries } from '../../../test/harness/tries.ts'
import { findQuantities } from './find-quantities.ts'
import { readText } from './text/read-text.ts'

const words = [
  'trên', 'gần', 'từ', 'đến', '-', '–', '/', '(', ')', '“', '”', '"', ',', '.', ';', ':', '%', '|', '\n', '\t', ' ', '\u00a0', '\u200b', '\u0301', '\ud83d', '\ude00', '\0', '\u202e', '😀',
  'hàng', 'trăm', 'chục', 'nghìn', 'tỷ', 'triệu', 'rưỡi', 'một', 'hai', 'ba', 'năm', 'mười', 'mươi', 'linh', 'phần', 'nửa', 'thứ', 'ngày', 'tháng', 'quý', 'giai đoạn', 'khóa', 'XIV', 'số',
  'Chỉ thị', '05-CT/TW', '15/5/2016', '2015-2020', '1.234,5', '02', '100%', '0', '21/96', 'xã', 'hộ', 'đồng', 'm2', 'm²', 'ha/năm', 'đồng chí', 'huyện', 'Ba Bể', 'sau sáp nhập còn', 'http://a.vn/1', 'a@b.vn', '+84', '0912',
] // biome-ignore format: a table reads by its columns

const newsLike = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.nat().map(String), fc.constantFrom(...inherited_words)), { maxLength: 40 })
  .map(parts => parts.join(' '))
const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...words)).map(parts => parts.join('')),
  fc.string({ unit: fc.nat({ max: 0xffff }).map(code => String.fromCharCode(code)) }),
)

test('whatever the text, the offsets cut out the text of each quantity, in order and apart', () => {
  fc.assert(
    fc.property(anyText, text => {
      const characters = [...text]
      let before = 0
      for (const { start, end, text: cut } of readText(text).legacy ? [] : findQuantities(text)) {
        expect(characters.slice(start, end).join('')).toBe(cut)
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        before = end
      }
    }),
    tries(3000),
  )
})

test('whatever the page, reading it does not fail, and what is found lies inside it', () => {
  const html = fc.array(
    fc.oneof(
      newsLike,
      fc.constantFrom('<p>', '</p>', '<td>', '<b', '>', '&nbsp;', '&#7841;', '<!--', '-->', '<script>', '</script>', '&', '<br/>'),
    ),
  )
  fc.assert(
    fc.property(html, parts => {
      const input = parts.join('')
      const length = [...input].length
      const spans = readText(input, 'html').quantities.map(({ start, end }) => [start, end] as const)
      expect(spans.filter(([start, end]) => start < 0 || start > end || end > length)).toEqual([])
    }),
    tries(1000),
  )
})

test('composed and decomposed letters give the same quantities', () => {
  const bare = (text: string) => findQuantities(text).map(({ kind, value, counts, bound }) => ({ kind, value, counts, bound }))
  fc.assert(
    fc.property(newsLike, text => {
      expect(bare(text.normalize('NFD'))).toEqual(bare(text.normalize('NFC')))
    }),
    tries(1000),
  )
})

test('a number from 0 to a million milliards reads the same in digits and in words', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 10 ** 9 }),
    fc.maxSafeInteger().map(n => (Math.abs(n) % 10 ** 15) + 1),
  )
  fc.assert(
    fc.property(number, n => {
      const printed = new Intl.NumberFormat('vi-VN').format(n)
      const read = findQuantities(`Có ${printed} hộ dân. Gồm ${wordsOf(n)} hộ dân.`).filter(({ kind }) => kind === 'claim')
      expect(read.map(({ value }) => value.most)).toEqual([n, n].slice(0, n === 1 ? 1 : 2))
    }),
    tries(3000),
  )
})

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** How a number is said: 1_105 → "một nghìn một trăm linh năm". */
function wordsOf(n: number): string {
  const groups = [
    ['tỷ', 1e9],
    ['triệu', 1e6],
    ['nghìn', 1e3],
    ['', 1],
  ] as const
  const said: string[] = []
  let rest = n
  for (const [scale, unit] of groups) {
    const part = Math.floor(rest / unit)
    rest %= unit
    if (part >= 1000) said.push(wordsOf(part), scale)
    else if (part > 0) said.push(hundreds(part, said.length > 0), scale)
  }
  return said.filter(word => word !== '').join(' ')
}

function hundreds(n: number, inside: boolean): string {
  const [hundred, ten, one] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundred > 0 || inside ? [digits[hundred]!, 'trăm'] : []
  if (ten === 0) return [...head, ...(one > 0 ? [...(head.length > 0 ? ['linh'] : []), digits[one]!] : [])].join(' ')
  const tens = ten === 1 ? ['mười'] : [digits[ten]!, 'mươi']
  const ones = one === 0 ? [] : one === 1 && ten > 1 ? ['mốt'] : one === 5 ? ['lăm'] : [digits[one]!]
  return [...head, ...tens, ...ones].join(' ')
}
