import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Cell, cleaned, dayOfSerial, type Header, type Row, readWorkbook, type Sheet } from '../../../platform/workbook/index.ts'
import { typedMonth, typedQuantity, type ValueLine } from '../indicator.ts'
import type { IndicatorCode } from '../problem-words.ts'
import { headerOfValues, proposedValueColumns, type ValueColumn, valueColumnOf } from './columns.ts'

/** Reads the first table of values in a workbook or a CSV. Refusals: those of reading, no-table. */
export function readValues(bytes: Uint8Array): Outcome<ValueLine[], IndicatorCode> {
  const read = readWorkbook(bytes, valueColumnOf)
  if (!read.ok) return read
  const { sheets, calendar } = read.value
  const found = sheets.map(sheet => ({ sheet, header: headerOfValues(sheet) })).find(({ header }) => header !== null)
  if (!found) return refused({ code: 'no-table', field: 'file' })
  return done(linesOf(found.sheet, found.header!, calendar))
}

function linesOf(sheet: Sheet, header: Header, calendar: 1900 | 1904): ValueLine[] {
  const columns = proposedValueColumns(header.texts)
  const cellOf = ({ cells }: Row, column: ValueColumn): Cell | undefined => cells[columns[column] ?? -1]
  return sheet.rows.slice(header.first).flatMap(row => {
    const textOf = (column: ValueColumn) => cleaned(cellOf(row, column)?.text ?? '')
    if (['indicator', 'place', 'month', 'quantity'].every(column => textOf(column as ValueColumn) === '')) return []
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
