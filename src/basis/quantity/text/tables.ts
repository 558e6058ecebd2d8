import type { Token } from '../tokens.ts'
import { type Cell, cellsOf, type Line } from './columns.ts'

/** A table: the rows of heads, those below, and the lines above it that say what it is of and in which unit. */
export type Table = { heads: Cell[][]; rows: Row[]; caption: Line | null; unit: Line | null }

/**
 * A row. `under` are the words that govern it from above: those of the row that opens its section («II. Nông thôn
 * mới»), and of the row that it is a part of («- Trong đó: …»).
 */
export type Row = { cells: Cell[]; under: Cell[] }

type LineOfCells = { line: Line; cells: Cell[] }

/** The tables of a page, in order: lines of cells that follow one another, and that hold numbers. */
export function tablesOf(text: string, tokens: Token[]): Table[] {
  const lines = cellsOf(text, tokens)
  const tables: Table[] = []
  for (let first = 0; first < lines.length; ) {
    const next = lines[first]!.cells.length > 1 ? tableEnd(tokens, lines, first) : first
    const table = next > first ? tableOf(text, tokens, lines, first, next) : null
    if (table) tables.push(table)
    first = Math.max(next, first + 1)
  }
  return tables
}

/** A table ends at a blank line, before prose, and where new heads begin: words in all the columns that held numbers. */
function tableEnd(tokens: Token[], lines: LineOfCells[], first: number): number {
  const numeric = new Set<number>()
  let next = first
  while (next < lines.length && (next === first || isRow(lines, next))) {
    const { cells } = lines[next]!
    if (numeric.size > 0 && isHeadOf(tokens, cells, numeric)) break
    for (const { column } of numbersIn(tokens, cells)) numeric.add(column)
    next++
  }
  return next
}

/** A line of one cell opens a section where rows go on behind it. */
function isRow(lines: LineOfCells[], at: number): boolean {
  const [{ line, cells }, next] = [lines[at]!, lines[at + 1]]
  if (line.is_apart) return false
  return cells.length > 1 || (line.next - line.from <= LONGEST_LABEL && next !== undefined && next.cells.length > 1 && !next.line.is_apart)
}

const LONGEST_LABEL = 25

function isHeadOf(tokens: Token[], cells: Cell[], numeric: Set<number>): boolean {
  return cells.filter(cell => numeric.has(cell.column) && hasWords(tokens, cell) && !isNumber(tokens, cell)).length === numeric.size
}

function tableOf(text: string, tokens: Token[], lines: LineOfCells[], first: number, next: number): Table | null {
  const all = lines
    .slice(first, next)
    .map(({ cells }) => cells)
    .filter(cells => !isRule(tokens, cells) && !isIndex(tokens, cells))
  const begin = all.findIndex(cells => numbersIn(tokens, cells).length > 0)
  if (begin < 0) return null
  const heads = all.slice(Math.max(0, begin - MOST_HEADS), begin).map(cells => cells.filter(cell => !isDitto(tokens, cell)))
  return { heads, rows: rowsOf(tokens, all.slice(begin)), ...linesAbove(text, tokens, lines, first) }
}

/** So many rows above the numbers are heads. */
const MOST_HEADS = 4
/** So many cells of a row, or of the row that opens its section, say what its numbers are. */
export const MOST_LABELS = 12

/** «|---|:--:|» of Markdown. */
function isRule(tokens: Token[], cells: Cell[]): boolean {
  return cells.every(({ from, next }) => tokens.slice(from, next).every(({ key }) => /^[-:]$/.test(key)))
}

/** «A | B | 1 | 2 | 3 = 2/1»: the columns numbered. */
function isIndex(tokens: Token[], cells: Cell[]): boolean {
  const firsts = cells.map(({ from }) => tokens[tokens[from]!.key === '(' ? from + 1 : from]!)
  const numbers = firsts.filter(({ kind }) => kind === 'number').map(({ key }) => Number(key))
  return (
    numbers.length > 0 &&
    firsts.length > 1 &&
    numbers[0]! <= cells.length &&
    firsts.every(({ kind, key }) => kind === 'number' || key.length === 1) &&
    numbers.every((n, i) => n === numbers[0]! + i)
  )
}

