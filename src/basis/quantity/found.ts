import type { Bound, Detail, Period, QuantityKind, Value } from './quantity.ts'

/** What a recogniser found: tokens from..next-1, before sentence, place and period are known. */
export type Found = {
  from: number
  next: number
  kind: QuantityKind
  value: Value
  bound: Bound | null
  share: { part: number; whole: number } | null
  counts: string | null
  period: Period | null
  detail: Detail | null
}

const NOTHING = { bound: null, share: null, counts: null, period: null, detail: null }

export function found(from: number, next: number, kind: QuantityKind, value: number | null, more: Partial<Found> = {}): Found {
  return { from, next, kind, value: { least: value, most: value, unit: null }, ...NOTHING, ...more }
}
