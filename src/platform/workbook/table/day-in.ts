import { typedDay } from '../../../basis/shared/dates.ts'
import { type Cell, cleaned } from '../workbook.ts'
import { dayOfSerial } from './day-of-serial.ts'

/** The ISO day of a cell: one of the workbook's calendar, or as people write it. What is none stays as it is. */
export function dayIn(cell: Cell | undefined, calendar: 1900 | 1904): string {
  const day = cell?.is_date && cell.number !== undefined ? dayOfSerial(cell.number, calendar) : null
  return day ?? typedDay(cleaned(cell?.text ?? ''))
}
