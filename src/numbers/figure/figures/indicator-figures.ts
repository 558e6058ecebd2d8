import type { Reads } from '../../../platform/database/index.ts'
import { findLastYear, type IndicatorMonthRow, listIndicatorMonths, listIndicators, sayMonth } from '../../../register/indicator/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters, FigureRow } from '../figure.ts'

/**
 * F22: the months of a year of one indicator, up to the day: their sum; of an indicator that is a part of another, the
 * rate of the two over the months that have both. Each month is a row; one without a value stays empty, for no data is
 * not zero. Without a year that was asked, the last one of which there is a value; without an indicator, the first.
 */
export async function indicatorOfYear(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const kind = parameters.kind || ((await listIndicators(db, parameters))[0]?.key ?? '')
  const year = parameters.year ?? (await findLastYear(db, { ...parameters, kind }))[0]?.year
  if (year === undefined) return null
  const months = await listIndicatorMonths(db, { ...parameters, kind, year })
  const known = months.filter(({ quantity }) => quantity !== null)
  const [first] = known
  if (!first) return null
  const rows = months.map(rowOfMonth)
  const kind_name = { vi: first.name_vi, en: first.name_en }
  const quantity = sumOf(known, 'quantity')
  if (!first.is_part)
    return { value: { kind: 'quantity', quantity: String(quantity), measure: first.measure }, rows, year, kind, kind_name }
  const whole = sumOf(known, 'whole')
  if (whole === 0) return { value: { kind: 'none-due' }, rows, year, kind, kind_name }
  return {
    value: { kind: 'rate', numerator: quantity, denominator: whole },
    rows,
    numerator: quantity,
    denominator: whole,
    year,
    kind,
    kind_name,
  }
}

/** Six decimals at most: what the register takes in. */
function sumOf(months: readonly IndicatorMonthRow[], column: 'quantity' | 'whole'): number {
  return Math.round(months.reduce((sum, row) => sum + Number(row[column] ?? 0), 0) * 1e6) / 1e6
}

function rowOfMonth({ month, quantity, whole, is_part, places }: IndicatorMonthRow): FigureRow {
  return { key: month, name: sayMonth(month), quantity, ...(is_part && { whole }), places }
}