function rowsOf(tokens: Token[], all: Cell[][]): Row[] {
  let section: Cell[] = []
  let whole: Cell[] = []
  let above = new Map<number, Cell>()
  return all.map(printed => {
    const cells = printed.map(cell => (isDitto(tokens, cell) ? (above.get(cell.column) ?? cell) : cell))
    above = new Map(cells.map(cell => [cell.column, cell]))
    const words = cells.filter(cell => hasWords(tokens, cell) && !isNumber(tokens, cell))
    if (numbersIn(tokens, cells).length === 0) {
      section = words.filter(cell => !isNumeral(tokens, cell)).slice(0, MOST_LABELS)
      whole = []
      return { cells, under: [] }
    }
    const is_part = words[0] !== undefined && opensPart(tokens, words[0])
    const under = is_part ? [...section, ...whole] : section
    if (!is_part) whole = words.slice(0, 1)
    return { cells, under }
  })
}

/** A mark that the reader of pages sets where a cell goes on over several rows. */
export const DITTO = '〃'

function isDitto(tokens: Token[], { from, next }: Cell): boolean {
  return next === from + 1 && tokens[from]!.key === DITTO
}

/** «II», «A», «1.». */
function isNumeral(tokens: Token[], { from }: Cell): boolean {
  return tokens[from]!.kind === 'number' || /^([ivx]+|[a-zđ])$/.test(tokens[from]!.key)
}

/** «- Trong đó: …». */
export function opensPart(tokens: Token[], { from }: Cell): boolean {
  return /^[-–+•*]$/.test(tokens[from]!.key) || (tokens[from]!.key === 'trong' && /^(đó|số)$/.test(tokens[from + 1]!.key))
}

/** The cells of a row that hold numbers; a number before all words is that of the row. */
export function numbersIn(tokens: Token[], cells: Cell[]): Cell[] {
  const label = cells.findIndex(cell => !isNumber(tokens, cell))
  return cells.filter((cell, i) => (label < 0 || i > label) && isNumber(tokens, cell))
}

export function hasWords(tokens: Token[], { from, next }: Cell): boolean {
  for (let at = from; at < next; at++) if (tokens[at]!.kind === 'word') return true
  return false
}

const LONGEST_NUMBER = 12

/** In a table the years of our time are heads; «1873» is a number. */
export function isYearOfTable({ key }: Token): boolean {
  return /^(19|20)\d\d$/.test(key)
}

/** A cell that begins with a number, and is no year, day or span of months, nor a text. */
export function isNumber(tokens: Token[], { from, next }: Cell): boolean {
  let at = from
  while (at < next && /^([-–+−(~]|trên|gần|hơn|khoảng|dưới)$/.test(tokens[at]!.key)) at++
  const [first, behind] = [tokens[at]!, tokens[at + 1]!]
  if (at >= next || first.kind !== 'number' || next - from > LONGEST_NUMBER) return false
  const last = tokens[next - 1]!
  return !(isYearOfTable(first) || (isYearOfTable(last) && next - at > 2) || behind.key === 'tháng')
}

const FARTHEST_CAPTION = 3

/** Above a table: its unit («ĐVT: triệu đồng»), and what it is of. */
function linesAbove(text: string, tokens: Token[], lines: LineOfCells[], first: number): Pick<Table, 'caption' | 'unit'> {
  let unit: Line | null = null
  for (let at = first - 1; at >= 0 && at >= first - FARTHEST_CAPTION; at--) {
    const { line } = lines[at]!
    if (!isUnitLine(text, tokens, line)) return { unit, caption: lines[at]!.cells.length === 1 ? line : null }
    unit = line
  }
  return { unit, caption: null }
}

function isUnitLine(text: string, tokens: Token[], { from, next }: Line): boolean {
  return next - from < LONGEST_LABEL && /^\s*\(?(đvt|đơn vị( tính)?)\s*:/i.test(text.slice(tokens[from]!.start, tokens[next - 1]!.end))
}
