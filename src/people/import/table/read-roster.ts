import type { Problem } from '../../../shared/outcome.ts'
import { type Cell, cleaned, columnName, type Row, type Sheet } from '../workbook/workbook.ts'
import { type Column, keyOf, type Mapping } from './columns.ts'
import type { Header } from './find-header.ts'
import {
  type Birth,
  type Gender,
  type Kind,
  type Read,
  readBirth,
  readBirthInParts,
  readCard,
  readEthnicity,
  readGender,
  readKind,
  readMark,
  readName,
} from './read-cells.ts'

/** A line of a roster as it was understood. `row` counts as Excel does, from 1. */
export type RosterRow = Birth & {
  row: number
  full_name: string
  gender: Gender | null
  ethnicity: string | null
  unit_id: number
  kind: Kind | null
  card_number: string | null
}

/** A cell that cannot be read, by code; `column` counts from 0. */
export type Fault = { row: number; column: number; field: string; code: string; text: string }

/** A unit that a roster may name, or give by its key where several are called the same. */
export type KnownUnit = { unit_id: number; key: string; name: string; is_cell: boolean }

export type RosterAsked = {
  sheet: Sheet
  header: Header
  mapping: Mapping
  calendar: 1900 | 1904
  today: string
  unit_id: number
  units: KnownUnit[]
}
export type RosterRead = { rows: RosterRow[]; faults: Fault[]; problems: Problem[]; padded: number }

/** Reads the table below a header. Problems are of the whole (another unit's workbook, a column that has slipped); faults are of a cell. */
export function readRoster(asked: RosterAsked): RosterRead {
  const table = new Table(asked)
  const { lines, faults } = dataRows(table)
  const padded = padCards(lines, asked.mapping)
  const problems = [...tablesBeside(table), ...slippedColumns(lines, table)]
  if (problems.length > 0) return { rows: [], faults: [], problems, padded }
  const rows: RosterRow[] = []
  for (const line of lines) {
    const read = readLine(line, table)
    if (read.faults.length === 0) rows.push(read.row)
    else faults.push(...(hasSlipped(line, table) ? [slippedRow(line, table)] : read.faults))
  }
  faults.push(...twins(rows, asked.mapping))
  if (lines.length === 0) problems.push({ code: 'no-rows', field: 'sheet' })
  if (isOfAnotherUnit(lines.length, faults))
    problems.push({ code: 'another-unit', field: 'file', values: { unit: faults.find(({ code }) => code === 'unknown-unit')!.text } })
  return { rows, faults: problems.length > 0 ? [] : faults, problems, padded }
}

/** A row of data with the unit under whose heading it stands. */
type Line = Row & { section: number | null }

class Table {
  readonly asked: RosterAsked
  readonly named: Map<string, number | 'several'>
  /** Whether anybody is marked as a woman: a column of marks that nobody has filled says nothing of men either. */
  readonly has_marks: boolean
  constructor(asked: RosterAsked) {
    this.asked = asked
    this.named = namesOf(asked.units)
    this.has_marks = asked.sheet.rows.slice(asked.header.first).some(row => {
      const mark = readMark(this.text(row, 'female_mark'))
      return 'value' in mark && mark.value !== null
    })
  }
  cell(row: Row, column: Column): Cell | undefined {
    const at = this.asked.mapping[column]
    return at === undefined ? undefined : row.cells[at]
  }
  text(row: Row, column: Column): string {
    return cleaned(this.cell(row, column)?.text ?? '')
  }
}

/** Units by what they are called: with and without «Chi bộ», «Đảng bộ». A cell goes before a unit above it of the same name. */
function namesOf(units: KnownUnit[]): Map<string, number | 'several'> {
  const named = new Map<string, number | 'several'>()
  const put = (key: string, unit_id: number) => named.set(key, named.has(key) && named.get(key) !== unit_id ? 'several' : unit_id)
  for (const { unit_id, name } of units) put(keyOf(name), unit_id)
  for (const is_cell of [true, false]) {
    const short = new Map<string, number | 'several'>()
    for (const unit of units.filter(unit => unit.is_cell === is_cell)) {
      const key = shortName(unit.name)
      short.set(key, short.has(key) ? 'several' : unit.unit_id)
    }
    for (const [key, unit_id] of short) if (!named.has(key)) named.set(key, unit_id)
  }
  for (const { unit_id, key } of units) named.set(keyOf(key), unit_id)
  return named
}

function shortName(name: string): string {
  return keyOf(name).replace(/^(chi bo co so|chi bo|dang bo|cb) /, '')
}

function unitNamed(text: string, named: Table['named']): number | 'several' | null {
  return named.get(keyOf(text)) ?? named.get(shortName(text)) ?? null
}

