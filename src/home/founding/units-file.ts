import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { type Row, readCsv } from '../../platform/workbook/index.ts'
import type { NewUnit } from '../../register/organisation/index.ts'
import { type Kind, type ListCode, type ListFault, type ListMapping, list_headings, readUnits } from '../../register/tree/index.ts'
import type { FoundingCode } from './words.ts'

/**
 * What each row of the command's list says, under the names by which problems call them; no page fills in what is
 * missing.
 */
const needed = { key: 'key', name: 'name', kind: 'unit_kind', parent: 'parent', from: 'from' } as const

/** Units of a file, and in which line of it each stands (from 1). */
export type UnitsOfFile = { units: NewUnit[]; lines: number[] }

/**
 * Reads a list of units, by the columns that the pages know, but strictly. Refusals, at «line N»: those of `readCsv`
 * and `readUnits`; unknown-column, column-twice, column-missing, cell-beyond, missing, no-units.
 */
export function readUnitsFile(bytes: Uint8Array, kinds: readonly Kind[]): Outcome<UnitsOfFile, FoundingCode> {
  const read = readCsv(bytes, list_headings.columnOf)
  if (!read.ok) return { ok: false, problems: read.problems.map(({ field: _, ...problem }) => problem) }
  const sheet = read.value.sheets[0]!
  const [head, ...rows] = sheet.rows.filter(row => row.cells.some(cell => cell))
  if (!head || rows.length === 0) return refused({ code: 'no-units' })
  const texts = Array.from(head.cells, cell => cell?.text ?? '')
  const mapping = list_headings.columnsOf(texts)
  const unfit = problemsOf([
    ...problemsWithHead(texts, head.at + 1),
    ...rows.flatMap(row => [...problemsWithRow(row, texts.length, mapping)]),
  ])
  if (unfit) return unfit
  const header = { texts, row: head.at + 1, first: sheet.rows.indexOf(head) + 1, titles: [] }
  const { units, faults } = readUnits({ sheet, header, mapping, kinds, calendar: 1900 })
  const amiss = problemsOf(faults.map(fault => atLine(fault, texts)))
  return (
    amiss ??
    done({ units: units.map(({ row: _, ...unit }) => ({ ...unit, key: unit.key!, from: unit.from! })), lines: units.map(({ row }) => row) })
  )
}

function* problemsWithHead(texts: readonly string[], line: number): Generator<Problem<FoundingCode>> {
  const found = texts.map(list_headings.columnOf)
  for (const [i, column] of found.entries()) {
    const name = texts[i]!
    if (column === null) yield { code: 'unknown-column', field: lineOf(line), values: { name } }
    else if (found.indexOf(column) < i) yield { code: 'column-twice', field: lineOf(line), values: { name } }
  }
  for (const [name, column] of Object.entries(needed))
    if (!found.includes(column)) yield { code: 'column-missing', field: lineOf(line), values: { name } }
}

function* problemsWithRow({ at, cells }: Row, width: number, mapping: ListMapping): Generator<Problem<FoundingCode>> {
  if (cells.slice(width).some(cell => cell)) yield { code: 'cell-beyond', field: lineOf(at + 1) }
  for (const [name, column] of Object.entries(needed)) {
    const place = mapping[column]
    if (place !== undefined && !cells[place]) yield { code: 'missing', field: lineOf(at + 1, name) }
  }
}

function atLine({ row, column, code, values }: ListFault<ListCode>, texts: readonly string[]): Problem<FoundingCode> {
  return { code, values, field: lineOf(row, texts[column]) }
}

/** Where something stands: «dòng 3 · line 3, parent». */
export function lineOf(line: number, column = ''): string {
  return `dòng ${line} · line ${line}${column && `, ${column}`}`
}
