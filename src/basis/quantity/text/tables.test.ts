import { expect, test } from 'vitest'
import { readText, type TextFormat } from './read-text.ts'

/** Each number of a table, with its value, what it counts or measures, and the words that say what it is. */
function cells(input: string, format: TextFormat = 'text') {
  const { text, quantities } = readText(input, format)
  return quantities.flatMap(({ text: number, value, counts, cell }) =>
    cell ? [[number, value.least, value.unit ?? counts, cell.words.map(({ start, end }) => text.slice(start, end)).join(' · ')]] : [],
  )
}

test('a table of tabs gives its numbers what their columns and their rows say, over empty cells', () => {
  expect(cells('TT\tHuyện\tSố xã\tTỷ lệ (%)\n1\tBa Bể\t3\t\n2\tNa Rì\t\t6,25\n')).toEqual([
    ['3', 3, 'xã', 'Số xã · Ba Bể'],
    ['6,25', 6.25, '%', 'Tỷ lệ · Na Rì'],
  ])
})

test('in a table of Markdown a column may hold the units, and a part hangs on the row above', () => {
  const table = `| Chỉ tiêu | ĐVT | Năm 2019 | 2020 |
|---|:--:|---:|---:|
| **Số xã đạt chuẩn** | xã | 20 | 1.023 |
| - Trong đó: nâng cao | xã | | 2 |`
  expect(cells(table)).toEqual([
    ['20', 20, 'xã', 'Năm 2019 · Số xã đạt chuẩn'],
    ['1.023', 1023, 'xã', '2020 · Số xã đạt chuẩn'],
    ['2', 2, 'xã', '2020 · Số xã đạt chuẩn · - Trong đó: nâng cao'],
  ])
})

test('columns may be aligned by spaces, and the line above says their unit', () => {
  const table = `Kết quả thu ngân sách
ĐVT: triệu đồng
Xã             Dự toán    Thực hiện
Quang Thuận      1.200      1.350,5
Kim Lư                          980`
  expect(cells(table)).toEqual([
    ['1.200', 1.2e9, 'đồng', 'Dự toán · Quang Thuận'],
    ['1.350,5', 1350.5e6, 'đồng', 'Thực hiện · Quang Thuận'],
    ['980', 980e6, 'đồng', 'Thực hiện · Kim Lư'],
  ])
})

test('a table of a page keeps its columns where heads and rows go over several, and text that was wrapped in its cells', () => {
  const table = `<table><tr><td rowspan=2><p>Huyện</p></td><td colspan="2">Số xã đạt chuẩn</td><td rowspan=2>Trong đó nâng cao</td></tr>
<tr><td>2019</td><td>2020</td></tr><tr><td>Ba Bể</td><td><p>3</p></td><td></td><td>0</td></tr></table>`
  const expected = [
    ['3', 3, 'xã', 'Số xã đạt chuẩn · 2019 · Ba Bể'],
    ['0', 0, 'xã', 'Số xã đạt chuẩn · 2020 · Trong đó nâng cao · Ba Bể'],
  ]
  expect([cells(table, 'html'), cells(`Bảng sau:\n${table}`)]).toEqual([expected, expected])
})

test('a row that a paste made one line is read as cells; a number in groups and a telephone are not', () => {
  expect(cells('Mức 2 48211 45902 1873 96,1%').map(([, value]) => value)).toEqual([48211, 45902, 1873, 96.1])
  expect(cells('Tổng 1 234 567')).toEqual([])
  expect(cells('Điện thoại: 24 38 25 14')).toEqual([])
})

test('sections and columns that are numbered are no numbers, and prose beside a table is none of it', () => {
  const table = 'TT\tChỉ tiêu\tKết quả\nA\tB\t1\nI\tNông thôn mới\t\n1\tSố xã\t15\n\nToàn huyện có 4 xã, 5 hộ.'
  expect(cells(table)).toEqual([['15', 15, 'xã', 'Kết quả · Nông thôn mới · Số xã']])
})

test('parts of parts, endless rows and cells over all columns end somewhere, and the number behind them is read', () => {
  for (const before of ['+\t'.repeat(13_000), 'a\tb\n'.repeat(13_000), '+\t'.repeat(13_000) + '\nx\t'])
    expect(cells(`${before}\nSố xã\t15\n`).map(([number, value]) => [number, value])).toEqual([['15', 15]])
  const spanned = '<tr><td colspan=50 rowspan=50>Ba Bể<td>2</tr>'.repeat(900)
  expect(cells(`<table>${spanned}<tr><td>Na Rì<td>7</tr></table>`, 'html').at(-1)?.slice(0, 2)).toEqual(['7', 7])
})

test('a line may end as old machines and word processors end it', () => {
  for (const end of ['\r', '\u2028', '\u2029', '\r\n'])
    expect(cells(['Huyện\tSố xã', 'Ba Bể\t3', 'Na Rì\t1', ''].join(end))).toEqual([
      ['3', 3, 'xã', 'Số xã · Ba Bể'],
      ['1', 1, 'xã', 'Số xã · Na Rì'],
    ])
})

test('thousands are told from decimals as the line is English or Vietnamese', () => {
  const text = 'In 2020, the province had 36,418 members and 1,234.5 ha of land.\nTỉnh có 36.418 đảng viên và 1.234,5 ha đất.'
  const read = readText(text).quantities.filter(({ kind }) => kind === 'claim')
  expect(read.map(({ text, value }) => [text.split(' ')[0], value.least])).toEqual([
    ['36,418', 36418],
    ['1,234.5', 1234.5],
    ['36.418', 36418],
    ['1.234,5', 1234.5],
  ])
})
