import { isDay } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Cell, cleaned, dayIn, fillJoined, type Header, type Row, type Sheet } from '../../../platform/workbook/index.ts'
import type { ListCode, UnitCode } from '../problem-words.ts'
import type { Kind } from '../reads/list-kinds.ts'
import { type ListColumn, type ListMapping, list_columns } from './columns.ts'

/** A unit as a row of a list says it. `row` counts as Excel does, from 1; what the list does not say is null. */
export type ListedUnit = {
  row: number
  name: string
  unit_kind: string
  parent: string | null
  from: string | null
  code: string | null
  key: string | null
  place: string | null
}

/** What is wrong with a cell; `column` counts from 0. */
export type ListFault<Code extends UnitCode = UnitCode> = Problem<Code> & { row: number; column: number }

export type UnitsRead = { units: ListedUnit[]; faults: ListFault<ListCode>[] }
export type ListAsked = { sheet: Sheet; header: Header; mapping: ListMapping; kinds: readonly Kind[]; calendar: 1900 | 1904 }

/**
 * Reads the table below a header. Faults: those of a cell (error-value, no-value), no-name-in-row, not-a-day,
 * no-kind-in-row, unknown-kind-in-row.
 */
export function readUnits({ sheet, header, mapping, kinds, calendar }: ListAsked): UnitsRead {
  fillJoined(sheet, mapping.parent)
  const named = kindsByName(kinds)
  const read = sheet.rows
    .slice(header.first)
    .filter(row => isUnit(row, { header, mapping }))
    .map(row => readRow(row, { mapping, named, calendar }))
  // One whose day or kind cannot be read is laid beside the register all the same: all that is wrong is said at once.
  return { units: read.flatMap(({ unit }) => (unit.name === '' ? [] : [unit])), faults: read.flatMap(({ faults }) => faults) }
}

/**
 * Not blank, not the numbers below a header, not the header again, not a sum, and something in a column that is read.
 */
function isUnit({ cells }: Row, { header, mapping }: Pick<ListAsked, 'header' | 'mapping'>): boolean {
  const said = cells.flatMap(cell => (cell ? [cleaned(cell.text)] : []))
  const is_header = said.every(text => header.texts.includes(text))
  const is_numbering = said.length > 1 && said.every((text, i) => /^\(?\d{1,2}\)?$/.test(text) && (i === 0 || said[i - 1] !== text))
  const is_sum = /^(tong|tong so|tong cong|cong)\b/.test(keyOf(said.find(text => !/^\d+$/.test(text)) ?? ''))
  return list_columns.some(column => cells[mapping[column] ?? -1]) && !is_header && !is_numbering && !is_sum
}

type Reading = { mapping: ListMapping; named: ReadonlyMap<string, string>; calendar: 1900 | 1904 }

function readRow({ at, cells }: Row, { mapping, named, calendar }: Reading): { unit: ListedUnit; faults: ListFault<ListCode>[] } {
  const row = at + 1
  const faults: ListFault<ListCode>[] = []
  const amiss = (column: ListColumn, code: ListCode, said = '') =>
    faults.push({ code, row, column: mapping[column] ?? mapping.name!, values: { said } })
  const cellOf = (column: ListColumn): Cell | undefined => cells[mapping[column] ?? -1]
  const textOf = (column: ListColumn): string | null => {
    const cell = cellOf(column)
    if (cell?.fault) amiss(column, cell.fault, cell.text)
    return cleaned(cell?.text ?? '') || null
  }
  const name = textOf('name') ?? ''
  if (name === '') amiss('name', 'no-name-in-row')
  const said_kind = textOf('unit_kind')
  const unit_kind = said_kind === null ? kindOfName(name) : (named.get(keyOf(said_kind)) ?? null)
  if (unit_kind === null && name !== '')
    amiss('unit_kind', said_kind === null ? 'no-kind-in-row' : 'unknown-kind-in-row', said_kind ?? name)
  const from = dayIn(cellOf('from'), calendar) || null
  if (from !== null && !isDay(from)) amiss('from', 'not-a-day', from)
  const unit = {
    row,
    name,
    unit_kind: unit_kind ?? '',
    from: from !== null && isDay(from) ? from : null,
    parent: textOf('parent'),
    code: textOf('code'),
    key: textOf('key'),
    place: textOf('place'),
  }
  return { unit, faults }
}

/** Kinds by their code and by what they are called in either language. */
function kindsByName(kinds: readonly Kind[]): Map<string, string> {
  return new Map(
    kinds.flatMap(({ unit_kind, name_vi, name_en }) => [unit_kind, name_vi, name_en].map(name => [keyOf(name), unit_kind] as const)),
  )
}

/** «Chi bộ thôn 1» is a cell, «Đảng bộ xã A» and «Chi bộ cơ sở B» are base organisations: their names say so. */
function kindOfName(name: string): string | null {
  const key = keyOf(name)
  if (/^(dang bo|dang uy|chi bo co so)\b/.test(key)) return 'base-organisation'
  return /^chi bo\b/.test(key) ? 'cell' : null
}
