import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import {
  type Cell,
  cleaned,
  dayIn,
  type Header,
  type Marking,
  markWorkbook,
  type Row,
  readWorkbook,
} from '../../../platform/workbook/index.ts'
import { type AwardFault, type AwardLine, most_lines, type TablePlace } from './award-list.ts'
import { type AwardColumn, award_columns, award_headings, needed_columns } from './columns.ts'
import type { AwardListCode } from './problem-words.ts'

export type AwardsRead = { place: TablePlace; lines: AwardLine[]; faults: AwardFault[] }
export type ReadTask = { task: 'read'; bytes: Uint8Array }
export type MarkTask = { task: 'mark'; bytes: Uint8Array; marking: Marking }
export type AwardTask = ReadTask | MarkTask
export type AwardAnswers = { read: Outcome<AwardsRead, AwardListCode>; mark: Outcome<Uint8Array, AwardListCode> }

export function answerAwardTask(task: AwardTask): AwardAnswers[keyof AwardAnswers] {
  if (task.task === 'read') return readAwards(task.bytes)
  return markWorkbook(task.bytes, task.marking, award_headings.columnOf)
}

/**
 * Reads the first list of recognitions in a workbook or a table of text. Refusals: those of reading, no-award-table,
 * columns-lacking, nothing-listed, too-many-lines. Faults: error-value, no-value.
 */
export function readAwards(bytes: Uint8Array): Outcome<AwardsRead, AwardListCode> {
  const read = readWorkbook(bytes, award_headings.columnOf)
  if (!read.ok) return read
  const { sheets, calendar } = read.value
  const table = award_headings.firstTable(sheets)
  if (!table) return refused({ code: 'no-award-table', field: 'file' })
  const { at, sheet, header, columns } = table
  const lacking = needed_columns.filter(column => columns[column] === undefined)
  if (lacking.length > 0) return refused({ code: 'columns-lacking', field: 'file', values: { columns: lacking.join(' ') } })
  const rows = rowsOf(sheet.rows.slice(header.first), header, columns)
  if (rows.length === 0) return refused({ code: 'nothing-listed', field: 'file' })
  if (rows.length > most_lines) return refused({ code: 'too-many-lines', field: 'file', limit: most_lines })
  const lines = rows.map(row => lineOf(row, columns, calendar))
  const faults = rows.flatMap(row => faultsOf(row, columns))
  return done({ place: { sheet: at, header: { texts: header.texts, row: header.row }, columns }, lines, faults })
}

type Columns = TablePlace['columns']

/** What has something in a column that is read: no blank row, no numbering of columns, no header once more, no sum. */
function rowsOf(rows: readonly Row[], header: Header, columns: Columns): Row[] {
  return rows.filter(({ cells }) => {
    const said = award_columns.flatMap(column => cleaned(cells[columns[column] ?? -1]?.text ?? '') || [])
    const is_numbering = said.length > 1 && said.every(text => /^\(?\d{1,2}\)?$/.test(text))
    return said.length > 1 && !is_numbering && !said.every(text => header.texts.includes(text))
  })
}

function lineOf({ at, cells }: Row, columns: Columns, calendar: 1900 | 1904): AwardLine {
  const cellOf = (column: AwardColumn) => cells[columns[column] ?? -1]
  const said = award_columns.map(column => [column, cleaned(cellOf(column)?.text ?? '')] as const)
  return { ...(Object.fromEntries(said) as Record<AwardColumn, string>), row: at + 1, signed_on: signedIn(cellOf('signed_on'), calendar) }
}

/** Of a day whose format lacks the day or the year, what is seen: it is no day of a decision. */
function signedIn(cell: Cell | undefined, calendar: 1900 | 1904): string {
  return cell?.lacks ? cleaned(cell.text) : dayIn(cell, calendar)
}

function faultsOf({ at, cells }: Row, columns: Columns): AwardFault[] {
  return award_columns.flatMap(column => {
    const place = columns[column]
    const cell = place === undefined ? undefined : cells[place]
    return cell?.fault ? [{ code: cell.fault, row: at + 1, column: place!, values: { said: cell.text } }] : []
  })
}
