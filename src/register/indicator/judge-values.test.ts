import { expect, test } from 'vitest'
import { type Indicator, type SenderPlace, typedMonth, typedQuantity, type ValueLine } from './indicator.ts'
import { judgeValues } from './judge-values.ts'

const defined: Indicator = {
  ...{ indicator_id: 1, key: 'ho-so-tiep-nhan', name_vi: 'Hồ sơ tiếp nhận', name_en: 'Dossiers received', measure: 'hồ sơ' },
  ...{ base: null, direction: 'none', due_day: 10, plausible_most: null },
}
const part: Indicator = { ...defined, indicator_id: 2, key: 'ho-so-truc-tuyen', name_vi: 'Hồ sơ trực tuyến', base: 'ho-so-tiep-nhan' }
const place = (place_id: number, name: string, since = '2015-01-01', until: string | null = null): SenderPlace => ({
  ...{ place_id, key: `xa-${place_id}`, code: null, name, kind: 'xã' },
  ...{ since, until },
})
const places = [
  place(1, 'Na Rì', '2025-07-01'),
  place(2, 'Lương Hạ', '2015-01-01', '2020-02-01'),
  place(3, 'Tân Lập'),
  place(4, 'Tân Lập'),
  place(5, '3'),
]
const known = [
  { indicator_id: 1, place_id: 1, month: '2026-09', quantity: '400' },
  { indicator_id: 1, place_id: 1, month: '2026-10', quantity: '412' },
]
const line = (changed: Partial<ValueLine> = {}): ValueLine => ({
  ...{ row: 1, indicator: 'Hồ sơ tiếp nhận', place: 'xã Na Rì', month: '2026-11', quantity: '420', measure: '', note: '' },
  ...changed,
})
const by = { indicators: [defined, part], places, known, today: '2026-12-05' }
const judge = (...lines: Partial<ValueLine>[]) =>
  judgeValues(
    lines.map((changed, i) => line({ row: i + 1, ...changed })),
    by,
  )
const codes = (...lines: Partial<ValueLine>[]) => judge(...lines).problems.map(({ code, values }) => `${values!.row} ${code}`)

test('a value in time, of a place by its name, its key or its key without marks, is taken', () => {
  const taken = { indicator_id: 1, place_id: 1, month: '2026-11', quantity: '420', note: null, revises: false }
  for (const place of ['xã Na Rì', 'Na Rì', 'xa-1', 'XÃ NA RÌ'])
    expect(judge({ place })).toEqual({ values: [taken], unchanged: 0, problems: [] })
})

test('a key names one place, also where others are called alike', () => {
  expect(judge({ place: 'Tân Lập' }).problems).toMatchObject([{ code: 'which-place' }])
  expect(judge({ place: 'xa-3' }).values).toMatchObject([{ place_id: 3 }])
})

test.for<[Partial<ValueLine>, string]>([
  [{ indicator: 'constructor' }, 'unknown-indicator'],
  [{ measure: '%' }, 'other-measure'],
  [{ month: 'tháng mười' }, 'no-such-month'],
  [{ month: '2026-13' }, 'no-such-month'],
  [{ month: '2026-12' }, 'month-not-over'],
  [{ month: '2027-01' }, 'month-not-over'],
  [{ quantity: '-3' }, 'no-quantity'],
  [{ quantity: 'nhiều' }, 'no-quantity'],
  [{ place: 'xã Ở Đâu' }, 'unknown-place'],
  [{ place: 'Tân Lập' }, 'which-place'],
  [{ place: 'Lương Hạ' }, 'not-alive'],
  [{ place: 'Na Rì', month: '2025-06' }, 'not-alive'],
  [{ month: '2026-10', quantity: '413' }, 'revision-without-note'],
  [{ month: '2026-08', quantity: '390' }, 'late-without-note'],
  [{ quantity: '4200' }, 'implausible-without-note'],
  [{ quantity: '4' }, 'implausible-without-note'],
  [{ indicator: 'ho-so-truc-tuyen', month: '2026-10', quantity: '413', note: 'x' }, 'more-than-whole'],
])('%o goes back: %s', ([changed, code]) => {
  expect(codes(changed)).toEqual([`1 ${code}`])
})

test('a note says why, and the value is taken', () => {
  const note = 'Hệ thống ngừng.'
  expect(judge({ month: '2026-08', quantity: '390', note }).values).toMatchObject([{ note, revises: false }])
  expect(judge({ month: '2026-10', quantity: '413', note }).values).toMatchObject([{ quantity: '413', revises: true }])
  expect(judge({ quantity: '4200', note }).problems).toEqual([])
})

test('a month that stands twice goes back with the row of the first, and one that is known already changes nothing', () => {
  expect(codes({}, { place: 'Na Rì' })).toEqual(['2 month-twice'])
  expect(judge({ month: '2026-10', quantity: '412' })).toEqual({ values: [], unchanged: 1, problems: [] })
})

test('a part is judged by the whole that is sent with it', () => {
  expect(codes({}, { indicator: part.key, quantity: '421' })).toEqual(['2 more-than-whole'])
  expect(codes({}, { indicator: part.key, quantity: '420' })).toEqual([])
})

test('months and quantities as people write them', () => {
  expect(['11/2026', '2026-11', 'tháng 11 năm 2026', '11-2026'].map(typedMonth)).toEqual(Array(4).fill('2026-11'))
  expect(['13/2026', '2026', '', '__proto__'].map(typedMonth)).toEqual(Array(4).fill(null))
  expect(['1.204', '1204', '1.204,5', '0', '2,5', '-1', 'NaN', '1e9'].map(typedQuantity)).toEqual([
    '1204',
    '1204',
    '1204.5',
    '0',
    '2.5',
    null,
    null,
    null,
  ])
})
