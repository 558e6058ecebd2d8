import { done, type Outcome, refused } from '../../../../basis/shared/outcome.ts'
import { keyOf } from '../../../../basis/shared/vietnamese.ts'
import {
  type Cell,
  cleaned,
  dayIn,
  type Header,
  type Marking,
  markWorkbook,
  type Row,
  readWorkbook,
} from '../../../../platform/workbook/index.ts'
import { quantityIn } from '../giving.ts'
import type { ContributionCode } from '../problem-words.ts'
import { type GiftColumn, type GiftColumns, gift_columns, gift_headings } from './columns.ts'

/**
 * One row as the file says it, each cell as text; a day as an ISO day where it is one. `row` counts as Excel does.
 * `faults`: cells in which there is nothing to read.
 */
export type GiftLine = Record<GiftColumn, string> & { row: number; amount: number | null; faults: CellFault[] }
export type CellFault = { column: GiftColumn; code: 'error-value' | 'no-value'; said: string }

/** The first table of gifts in a file, and where it stands there. */
export type GiftsRead = { lines: GiftLine[]; sheet: number; header: Pick<Header, 'texts' | 'row'>; columns: GiftColumns }

export type GiftTask = { task: 'read'; bytes: Uint8Array } | { task: 'mark'; bytes: Uint8Array; marking: Marking }
export type GiftAnswers = { read: Outcome<GiftsRead, ContributionCode>; mark: Outcome<Uint8Array, ContributionCode> }

export function answerGiftTask(task: GiftTask): GiftAnswers[GiftTask['task']] {
  if (task.task === 'read') return readGifts(task.bytes)
  return markWorkbook(task.bytes, task.marking, gift_headings.columnOf)
}

/** Reads the first table of gifts in a workbook or a CSV. Refusals: those of reading, no-table. */
export function readGifts(bytes: Uint8Array): Outcome<GiftsRead, ContributionCode> {
  const read = readWorkbook(bytes, gift_headings.columnOf)
  if (!read.ok) return read
  const { sheets, calendar } = read.value
  const table = gift_headings.firstTable(sheets)
  if (!table) return refused({ code: 'no-table', field: 'file' })
  const { at, sheet, header, columns } = table
  const rows = sheet.rows.slice(header.first).filter(row => isGift(row, { header, columns }))
  return done({
    lines: rows.map(row => lineOf(row, columns, calendar)),
    sheet: at,
    header: { texts: header.texts, row: header.row },
    columns,
  })
}

/** Not blank, not the header again, not the numbers below it, not a sum. */
function isGift({ cells }: Row, { header, columns }: { header: Header; columns: GiftColumns }): boolean {
  const said = cells.flatMap(cell => (cell && cleaned(cell.text) !== '' ? [cleaned(cell.text)] : []))
  const is_numbering = said.length > 1 && said.every((text, i) => text === String(i + 1) || text === `(${i + 1})`)
  const is_sum = /^(tong|tong so|tong cong|cong)$/.test(keyOf(said.find(text => !/^[\d.,]+$/.test(text)) ?? ''))
  const says = gift_columns.some(column => cleaned(cells[columns[column] ?? -1]?.text ?? '') !== '')
  return says && !said.every(text => header.texts.includes(text)) && !is_numbering && !is_sum
}

function lineOf({ at, cells }: Row, columns: GiftColumns, calendar: 1900 | 1904): GiftLine {
  const cellOf = (column: GiftColumn): Cell | undefined => cells[columns[column] ?? -1]
  const texts = Object.fromEntries(gift_columns.map(column => [column, cleaned(cellOf(column)?.text ?? '')])) as Record<GiftColumn, string>
  const faults = gift_columns.flatMap(column => {
    const { fault, text = '' } = cellOf(column) ?? {}
    return fault ? [{ column, code: fault, said: text }] : []
  })
  return { ...texts, row: at + 1, given_on: dayIn(cellOf('given_on'), calendar), amount: amountIn(cellOf('quantity')), faults }
}

/** A number of the workbook is itself; a text is read as people write numbers here. */
function amountIn(cell: Cell | undefined): number | null {
  if (cell?.number === undefined || cell.is_date) return quantityIn(cleaned(cell?.text ?? ''))
  return quantityIn(String(cell.number).replace('.', ','))
}