/** The rows that speak of somebody: not blank, not the numbers below a header, not a heading of a unit, not the sums and signatures at the end. */
function dataRows(table: Table): { lines: Line[]; faults: Fault[] } {
  const { sheet, header, mapping } = table.asked
  fillJoined(sheet, mapping.unit)
  const lines: Line[] = []
  const faults: Fault[] = []
  let section: number | null = null
  for (const row of sheet.rows.slice(header.first)) {
    const said = row.cells.filter(cell => cell !== undefined)
    const heading = said.length <= 2 ? headingOf(said, table) : null
    if (heading === 'unknown') {
      section = null
      faults.push({
        row: row.at + 1,
        column: row.cells.findIndex(cell => cell),
        field: 'unit',
        code: 'unknown-unit',
        text: said.map(cell => cell.text).join(' '),
      })
    } else if (heading !== null) section = heading
    else if (said.some(isSaying) && !isNumbering(said) && !isSum(row, table) && !isHeaderAgain(row, header)) lines.push({ ...row, section })
  }
  const people = lines.slice(0, endOfPeople(lines, table))
  return { lines: people.filter(line => filled(line, mapping) > 0), faults }
}

function filled({ cells }: Row, mapping: Mapping): number {
  return Object.values(mapping).filter(at => cells[at] !== undefined).length
}

/** «II. Chi bộ thôn Nà Lẹng» above its people; null is no heading. */
function headingOf(said: Cell[], { named }: Table): number | 'unknown' | null {
  const text = said
    .map(cell => cell.text)
    .join(' ')
    .replace(/^\s*([IVXLC]+|\d+|[A-Z])\s*[.)/\s-]\s*|\s*\(\d+.*\)\s*$/g, '')
  const unit = unitNamed(text, named) ?? unitNamed(text.replace(/\s*[:–-]\s*\d+\s.*$/, ''), named)
  return typeof unit === 'number' ? unit : /^(chi bo|dang bo) /.test(keyOf(text)) ? 'unknown' : null
}

