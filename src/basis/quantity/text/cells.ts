import { once } from '../../shared/once.ts'
import { type Found, found } from '../found.ts'
import type { Period } from '../quantity.ts'
import type { Token } from '../tokens.ts'
import type { Cell, Line } from './columns.ts'
import { firstOf, type Saying, sayingsOf } from './heads.ts'
import { measured } from './measure.ts'
import type { Page } from './page.ts'
import { isYearOfTable, numbersIn, type Table } from './tables.ts'

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
  const periodIn = once((cell: Cell) => periodOf(cell, periods))
  let hit = 0
  for (const table of tables) {
    const ofRow = sayingsOf(tokens, table)
    for (const row of table.rows) {
      const ofCell = ofRow(row)
      for (const cell of numbersIn(tokens, row.cells)) {
        while (hit < hits.length && hits[hit]!.from < cell.from) hit++
        const saying = ofCell(cell)
        for (; hit < hits.length && hits[hit]!.from < cell.next; hit++) {
          hits[hit] = told(tokens, hits[hit]!, saying, periodIn)
          given.set(hits[hit]!, { cell, words: saying.parts, caption: table.caption })
        }
      }
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

function told(tokens: Token[], hit: Found, { words, measure }: Saying, periodIn: (cell: Cell) => Period | null): Found {
  return { ...measured(tokens, hit, measure), period: hit.period ?? firstOf(words, periodIn) }
}

function periodOf({ from, next }: Cell, periods: Map<number, Period>): Period | null {
  for (let at = from; at < next; at++) {
    const period = periods.get(at)
    if (period) return period
  }
  return null
}
