import { expect, test } from 'vitest'
import { readBirth, readBirthInParts, readCard, readGender, readKind, readMark, readName } from './read-cells.ts'

const today = '2026-11-24'
const born = (cell: { text?: string; number?: number; is_date?: true }, calendar: 1900 | 1904 = 1900) =>
  readBirth({ text: '', ...cell }, calendar, today)
const day = (birth_date: string) => ({ value: { birth_date, birth_year: null } })
const year = (birth_year: number) => ({ value: { birth_date: null, birth_year } })

test('a day of birth is read in every spelling that offices use', () => {
  const spellings = [
    '12/3/1968',
    '12-03-1968',
    '12.03.1968',
    '12 / 03 / 1968',
    '1968-03-12',
    '12/03/68',
    'ngày 12 tháng 3 năm 1968',
    '12031968',
    '1968-03-12 00:00:00',
  ]
  expect(spellings.map(text => [text, born({ text })])).toEqual(spellings.map(text => [text, day('1968-03-12')]))
})

test('where only the year is known, the year is kept and no day is invented', () => {
  const spellings = ['1968', 'năm 1968', '00/00/1968', '03/1968', 'tháng 3/1968', '../../1968']
  expect(spellings.map(text => [text, born({ text })])).toEqual(spellings.map(text => [text, year(1968)]))
  expect(born({ number: 1968 })).toEqual(year(1968))
})

test('days of Excel are counted in the calendar of the workbook: that of 1900 with its 29 February that never was, and that of 1904', () => {
  expect(born({ number: 24909, is_date: true })).toEqual(day('1968-03-12'))
  expect(born({ number: 23447, is_date: true }, 1904)).toEqual(day('1968-03-12'))
  expect(born({ number: 24909 })).toEqual(day('1968-03-12'))
  expect(readBirth({ text: '', number: 59, is_date: true }, 1900, '1950-01-01')).toEqual(day('1900-02-28'))
  expect(readBirth({ text: '', number: 61, is_date: true }, 1900, '1950-01-01')).toEqual(day('1900-03-01'))
  expect(readBirth({ text: '', number: 60, is_date: true }, 1900, '1950-01-01')).toEqual({ code: 'no-such-day' })
})

test('a day of birth in three cells is read as one in a single cell is, and what is wrong is told of the cell in which it is wrong', () => {
  const parts = (...cells: (string | number | null)[]) => {
    const [day, month, year] = cells.map(cell =>
      cell === null ? undefined : typeof cell === 'number' ? { text: String(cell), number: cell } : { text: cell },
    )
    return readBirthInParts({ day, month, year }, 1900, today)
  }
  expect([parts(12, 3, 1968), parts('12', '03', '1968'), parts('12', 'tháng 3', '68'), parts('05', '9', 1968)]).toMatchObject([
    day('1968-03-12'),
    day('1968-03-12'),
    day('1968-03-12'),
    day('1968-09-05'),
  ])
  const years_alone: (string | number | null)[][] = [
    [null, null, 1968],
    [0, 0, '1968'],
    ['00', '00', '1968'],
    ['-', '…', 'năm 1968'],
    [null, 3, 1968],
  ]
  expect(years_alone.map(cells => parts(...cells))).toMatchObject(years_alone.map(() => year(1968)))
  const wrong: [(string | number | null)[], string, string][] = [
    [[31, 4, 1968], 'no-such-day', 'day'],
    [[32, 4, 1968], 'no-such-day', 'day'],
    [[4, 13, 1968], 'no-such-day', 'month'],
    [['x', 3, 1968], 'not-a-day', 'day'],
    [[12, 'ba', 1968], 'not-a-day', 'month'],
    [[12, null, 1968], 'not-a-day', 'month'],
    [[12, 3, null], 'no-year', 'year'],
    [[12, 3, '196'], 'not-a-day', 'year'],
    [[12, 3, 2020], 'too-young', 'year'],
    [[null, null, '19668'], 'not-a-day', 'year'],
  ]
  expect(wrong.map(([cells]) => parts(...cells))).toEqual(wrong.map(([, code, part]) => ({ code, part })))
  expect(
    readBirthInParts({ day: { text: '1' }, month: { text: '2' }, year: { text: '#REF!', fault: 'error-value' } }, 1900, today),
  ).toEqual({
    code: 'error-value',
    part: 'year',
  })
})

test('a mark says that somebody is a woman, what is crossed out or says no says nothing, and a birth is no mark', () => {
  const female = { value: 'female' }
  expect(['x', 'X', '+', '1', 'Nữ', '✓'].map(readMark)).toEqual(Array(6).fill(female))
  expect(['-', '0', 'không', 'Nam'].map(readMark)).toEqual(Array(4).fill({ value: null }))
  expect(['12/03/1988', '1988', 'Lan'].map(readMark)).toEqual(Array(3).fill({ code: 'not-a-mark' }))
})

test('what is no day, no such day, or nobody’s age is told apart', () => {
  expect(['30/02/1968', '03/25/1968', 'không rõ', '12/03/2015', '12/03/1890'].map(text => born({ text }))).toEqual(
    ['no-such-day', 'no-such-day', 'not-a-day', 'too-young', 'too-old'].map(code => ({ code })),
  )
  expect(readBirth({ text: '#REF!', fault: 'error-value' }, 1900, today)).toEqual({ code: 'error-value' })
})

test('names in capitals come into ordinary letters, whatever is no name does not', () => {
  expect(readName('NÔNG THỊ LAN')).toEqual({ value: 'Nông Thị Lan' })
  expect(readName('H’Hen Niê')).toEqual({ value: 'H’Hen Niê' })
  expect(['12/03/1968', 'Lan 2', '=HYPERLINK("x")', '<b>'].map(readName)).toEqual(Array(4).fill({ code: 'not-a-name' }))
})

test('gender, kind and card are read as people write them', () => {
  expect(['Nam', 'NỮ', 'nu', 'x'].map(readGender)).toEqual([
    { value: 'male' },
    { value: 'female' },
    { value: 'female' },
    { code: 'not-a-gender' },
  ])
  expect(['Chính thức', 'Dự bị', 'ĐV dự bị', 'Công chức', '?'].map(readKind)).toEqual([
    { value: 'party-member' },
    { value: 'probationary-member' },
    { value: 'probationary-member' },
    { value: 'cadre' },
    { code: 'not-a-kind' },
  ])
  expect(['12 345 678', '12.345678', 'không'].map(text => readCard({ text }))).toEqual([
    { value: '12345678' },
    { value: '12345678' },
    { code: 'not-a-card-number' },
  ])
  expect([1234.5, 1e15, 999_999_999_999_999].map(number => readCard({ text: String(number), number }))).toEqual([
    { code: 'not-a-card-number' },
    { code: 'rounded-number' },
    { value: '999999999999999' },
  ])
})
