/** How many backups are kept: the newest of so many days, weeks and months in which there is one. */
export type Keep = { days: number; weeks: number; months: number }

const offset_ms = 7 * 3_600_000
const week_ms = 7 * 86_400_000

/**
 * Which of the instants (each that of a whole backup) are kept no longer; the newest always is. Days, weeks (from
 * Monday) and months are Vietnam's.
 */
export function tooOld(taken: readonly Date[], { days, weeks, months }: Keep): Date[] {
  const newest_first = taken.toSorted((a, b) => b.getTime() - a.getTime())
  const kept = new Set<Date>(newest_first.slice(0, 1))
  for (const one of newestOfEach(newest_first, days, at => isoOf(at).slice(0, 10))) kept.add(one)
  // The epoch began on a Thursday.
  for (const one of newestOfEach(newest_first, weeks, at => String(Math.floor((at.getTime() + offset_ms + 3 * 86_400_000) / week_ms))))
    kept.add(one)
  for (const one of newestOfEach(newest_first, months, at => isoOf(at).slice(0, 7))) kept.add(one)
  return newest_first.filter(one => !kept.has(one))
}

function newestOfEach(newest_first: readonly Date[], most: number, span: (at: Date) => string): Date[] {
  const found = new Map<string, Date>()
  for (const at of newest_first) if (!found.has(span(at))) found.set(span(at), at)
  return [...found.values()].slice(0, most)
}

function isoOf(at: Date): string {
  return new Date(at.getTime() + offset_ms).toISOString()
}

/** The last time that a clock in Vietnam showed this full hour. */
export function lastAt(hour: number, now: Date): Date {
  const local = new Date(now.getTime() + offset_ms)
  const today = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), hour) - offset_ms
  return new Date(today <= now.getTime() ? today : today - 86_400_000)
}

/** A backup's instant from its name: «2026-12-01T023000Z». */
export function instantOf(name: string): Date {
  return new Date(name.replace(/T(\d\d)(\d\d)(\d\d)Z$/, 'T$1:$2:$3Z'))
}
