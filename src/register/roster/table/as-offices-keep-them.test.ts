import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type TestCell, type TestWorkbook, testWorkbook } from '../../../../test/harness/workbook.ts'
import { lookAtWorkbook } from '../look-at-workbook.ts'
import { answerTask } from '../tasks.ts'
import type { Mapping } from './columns.ts'
import type { RosterRead } from './read-roster.ts'

const units = ['Đảng bộ xã Hiệp Lực', 'Chi bộ thôn Nà Lẹng', 'Chi bộ Trạm Y tế', 'Chi bộ 1'].map((name, i) => ({
  unit_id: i + 1,
  key: `don-vi-${i + 1}`,
  name,
  is_cell: i > 0,
}))

/** As the pages do it: looked at, then read by what was proposed, or by another mapping. */
function send(
  bytes: Uint8Array,
  { sheet = 0, mapping, of = units }: { sheet?: number; mapping?: Mapping; of?: typeof units } = {},
): RosterRead {
  const seen = lookAtWorkbook(bytes)
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems))
  const read = answerTask({
    task: 'read',
    bytes,
    sheet,
    mapping: mapping ?? seen.value.sheets[sheet]!.proposal,
    today: '2026-11-24',
    unit_id: of[0]!.unit_id,
    units: of,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value as RosterRead
}

const sheet = (rows: TestCell[][], rest: Partial<TestWorkbook['sheets'][number]> = {}) =>
  testWorkbook({ sheets: [{ name: 'DS', rows, ...rest }] })
const said = ({ rows, faults, problems }: RosterRead) => [
  ...problems.map(({ code }) => code),
  ...faults.map(({ row, column, code }) => `${row} ${column} ${code}`),
  ...rows.map(({ row, full_name, unit_id }) => `${row} ${full_name}: ${unit_id}`),
]
const date = (year: number, month: number, day: number) => ({
  v: Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000),
  s: 1,
})
const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ']
const lan = [1, 'Nông Thị Lan', '12/03/1988', 'thôn Nà Lẹng']
const hoa = [2, 'Triệu Văn Hòa', '30/07/1961', 'Trạm Y tế']
const both = ['Nông Thị Lan: 2', 'Triệu Văn Hòa: 3']

test('titles above a table are no part of its header, and the one cell that they name is that of its people', () => {
  const own = (...titles: TestCell[][]) => [...titles, ['STT', 'Họ và tên', 'Ngày sinh'], lan.slice(0, 3), hoa.slice(0, 3)]
  const people = (first: number, unit: number) => [`${first} Nông Thị Lan: ${unit}`, `${first + 1} Triệu Văn Hòa: ${unit}`]
  expect(said(send(sheet(own(['ĐẢNG BỘ XÃ HIỆP LỰC'], ['CHI BỘ TRẠM Y TẾ'], ['DANH SÁCH ĐẢNG VIÊN']))))).toEqual(people(5, 3))
  expect(said(send(sheet(own(['CHI BỘ THÔN NÀ LẸNG', null, 'ĐẢNG CỘNG SẢN VIỆT NAM']))))).toEqual(people(3, 2))
  expect(said(send(sheet(own(['Chi bộ thôn Nà Lẹng'], ['Chi bộ Trạm Y tế']))))).toEqual(['4 1 no-unit', '5 1 no-unit'])
})

test('a heading that has its number in a column of its own, and how many there are in another, is a heading', () => {
  const rows = [
    ['TT', 'Họ và tên', 'Ngày sinh', 'Ghi chú'],
    ['I', 'Chi bộ thôn Nà Lẹng', null, '1 đ/c'],
    lan.slice(0, 3),
    ['II.', 'Chi bộ Trạm Y tế', null, '1 đ/c'],
    ['1', 'Chi ủy', null, null].with(0, 'A'),
    hoa.slice(0, 3),
  ]
  expect(said(send(sheet(rows)))).toEqual(['3 Nông Thị Lan: 2', '6 Triệu Văn Hòa: 3'])
  const strange = rows.with(1, ['I', 'Chi bộ thôn Lạ', null, '1 đ/c'])
  expect(said(send(sheet(strange)))).toEqual(['2 0 unknown-unit', '3 1 no-unit', '6 Triệu Văn Hòa: 3'])
})

test('under «Đảng viên dự bị» stand probationary members; under those who have gone, nobody of this list', () => {
  const kinds = send(sheet([header, ['A', 'ĐẢNG VIÊN CHÍNH THỨC'], lan, ['B. ĐẢNG VIÊN DỰ BỊ'], hoa]))
  expect(kinds.rows.map(({ full_name, kind }) => [full_name, kind])).toEqual([
    ['Nông Thị Lan', 'party-member'],
    ['Triệu Văn Hòa', 'probationary-member'],
  ])
  expect(said(send(sheet([header, lan, ['II', 'ĐẢNG VIÊN CHUYỂN ĐI TRONG NĂM'], hoa])))).toEqual([
    '3 0 departed-section',
    '2 Nông Thị Lan: 2',
    '4 Triệu Văn Hòa: 3',
  ])
  expect(said(send(sheet([header, lan, ['II', 'ĐẢNG VIÊN CHUYỂN ĐẾN TRONG NĂM'], hoa])))).toEqual([
    '2 Nông Thị Lan: 2',
    '4 Triệu Văn Hòa: 3',
  ])
})

