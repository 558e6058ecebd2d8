import type { Answer, FigureRow } from '../figure/index.ts'
import { lookUp } from '../shared/look-up.ts'

/** The column that says how many people a row speaks of, for the figures about people. */
const people_columns: Record<string, string> = {
  F1: 'due',
  F2: 'due',
  F3: 'commitments',
  F4: 'due',
  F5: 'commitments',
  F6: 'tenures',
}
const least_people = 5
const least_base = 10

/** What may be shown of an answer to everybody. Suppressed numbers are null; `is_withheld`: the base of the value itself is too small. */
export type PublicAnswer = Answer & { withheld_rows: number; is_withheld: boolean }

/**
 * Takes out of an answer what would tell about single people (invariant 13 of the domain, after Law 91/2025/QH15): counts of rows with fewer than 5 people, a second
 * row where one alone could be found by subtraction, and a value over fewer than 10. The digest stays that of the whole rows.
 */
export function protectRows(answer: Answer): PublicAnswer {
  const column = lookUp(people_columns, answer.figure)
  if (!column) return { ...answer, withheld_rows: 0, is_withheld: false }
  const withheld = withheldAmong(answer.rows, column)
  const base = answer.rows.reduce((sum, row) => sum + Number(lookUp(row, column)), 0)
  const is_withheld = base < least_base && base > 0
  const rows = answer.rows.map(row => (withheld.has(row) || is_withheld ? withoutCounts(row) : row))
  const hidden = is_withheld ? { value: { kind: 'none-due' } as const, numerator: null, denominator: null } : {}
  return { ...answer, ...hidden, rows, withheld_rows: is_withheld ? rows.length : withheld.size, is_withheld }
}

function withheldAmong(rows: readonly FigureRow[], column: string): Set<FigureRow> {
  const by_size = rows
    .filter(row => Number(lookUp(row, column)) > 0)
    .toSorted((a, b) => Number(lookUp(a, column)) - Number(lookUp(b, column)))
  const small = by_size.filter(row => Number(lookUp(row, column)) < least_people)
  return new Set(small.length === 1 ? by_size.slice(0, 2) : small)
}

function withoutCounts(row: FigureRow): FigureRow {
  const kept = Object.entries(row).map(([name, value]) => [name, typeof value === 'number' && name !== 'year' ? null : value])
  return Object.fromEntries(kept) as FigureRow
}
