import type { Token } from '../tokens.ts'

/** A line of tokens from..next-1; `is_apart`: a blank line stands before it. */
export type Line = { from: number; next: number; is_apart: boolean }

/** A cell of a table: tokens from..next-1 in the column of that number. */
export type Cell = { column: number; from: number; next: number }

/** The lines of a page, each with the cells it is parted into; a line of prose is one cell. */
export function cellsOf(text: string, tokens: Token[]): { line: Line; cells: Cell[] }[] {
  const lines = linesOf(text, tokens)
  const aligned = alignedCells(text, tokens, lines)
  return lines.map((line, i) => {
    const cells = aligned.get(i) ?? partedCells(text, tokens, line)
    return { line, cells: cells.length > 1 ? cells : (flattenedCells(text, tokens, line) ?? cells) }
  })
}

function linesOf(text: string, tokens: Token[]): Line[] {
  const lines: Line[] = []
  for (let from = 0; tokens[from]!.kind !== 'end'; ) {
    let next = from + 1
    while (tokens[next]!.kind !== 'end' && !tokens[next]!.leads) next++
    lines.push({ from, next, is_apart: from > 0 && /\n\s*\n/.test(text.slice(tokens[from - 1]!.end, tokens[from]!.start)) })
    from = next
  }
  return lines
}

/** Between bars («| a | b |») or tabs; an empty cell keeps its column. */
function partedCells(text: string, tokens: Token[], { from, next }: Line): Cell[] {
  const has_bars = tokens.slice(from, next).some(({ key }) => key === '|')
  return has_bars ? barredCells(tokens, from, next) : tabbedCells(text, tokens, from, next)
}

function barredCells(tokens: Token[], from: number, next: number): Cell[] {
  const cells: Cell[] = []
  let column = tokens[from]!.key === '|' ? -1 : 0
  let start = from
  for (let at = from; at <= next; at++) {
    if (at < next && tokens[at]!.key !== '|') continue
    if (at > start) cells.push({ column, from: start, next: at })
    column++
    start = at + 1
  }
  return cells
}

function tabbedCells(text: string, tokens: Token[], from: number, next: number): Cell[] {
  const cells: Cell[] = []
  let column = tabsBefore(text, tokens, from)
  let start = from
  for (let at = from + 1; at <= next; at++) {
    const tabs = at < next && tokens[at]!.parted ? tabsBefore(text, tokens, at) : 0
    if (at < next && tabs === 0) continue
    cells.push({ column, from: start, next: at })
    column += tabs
    start = at
  }
  return cells
}

function tabsBefore(text: string, tokens: Token[], at: number): number {
  const gap = text.slice(at === 0 ? 0 : tokens[at - 1]!.end, tokens[at]!.start)
  return gap.slice(gap.lastIndexOf('\n') + 1).split('\t').length - 1
}

type Blank = { start: number; end: number }

/** Blanks this wide between words set columns, where they stand one above the other. */
const WIDE = 2
/** A line with more of them is no row of a table. */
const MOST_BLANKS = 100

/** Lines that follow one another and are blank at the same places: columns aligned by spaces. */
function alignedCells(text: string, tokens: Token[], lines: Line[]): Map<number, Cell[]> {
  const cells = new Map<number, Cell[]>()
  if (!text.includes('  ')) return cells
  for (let first = 0; first < lines.length; ) {
    let shared = blanksIn(text, tokens, lines[first]!)
    let last = first
    while (parts(shared) && last + 1 < lines.length && !lines[last + 1]!.is_apart) {
      const more = inBoth(shared, blanksIn(text, tokens, lines[last + 1]!))
      if (!parts(more)) break
      shared = more
      last++
    }
    if (last > first) for (let i = first; i <= last; i++) cells.set(i, cutAt(text, tokens, lines[i]!, shared))
    first = last + 1
  }
  return cells
}

/** Whether a blank has something behind it. */
function parts(blanks: Blank[]): boolean {
  return blanks.some(({ end }) => end < Number.POSITIVE_INFINITY)
}

