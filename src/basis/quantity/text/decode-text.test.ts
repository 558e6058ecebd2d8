import { expect, test } from 'vitest'
import { decodeText, text_limit } from './decode-text.ts'

const text = 'Toàn tỉnh có 23 xã đạt chuẩn.'
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

test('UTF-8 with or without its mark, and UTF-16 with it, are read', () => {
  expect(decodeText(bytes(text))).toEqual({ ok: true, value: { text, encoding: 'UTF-8' } })
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], text))).toEqual({ ok: true, value: { text, encoding: 'UTF-8' } })
  const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  expect(decodeText(little)).toEqual({ ok: true, value: { text, encoding: 'UTF-16' } })
  const big = Buffer.from(little).swap16()
  expect(decodeText(big)).toEqual({ ok: true, value: { text, encoding: 'UTF-16' } })
})

test('bytes of an old single-byte font come out one character each, for the reader to repair', () => {
  const old = Buffer.from('Toµn tØnh cã 23 x· ®¹t chuÈn.', 'latin1')
  expect(decodeText(old)).toEqual({ ok: true, value: { text: 'Toµn tØnh cã 23 x· ®¹t chuÈn.', encoding: 'latin1' } })
})

test('Windows-1258 is recognised by its syllables', () => {
  const encoded = Buffer.from('546fe0206e20c2fd206e68e2ec6e20', 'hex') // not a text: too few Vietnamese words to be sure
  expect(decodeText(encoded)).toMatchObject({ ok: true, value: { encoding: 'latin1' } })
  const apart = Buffer.from([...'Ba', 0xec, '\u0301'].map(() => 0x61))
  expect(decodeText(apart)).toMatchObject({ ok: true, value: { encoding: 'UTF-8' } })
})

test('a picture, nothing at all, and what is too large are refused by name', () => {
  const codes = [bytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), bytes(''), bytes(' \n\t'), Buffer.alloc(text_limit + 1, 'a')].map(decodeText)
  expect(codes.map(outcome => outcome.ok || outcome.problems.map(({ code }) => code))).toEqual([
    ['not-text'],
    ['empty-text'],
    ['empty-text'],
    ['too-large'],
  ])
})
