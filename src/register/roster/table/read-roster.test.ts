import { expect, test } from 'vitest'
import { type TestCell, testWorkbook } from '../../../../test/harness/workbook.ts'
import { readXlsx } from '../../../platform/workbook/read-xlsx.ts'
import { columnOf } from './columns.ts'
import { findHeader, proposed } from './find-header.ts'
import { type RosterRead, readRoster } from './read-roster.ts'

const units = [
  { unit_id: 1, key: 'dang-bo-xa-hiep-luc', name: 'Đảng bộ xã Hiệp Lực', is_cell: false },
  { unit_id: 2, key: 'chi-bo-2', name: 'Chi bộ thôn Nà Lẹng', is_cell: true },
  { unit_id: 3, key: 'chi-bo-3', name: 'Chi bộ thôn Khuổi Slẳn', is_cell: true },
  { unit_id: 4, key: 'chi-bo-truong-1', name: 'Chi bộ Trường THCS', is_cell: true },
  { unit_id: 5, key: 'chi-bo-truong-2', name: 'Chi bộ Trường THCS', is_cell: true },
]

function read(rows: TestCell[][], { joined = [], calendar = 1900 }: { joined?: string[]; calendar?: 1900 | 1904 } = {}): RosterRead {
  const workbook = readXlsx(testWorkbook({ sheets: [{ name: 'DS', rows, joined }], calendar }))
  if (!workbook.ok) throw new Error(JSON.stringify(workbook))
  const sheet = workbook.value.sheets[0]!
  const header = findHeader(sheet)!
  return readRoster({ sheet, header, mapping: proposed(header.texts), calendar, today: '2026-11-24', unit_id: 1, units })
}

const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chi bộ']
const lan = [1, 'Nông Thị Lan', '12/03/1988', 'Nữ', 'Chi bộ thôn Nà Lẹng']
const hoa = [2, 'Triệu Văn Hòa', '30/07/1961', 'Nam', 'thôn Khuổi Slẳn']
const quy = [3, 'Nông Văn Quý', '02/01/1999', 'Nam', 'Nà Lẹng'.replace('Nà', 'thôn Nà')]
const named = ({ rows }: RosterRead) => rows.map(({ row, full_name, unit_id }) => [row, full_name, unit_id])
const codes = ({ faults }: RosterRead) => faults.map(({ row, column, code }) => [row, column, code])

test('headers are known by their words, with marks and without, and what is no column of ours is none', () => {
  const words = [
    'HỌ VÀ TÊN',
    'ho ten',
    'Ngày, tháng, năm sinh',
    'Năm sinh',
    'GIỚI TÍNH',
    'Dân tộc',
    'Chi bộ sinh hoạt',
    'Số thẻ ĐV',
    'Loại đảng viên',
    'Họ và tên đệm',
    'Tên',
  ]
  expect(words.map(columnOf)).toEqual([
    'full_name',
    'full_name',
    'birth',
    'birth',
    'gender',
    'ethnicity',
    'unit',
    'card_number',
    'kind',
    'family_name',
    'given_name',
  ])
  const others = [
    'Quê quán',
    'Ngày vào Đảng chính thức',
    'Ngày sinh hoạt đảng',
    'Trình độ',
    'Ghi chú',
    'Chức vụ',
    'Họ tên vợ (chồng)',
    'Nơi ở hiện nay',
  ]
  expect(others.map(columnOf)).toEqual(others.map(() => null))
})

