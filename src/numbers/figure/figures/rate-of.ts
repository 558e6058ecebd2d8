import type { Counted } from '../catalogue.ts'
import type { FigureParameters } from '../figure.ts'

/** A part of a whole, added up over the rows. Where there is no whole, it is «none due», not 100 %. */
export function rateOf<Row>(
  rows: readonly Row[],
  ofRow: (row: Row) => [part: number, whole: number],
): Pick<Counted, 'value' | 'numerator' | 'denominator'> {
  const [numerator, denominator] = [total(rows, row => ofRow(row)[0]), total(rows, row => ofRow(row)[1])]
  return { value: denominator === 0 ? { kind: 'none-due' } : { kind: 'rate', numerator, denominator }, numerator, denominator }
}

export function total<Row>(rows: readonly Row[], amount: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + amount(row), 0)
}

/** The last full year before the day that is asked. */
export function lastFullYear({ valid_as_of }: FigureParameters): number {
  return Number(valid_as_of.slice(0, 4)) - 1
}
