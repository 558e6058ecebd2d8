import { daysAsked, isDay, isInstant } from './dates.ts'
import type { Problem } from './outcome.ts'

/**
 * What is wrong with a day that somebody asks for: no-such-day, day-too-far (`first` and `last` may be asked). `now` is
 * the server's clock.
 */
export function* problemsWithDay(field: string, value: string, now: Date): Generator<Problem<'no-such-day' | 'day-too-far'>> {
  if (!isDay(value)) return yield { code: 'no-such-day', field, values: { value } }
  const { first, last } = daysAsked(now)
  if (value < first || value > last) yield { code: 'day-too-far', field, values: { value, first, last } }
}

/** The same of a year: no-such-year, year-too-far. */
export function* problemsWithYear(field: string, value: string, now: Date): Generator<Problem<'no-such-year' | 'year-too-far'>> {
  if (!/^\d{4}$/.test(value)) return yield { code: 'no-such-year', field, values: { value } }
  const [first, last] = Object.values(daysAsked(now)).map(day => day.slice(0, 4)) as [string, string]
  if (value < first || value > last) yield { code: 'year-too-far', field, values: { value, first, last } }
}

/**
 * What is wrong with the instant by whose knowledge somebody asks: no-such-instant, not-yet. What the register will
 * know then, nobody can say today.
 */
export function* problemsWithInstant(field: string, value: string, now: Date): Generator<Problem<'no-such-instant' | 'not-yet'>> {
  if (!isInstant(value)) return yield { code: 'no-such-instant', field, values: { value } }
  if (Date.parse(value) > now.getTime()) yield { code: 'not-yet', field, values: { value } }
}
