import { expect, test } from 'vitest'
import { type TestCell, testWorkbook } from '../../../../../test/harness/workbook.ts'
import { judgeGifts, type KnownPlace } from './judge-gifts.ts'
import { readGifts } from './read-gifts.ts'

const kinds = [
  { contribution_kind: 'land', measure: 'm2', kind_vi: 'đất hiến', kind_en: 'land given' },
  { contribution_kind: 'workdays', measure: 'ngày công', kind_vi: 'ngày công', kind_en: 'workdays' },
]
const place = (place_id: number, key: string, name: string, since: string, until: string | null = null): KnownPlace => ({
  ...{ place_id, key, name, kind_vi: 'xã', since, until },
})
const places = [
  place(1, 'xa-cu', 'Nà Cũ', '2015-01-01', '2025-07-01'),
  place(2, 'xa-moi', 'Nà Mới', '2025-07-01'),
  place(3, 'xa-doi', 'Nà Đôi', '2015-01-01'),
  place(4, 'xa-doi-hai', 'Nà Đôi', '2015-01-01'),
]
const header = ['TT', 'Loại', 'Số lượng', 'Đơn vị tính', 'Công trình', 'Nơi', 'Ngày', 'Người đóng góp', 'Là', 'Đồng ý nêu tên']

function judge(rows: TestCell[][], known = places) {
  const read = readGifts(testWorkbook({ sheets: [{ name: 'Hiến đất', rows: [['DANH SÁCH'], header, ...rows] }] }))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return judgeGifts(read.value.lines, { kinds, places: known, today: '2026-12-01' })
}
const faultsOf = (...cells: TestCell[]) => judge([[1, ...cells]]).faults.map(({ code, column, row }) => `${row} ${column} ${code}`)

test('a row is read as people write it, each in the commune of its day; sums, numbers below the header and blanks are none', () => {
  const { gifts, faults } = judge([
    header.map((_, i) => i + 1),
    [1, 'Hiến đất', '1.200,5', 'm²', 'đường thôn', 'xã Nà Cũ', '5/6/2025', 'Hộ ông Nông Văn A', '', 'x'],
    [2, 'Ngày công', 12, '', 'kênh', 'xa-moi', { v: 46000, s: 1 }, 'Chi đoàn Nà Lẹng', 'tập thể', ''],
    [],
    ['', 'Tổng cộng', 1212.5],
  ])
  expect(faults).toEqual([])
  expect(gifts).toMatchObject([
    { contribution_kind: 'land', quantity: 1200.5, place_id: 1, given_on: '2025-06-05', giver_kind: 'household', may_thank: true, row: 4 },
    {
      contribution_kind: 'workdays',
      quantity: 12,
      place_id: 2,
      given_on: '2025-12-09',
      giver_kind: 'collective',
      may_thank: false,
      row: 5,
    },
  ])
})

test('where a unit works in one place, a list needs no column for it', () => {
  const { gifts } = judge([[1, 'đất hiến', 5, '', 'đường', '', '5/6/2026', 'Hộ bà B']], [places[1]!])
  expect(gifts.map(({ place_id }) => place_id)).toEqual([2])
})

test.each<[string, TestCell[], string]>([
  ['an unknown kind', ['vàng', 5, '', 'đường', 'Nà Mới', '5/6/2026', 'A'], '3 contribution_kind kind-not-known'],
  ['an unknown measure', ['đất hiến', 5, 'sào', 'đường', 'Nà Mới', '5/6/2026', 'A'], '3 measure other-measure'],
  ['the measure of another kind', ['ngày công', 5, 'm2', 'đường', 'Nà Mới', '5/6/2026', 'A'], '3 measure other-measure'],
  ['a negative quantity', ['đất hiến', -5, '', 'đường', 'Nà Mới', '5/6/2026', 'A'], '3 quantity no-such-quantity'],
  ['a quantity that reads in two ways', ['đất hiến', '1.5', '', 'đường', 'Nà Mới', '5/6/2026', 'A'], '3 quantity no-such-quantity'],
  ['a place elsewhere', ['đất hiến', 5, '', 'đường', 'Nà Xa', '5/6/2026', 'A'], '3 place outside-place'],
  ['a commune that was not there on the day', ['đất hiến', 5, '', 'đường', 'Nà Cũ', '5/6/2026', 'A'], '3 place place-not-there'],
  ['two places of a name', ['đất hiến', 5, '', 'đường', 'xã Nà Đôi', '5/6/2026', 'A'], '3 place which-place'],
  ['no day', ['đất hiến', 5, '', 'đường', 'Nà Mới', '31/2/2026', 'A'], '3 given_on no-such-day'],
  ['a day to come', ['đất hiến', 5, '', 'đường', 'Nà Mới', '5/12/2026', 'A'], '3 given_on to-come'],
  ['nobody who gave', ['đất hiến', 5, '', 'đường', 'Nà Mới', '5/6/2026', ''], '3 giver no-giver'],
  ['no work', ['đất hiến', 5, '', '', 'Nà Mới', '5/6/2026', 'A'], '3 work no-work'],
])('%s is a fault of its cell', (_, cells, fault) => {
  expect(faultsOf(...cells)).toContain(fault)
})

test('a row that says the same as another is told once; a file without such a table is refused', () => {
  const row = ['đất hiến', 5, '', 'đường', 'Nà Mới', '5/6/2026', 'Hộ ông A']
  const { gifts, faults } = judge([
    [1, ...row],
    [2, ...row.with(6, 'HỘ ÔNG A')],
  ])
  expect([gifts.length, faults]).toEqual([1, [{ code: 'row-twice', row: 4, column: 'giver', values: { first: 3 } }]])
  expect(
    readGifts(
      testWorkbook({
        sheets: [
          {
            name: 'a',
            rows: [
              ['Họ tên', 'Tuổi'],
              ['A', 5],
            ],
          },
        ],
      }),
    ),
  ).toMatchObject({ problems: [{ code: 'no-table' }] })
})
