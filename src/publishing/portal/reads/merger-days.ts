import type { SuccessionRow } from '../../../register/organisation/index.ts'

/** A day on which many units were joined or rearranged, with the instruments of it. */
export type MergerDay = { day: string; instruments: string[] }

/** Fewer are the affair of a village. */
const many = 5

/** The days on which the map changed much, oldest first. */
export function mergerDays(successions: readonly SuccessionRow[]): MergerDay[] {
  const by_day = Map.groupBy(successions, edge => edge.effective_on)
  return [...by_day]
    .filter(([, edges]) => new Set(edges.map(edge => edge.predecessor)).size >= many)
    .map(([day, edges]) => ({ day, instruments: [...new Set(edges.map(edge => edge.instrument))] }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
