import { lookUp } from '../../shared/look-up.ts'
import { type Found, found } from '../found.ts'
import { headCounted } from '../kinds/counts.ts'
import { SCALES } from '../kinds/number-words.ts'
import { headUnit } from '../kinds/units.ts'
import type { Period } from '../quantity.ts'
import type { Token } from '../tokens.ts'
import type { Cell, Line } from './columns.ts'
import type { Page } from './page.ts'
import { hasWords, isNumber, isYearOfTable, numbersIn, opensPart, type Row, type Table } from './tables.ts'

/** What a table says of a number in one of its cells, as tokens: the words of its column and its row, and its caption. */
export type InTable = { cell: Cell; words: Cell[]; caption: Line | null }

/**
 * What counts and measures the numbers in the cells of tables is said by the heads of their columns («Hộ nghèo», «Tỷ lệ
 * (%)»), by their rows, and by the line above («ĐVT: triệu đồng»). Gives for each number the words that say what it is.
 */
export function giveHeads({ tokens, tables }: Page, hits: Found[]): Map<Found, InTable> {
  const given = new Map<Found, InTable>()
  if (tables.length === 0) return given
  nameYears(tokens, tables, hits)
  const periods = new Map(hits.flatMap(({ from, period, kind }) => (kind === 'date' && period ? [[from, period] as const] : [])))
  let hit = 0
  for (const table of tables)
    for (const row of table.rows)
      for (const cell of numbersIn(tokens, row.cells)) {
        while (hit < hits.length && hits[hit]!.from < cell.from) hit++
        const words = wordsOf(tokens, table, row, cell)
        for (; hit < hits.length && hits[hit]!.from < cell.next; hit++) {
          const measure = measureOf(tokens, table, row, cell)
          hits[hit] = { ...measured(tokens, hits[hit]!, measure), period: hits[hit]!.period ?? periodOf(words, periods) }
          given.set(hits[hit]!, { cell, words: words.flatMap(word => withoutUnit(tokens, word)), caption: table.caption })
        }
      }
  return given
}

/** «2019 | 2020» among heads, or before a row: years. */
function nameYears(tokens: Token[], tables: Table[], hits: Found[]): void {
  const years = new Set<number>()
  for (const { heads, rows } of tables)
    for (const { from, next } of [...heads, ...rows.map(({ cells }) => cells)].flat())
      if (next === from + 1 && isYearOfTable(tokens[from]!)) years.add(from)
  hits.forEach((hit, i) => {
    if (!years.has(hit.from)) return
    const year = tokens[hit.from]!.key
    const period = { from: `${year}-01-01`, to: `${year}-12-31`, text: year }
    hits[i] = found(hit.from, hit.next, 'date', null, { period, detail: { iso: year } })
  })
}

function periodOf(words: Cell[], periods: Map<number, Period>): Period | null {
  for (const { from, next } of words)
    for (let at = from; at < next; at++) {
      const period = periods.get(at)
      if (period) return period
    }
  return null
}

/** The heads of its column, what governs its row, the other words of the row with the heads of their columns. */
function wordsOf(tokens: Token[], { heads }: Table, { cells, under }: Row, cell: Cell): Cell[] {
  const labels = cells.filter(one => one !== cell && isLabel(tokens, one))
  const of_labels = labels.flatMap(({ column }) => headsOf(tokens, heads, column).filter(head => !isPlainHead(tokens, head)))
  const own = headsOf(tokens, heads, cell.column)
  const compared = isShare(tokens, own) ? heads.flat().filter(head => isPlan(tokens, head)) : []
  return [...new Set([...own, ...compared, ...of_labels, ...under, ...labels])]
}

function isLabel(tokens: Token[], cell: Cell): boolean {
  return !isNumber(tokens, cell) && !isUnit(tokens, cell) && (hasWords(tokens, cell) || tokens[cell.from]!.kind === 'number')
}

/**
 * The cell above in each row of heads; where it is merged with its neighbour, that one. «Trong đó: …» is a part of the
 * column before it.
 */
function headsOf(tokens: Token[], heads: Cell[][], column: number): Cell[] {
  const own = heads.flatMap((row, i) => {
    const merged = i < heads.length - 1 ? row.findLast(cell => cell.column < column) : undefined
    const head = row.find(cell => cell.column === column) ?? merged
    return head ? [head] : []
  })
  const is_part = column > 0 && own.some(head => head.column === column && opensPart(tokens, head))
  return is_part ? [...headsOf(tokens, heads, column - 1), ...own] : own
}

const PLAIN_HEAD =
  /^(s?tt|số (tt|thứ tự)|(tên )?(chỉ tiêu|nội dung|tiêu chí|danh mục|lĩnh vực|đơn vị|địa phương)|đơn vị tính|đvt|năm|ghi chú|(các )?(huyện|xã|thành phố)([,/ ]+(và )?(thị xã|thành phố|phường|thị trấn))*|tên (xã|huyện))$/

/** A head that says only that names stand below it. */
function isPlainHead(tokens: Token[], head: Cell): boolean {
  return PLAIN_HEAD.test(saidIn(tokens, head).replace(/ ,/g, ','))
}

function saidIn(tokens: Token[], { from, next }: Cell): string {
  return tokens
    .slice(from, next)
    .map(({ key }) => key)
    .join(' ')
}

function isShare(tokens: Token[], heads: Cell[]): boolean {
  return heads.some(head => /%|tỷ lệ|tỉ lệ/.test(saidIn(tokens, head)))
}

