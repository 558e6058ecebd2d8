import type { Problem } from '../../../basis/shared/outcome.ts'
import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Cell, cleaned, type Header, type Sheet } from '../../../platform/workbook/index.ts'
import type { FaultCode, RosterCode } from '../problem-words.ts'
import { givenNamesBeside, hasSlipped, monthsFirst, notedAsLeft, onlyNames, slippedColumns, slippedRow, tablesBeside } from './amiss.ts'
import type { Column, Mapping } from './columns.ts'
import { dataRows } from './lines.ts'
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
import { type Line, shortName, Table, unitNamed } from './table.ts'

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
export type Fault = { row: number; column: number; field: string; code: FaultCode; text: string }

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
export type RosterRead = { rows: RosterRow[]; faults: Fault[]; problems: Problem<RosterCode>[]; padded: number }

/**
 * Reads the table below a header. Problems are of the whole (another unit's workbook, a column that has slipped);
 * faults are of a cell.
 */
export function readRoster(asked: RosterAsked): RosterRead {
  const table = new Table(asked)
  const { lines, faults } = dataRows(table)
  const padded = padCards(lines, asked.mapping)
  const problems = [...tablesBeside(table), ...givenNamesBeside(lines, table), ...slippedColumns(lines, table)]
  if (problems.length > 0) return { rows: [], faults: [], problems, padded }
  const rows: RosterRow[] = []
  for (const line of lines) {
    const read = readLine(line, table)
    if (read.faults.length === 0) rows.push(read.row)
    else faults.push(...(hasSlipped(line, table) ? [slippedRow(line, table)] : read.faults))
  }
  const turned = monthsFirst(lines, table)
  // A column that has the month first says so of each day; that one of them does not exist is no more than its sign.
  const others = faults.splice(0).filter(fault => !turned.some(({ row, column }) => row === fault.row && column === fault.column))
  faults.push(
    ...others,
    ...twins(rows, asked.mapping),
    ...inTwoUnits(rows, asked.mapping),
    ...turned,
    ...notedAsLeft(lines, table),
    ...onlyNames(lines, table),
  )
  if (lines.length === 0) problems.push({ code: 'no-rows', field: 'sheet' })
  if (asked.units.length > 1 && isOfAnotherUnit(lines.length, faults))
    problems.push({ code: 'another-unit', field: 'file', values: { unit: faults.find(({ code }) => code === 'unknown-unit')!.text } })
  return { rows, faults: problems.length > 0 ? [] : faults, problems, padded }
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
    faults.push({
      row: at,
      column: table.asked.mapping[column]!,
      field: column,
      code: found.code,
      text: ('said' in found && found.said) || cell.text,
    })
    return null
  }
  const row: RosterRow = {
    row: at,
    full_name: nameOf(line, table, faults),
    ...birthOf(line, table, take, faults),
    gender: genderOf(line, table, take, faults),
    ethnicity: take('ethnicity', cell => readEthnicity(cell.text)),
    unit_id: unitOf(line, table, faults),
    kind: take('kind', cell => readKind(cell.text)) ?? line.kind,
    card_number: take('card_number', readCard),
  }
  return { row, faults }
}

function nameOf(line: Line, table: Table, faults: Fault[]): string {
  const { mapping } = table.asked
  const column = mapping.full_name ?? mapping.family_name!
  const text =
    'full_name' in mapping ? table.text(line, 'full_name') : `${table.text(line, 'family_name')} ${table.text(line, 'given_name')}`.trim()
  const fault = table.cell(line, 'full_name')?.fault
  const read: Read<string> = fault
    ? { code: fault }
    : text === ''
      ? { code: 'no-name' }
      : readName(table.is_formal ? text.replace(/^ông\s+/iu, '') : text)
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

/**
 * Somebody who stands twice in a roster, by the number of the card or by name, unit and birth. The first of the two is
 * left as it is.
 */
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

/**
 * Somebody of one name and one day of birth on lines of two units: two people only where each has a card of their own.
 */
function inTwoUnits(rows: RosterRow[], mapping: Mapping): Fault[] {
  const seen = new Map<string, RosterRow[]>()
  return rows.flatMap(row => {
    if (row.birth_date === null) return []
    const key = `${keyOf(row.full_name)}|${row.birth_date}`
    const before = seen.get(key) ?? []
    seen.set(key, [...before, row])
    const other = before.find(({ unit_id, card_number }) => unit_id !== row.unit_id && (card_number === null || row.card_number === null))
    if (!other) return []
    const column = mapping.full_name ?? mapping.family_name ?? 0
    return [{ row: row.row, column, field: 'full_name', code: 'person-in-two-units', text: String(other.row) }]
  })
}

/** On the same day, or, where one of the two days is not known, in the same year. */
function isBornWith(one: Birth, other: Birth): boolean {
  const yearOf = ({ birth_date, birth_year }: Birth) => birth_year ?? (birth_date === null ? null : Number(birth_date.slice(0, 4)))
  return one.birth_date !== null && other.birth_date !== null ? one.birth_date === other.birth_date : yearOf(one) === yearOf(other)
}

/**
 * When nearly every line names a unit that is not below this one, the workbook is another's; under a unit that has none
 * below it yet, its cells are still to be founded.
 */
function isOfAnotherUnit(lines: number, faults: Fault[]): boolean {
  return lines > 0 && faults.filter(({ code }) => code === 'unknown-unit').length > lines * 0.8
}

/**
 * Numbers of cards that a sheet took for amounts have lost their first zeros: they get the length of those that are
 * text, or are shown by a format of digits.
 */
function padCards(lines: Line[], { card_number }: Mapping): number {
  if (card_number === undefined) return 0
  const cells = lines
    .flatMap(({ cells }) => cells[card_number] ?? [])
    .filter(({ number }) => number === undefined || Number.isSafeInteger(number))
  const [bare, shown] = [cells.filter(isBareNumber), cells.filter(cell => !isBareNumber(cell))]
  const lengths = (shown.length > 0 ? shown : bare).map(({ text }) => text.replace(/[\s.-]/g, '').length)
  const usual = mostFrequent(lengths)
  const short = bare.filter(({ text }) => usual !== null && text.length < usual && text.length >= usual - 4)
  for (const cell of short) cell.text = cell.text.padStart(usual!, '0')
  return short.length
}

function isBareNumber({ text, number }: Cell): boolean {
  return number !== undefined && text === String(number)
}

function mostFrequent(numbers: number[]): number | null {
  const counts = Map.groupBy(numbers, n => n)
  return [...counts.entries()].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null
}
