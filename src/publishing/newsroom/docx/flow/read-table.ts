import { childOf, type Element, elementsOf, switchOf, valOf, wordsIn } from '../parts/tree.ts'
import type { CellFlow, Flow, TableFlow } from './flow.ts'
import { paragraphsIn, textOfPieces } from './flow.ts'
import { readFlows } from './read-flows.ts'
import type { Story } from './story.ts'

const most_columns = 1000

/**
 * A table as it is seen: rows that were deleted are out, and a cell over several rows or columns stands once, with all
 * that is written under it.
 */
export function readTable(table: Element, story: Story): TableFlow[] {
  const rows = [...partsOf(table, 'tr')].filter(row => !isDeleted(row, story))
  const cells = joinedDown(rows.map(row => readRow(row, story)))
  const columns = Math.max(0, ...cells.flat().map(({ column, columns }) => column + columns))
  if (columns === 0) return []
  const head_rows = rows.findIndex(row => switchOf(childOf(row, 'trPr'), 'tblHeader') !== true)
  return [
    {
      kind: 'table',
      columns,
      head_rows: head_rows < 0 ? rows.length : head_rows,
      rows: cells.map(row => row.map(({ goes_on: _, ...cell }) => cell)),
    },
  ]
}

/** Rows of a table, cells of a row: a control or a change may stand around them. */
function* partsOf(element: Element, name: string): Generator<Element> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child
    else if (!/Pr$|^(tbl|p|del|moveFrom)$/.test(child.name)) yield* partsOf(child, name)
  }
}

function isDeleted(row: Element, story: Story): boolean {
  const properties = childOf(row, 'trPr')
  const is_deleted = childOf(properties, 'del') !== undefined || childOf(properties, 'moveFrom') !== undefined
  const is_hidden = switchOf(properties, 'hidden') === true
  if (is_deleted) story.tell('deleted-row', wordsIn(row) + wordsIn(row, 'delText'))
  else if (is_hidden) story.tell('hidden-text', wordsIn(row))
  return is_deleted || is_hidden
}

type Cell = CellFlow & { goes_on: boolean }

function readRow(row: Element, story: Story): Cell[] {
  const cells: Cell[] = []
  let column = numberOf(valOf(childOf(row, 'trPr'), 'gridBefore'), 0)
  for (const element of partsOf(row, 'tc')) {
    const properties = childOf(element, 'tcPr')
    if (childOf(properties, 'cellDel')) {
      story.tell('deleted-text', wordsIn(element) + wordsIn(element, 'delText'))
      continue
    }
    const flows = readFlows(element, story)
    const columns = Math.max(1, numberOf(valOf(properties, 'gridSpan'), 1))
    const before = cells.at(-1)
    const joins = valOf(properties, 'hMerge')
    if (before && joins !== undefined && joins !== 'restart') {
      before.columns += columns
      before.flows.push(...written(flows))
    } else {
      const goes_on = valOf(properties, 'vMerge')
      cells.push({ column, columns, rows: 1, flows, goes_on: goes_on !== undefined && goes_on !== 'restart' })
    }
    column += columns
  }
  return cells.filter(cell => cell.column + cell.columns <= most_columns)
}

/** Cells that go on from above, into the one that they go on from. */
function joinedDown(rows: Cell[][]): Cell[][] {
  let above = new Map<number, Cell>()
  return rows.map(row => {
    const below = new Map<number, Cell>()
    const kept = row.filter(cell => {
      const upper = cell.goes_on ? above.get(cell.column) : undefined
      below.set(cell.column, upper ?? cell)
      if (!upper) return true
      upper.rows++
      upper.flows.push(...written(cell.flows))
      return false
    })
    above = below
    return kept
  })
}

function written(flows: Flow[]): Flow[] {
  return [...paragraphsIn(flows)].some(({ pieces }) => pieces.some(piece => !('text' in piece)) || textOfPieces(pieces).trim() !== '')
    ? flows
    : []
}

function numberOf(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isInteger(number) && number >= 0 && number <= most_columns ? number : otherwise
}