function isNumbering(said: Cell[]): boolean {
  return (
    said.length > 2 &&
    said.every(
      (cell, i) => /^\(?[a-z\d]{1,2}\)?$/i.test(cell.text) && (Number(cell.text.replace(/\D/g, '')) === i + 1 || /[a-z]/i.test(cell.text)),
    )
  )
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

/** How many lines there are before the signatures: behind the last line that is somebody for certain, the first that names nobody and speaks of signing
 * ends the table. */
function endOfPeople(lines: Line[], table: Table): number {
  const last = lines.findLastIndex(line => isCertain(line, table))
  const signing = lines.findIndex((line, at) => {
    const name = table.text(line, 'full_name') || table.text(line, 'family_name')
    return at > last && (name === '' || closing.test(name)) && line.cells.some(cell => cell && closing.test(cleaned(cell.text)))
  })
  return signing === -1 ? lines.length : signing
}

const closing =
  /^((người )?lập( biểu| bảng)?$|người lập|(phó )?bí thư|t\/?\s?m[. ]|thay mặt|xác nhận|kiểm tra|\(?ký[ ,)]|nơi nhận)|ngày \S+ tháng \S+ năm/i

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

/** A unit's name over several rows that were joined holds for each of them. */
function fillJoined({ rows, joined }: Sheet, column: number | undefined): void {
  if (column === undefined) return
  const by_place = new Map(rows.map(row => [row.at, row]))
  for (const { from, to } of joined) {
    if (from[1] !== column || to[0] === from[0]) continue
    const first = by_place.get(from[0])?.cells[column]
    for (let at = from[0] + 1; first && at <= to[0]; at++) {
      const row = by_place.get(at)
      if (row) row.cells[column] ??= { ...first }
    }
  }
}

type ReadLine = { row: RosterRow; faults: Fault[] }
type Take = <T>(column: Column, read: (cell: Cell) => Read<T>) => T | null

function readLine(line: Line, table: Table): ReadLine {
  const faults: Fault[] = []
  const at = line.at + 1
  const take: Take = (column, read) => {
    const cell = table.cell(line, column)
    if (!cell) return null
    const found = cell.fault ? { code: cell.fault } : read({ ...cell, text: cleaned(cell.text) })
    if ('value' in found) return found.value
    faults.push({ row: at, column: table.asked.mapping[column]!, field: column, code: found.code, text: cell.text })
    return null
  }
  const row: RosterRow = {
    row: at,
    full_name: nameOf(line, table, faults),
    ...birthOf(line, table, take, faults),
    gender: genderOf(line, table, take, faults),
    ethnicity: take('ethnicity', cell => readEthnicity(cell.text)),
    unit_id: unitOf(line, table, faults),
    kind: take('kind', cell => readKind(cell.text)),
    card_number: take('card_number', cell => readCard(cell.text)),
  }
  return { row, faults }
}

function nameOf(line: Line, table: Table, faults: Fault[]): string {
  const { mapping } = table.asked
  const column = mapping.full_name ?? mapping.family_name!
  const text =
    'full_name' in mapping ? table.text(line, 'full_name') : `${table.text(line, 'family_name')} ${table.text(line, 'given_name')}`.trim()
  const fault = table.cell(line, 'full_name')?.fault
  const read = fault ? { code: fault } : text === '' ? { code: 'no-name' } : readName(text)
  if ('value' in read) return read.value
  faults.push({ row: line.at + 1, column, field: 'full_name', code: read.code, text })
  return text
}

const unknown_birth: Birth = { birth_date: null, birth_year: null }
const columns_of_parts = { day: 'day_of_birth', month: 'month_of_birth', year: 'year_of_birth' } as const

/** A birth in one column, in one of two, or in three. Nobody is born under both of two. */
function birthOf(line: Line, table: Table, take: Take, faults: Fault[]): Birth {
  const { calendar, today, mapping } = table.asked
  if ('year_of_birth' in mapping) return birthInParts(line, table, faults)
  const [man, woman] = [table.cell(line, 'birth_male'), table.cell(line, 'birth_female')]
  if (man && woman) {
    const text = `${cleaned(man.text)}, ${cleaned(woman.text)}`
    faults.push({ row: line.at + 1, column: mapping.birth_female!, field: 'birth_female', code: 'two-births', text })
    return unknown_birth
  }
  const read = (cell: Cell) => readBirth(cell, calendar, today)
  return take('birth', read) ?? take('birth_male', read) ?? take('birth_female', read) ?? unknown_birth
}

function birthInParts(line: Line, table: Table, faults: Fault[]): Birth {
  const { calendar, today, mapping } = table.asked
  const [day, month, year] = (['day', 'month', 'year'] as const).map(part => table.cell(line, columns_of_parts[part]))
  if (!day && !month && !year) return unknown_birth
  const read = readBirthInParts({ day, month, year }, calendar, today)
  if ('value' in read) return read.value
  const field = columns_of_parts[read.part]
  const text = cleaned({ day, month, year }[read.part]?.text ?? '')
  faults.push({ row: line.at + 1, column: mapping[field]!, field, code: read.code, text })
  return unknown_birth
}

/** By the word, by which of two columns the birth stands in, or by a mark; none may contradict another. */
function genderOf(line: Line, table: Table, take: Take, faults: Fault[]): Gender | null {
  const { mapping } = table.asked
  const said = take('gender', cell => readGender(cell.text))
  const mark = take('female_mark', cell => readMark(cell.text))
  const marked = mark ?? (table.has_marks ? 'male' : null)
  const place = table.cell(line, 'birth_female') ? 'female' : table.cell(line, 'birth_male') ? 'male' : null
  const column = place === 'female' ? ('birth_female' as const) : ('birth_male' as const)
  if (said && place && said !== place)
    faults.push({
      row: line.at + 1,
      column: mapping[column]!,
      field: column,
      code: 'birth-of-other-gender',
      text: table.text(line, column),
    })
  return said ?? marked ?? place
}

/** The unit that a line names, or under whose heading it stands, or whose roster it is where that is a cell. */
function unitOf(line: Line, table: Table, faults: Fault[]): number {
  const { mapping, unit_id, units } = table.asked
  const text = table.text(line, 'unit')
  const own = units.find(unit => unit.unit_id === unit_id)
  const fault = table.cell(line, 'unit')?.fault
  const unsaid = line.section ?? (own?.is_cell || units.length === 1 ? unit_id : null)
  const found = fault ? null : text === '' ? unsaid : unitNamed(text, table.named)
  if (typeof found === 'number') return found
  const code = fault ?? (text === '' ? 'no-unit' : found === 'several' ? 'ambiguous-unit' : 'unknown-unit')
  const keys = units.filter(({ name }) => shortName(name) === shortName(text)).map(({ key }) => key)
  const said = found === 'several' ? `${text}: ${keys.join(', ')}` : text
  faults.push({ row: line.at + 1, column: mapping.unit ?? mapping.full_name ?? 0, field: 'unit', code, text: said })
  return 0
}

/** Somebody who stands twice in a roster, by the number of the card or by name, unit and birth. The first of the two is left as it is. */
function twins(rows: RosterRow[], mapping: Mapping): Fault[] {
  const seen = new Map<string, RosterRow[]>()
  return rows.flatMap(row => {
    const { full_name, unit_id, card_number } = row
    const key = card_number === null ? `${keyOf(full_name)}|${unit_id}` : `card ${card_number}`
    const before = seen.get(key) ?? []
    seen.set(key, [...before, row])
    const twin = before.find(other => card_number !== null || isBornWith(other, row))
    if (!twin) return []
    const [field, code] = card_number === null ? (['full_name', 'person-twice'] as const) : (['card_number', 'card-twice'] as const)
    return [{ row: row.row, column: mapping[field] ?? mapping.family_name ?? 0, field, code, text: String(twin.row) }]
  })
}

/** On the same day, or, where one of the two days is not known, in the same year. */
function isBornWith(one: Birth, other: Birth): boolean {
  const yearOf = ({ birth_date, birth_year }: Birth) => birth_year ?? (birth_date === null ? null : Number(birth_date.slice(0, 4)))
  return one.birth_date !== null && other.birth_date !== null ? one.birth_date === other.birth_date : yearOf(one) === yearOf(other)
}

/** When nearly every line names a unit that is not below this one, the workbook is another's. */
function isOfAnotherUnit(lines: number, faults: Fault[]): boolean {
  return lines > 0 && faults.filter(({ code }) => code === 'unknown-unit').length > lines * 0.8
}

/** Columns whose content shows what they are: how much of it can be read. */
const telling: [Column, (cell: Cell, asked: RosterAsked) => boolean][] = [
  ['birth', (cell, { calendar, today }) => 'value' in readBirth(cell, calendar, today)],
  ['gender', cell => 'value' in readGender(cell.text)],
  ['kind', cell => 'value' in readKind(cell.text)],
  ['full_name', cell => cell.number === undefined && 'value' in readName(cell.text) && cell.text.includes(' ')],
]

/** Two tables side by side: only one of them would be read. */
function* tablesBeside({ asked: { header, mapping } }: Table): Iterable<Problem> {
  const name = keyOf(header.texts[mapping.full_name ?? mapping.family_name ?? -1] ?? '')
  if (name !== '' && header.texts.filter(text => keyOf(text) === name).length > 1) yield { code: 'two-tables', field: 'sheet' }
}

/** A header that stands one column beside what it speaks of: its column cannot be read, the next one can. */
function* slippedColumns(lines: Line[], { asked }: Table): Iterable<Problem> {
  const sample = lines.slice(0, 500)
  for (const [column, fits] of telling) {
    const at = asked.mapping[column]
    if (at === undefined || share(sample, at, fits, asked) >= 0.4) continue
    const beside = [at + 1, at - 1].find(other => other >= 0 && share(sample, other, fits, asked) >= 0.8)
    if (beside !== undefined)
      yield {
        code: 'slipped-column',
        field: `column-${column}`,
        values: { column: columnName(at), beside: columnName(beside), header: asked.header.texts[at] ?? '' },
      }
  }
}

/** How much of a column fits; a column with hardly anything in it fits in no way. */
function share(lines: Line[], at: number, fits: (cell: Cell, asked: RosterAsked) => boolean, asked: RosterAsked): number {
  const cells = lines.flatMap(({ cells }) => cells[at] ?? [])
  return cells.length < Math.max(2, lines.length / 4) ? 0 : cells.filter(cell => fits(cell, asked)).length / cells.length
}

/** Whether a line's telling cells can be read once all of them are looked for one column to the left or right. */
function hasSlipped(line: Line, { asked }: Table): boolean {
  const tried = telling.filter(([column]) => asked.mapping[column] !== undefined)
  return [1, -1].some(step => {
    const moved = tried.map(([column, fits]) => ({ cell: line.cells[asked.mapping[column]! + step], fits }))
    return moved.filter(({ cell, fits }) => cell && fits(cell, asked)).length >= Math.max(2, tried.length - 1)
  })
}

function slippedRow(line: Line, { asked: { mapping } }: Table): Fault {
  return { row: line.at + 1, column: mapping.full_name ?? mapping.family_name ?? 0, field: 'full_name', code: 'slipped-row', text: '' }
}

/** Numbers of cards that a sheet took for amounts have lost their first zeros: they get the length that the others have. */
function padCards(lines: Line[], { card_number }: Mapping): number {
  if (card_number === undefined) return 0
  const cells = lines.flatMap(({ cells }) => cells[card_number] ?? [])
  const lengths = cells.filter(({ number }) => number === undefined).map(({ text }) => text.replace(/[\s.-]/g, '').length)
  const usual = mostFrequent(lengths.length > 0 ? lengths : cells.map(({ text }) => text.length))
  const short = cells.filter(
    ({ number, text }) => number !== undefined && usual !== null && text.length < usual && text.length >= usual - 4,
  )
  for (const cell of short) cell.text = cell.text.padStart(usual!, '0')
  return short.length
}

function mostFrequent(numbers: number[]): number | null {
  const counts = Map.groupBy(numbers, n => n)
  return [...counts.entries()].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null
}
