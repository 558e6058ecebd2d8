import { keyOf } from '../../../basis/shared/vietnamese.ts'
import type { Sheet } from '../workbook.ts'
import { type ColumnsOf, findHeader, type Header } from './find-header.ts'

/** Which column of a sheet says what; columns count from 0. */
export type Columns<C extends string> = Partial<Record<C, number>>

/** A table of a workbook: in which sheet, below which header, and which column says what. */
export type TableFound<C extends string> = { at: number; sheet: Sheet; header: Header; columns: Columns<C> & ColumnsOf }

export type Headings<C extends string> = {
  /** What a heading says, or null. */
  columnOf(heading: string): C | null
  /** Which column says what; of two that say the same the first. */
  columnsOf(texts: readonly string[]): Columns<C> & ColumnsOf
  /** The header of a sheet that is not hidden; null where it has none. */
  headerOf(sheet: Sheet): Header | null
  /** The first sheet with such a table. */
  firstTable(sheets: readonly Sheet[]): TableFound<C> | null
}

/**
 * Whether these columns make a table; and a column that a title above the table may seem to name, so that no header
 * begins with it alone.
 */
type Known<C extends string> = { isEnough(columns: Columns<C>): boolean; in_titles?: C }

/** By which words the headings of a list are known, in letters without marks; the first that fits holds. */
export function headings<C extends string>(known: readonly [C, RegExp][], { isEnough, in_titles }: Known<C>): Headings<C> {
  const columnOf = (heading: string): C | null => {
    const key = keyOf(heading)
    return known.find(([, words]) => words.test(key))?.[0] ?? null
  }
  const columnsOf = (texts: readonly string[]) => {
    const columns = new Map<C, number>()
    for (const [at, text] of texts.entries()) {
      const column = columnOf(text)
      if (column !== null && !columns.has(column)) columns.set(column, at)
    }
    return Object.fromEntries(columns) as Columns<C> & ColumnsOf
  }
  const isHeading = (text: string) => ![null, in_titles].includes(columnOf(text))
  const headerOf = (sheet: Sheet) => {
    if (sheet.is_hidden) return null
    const begins = ({ cells }: Sheet['rows'][number]) => cells.some(cell => cell && isHeading(cell.text))
    return findHeader(sheet, { proposed: columnsOf, begins, isEnough: columns => isEnough(columns as Columns<C>) })
  }
  const firstTable = (sheets: readonly Sheet[]) => {
    for (const [at, sheet] of sheets.entries()) {
      const header = headerOf(sheet)
      if (header) return { at, sheet, header, columns: columnsOf(header.texts) }
    }
    return null
  }
  return { columnOf, columnsOf, headerOf, firstTable }
}
