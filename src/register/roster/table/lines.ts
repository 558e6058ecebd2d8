import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Cell, cleaned, fillJoined, type Header, type Row } from '../../../platform/workbook/index.ts'
import { columnOf, type Mapping } from './columns.ts'
import { headingOf } from './headings.ts'
import { isDitto, type Kind, readBirth } from './read-cells.ts'
import type { Fault } from './read-roster.ts'
import { type Line, type Table, unitNamed } from './table.ts'

/**
 * The rows that speak of somebody: not blank, not the numbers below a header, not a heading, not the sums and
 * signatures at the end.
 */
export function dataRows(table: Table): { lines: Line[]; faults: Fault[] } {
  const { sheet, header, mapping } = table.asked
  fillJoined(sheet, mapping.unit)
  const lines: Line[] = []
  const faults: Fault[] = []
  let section = unitOfTitles(table)
  let kind: Kind | null = null
  for (const row of sheet.rows.slice(header.first)) {
    const said = row.cells.filter(cell => cell !== undefined)
    const heading = headingOf(row, table)
    if (heading === 'unknown-unit' || heading === 'departed') {
      if (heading === 'unknown-unit') section = null
      faults.push(faultOfHeading(row, heading))
    } else if (heading !== null && typeof heading === 'object') {
      if ('unit_id' in heading) [section, kind] = [heading.unit_id, null]
      else kind = heading.kind
    } else if (isOfHeadings(said) && !isHeaderAgain(row, header)) {
      if (row.at > header.row) faults.push(faultOfHeading(row, 'another-header'))
    } else if (heading === null && said.some(isSaying) && !isNumbering(said) && !isSum(row, table) && !isHeaderAgain(row, header))
      lines.push({ ...row, section, kind })
  }
  const people = lines.slice(0, endOfPeople(lines, table)).filter(line => filled(line, mapping) > 0)
  repeatAbove(people, mapping)
  return { lines: people, faults }
}

/**
 * A line of headings and nothing else: directly below the header it belongs to it; further down, what follows stands in
 * another order.
 */
function isOfHeadings(said: Cell[]): boolean {
  return said.length > 1 && said.every(({ text }) => columnOf(text) !== null || /^(stt|tt|ghi chu|nam|nu)$/.test(keyOf(text)))
}

const codes_of_headings = { 'unknown-unit': 'unknown-unit', departed: 'departed-section', 'another-header': 'another-header' } as const

function faultOfHeading(row: Row, heading: keyof typeof codes_of_headings): Fault {
  const text = row.cells.flatMap(cell => cell?.text ?? []).join(' ')
  const column = row.cells.findIndex(cell => cell)
  return {
    row: row.at + 1,
    column,
    field: heading === 'unknown-unit' ? 'unit' : 'full_name',
    code: codes_of_headings[heading],
    text,
  }
}

/** The one cell that stands above the table: «CHI BỘ THÔN NÀ LẸNG» over its own list. */
function unitOfTitles({ asked: { header, units }, named }: Table): number | null {
  const found = new Set(
    header.titles
      .filter(title => /^chi bo /.test(keyOf(title)))
      .map(title => unitNamed(title, named))
      .filter(unit_id => units.some(unit => unit.is_cell && unit.unit_id === unit_id)),
  )
  const [only] = found
  return found.size === 1 ? (only as number) : null
}

/** «nt», «như trên» and ditto marks say what the line above says; of a name and a birth they say nothing. */
function repeatAbove(lines: Line[], mapping: Mapping): void {
  for (const column of ['unit', 'ethnicity', 'kind', 'gender'] as const) {
    const at = mapping[column]
    if (at === undefined) continue
    lines.forEach((line, i) => {
      const [cell, above] = [line.cells[at], lines[i - 1]?.cells[at]]
      if (cell && above && isDitto(cell.text) && !isDitto(above.text)) line.cells[at] = { ...above }
    })
  }
}

function filled({ cells }: Row, mapping: Mapping): number {
  return Object.values(mapping).filter(at => cells[at] !== undefined).length
}

/** The numbers of the columns, as they stand below a header: «(1) (2) (3)», «A B 1 2». */
function isNumbering(said: Cell[]): boolean {
  const marks = said.map(({ text }) => /^\(?([a-z]|\d{1,2})\)?$/i.exec(text)?.[1]?.toUpperCase())
  const follows = (mark: string, before: string | undefined) =>
    /\d/.test(mark)
      ? before === undefined || !/\d/.test(before)
        ? mark === '1'
        : Number(mark) === Number(before) + 1
      : before === undefined
        ? mark === 'A'
        : !/\d/.test(before) && mark > before
  return marks.length > 2 && marks.every((mark, i) => mark !== undefined && follows(mark, marks[i - 1]))
}

/** Dashes and dots say nothing. */
function isSaying({ text, fault }: Cell): boolean {
  return fault !== undefined || /[\p{L}\p{N}]/u.test(text)
}

/** By its first words, with their marks: Tống and Công are names of families. */
function isSum(row: Row, table: Table): boolean {
  const first = row.cells.find(cell => cell !== undefined)!
  const sums = /^(tổng|cộng|trong đó|tong (so|cong))(?![\p{L}\p{M}])/iu
  return [cleaned(first.text), table.text(row, 'full_name')].some(text => sums.test(text))
}

/** A header stands again on each page that was printed: each cell says what stands above its column. */
function isHeaderAgain({ cells }: Row, { texts }: Header): boolean {
  const said = cells.flatMap((cell, at) => (cell ? [{ key: keyOf(cell.text), of: (texts[at] ?? '').split(' / ').map(keyOf) }] : []))
  return said.length > 1 && said.every(({ key, of }) => of.includes(key))
}

/**
 * How many lines there are before the signatures: behind the last line that is somebody for certain, the first that
 * names nobody and speaks of signing ends the table.
 */
function endOfPeople(lines: Line[], table: Table): number {
  const last = lines.findLastIndex(line => isCertain(line, table))
  const signing = lines.findIndex((line, at) => {
    const name = table.text(line, 'full_name') || table.text(line, 'family_name')
    return at > last && (name === '' || closing.test(name)) && line.cells.some(cell => cell && closing.test(cleaned(cell.text)))
  })
  return signing === -1 ? lines.length : signing
}

const closing =
  /^(bằng chữ|ấn định|ghi chú|lưu ý|(tổng số )?danh sách (này|trên|gồm|có)|(người )?lập( biểu| bảng)?$|người lập|(phó )?bí thư|t\/?\s?m[. ]|thay mặt|xác nhận|kiểm tra|\(?ký[ ,)]|nơi nhận)|ngày \S+ tháng \S+ năm/i

/** By its own number, a birth or a unit that can be read. */
function isCertain(line: Line, table: Table): boolean {
  const { mapping, calendar, today } = table.asked
  const births = (['birth', 'birth_male', 'birth_female', 'year_of_birth'] as const).flatMap(column => table.cell(line, column) ?? [])
  const first = line.cells.findIndex(cell => cell !== undefined)
  return (
    (line.cells[first]?.number !== undefined && !Object.values(mapping).includes(first)) ||
    births.some(cell => 'value' in readBirth(cell, calendar, today)) ||
    unitNamed(table.text(line, 'unit'), table.named) !== null
  )
}
