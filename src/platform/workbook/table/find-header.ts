import { cleaned, type Row, type Sheet } from '../workbook.ts'

/**
 * Where a table begins: the header's texts by column (its lines joined by « / »), its last line as Excel counts, the
 * first row below it, and the titles above.
 */
export type Header = { texts: string[]; row: number; first: number; titles: string[] }

/** Which column of a sheet says what, by what whoever reads the list calls it. */
export type ColumnsOf = Record<string, number>

/**
 * What whoever reads lists knows of their headers. `begins`: whether a row may be the first line of several;
 * `isEnough`: whether these columns make a table.
 */
export type KnownHeaders = { proposed(texts: string[]): ColumnsOf; begins(row: Row): boolean; isEnough(columns: ColumnsOf): boolean }

const rows_searched = 40

/**
 * The header of a sheet: among its first rows, the one in which most columns are known, or two or three of them if
 * together they say more; null where none is enough.
 */
export function findHeader(sheet: Sheet, { proposed, begins, isEnough }: KnownHeaders): Header | null {
  const rows = sheet.rows.slice(0, rows_searched)
  const ways = [1, 2, 3].flatMap(lines =>
    rows
      .slice(lines - 1)
      .flatMap((row, i) => (lines === 1 || begins(rows[i] ?? row) ? [headerOf(sheet, i, rows.slice(i, i + lines))] : [])),
  )
  const sizeOf = (columns: ColumnsOf) => Object.keys(columns).length
  const best = ways.map(header => ({ header, columns: proposed(header.texts) })).sort((a, b) => sizeOf(b.columns) - sizeOf(a.columns))[0]
  return best && isEnough(best.columns) ? best.header : null
}

function headerOf({ rows, joined }: Sheet, at: number, lines: Row[]): Header {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const texts = Array.from({ length: width }, (_, column) => {
    const said = lines.map(row => textAt(row, column) || textOfJoined({ rows, joined }, row, column))
    return [...new Set(said.filter(text => text !== ''))].join(' / ')
  })
  const titles = rows.slice(0, at).flatMap(({ cells }) => cells.flatMap(cell => cell?.text ?? []))
  return { texts, row: lines.at(-1)!.at + 1, first: at + lines.length, titles }
}

function textAt({ cells }: Row, column: number): string {
  return cleaned(cells[column]?.text ?? '')
}

/** A header over several columns says the same of each. */
function textOfJoined({ rows, joined }: Pick<Sheet, 'rows' | 'joined'>, row: Row, column: number): string {
  const over = joined.find(({ from, to }) => from[0] === row.at && from[1] < column && to[1] >= column)
  return over ? textAt(rows.find(({ at }) => at === over.from[0])!, over.from[1]) : ''
}
