import { once } from '../../shared/once.ts'
import type { Token } from '../tokens.ts'
import type { Cell } from './columns.ts'
import { isUnit, type Measure, nounIn, unitIn, withoutUnit } from './measure.ts'
import { hasWords, isNumber, MOST_LABELS, opensPart, type Row, type Table } from './tables.ts'

/** What a table says of a number in one of its cells. `parts` are the words without their units: those are in the value. */
export type Saying = { words: Cell[]; parts: Cell[]; measure: Measure | null }

type OfColumn = { words: Cell[]; named: Cell[]; unit: Measure | null; noun: Measure | null }
type OfRow = { words: Cell[]; alone: Measure | null; unit: Measure | null; noun: Measure | null }

/**
 * Reads what a table says of the numbers in a row. Each cell is read once, and so is what a column and a row say, however
 * many numbers stand there.
 */
export function sayingsOf(tokens: Token[], table: Table): (row: Row) => (cell: Cell) => Saying {
  const read = cellReader(tokens)
  const ofColumn = columnReader(table, read)
  const ofTable = table.unit && (unitIn(tokens, table.unit) ?? nounIn(tokens, table.unit))
  return row => {
    const of_row = rowSays(tokens, row, ofColumn, read)
    return ({ column }) => {
      const of_column = ofColumn(column)
      const words = [...new Set([...of_column.words, ...of_row.words])]
      const measure = of_column.unit ?? of_row.alone ?? of_row.unit ?? of_column.noun ?? of_row.noun ?? ofTable
      return { words, parts: words.flatMap(read.parts), measure }
    }
  }
}

type CellReader = ReturnType<typeof cellReader>

function cellReader(tokens: Token[]) {
  const said = once((cell: Cell) => saidIn(tokens, cell))
  const isPlain = once((head: Cell) => PLAIN_HEAD.test(said(head).replace(/ ,/g, ',')))
  return {
    unit: once((cell: Cell) => unitIn(tokens, cell)),
    noun: once((cell: Cell) => nounIn(tokens, cell)),
    parts: once((cell: Cell) => withoutUnit(tokens, cell)),
    opensPart: (head: Cell) => opensPart(tokens, head),
    isPlain,
    isShare: once((head: Cell) => /%|tỷ lệ|tỉ lệ/.test(said(head))),
    isPlan: once((head: Cell) => PLAN.test(said(head)) && !isPlain(head)),
  }
}

const PLAIN_HEAD =
  /^(s?tt|số (tt|thứ tự)|(tên )?(chỉ tiêu|nội dung|tiêu chí|danh mục|lĩnh vực|đơn vị|địa phương)|đơn vị tính|đvt|năm|ghi chú|(các )?(huyện|xã|thành phố)([,/ ]+(và )?(thị xã|thành phố|phường|thị trấn))*|tên (xã|huyện))$/

/** «Kế hoạch», «Cùng kỳ»: beside them a share is one of a plan, or of another time. */
const PLAN = /kế hoạch|^kh( |$)|mục tiêu|chỉ tiêu|dự toán|cùng kỳ|so với|so sánh|giao/

function saidIn(tokens: Token[], { from, next }: Cell): string {
  return tokens
    .slice(from, next)
    .map(({ key }) => key)
    .join(' ')
}

/** The heads of a column; of those that say only that names stand below them («Tên xã») none is `named`. */
function columnReader({ heads }: Table, read: CellReader): (column: number) => OfColumn {
  const plans = heads.flat().filter(read.isPlan).slice(0, MOST_LABELS)
  return once(column => {
    const own = headsOf(heads, column, read.opensPart)
    const nearest = own.toReversed()
    return {
      words: own.some(read.isShare) ? [...own, ...plans] : own,
      named: own.filter(head => !read.isPlain(head)),
      unit: firstOf(nearest, read.unit),
      noun: firstOf(
        nearest.filter(head => !read.isPlan(head)),
        read.noun,
      ),
    }
  })
}

/** More columns than that are no part of one. */
const MOST_PARTS = 8

/** «Trong đó: …» is a part of the column before it: the heads of that are its own too. */
function headsOf(heads: Cell[][], column: number, isPart: (head: Cell) => boolean): Cell[] {
  const own: Cell[] = []
  for (let at = column; at >= 0 && at > column - MOST_PARTS; at--) {
    const above = headsAbove(heads, at)
    own.unshift(...above)
    if (!above.some(head => head.column === at && isPart(head))) break
  }
  return own
}

/** The cell above in each row of heads; where it is merged with its neighbour, that one. */
function headsAbove(heads: Cell[][], column: number): Cell[] {
  return heads.flatMap((row, i) => {
    const head = row[lastUpTo(row, column)]
    return head && (head.column === column || i < heads.length - 1) ? [head] : []
  })
}

/** Where in a row the last cell stands whose column is no greater; -1 where there is none. */
function lastUpTo(row: Cell[], column: number): number {
  let low = 0
  let high = row.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (row[middle]!.column <= column) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What governs a row, its other words, and the heads of their columns. */
function rowSays(tokens: Token[], { cells, under }: Row, ofColumn: (column: number) => OfColumn, read: CellReader): OfRow {
  const others = cells.filter(cell => !isNumber(tokens, cell))
  const alone = others.filter(cell => isUnit(tokens, cell))
  const labels = others.filter(cell => isLabel(tokens, cell)).slice(0, MOST_LABELS)
  return {
    words: [...labels.flatMap(({ column }) => ofColumn(column).named), ...under, ...labels],
    alone: firstOf(alone, cell => read.unit(cell) ?? read.noun(cell)),
    unit: firstOf(others, read.unit),
    noun: firstOf([...others, ...under.toReversed()], read.noun),
  }
}

function isLabel(tokens: Token[], cell: Cell): boolean {
  return !isUnit(tokens, cell) && (hasWords(tokens, cell) || tokens[cell.from]!.kind === 'number')
}

/** The first that the cells give. */
export function firstOf<Given>(cells: Cell[], read: (cell: Cell) => Given | null): Given | null {
  for (const cell of cells) {
    const given = read(cell)
    if (given) return given
  }
  return null
}
