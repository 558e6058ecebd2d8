import { cleaned, type Row, type Sheet } from '../workbook.ts'
import type { Header } from './find-header.ts'

/**
 * A sheet as a page of columns shows it: its header and the first rows. `header` null: no table was found. `unseen` is
 * what a reader of the workbook does not see, or sees crossed out, and what is read nevertheless: so many rows below
 * the header, the columns that are hidden; and what is not read: parts of cells that are crossed out, rows with
 * something under joined cells.
 */
export type SheetLooked = {
  name: string
  rows: number
  header: { texts: string[]; row: number } | null
  sample: string[][]
  unseen?: Unseen
}
export type Unseen = { hidden: number; struck: number; struck_parts?: number; covered?: number; columns: number[] }

const sample_rows = 4

export function lookAtSheet(sheet: Sheet, header: Header | null): SheetLooked {
  const rows = header ? sheet.rows.slice(header.first) : []
  const width = header?.texts.length ?? 0
  return {
    name: sheet.name,
    rows: rows.length,
    header: header && { texts: header.texts, row: header.row },
    sample: rows.slice(0, sample_rows).map(({ cells }) => Array.from({ length: width }, (_, i) => cleaned(cells[i]?.text ?? ''))),
    ...(header && { unseen: unseenIn(sheet, rows, width) }),
  }
}

function unseenIn({ hidden_columns = [], covered = 0 }: Sheet, rows: Row[], width: number): Unseen {
  return {
    hidden: rows.filter(({ is_hidden }) => is_hidden).length,
    struck: rows.filter(({ cells }) => cells.some(cell => cell?.is_struck)).length,
    struck_parts: rows.filter(({ cells }) => cells.some(cell => cell?.has_struck)).length,
    covered,
    columns: hidden_columns.filter(column => column < width && rows.some(({ cells }) => cells[column])),
  }
}
