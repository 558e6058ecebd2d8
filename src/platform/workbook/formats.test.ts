import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitsBy, shownBy } from './formats.ts'

test.for<[code: string, number: number, shown: string | null]>([
  ['00000000', 1234567, '01234567'],
  ['00 000000', 1234567, '01 234567'],
  ['0000 0000', 1234567, '0123 4567'],
  ['00-000000', 1234567, '01-234567'],
  ['0#######', 1234567, '01234567'],
  ['#0000', 7, '0007'],
  ['"HG"000000', 1234567, 'HG1234567'],
  ['"HG"000000', 67, 'HG000067'],
  ['00\\.000000', 1234567, '01.234567'],
  ['00\\/00\\/00', 31258, '03/12/58'],
  ['[<=99999999]00000000;000000000000', 1234567, '01234567'],
  ['[<=99999999]00000000;000000000000', 123456789, '000123456789'],
  ['00000000;@', 7, '00000007'],
  ['0', 12, '12'],
  ['#,##0', 1234567, null],
  ['0.00', 12, null],
  ['0%', 12, null],
  ['0.00E+00', 12, null],
  ['General', 12, null],
  ['@', 12, null],
  ['dd/mm/yyyy', 24909, null],
  ['0000', 12.5, null],
  ['0000', -12, null],
])('%s shows %d as %s', ([code, number, shown]) => {
  expect(digitsBy(code, number)).toBe(shown)
})

test('whatever the format of digits, all digits of a number stand in what it shows, in their order', () => {
  const piece = fc.constantFrom('0', '00', '#', '?', '-', ' ', '"AB"', '\\.', '\\/', '(')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(10 ** 12), (pieces, number) => {
      const shown = digitsBy(pieces.join(''), number)
      if (pieces.some(piece => /[0#?]/.test(piece))) expect(Number(shown!.replace(/\D/g, ''))).toBe(number)
      else expect(shown).toBeNull()
    }),
  )
})

test('a format of days says whether one sees the day and the year', () => {
  const shown = [
    'dd/mm/yyyy',
    'mm/yyyy',
    'mmm-yy',
    'yyyy',
    'd-mmm',
    '[$-42A]dd mmmm yyyy;@',
    '"ngày" dd "tháng" mm "năm" yyyy',
    'dd\\-mmm\\-yyyy\\ hh:mm:ss.000',
    'mm:ss.0;@',
    '[ss]',
    'h',
    '[Red]General',
    '0 "s"',
    '#,##0',
  ].map(code => shownBy(200, code))
  expect(shown.map(({ is_date, lacks }) => (is_date ? (lacks ?? 'nothing') : 'no day'))).toEqual([
    ...['nothing', 'day', 'day', 'day', 'year', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
    ...['no day', 'no day', 'no day'],
  ])
  expect([14, 16, 17, 22, 2].map(id => shownBy(id, undefined))).toEqual([
    { is_date: true },
    { is_date: true, lacks: 'year' },
    { is_date: true, lacks: 'day' },
    { is_date: true },
    { is_date: false },
  ])
})