test('a note that somebody has died or gone is a fault of the note; other notes are nobody’s business', () => {
  const noted = (note: string) =>
    said(
      send(
        sheet([
          [...header, 'Ghi chú'],
          [...lan, note],
          [...hoa, null],
        ]),
      ),
    ).filter(text => text.includes('noted'))
  for (const note of [
    'Từ trần 3/2026',
    'Chuyển SH đi Bắc Ninh',
    'Đã chuyển',
    'chuyển sinh hoạt đảng chính thức đi',
    'Bị khai trừ',
    'xóa tên',
  ])
    expect([note, noted(note)]).toEqual([note, ['2 4 noted-as-left']])
  for (const note of ['Chuyển đến từ Bắc Ninh', 'Miễn sinh hoạt', 'Bí thư', 'Đã chuyển về 2020', 'chuyên viên'])
    expect([note, noted(note)]).toEqual([note, []])
})

test('what says that it is as above, is; of a name and of a birth it says nothing', () => {
  const mark = (text: string, column = 3) =>
    said(send(sheet([header, lan, hoa.with(column, text) as TestCell[]]))).map(line => line.replace(/^\d+ (?=\D)/, ''))
  for (const ditto of ['nt', '-nt-', 'n.t', 'Như trên', '"', '”', "''", '// '])
    expect([ditto, mark(ditto)]).toEqual([ditto, ['Nông Thị Lan: 2', 'Triệu Văn Hòa: 2']])
  expect(mark('nt', 1)[0]).toBe('3 1 not-a-name')
  expect(mark('"', 2)[0]).toBe('3 2 not-a-day')
  const first = send(
    sheet([
      [...header, 'Dân tộc'],
      [...lan, 'nt'],
      [...hoa, 'Dao'],
    ]),
  )
  expect(said(first)[0]).toBe('2 4 not-an-ethnicity')
})

test('a name stands in two columns under one heading, joined or not; whoever takes the first of them for the whole is told', () => {
  const people = [
    [1, 'Nông Thị', 'Lan', '12/03/1988', 'thôn Nà Lẹng'],
    [2, 'Triệu Văn', 'Hòa', '30/07/1961', 'Trạm Y tế'],
  ]
  const head = ['STT', 'Họ và tên', null, 'Ngày sinh', 'Chi bộ']
  const below = [null, 'Họ đệm', 'Tên', null, null]
  expect(said(send(sheet([head, ...people], { joined: ['B1:C1'] })))).toEqual(both.map((text, i) => `${i + 2} ${text}`))
  expect(said(send(sheet([head, ...people])))).toEqual(both.map((text, i) => `${i + 2} ${text}`))
  expect(said(send(sheet([head, below, ...people], { joined: ['B1:C1'] })))).toEqual(both.map((text, i) => `${i + 3} ${text}`))
  const wrong = send(sheet([head, ...people]), { mapping: { full_name: 1, birth: 3, unit: 4 } })
  expect(wrong.problems).toEqual([{ code: 'given-names-beside', field: 'column-full_name', values: { column: 'B', beside: 'C' } }])
})

test('days that a sheet has taken for months are told cell by cell; where days of both sorts are known, nothing is amiss', () => {
  const rows = (...births: TestCell[]) =>
    births.map((birth, i) => [i + 1, `Nông Văn ${['An', 'Bình', 'Công', 'Dũng', 'Én', 'Giang'][i]}`, birth, 'thôn Nà Lẹng'])
  const turned = rows(date(1988, 12, 3), '30/07/1961', date(1999, 1, 2), '20/10/1975', date(1980, 9, 5), '17/09/1992')
  expect(said(send(sheet([header, ...turned]))).filter(text => text.includes('months'))).toEqual(
    [2, 4, 6].map(row => `${row} 2 months-first`),
  )
  const sound = [
    rows(date(1988, 12, 13), '30/07/1961', date(1999, 1, 2), '20/10/1975', date(1980, 9, 5), '17/09/1992'),
    rows(date(1988, 12, 3), '30/07/1961', date(1999, 1, 2), '02/10/1975', date(1980, 9, 5), '17/09/1992'),
  ]
  expect(sound.map(list => send(sheet([header, ...list])).faults)).toEqual([[], []])
})

