import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Command, type EditorState, type Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from '../doc/schema.ts'

/*
 * Tables of a body are even and merge no cells: rows are rows of running text, the first one is the head. So a change
 * of one makes it anew from its cells.
 */

type Place = { table: Node; at: number; row: number; column: number }

/** Where the cursor stands in a table; null outside. */
export function placeIn($pos: ResolvedPos): Place | null {
  if ($pos.depth < 3 || $pos.node(1).type.name !== 'table') return null
  return { table: $pos.node(1), at: $pos.before(1), row: $pos.index(1), column: $pos.index(2) }
}

export function isInTable({ selection }: EditorState): boolean {
  return placeIn(selection.$from) !== null
}

type Cells = Node[][]
const empty = (): Node => schema.node('cell')

/** The table with its cells changed, the cursor in one of them; null of `change` says that it cannot be. */
function changeTable(change: (cells: Cells, place: Place) => { cells: Cells; row: number; column: number } | null): Command {
  return (state, dispatch) => {
    const place = placeIn(state.selection.$from)
    const changed = place && change(cellsOf(place.table), place)
    if (!place || !changed) return false
    const tr = state.tr.replaceWith(place.at, place.at + place.table.nodeSize, tableOf(changed.cells))
    dispatch?.(tr.setSelection(cursorIn(tr.doc, place.at, changed.row, changed.column)).scrollIntoView())
    return true
  }
}

function cellsOf(table: Node): Cells {
  return table.children.map(row => [...row.children])
}

function tableOf(cells: Cells): Node {
  const rows = cells.map((row, i) => row.map(({ content }) => schema.node(i === 0 ? 'head_cell' : 'cell', null, content)))
  return schema.node(
    'table',
    null,
    rows.map(row => schema.node('row', null, row)),
  )
}

function cursorIn(doc: Node, at: number, row: number, column: number): Selection {
  const $table = doc.resolve(at + 1)
  const $row = doc.resolve($table.posAtIndex(row) + 1)
  return TextSelection.near(doc.resolve($row.posAtIndex(column) + 1))
}

const addRow = changeTable((cells, { row, column }) => ({
  cells: cells.toSpliced(row + 1, 0, cells[0]!.map(empty)),
  ...{ row: row + 1, column },
}))

const addColumn = changeTable((cells, { row, column }) => ({
  cells: cells.map(line => line.toSpliced(column + 1, 0, empty())),
  ...{ row, column: column + 1 },
}))

/** The head goes with the whole table alone. */
const dropRow = changeTable((cells, { row, column }) =>
  row === 0 ? null : { cells: cells.toSpliced(row, 1), row: Math.min(row, cells.length - 2), column },
)

const dropColumn = changeTable((cells, { row, column }) =>
  cells[0]!.length === 1
    ? null
    : { cells: cells.map(line => line.toSpliced(column, 1)), row, column: Math.min(column, cells[0]!.length - 2) },
)

const dropTable: Command = (state, dispatch) => {
  const place = placeIn(state.selection.$from)
  if (!place) return false
  const tr = state.tr.replaceWith(place.at, place.at + place.table.nodeSize, schema.node('paragraph'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, place.at + 1)))
  return true
}

export const of_table = { addRow, addColumn, dropRow, dropColumn, dropTable }

export const newTable = (): Node =>
  tableOf([
    [empty(), empty()],
    [empty(), empty()],
  ])

/** The next cell; behind the last one a new row. */
export const nextCell: Command = (state, dispatch) => {
  const place = placeIn(state.selection.$from)
  if (!place) return false
  const { table, at, row, column } = place
  const columns = table.child(row).childCount
  if (column + 1 < columns) return goTo(state, dispatch, at, row, column + 1)
  if (row + 1 < table.childCount) return goTo(state, dispatch, at, row + 1, 0)
  return changeTable(cells => ({ cells: [...cells, cells[0]!.map(empty)], row: row + 1, column: 0 }))(state, dispatch)
}

export const cellBefore: Command = (state, dispatch) => {
  const place = placeIn(state.selection.$from)
  if (!place) return false
  const { table, at, row, column } = place
  if (column > 0) return goTo(state, dispatch, at, row, column - 1)
  return row === 0 || goTo(state, dispatch, at, row - 1, table.child(row - 1).childCount - 1)
}

function goTo(state: EditorState, dispatch: Parameters<Command>[1], at: number, row: number, column: number): boolean {
  dispatch?.(state.tr.setSelection(cursorIn(state.doc, at, row, column)).scrollIntoView())
  return true
}

/** Tables whose rows are of one length and whose first row is the head, after a paste or a deletion across cells. */
export function evenTables({ doc, tr }: EditorState): Transaction | null {
  doc.forEach((table, at) => {
    if (table.type.name !== 'table') return
    const cells = cellsOf(table)
    const most = Math.max(...cells.map(row => row.length))
    const even = tableOf(cells.map(row => [...row, ...Array.from({ length: most - row.length }, empty)]))
    if (!even.eq(table)) tr.replaceWith(tr.mapping.map(at), tr.mapping.map(at + table.nodeSize), even)
  })
  return tr.docChanged ? tr : null
}
