import { DITTO } from './tables.ts'

/** Of a table that is open: the column of the next cell, and in how many rows each column is still taken from above. */
type OpenTable = { column: number; taken: number[] }
/** Of a cell that is open: whether it has text, and whether a line ended behind that. */
type OpenCell = { is_empty: boolean; has_break: boolean; columns: number }

/** More columns or rows than that no cell goes over. */
const WIDEST = 50
/** Behind so many columns of a table its cells go on in the last one. */
const MOST_COLUMNS = 100
/** So many places the cells of a page take beyond their own; when they are spent, a cell takes one. */
const MOST_TAKEN = 50_000

/**
 * Writes the cells of tables as tabs and the rows as lines. A cell over several columns leaves those behind it empty,
 * one over several rows repeats itself by a mark; a line that only wraps the text of a cell is none.
 */
export function cellTracker(stand: (text: string) => void) {
  const tables: OpenTable[] = []
  const cells: (OpenCell | null)[] = []
  const spare = { places: MOST_TAKEN }
  const endLine = () => {
    const cell = cells.at(-1)
    if (!cell) stand('\n')
    else if (!cell.is_empty) cell.has_break = true
  }
  return {
    endLine,
    beginsText() {
      const cell = cells.at(-1)
      if (!cell) return
      if (cell.has_break) stand('\n')
      cell.has_break = false
      cell.is_empty = false
    },
    /** Whether the tag was one of a table. */
    opens(name: string, attributes: Record<string, string>): boolean {
      const table = tables.at(-1)
      if (name === 'table') {
        tables.push({ column: 0, taken: [] })
        cells.push(null)
        stand('\n')
      } else if (name === 'tr' && table) {
        cells[cells.length - 1] = null
        table.column = 0
        stand('\n')
      } else if ((name === 'td' || name === 'th') && table) cells[cells.length - 1] = openCell(table, spanIn(attributes, spare), stand)
      else return false
      return true
    },
    closes(name: string): boolean {
      const [cell, table] = [cells.at(-1), tables.at(-1)]
      if ((name === 'td' || name === 'th') && cell) {
        stand('\t'.repeat(Math.max(0, cell.columns - 1)))
        cells[cells.length - 1] = null
      } else if (name === 'table' && tables.length > 0) {
        tables.pop()
        cells.pop()
        stand('\n\n')
      } else if (name === 'tr' && table) repeatAbove(table, table.taken.length, stand)
      else return false
      return true
    },
  }
}

type Spanned = { columns: number; rows: number }

function openCell(table: OpenTable, { columns: asked, rows }: Spanned, stand: (text: string) => void): OpenCell {
  repeatAbove(table, table.column, stand)
  const columns = Math.min(asked, MOST_COLUMNS - table.column)
  if (table.column > 0) stand(columns > 0 ? '\t' : ' ')
  for (let i = 0; i < columns; i++) table.taken[table.column + i] = rows - 1
  table.column += columns
  return { is_empty: true, has_break: false, columns }
}

/** Marks the columns that a cell above still takes, up to the first that is free behind `least`. */
function repeatAbove(table: OpenTable, least: number, stand: (text: string) => void): void {
  for (; table.column < least || (table.taken[table.column] ?? 0) > 0; table.column++) {
    const is_taken = (table.taken[table.column] ?? 0) > 0
    stand(`${table.column > 0 ? '\t' : ''}${is_taken ? DITTO : ''}`)
    if (is_taken) table.taken[table.column]!--
  }
}

function spanIn({ colspan, rowspan }: Record<string, string>, spare: { places: number }): Spanned {
  const [columns, rows] = [spanOf(colspan), spanOf(rowspan)]
  const more = columns * rows - 1
  if (more > spare.places) return { columns: 1, rows: 1 }
  spare.places -= more
  return { columns, rows }
}

function spanOf(said: string | undefined): number {
  const span = Number.parseInt(said ?? '1', 10)
  return span >= 1 ? Math.min(span, WIDEST) : 1
}