/** The wide blanks of a line, and what lies behind its end, counted from its beginning. */
function blanksIn(text: string, tokens: Token[], { from, next }: Line): Blank[] {
  const start = lineStart(text, tokens, from)
  const blanks: Blank[] = []
  for (let at = from + 1; at < next; at++) {
    const { end } = tokens[at - 1]!
    if (tokens[at]!.start - end >= WIDE && /^ +$/.test(text.slice(end, tokens[at]!.start)))
      blanks.push({ start: end - start, end: tokens[at]!.start - start })
  }
  if (blanks.length > MOST_BLANKS) return []
  if (blanks.length > 0) blanks.push({ start: tokens[next - 1]!.end - start, end: Number.POSITIVE_INFINITY })
  return blanks
}

/** What two lines leave blank; both are in order, and so are walked side by side. */
function inBoth(one: Blank[], two: Blank[]): Blank[] {
  const shared: Blank[] = []
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    const [a, b] = [one[i]!, two[j]!]
    const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
    if (end > start) shared.push({ start, end })
    if (a.end < b.end) i++
    else j++
  }
  return shared
}

/** Cuts a line at blanks that its table shares; the tokens behind them begin cells. */
function cutAt(text: string, tokens: Token[], { from, next }: Line, shared: Blank[]): Cell[] {
  const start = lineStart(text, tokens, from)
  const cells: Cell[] = []
  let column = 0
  for (let at = from; at < next; at++) {
    while (column < shared.length && tokens[at]!.start - start >= shared[column]!.start) column++
    const last = cells.at(-1)
    if (last?.column === column) last.next = at + 1
    else cells.push({ column, from: at, next: at + 1 })
    if (last && last.column !== column) tokens[at]!.parted = true
  }
  return cells
}

function lineStart(text: string, tokens: Token[], from: number): number {
  return text.lastIndexOf('\n', tokens[from]!.start - 1) + 1
}

const FEWEST = 3
/** A line of more numbers is no row of a table. */
const MOST_FLATTENED = 40
/** «Mức 2», «Thôn 3»: the number behind is a name's. */
const NAMED_BY_NUMBER = new Set('mức tổ khu thôn bản xóm nhóm loại hạng cấp lớp khối đội biểu điều khoản khóa'.split(' '))

/** «Mức 2 48211 45902 1873 96,1%»: a row that a paste made one line, told by its last numbers, with nothing between. */
function flattenedCells(text: string, tokens: Token[], { from, next }: Line): Cell[] | null {
  const starts: number[] = []
  let at = next
  while (at > from && isNumeric(tokens, at - 1)) {
    at--
    if (tokens[at]!.kind === 'number' && (at === from || (tokens[at]!.spaced && text[tokens[at]!.start - 1] === ' '))) starts.push(at)
    if (starts.length > MOST_FLATTENED) return null
  }
  starts.reverse()
  if (starts[0]! > from && NAMED_BY_NUMBER.has(tokens[starts[0]! - 1]!.key)) starts.shift()
  if (
    starts.length < FEWEST ||
    tokens[starts[0]! - 1]?.key === ':' ||
    starts.some(start => isNoCell(tokens, start)) ||
    areGroups(tokens, starts)
  )
    return null
  for (const start of starts) tokens[start]!.parted = true
  const bounds = starts[0]! > from ? [from, ...starts] : starts
  return bounds.map((start, column) => ({ column, from: start, next: bounds[column + 1] ?? next }))
}

function isNumeric(tokens: Token[], at: number): boolean {
  const { kind, key, spaced } = tokens[at]!
  return kind === 'number' || (/^[.,%]$/.test(key) && !spaced)
}

/** A telephone, a year. */
function isNoCell(tokens: Token[], at: number): boolean {
  const { key } = tokens[at]!
  return /^(0\d|(19|20)\d\d$)/.test(key)
}

/** «1 234 567»: one number in groups of three. */
function areGroups(tokens: Token[], starts: number[]): boolean {
  return starts.slice(1).every(start => tokens[start]!.key.length === 3 && tokens[start + 1]!.spaced)
}