test('titles above, a header of two lines, the numbers below it, blank rows, sums and signatures are not taken for people', () => {
  const rows: TestCell[][] = [
    ['ĐẢNG BỘ XÃ HIỆP LỰC'],
    ['DANH SÁCH ĐẢNG VIÊN'],
    [],
    ['STT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, 'Chi bộ'],
    [null, null, 'Nam', 'Nữ', null],
    [1, 2, 3, 4, 5],
    [1, 'Nông Thị Lan', null, '12/03/1988', 'Chi bộ thôn Nà Lẹng'],
    [],
    [2, 'Triệu Văn Hòa', 1961, null, 'thôn Khuổi Slẳn'],
    ['Tổng cộng', '2 đảng viên'],
    [null, null, null, null, 'Hiệp Lực, ngày 24 tháng 11 năm 2026'],
    [null, 'Người lập', null, null, null],
  ]
  const found = read(rows, { joined: ['C4:D4', 'A1:E1'] })
  expect(found.faults).toEqual([])
  expect(found.rows).toMatchObject([
    { row: 7, full_name: 'Nông Thị Lan', birth_date: '1988-03-12', gender: 'female', unit_id: 2 },
    { row: 9, full_name: 'Triệu Văn Hòa', birth_year: 1961, gender: 'male', unit_id: 3 },
  ])
})

test('a unit stands beside each name, over several rows that are joined, or as a heading above its people', () => {
  const joined = read([header, lan, [2, 'Triệu Văn Hòa', 1961, 'Nam', null], [3, 'Nông Văn Quý', 1999, 'Nam', 'thôn Khuổi Slẳn']], {
    joined: ['E2:E3'],
  })
  expect(named(joined)).toEqual([
    [2, 'Nông Thị Lan', 2],
    [3, 'Triệu Văn Hòa', 2],
    [4, 'Nông Văn Quý', 3],
  ])
  const short = (row: TestCell[]) => row.slice(0, 4)
  const headed = read([short(header), ['I. Chi bộ thôn Nà Lẹng'], short(lan), ['II', 'Chi bộ thôn Khuổi Slẳn (1 đảng viên)'], short(hoa)])
  expect(named(headed)).toEqual([
    [3, 'Nông Thị Lan', 2],
    [5, 'Triệu Văn Hòa', 3],
  ])
  const strange = read([short(header), ['I. Chi bộ thôn Nà Lẹng'], short(lan), short(quy), ['II. Chi bộ thôn Lạ'], short(hoa)])
  expect(codes(strange)).toEqual([
    [5, 0, 'unknown-unit'],
    [6, 1, 'no-unit'],
  ])
})

test('a name in two columns is put together, and Unicode that is taken apart is put together, too', () => {
  const found = read([
    ['Họ và tên đệm', 'Tên', 'Năm sinh', 'Chi bộ'],
    ['Nông Thị'.normalize('NFD'), 'Lan', 1988, 'Chi bộ thôn Nà Lẹng'.normalize('NFD')],
  ])
  expect(named(found)).toEqual([[2, 'Nông Thị Lan', 2]])
})

test('a header that has slipped by a column is named, with the column where its content stands', () => {
  const slipped = [lan, hoa, quy].map(row => [row[0]!, row[1]!, null, row[2]!, row[4]!])
  const { problems, rows } = read([['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú', 'Chi bộ'], ...slipped])
  expect(rows).toEqual([])
  expect(problems).toEqual([{ code: 'slipped-column', field: 'column-birth', values: { column: 'C', beside: 'D', header: 'Ngày sinh' } }])
})

test('a row that has slipped by a cell is named once, not cell by cell', () => {
  const found = read([header, lan, [2, null, ...hoa.slice(1)], quy])
  expect(codes(found)).toEqual([[3, 1, 'slipped-row']])
})

test('card numbers that a sheet has taken for amounts get their first zeros back', () => {
  const cards = (a: TestCell, b: TestCell, c: TestCell) =>
    read([
      [...header, 'Số thẻ đảng viên'],
      [...lan, a],
      [...hoa, b],
      [...quy, c],
    ])
  const found = cards('05 123456', 5123457, { v: 123458, s: 2 })
  expect(found.rows.map(({ card_number }) => card_number)).toEqual(['05123456', '05123457', '00123458'])
  expect(found.padded).toBe(1)
})

test('whoever stands twice is a fault of the second row, which names the first', () => {
  const found = read([header, lan, hoa, [4, 'NÔNG THỊ LAN', '12.3.1988', 'Nữ', 'Chi bộ thôn Nà Lẹng']])
  expect(found.faults).toMatchObject([{ row: 4, code: 'person-twice', text: '2' }])
})

test('a formula says what it came to; one that nobody has worked out, and one that failed, are faults of their cells', () => {
  const found = read([
    header,
    [1, { v: 'Nông Thị Lan', f: 'A1&B1' }, { v: 24909, s: 1, f: 'TODAY()' }, 'Nữ', 'thôn Nà Lẹng'],
    [2, 'Triệu Văn Hòa', { v: '', f: 'X1' }, { v: '#REF!', t: 'e' }, 'thôn Nà Lẹng'],
    quy,
    lan,
  ])
  expect(found.rows[0]).toMatchObject({ full_name: 'Nông Thị Lan', birth_date: '1968-03-12' })
  expect(codes(found)).toEqual([
    [3, 2, 'no-value'],
    [3, 3, 'error-value'],
  ])
})

test('two cells of one name are told apart by their keys, which the fault gives', () => {
  const at = (unit: string) => read([header, [1, 'Nông Thị Lan', 1988, 'Nữ', unit], hoa, quy])
  expect(at('Chi bộ Trường THCS').faults).toMatchObject([
    { code: 'ambiguous-unit', text: 'Chi bộ Trường THCS: chi-bo-truong-1, chi-bo-truong-2' },
  ])
  expect(at('chi-bo-truong-2').rows[0]!.unit_id).toBe(5)
})

test('the workbook of another unit is refused as a whole', () => {
  const elsewhere = [lan, hoa, quy].map(row => [...row.slice(0, 4), 'Chi bộ thôn Bản Lạ'])
  const { problems, faults } = read([header, ...elsewhere])
  expect([problems, faults]).toEqual([[{ code: 'another-unit', field: 'file', values: { unit: 'Chi bộ thôn Bản Lạ' } }], []])
})

test('days are read in the calendar of 1904 where the workbook says so', () => {
  expect(read([header, [1, 'Nông Thị Lan', { v: 23447, s: 1 }, 'Nữ', 'thôn Nà Lẹng']], { calendar: 1904 }).rows[0]!.birth_date).toBe(
    '1968-03-12',
  )
})

test('a header of three lines is read, and one that stands again on each printed page is nobody', () => {
  const three = read(
    [
      ['STT', 'Họ và tên', 'Lý lịch', null, 'Chi bộ'],
      [null, null, 'Ngày sinh', null, null],
      [null, null, 'Nam', 'Nữ', null],
      [1, 'Nông Thị Lan', null, '12/03/1988', 'thôn Nà Lẹng'],
      [2, 'Triệu Văn Hòa', 1961, null, 'thôn Khuổi Slẳn'],
    ],
    { joined: ['C1:D1', 'C2:D2'] },
  )
  expect(three.faults).toEqual([])
  expect(three.rows.map(({ full_name, gender, birth_date, birth_year }) => [full_name, gender, birth_date ?? birth_year])).toEqual([
    ['Nông Thị Lan', 'female', '1988-03-12'],
    ['Triệu Văn Hòa', 'male', 1961],
  ])
  const pages = read([header, [1, 2, 3, 4, 5], lan, hoa, header, [1, 2, 3, 4, 5], quy])
  expect([pages.faults, named(pages).map(([row]) => row)]).toEqual([[], [3, 4, 7]])
})

test('sums of any width, dashes and the signatures of several offices are nobody; a family called Tống or Công is somebody', () => {
  const sums: TestCell[][] = [
    ['Cộng', 3, 1, 1, 1],
    [null, 'Tổng số đảng viên:', 3, 'người', '(ba người)'],
    [null, 'Trong đó: nữ', '1'],
    ['-', '-', '-', '-', '-'],
  ]
  const signatures: TestCell[][] = [
    [null, null, null, 'Hiệp Lực, ngày 24 tháng 11 năm 2026'],
    [null, 'NGƯỜI LẬP', 'KIỂM TRA', 'T/M ĐẢNG ỦY', 'BÍ THƯ'],
    [null, '(Ký, ghi rõ họ tên)'],
    [null, 'Nông Thị Thảo', 'Lò Văn Xuân', 'Hà Văn Yên', 'Hoàng Văn Bách'],
  ]
  const found = read([header, lan, hoa, quy, ...sums, ...signatures])
  expect([found.faults, named(found).map(([row]) => row)]).toEqual([[], [2, 3, 4]])
  const families = read([
    ['Họ và tên', 'Ngày sinh', 'Chi bộ'],
    ['Tống Văn Công', '1970', 'thôn Nà Lẹng'],
    ['Công Thị Tống', '1971', 'thôn Nà Lẹng'],
    ['Cộng', 2, null],
  ])
  expect(named(families)).toEqual([
    [2, 'Tống Văn Công', 2],
    [3, 'Công Thị Tống', 2],
  ])
})

test('the last line is somebody also where little is known of them, and where a cell of it is wrong', () => {
  const headed = read([
    ['Họ và tên', 'Ngày sinh', 'Chức vụ'],
    ['Chi bộ thôn Nà Lẹng'],
    ['Tống Văn Công', '1970', null],
    ['Hà Văn Sáu', null, 'Bí thư'],
  ])
  expect(named(headed)).toEqual([
    [3, 'Tống Văn Công', 2],
    [4, 'Hà Văn Sáu', 2],
  ])
  const wrong = read([header, lan, hoa, quy, [null, 'Lò Văn Mai', 'không rõ', 'Nam', 'Chi bộ Lạ']])
  expect(codes(wrong)).toEqual([
    [5, 2, 'not-a-day'],
    [5, 4, 'unknown-unit'],
  ])
})

test('a heading may say how many people stand below it', () => {
  const short = (row: TestCell[]) => row.slice(0, 4)
  const found = read([
    short(header),
    ['1. Chi bộ thôn Nà Lẹng: 02 đảng viên'],
    short(lan),
    short(quy),
    ['2. Chi bộ thôn Khuổi Slẳn - 01 đ/c'],
    short(hoa),
  ])
  expect([found.faults, named(found).map(([, , unit_id]) => unit_id)]).toEqual([[], [2, 2, 3]])
})

test('a formula that failed is told as such in a name and a unit, too', () => {
  const failed = { v: '#N/A', t: 'e', f: 'VLOOKUP(A2,X:Y,2)' }
  expect(codes(read([header, [1, failed, '12/03/1988', 'Nữ', failed], hoa, quy]))).toEqual([
    [2, 1, 'error-value'],
    [2, 4, 'error-value'],
  ])
})

test('whoever stands once with the day of birth and once with its year stands twice', () => {
  const found = read([header, lan, [4, 'Nông Thị Lan', 1988, 'Nữ', 'thôn Nà Lẹng'], [5, 'Nông Thị Lan', 1989, 'Nữ', 'thôn Nà Lẹng'], hoa])
  expect(found.faults).toMatchObject([{ row: 3, code: 'person-twice', text: '2' }])
  expect(found.faults.length).toBe(1)
})

test('names are kept without «Đ/c» before them, and those without a capital get theirs', () => {
  const found = read([
    header,
    [1, 'Đ/c nông thị lan', '12/03/1988', 'Nữ', 'thôn Nà Lẹng'],
    [2, 'Đồng chí Triệu Văn Hòa', 1961, 'Nam', 'thôn Nà Lẹng'],
    quy,
  ])
  expect(named(found).map(([, name]) => name)).toEqual(['Nông Thị Lan', 'Triệu Văn Hòa', 'Nông Văn Quý'])
})

test('two tables side by side are refused: one of them would be left out in silence', () => {
  expect(
    read([
      [...header, null, ...header],
      [...lan, null, ...hoa],
    ]).problems,
  ).toEqual([{ code: 'two-tables', field: 'sheet' }])
})

const parted = (rows: TestCell[][], joined?: string[]) => {
  const found = read(rows, joined ? { joined } : {})
  return [
    found.problems,
    codes(found),
    found.rows.map(({ row, gender, birth_date, birth_year }) => [row, birth_date ?? birth_year, gender]),
  ]
}

test('a birth stands in three columns, whatever the heading above them says, and whether or not it was joined', () => {
  const people: TestCell[][] = [
    [1, 'Nông Thị Lan', 12, 3, 1988, 'Nữ', 'thôn Nà Lẹng'],
    [2, 'Triệu Văn Hòa', null, null, 1961, 'Nam', 'thôn Nà Lẹng'],
    [3, 'Nông Văn Quý', '02', '01', '1999', 'Nam', 'thôn Nà Lẹng'],
  ]
  const tail = ['Giới tính', 'Chi bộ']
  const ways: [TestCell[][], string[]?][] = [
    [[['STT', 'Họ và tên', 'Ngày', 'Tháng', 'Năm sinh', ...tail]]],
    [[['STT', 'Họ và tên', 'Ngày sinh', 'Tháng sinh', 'Năm sinh', ...tail]]],
    [[['STT', 'Họ và tên', 'Sinh ngày', 'Tháng', 'Năm', ...tail]]],
    [
      [
        ['STT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, null, ...tail],
        [null, null, 'Ngày', 'Tháng', 'Năm', null, null],
      ],
      ['C1:E1', 'A1:A2'],
    ],
    [
      [
        ['STT', 'Họ và tên', 'Ngày sinh', null, null, ...tail],
        [null, null, 'Ngày', 'Tháng', 'Năm', null, null],
      ],
    ],
    [
      [
        ['STT', 'HỌ VÀ TÊN', null, 'NGÀY SINH', null, ...tail],
        [null, null, 'ngày', 'tháng', 'năm', null, null],
      ],
    ],
  ]
  for (const [heads, joined] of ways) {
    const first = heads.length + 1
    const born = ['1988-03-12', 1961, '1999-01-02'].map((birth, i) => [first + i, birth, i === 0 ? 'female' : 'male'])
    expect(parted([...heads, ...people], joined)).toEqual([[], [], born])
  }
})

test('in three columns the cell that is wrong is the one that is marked, and days of entry into the party are not taken for births', () => {
  const head: TestCell[][] = [
    ['STT', 'Họ và tên', 'Ngày vào Đảng', null, null, 'Ngày sinh', null, null, 'Chi bộ'],
    [null, null, 'Ngày', 'Tháng', 'Năm', 'Ngày', 'Tháng', 'Năm', null],
  ]
  const people: TestCell[][] = [
    [1, 'Nông Thị Lan', 1, 1, 2010, 31, 2, 1988, 'thôn Nà Lẹng'],
    [2, 'Triệu Văn Hòa', 1, 1, 1990, 30, 'bảy', 1961, 'thôn Nà Lẹng'],
    [3, 'Nông Văn Quý', 1, 1, 2020, 2, 1, null, 'thôn Nà Lẹng'],
    [4, 'Bàn Thị Liễu', 1, 1, 2000, 20, 10, 1975, 'thôn Nà Lẹng'],
  ]
  expect(parted([...head, ...people], ['C1:E1', 'F1:H1'])).toEqual([
    [],
    [
      [3, 5, 'no-such-day'],
      [4, 6, 'not-a-day'],
      [5, 7, 'no-year'],
    ],
    [[6, '1975-10-20', null]],
  ])
})

test('a birth under «Nam» or «Nữ» says the gender, also where the heading above was not joined; under both it is a fault, and so where a word says otherwise', () => {
  const people: TestCell[][] = [
    [1, 'Nông Thị Lan', null, '12/03/1988', 'thôn Nà Lẹng'],
    [2, 'Triệu Văn Hòa', 1961, null, 'thôn Nà Lẹng'],
  ]
  const born = [
    [3, '1988-03-12', 'female'],
    [4, 1961, 'male'],
  ]
  const under: TestCell[] = [null, null, 'Nam', 'Nữ', null]
  for (const heading of ['Ngày, tháng, năm sinh', 'Năm sinh', 'Ngày sinh', 'Sinh ngày', 'NGÀY THÁNG NĂM SINH']) {
    const head = ['STT', 'Họ và tên', heading, null, 'Chi bộ']
    expect([heading, parted([head, under, ...people], ['C1:D1'])]).toEqual([heading, [[], [], born]])
    expect([heading, parted([head, under, ...people])]).toEqual([heading, [[], [], born]])
  }
  const head = [['STT', 'Họ và tên', 'Ngày sinh', null, 'Chi bộ', 'Giới tính'], under] as TestCell[][]
  const said = people.map((row, i) => [...row, i === 0 ? 'Nữ' : 'Nam'])
  const twice = [3, 'Nông Văn Quý', '02/01/1999', '02/01/1999', 'thôn Nà Lẹng', 'Nam']
  const other = [4, 'Bàn Thị Liễu', '20/10/1975', null, 'thôn Nà Lẹng', 'Nữ']
  expect(parted([...head, ...said, twice, other])).toEqual([
    [],
    [
      [5, 3, 'two-births'],
      [5, 3, 'birth-of-other-gender'],
      [6, 2, 'birth-of-other-gender'],
    ],
    born,
  ])
})

test('women are marked with a cross; a birth in the column of marks is a fault, and a column that nobody has filled says nothing of anybody', () => {
  const head = ['STT', 'Họ và tên', 'Năm sinh', 'Nữ', 'Chi bộ']
  const people = (...marks: TestCell[]): TestCell[][] => [
    [1, 'Nông Thị Lan', 1988, marks[0]!, 'thôn Nà Lẹng'],
    [2, 'Triệu Văn Hòa', 1961, marks[1]!, 'thôn Nà Lẹng'],
  ]
  const genders = (...marks: TestCell[]) => read([head, ...people(...marks)]).rows.map(({ gender }) => gender)
  expect([genders('x', null), genders('X', '-'), genders(null, null)]).toEqual([
    ['female', 'male'],
    ['female', 'male'],
    [null, null],
  ])
  expect(codes(read([head, ...people('12/03/1988', null)]))).toEqual([[2, 3, 'not-a-mark']])
})
