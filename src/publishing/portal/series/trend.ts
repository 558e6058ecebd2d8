import type { PublicAnswer } from '../../../numbers/figure/index.ts'
import type { Direction } from '../../../register/indicator/index.ts'

/**
 * A series beside the year before it, over the months that both have from as many places: a place that fell silent is no
 * fall. `left_out`: how many months both have, but from more places in the one year. Amounts are sums, of a part those
 * of its whole too. `is_better` is null where neither way is better, or nothing has changed.
 */
export type Trend = {
  year: number
  months: number
  left_out: number
  now: Amount
  before: Amount
  is_better: boolean | null
}
export type Amount = { quantity: number; whole: number | null }

type OfYear = Pick<PublicAnswer, 'rows'>

/** Null where no month has a value of as many places in both years, or the earlier ones come to nothing. */
export function trendOf(newest: OfYear, earlier: OfYear, year: number, direction: Direction): Trend | null {
  const known_before = new Map(earlier.rows.filter(isKnown).map(row => [monthOf(row.key), row]))
  const known = newest.rows.filter(isKnown).flatMap(row => {
    const before = known_before.get(monthOf(row.key))
    return before ? [{ now: row, before }] : []
  })
  const both = known.filter(pair => pair.now.places === pair.before.places)
  const now = amountOf(both.map(pair => pair.now))
  const before = amountOf(both.map(pair => pair.before))
  if (both.length === 0 || measured(before) === null || measured(now) === null) return null
  const change = measured(now)! - measured(before)!
  const is_better = direction === 'none' || change === 0 ? null : change > 0 === (direction === 'up')
  return { year, months: both.length, left_out: known.length - both.length, now, before, is_better }
}

type Row = PublicAnswer['rows'][number]

const isKnown = (row: Row) => row.quantity !== null && row.quantity !== undefined
const monthOf = (key: unknown) => String(key).slice(5)

function amountOf(rows: readonly Row[]): Amount {
  const sum = (column: 'quantity' | 'whole') => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)
  const is_part = rows.some(row => row.whole !== undefined)
  return { quantity: sum('quantity'), whole: is_part ? sum('whole') : null }
}

/** A rate of a part, else the sum; null where there is nothing to compare with. */
export function measured({ quantity, whole }: Amount): number | null {
  if (whole === null) return quantity > 0 ? quantity : null
  return whole > 0 ? quantity / whole : null
}
