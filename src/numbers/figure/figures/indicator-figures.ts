import type { Reads } from '../../../platform/database/index.ts'
import { findLastYear, type IndicatorMonthRow, listIndicatorMonths } from '../../../register/indicator/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters, FigureRow } from '../figure.ts'

/**
 * F22: the months of a year of one indicator, up to the day: their sum; of an indicator that is a part of another, the
 * rate of the two over the months that have both. Each month is a row; one without a value stays empty, for no data is
 * not zero. Without a year that was asked, the last one of which there is a value.
 */
export async function indicatorOfYear(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const year = parameters.year ?? (await findLastYear(db, parameters))[0]?.year
  if (year === undefined) return null
  const months = await listIndicatorMonths(db, { ...parameters, year })
  const known = months.filter(({ quantity }) => quantity !== null)
  const [first] = known
  if (!first) return null
  const rows = months.map(rowOfMonth)
  const quantity = sumOf(known, 'quantity')
  if (!first.is_part) return { value: { kind: 'quantity', quantity: String(quantity), measure: first.measure }, rows, year }
  const whole = sumOf(known, 'whole')
  if (whole === 0) return { value: { kind: 'none-due' }, rows, year }
  return { value: { kind: 'rate', numerator: quantity, denominator: whole }, rows, numerator: quantity, denominator: whole, year }
}

/** Six decimals at most: what the register takes in. */
function sumOf(months: readonly IndicatorMonthRow[], column: 'quantity' | 'whole'): number {
  return Math.round(months.reduce((sum, row) => sum + Number(row[column] ?? 0), 0) * 1e6) / 1e6
}

function rowOfMonth({ month, quantity, whole, is_part, places }: IndicatorMonthRow): FigureRow {
  const [year, of_year] = month.split('-')
  return { key: month, name: `${of_year}/${year}`, quantity, ...(is_part && { whole }), places }
}