test('numbers of columns in letters and digits, a second line of headings, and words below the list are nobody', () => {
  expect(said(send(sheet([header, ['A', 'B', 1, 2], lan, hoa])))).toEqual(both.map((text, i) => `${i + 3} ${text}`))
  expect(
    said(send(sheet([header, ['(1)', '(2)', '(3)', '(4)'], lan, hoa, [null, 'Danh sách gồm hai đảng viên'], [null, 'Bằng chữ: hai']]))),
  ).toEqual(both.map((text, i) => `${i + 3} ${text}`))
  const turned = ['STT', 'Ngày sinh', 'Họ và tên', 'Chi bộ']
  expect(said(send(sheet([header, lan, hoa, turned])))[0]).toBe('4 0 another-header')
  expect(said(send(sheet([header, lan, [null, 'Khối nông thôn'], hoa])))).toContain('3 1 only-a-name')
})

test('what stands before a name is no part of it; whoever is called Ông is, where nobody is called Bà', () => {
  const names = (...list: string[]) =>
    send(sheet([header, ...list.map((name, i) => [i + 1, name, `198${i}`, 'thôn Nà Lẹng'])])).rows.map(({ full_name }) => full_name)
  expect(names('1. Nông Thị Lan', 'Bà Bàn Thị Liễu', 'Ông Triệu Văn Hòa')).toEqual(['Nông Thị Lan', 'Bàn Thị Liễu', 'Triệu Văn Hòa'])
  expect(names('Ông Văn Quý', 'Nông Thị Lan')).toEqual(['Ông Văn Quý', 'Nông Thị Lan'])
  const in_row_three = (name: string) =>
    said(send(sheet([header, lan, (hoa as TestCell[]).with(1, name)]))).filter(text => text.startsWith('3'))
  for (const name of ['Chi bộ thôn Nà Lẹng', 'Đảng viên dự bị', 'Danh sách đảng viên', 'B', 'nt', 'Họ và tên'])
    expect([name, in_row_three(name)]).toEqual([name, ['3 1 not-a-name']])
  expect(in_row_three('Tổng số')).toEqual([])
})

test('a card is no citizen’s number, and of two names the one that is used counts', () => {
  const head = ['STT', 'Mã định danh cá nhân', 'Họ và tên khai sinh', 'Họ và tên đang dùng', 'Ngày sinh', 'Số thẻ đảng viên', 'Chi bộ']
  const row = [1, '006199000001', 'Nông Thị Làn', 'Nông Thị Lan', '12/03/1988', '09123456', 'thôn Nà Lẹng']
  expect(send(sheet([head, row])).rows).toMatchObject([{ full_name: 'Nông Thị Lan', card_number: '09123456' }])
  const only = [0, 2, 4, 6]
  expect(send(sheet([only.map(i => head[i]!), only.map(i => row[i]!)])).rows).toMatchObject([
    { full_name: 'Nông Thị Làn', card_number: null },
  ])
})

test('rows that are hidden or crossed out, and hidden columns, are read, and it is said how many', () => {
  const parts = unzipSync(
    sheet([header, lan, (hoa as TestCell[]).with(1, { v: 'Triệu Văn Hòa', s: 3 }), [3, 'Nông Văn Quý', 1999, 'Trạm Y tế']]),
  )
  const edit = (path: string, change: (xml: string) => string) => {
    parts[path] = strToU8(change(strFromU8(parts[path]!)))
  }
  edit('xl/styles.xml', xml => xml.replace('<name val=".VnTime"/>', '<strike/><name val="Times New Roman"/>'))
  edit('xl/worksheets/sheet1.xml', xml =>
    xml
      .replace('<sheetData>', '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>')
      .replace('<row r="4">', '<row r="4" hidden="1">'),
  )
  const bytes = zipSync(parts)
  const seen = lookAtWorkbook(bytes)
  expect(seen.ok && seen.value.sheets[0]!.unseen).toMatchObject({ hidden: 1, struck: 1, columns: [2] })
  expect(said(send(bytes))).toEqual(['2 Nông Thị Lan: 2', '3 Triệu Văn Hòa: 3', '4 Nông Văn Quý: 3'])
  const plain = lookAtWorkbook(sheet([header, lan]))
  expect(plain.ok && plain.value.sheets[0]!.unseen).toEqual({ hidden: 0, struck: 0, struck_parts: 0, covered: 0, columns: [] })
})

test('births as they are typed and copied are read; what may be two things is not', () => {
  const born = (text: string) => {
    const { rows, faults } = send(sheet([header, lan.with(2, text) as TestCell[]]))
    return faults[0]?.code ?? rows[0]!.birth_date ?? rows[0]!.birth_year
  }
  for (const text of ['15/07/1961.', "'15/07/1961", '15/07/1961 00:00:00', '1961-07-15T00:00:00', '15 /7/ 1961'])
    expect([text, born(text)]).toEqual([text, '1961-07-15'])
  for (const text of ['1961.', 'SN 1961', 'sinh năm 1961']) expect([text, born(text)]).toEqual([text, 1961])
  for (const text of ['5/61', '1961 (âm lịch)', 'l5/07/1961']) expect([text, born(text)]).toEqual([text, 'not-a-day'])
})
