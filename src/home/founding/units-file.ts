import { typedDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { type Row, readCsv } from '../../platform/workbook/index.ts'
import type { NewUnit } from '../../register/organisation/index.ts'

/** Headings of a list of units, as the English code and as an office writes them. */
const columns: Record<string, keyof NewUnit> = {
  ...{ key: 'key', khóa: 'key', name: 'name', tên: 'name', kind: 'unit_kind', loại: 'unit_kind' },
  ...{ parent: 'parent', 'cấp trên': 'parent', from: 'from', 'từ ngày': 'from' },
  ...{ code: 'code', mã: 'code', place: 'place', 'địa bàn': 'place' },
}
const needed: Record<string, keyof NewUnit> = { key: 'key', name: 'name', kind: 'unit_kind', parent: 'parent', from: 'from' }

/** Units of a file, and in which line of it each stands (from 1). */
export type UnitsOfFile = { units: NewUnit[]; lines: number[] }

/** Reads a list of units. Refusals, at «line N»: those of `readCsv`; unknown-column, column-twice, column-missing, cell-beyond, missing, no-units. */
export function readUnitsFile(bytes: Uint8Array): Outcome<UnitsOfFile> {
  const read = readCsv(bytes, headingOf)
  if (!read.ok) return { ok: false, problems: read.problems.map(({ field: _, ...problem }) => problem) }
  const [head, ...rows] = read.value.sheets[0]!.rows.filter(row => row.cells.some(cell => cell))
  if (!head || rows.length === 0) return refused({ code: 'no-units' })
  const wrong = problemsOf(problemsWithHead(head))
  if (wrong) return wrong
  const at = Object.fromEntries(head.cells.map((cell, i) => [headingOf(cell?.text ?? ''), i])) as Partial<Record<keyof NewUnit, number>>
  const unfit = problemsOf(rows.flatMap(row => [...problemsWithRow(row, head, at)]))
  return unfit ?? done({ units: rows.map(row => unitOf(row, at)), lines: rows.map(row => row.at + 1) })
}

function headingOf(heading: string): keyof NewUnit | null {
  return lookUp(columns, heading.trim().normalize('NFC').toLowerCase()) ?? null
}

function* problemsWithHead({ cells, at }: Row): Generator<Problem> {
  const field = lineOf(at + 1)
  const found = cells.map(cell => headingOf(cell?.text ?? ''))
  for (const [i, column] of found.entries()) {
    const name = cells[i]?.text ?? ''
    if (column === null) yield { code: 'unknown-column', field, values: { name } }
    else if (found.indexOf(column) < i) yield { code: 'column-twice', field, values: { name } }
  }
  for (const [name, column] of Object.entries(needed))
    if (!found.includes(column)) yield { code: 'column-missing', field, values: { name } }
}

function* problemsWithRow({ at, cells }: Row, head: Row, columns: Partial<Record<keyof NewUnit, number>>): Generator<Problem> {
  if (cells.slice(head.cells.length).some(cell => cell)) yield { code: 'cell-beyond', field: lineOf(at + 1) }
  for (const [name, column] of Object.entries(needed)) if (!cells[columns[column]!]) yield { code: 'missing', field: lineOf(at + 1, name) }
}

function unitOf({ cells }: Row, at: Partial<Record<keyof NewUnit, number>>): NewUnit {
  const cell = (column: keyof NewUnit) => cells[at[column] ?? -1]?.text ?? null
  const [key, name, unit_kind, from] = [cell('key')!, cell('name')!, cell('unit_kind')!, typedDay(cell('from')!)]
  return { key, name, unit_kind, from, parent: cell('parent'), code: cell('code'), place: cell('place') }
}

/** Where something stands: «dòng 3 · line 3, parent». */
export function lineOf(line: number, column = ''): string {
  return `dòng ${line} · line ${line}${column && `, ${column}`}`
}
