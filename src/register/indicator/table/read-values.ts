import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Cell, type Columns, cleaned, dayOfSerial, type Row, readWorkbook } from '../../../platform/workbook/index.ts'
import { typedMonth, typedQuantity, type ValueLine } from '../indicator.ts'
import type { IndicatorCode } from '../problem-words.ts'
import { needed_columns, type ValueColumn, value_headings } from './columns.ts'

/** Reads the first table of values in a workbook or a CSV. Refusals: those of reading, no-table. */
export function readValues(bytes: Uint8Array): Outcome<ValueLine[], IndicatorCode> {
  const read = readWorkbook(bytes, value_headings.columnOf)
  if (!read.ok) return read
  const { sheets, calendar } = read.value
  const table = value_headings.firstTable(sheets)
  if (!table) return refused({ code: 'no-table', field: 'file' })
  const { sheet, header, columns } = table
  return done(linesOf(sheet.rows.slice(header.first), columns, calendar))
}

function linesOf(rows: readonly Row[], columns: Columns<ValueColumn>, calendar: 1900 | 1904): ValueLine[] {
  const cellOf = ({ cells }: Row, column: ValueColumn): Cell | undefined => cells[columns[column] ?? -1]
  return rows.flatMap(row => {
    const textOf = (column: ValueColumn) => cleaned(cellOf(row, column)?.text ?? '')
    if (needed_columns.every(column => textOf(column) === '')) return []
    return {
      ...{
        row: row.at + 1,
        indicator: textOf('indicator'),
        place: textOf('place'),
        measure: textOf('measure'),
        note: textOf('note').slice(0, 500),
      },
      month: monthIn(cellOf(row, 'month'), calendar),
      quantity: quantityIn(cellOf(row, 'quantity')),
    }
  })
}

/** A day of the calendar stands for its month; what is no month stays as it was written. */
function monthIn(cell: Cell | undefined, calendar: 1900 | 1904): string {
  if (cell?.is_date && cell.number !== undefined) return dayOfSerial(cell.number, calendar)?.slice(0, 7) ?? cell.text
  const said = cleaned(cell?.text ?? '')
  return typedMonth(said) ?? said
}

function quantityIn(cell: Cell | undefined): string {
  if (cell?.number !== undefined && cell.number >= 0 && !cell.fault) return String(cell.number)
  const said = cleaned(cell?.text ?? '')
  return typedQuantity(said) ?? said
}