/** «Kế hoạch», «Cùng kỳ»: beside them a share is one of a plan, or of another time. */
function isPlan(tokens: Token[], head: Cell): boolean {
  return /kế hoạch|^kh( |$)|mục tiêu|chỉ tiêu|dự toán|cùng kỳ|so với|so sánh|giao/.test(saidIn(tokens, head)) && !isPlainHead(tokens, head)
}

type Measure = { counts: string | null; unit: string | null; times: number }

/**
 * The nearest that says it: a unit before a noun, and of each that of the column, the row and what it stands under, and
 * the line above all.
 */
function measureOf(tokens: Token[], { heads, unit }: Table, { cells, under }: Row, cell: Cell): Measure | null {
  const column = headsOf(tokens, heads, cell.column).reverse()
  const of_row = cells.filter(one => one !== cell && !isNumber(tokens, one))
  const alone = of_row.filter(one => isUnit(tokens, one))
  const nouns = [...column.filter(head => !isPlan(tokens, head)), ...of_row, ...under.toReversed()]
  return (
    firstOf(column, one => unitIn(tokens, one)) ??
    firstOf(alone, one => unitIn(tokens, one) ?? nounIn(tokens, one)) ??
    firstOf(of_row, one => unitIn(tokens, one)) ??
    firstOf(nouns, one => nounIn(tokens, one)) ??
    (unit && (unitIn(tokens, unit) ?? nounIn(tokens, unit)))
  )
}

function firstOf(said: Said[], read: (one: Said) => Measure | null): Measure | null {
  for (const one of said) {
    const measure = read(one)
    if (measure) return measure
  }
  return null
}

type Said = { from: number; next: number }

/** «Tổng số hộ nghèo»: a noun; «Xã Kim Lư» is a name. */
function nounIn(tokens: Token[], said: Said): Measure | null {
  let from = said.from
  while (from < said.next && /^(tổng|số|[-–+•(:]|đvt|đơn|vị|tính)$/.test(tokens[from]!.key)) from++
  const noun = from < said.next ? headCounted(tokens, from) : null
  const is_name = noun !== null && noun.next < said.next && (tokens[noun.next]!.capital || tokens[noun.next]!.kind === 'number')
  return noun && noun.next <= said.next && !is_name ? { counts: noun.counts, unit: null, times: 1 } : null
}

type UnitSaid = Said & { counts: null; unit: string; times: number }

/** «Tỷ lệ (%)», «Giá trị (triệu đồng)», «ĐVT: ha»: in brackets, behind a colon or alone; a hundredth anywhere. */
function unitIn(tokens: Token[], { from, next }: Said): UnitSaid | null {
  for (let at = from; at < next; at++) {
    const before = at > from ? tokens[at - 1]!.key : ''
    if (at > from && tokens[at]!.key !== '%' && before !== '(' && before !== ':') continue
    const read = unitAt(tokens, at, next)
    const is_alone = read !== null && (read.next === next || (at > from && /^[).]$/.test(tokens[read.next]!.key)))
    if (read && (is_alone || read.unit === '%')) return read
  }
  return null
}

/** «triệu đồng», «nghìn m2». */
function unitAt(tokens: Token[], at: number, end: number): UnitSaid | null {
  let next = at
  let power = 0
  for (let more = lookUp(SCALES, tokens[next]!.key); next < end && more !== undefined; more = lookUp(SCALES, tokens[++next]!.key))
    power += more
  const unit = next < end ? headUnit(tokens, next) : null
  return unit && unit.next <= end ? { from: at, next: unit.next, counts: null, unit: unit.unit, times: 10 ** power } : null
}

/** «%», «triệu đồng», «xã», «(người)»: a cell of a unit alone. */
function isUnit(tokens: Token[], cell: Cell): boolean {
  const [from, next] = tokens[cell.from]!.key === '(' ? [cell.from + 1, cell.next - 1] : [cell.from, cell.next]
  const end = unitAt(tokens, from, next)?.next ?? headCounted(tokens, from)?.next
  return end === next
}

/** The words without the unit: it is in the value. */
function withoutUnit(tokens: Token[], { column, from, next }: Cell): Cell[] {
  const unit = unitIn(tokens, { from, next })
  if (!unit) return [{ column, from, next }]
  const in_brackets = tokens[unit.from - 1]!.key === '(' && unit.from > from
  return [
    { column, from, next: in_brackets ? unit.from - 1 : unit.from },
    { column, from: in_brackets ? Math.min(unit.next + 1, next) : unit.next, next },
  ].filter(part => hasWords(tokens, part))
}

function measured(tokens: Token[], hit: Found, measure: Measure | null): Found {
  const is_year = hit.kind === 'date' && hit.next === hit.from + 1
  if (is_year) return measured(tokens, found(hit.from, hit.next, 'claim', Number(tokens[hit.from]!.key)), measure)
  const bare = hit.kind === 'other' && hit.detail?.what === 'bare'
  const unnamed = hit.kind === 'claim' && hit.counts === null && hit.value.unit === null
  if (!bare && !unnamed) return hit
  const { counts, unit, times } = measure ?? { counts: null, unit: null, times: 1 }
  const value = { least: multiplied(hit.value.least, times), most: multiplied(hit.value.most, times), unit }
  return { ...hit, kind: 'claim', counts, value, detail: null }
}

function multiplied(end: number | null, times: number): number | null {
  return end === null ? null : end * times
}
