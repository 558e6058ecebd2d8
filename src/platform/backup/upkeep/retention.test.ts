import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { instantOf, lastAt, tooOld } from './retention.ts'

const day_ms = 86_400_000
/** Half past two at night in Vietnam, so many days before the first of December 2026, a Tuesday. */
const nightsBefore = (n: number) => new Date(Date.parse('2026-11-30T19:30:00Z') - n * day_ms)
const kept = (taken: Date[], keep: { days: number; weeks: number; months: number }) => {
  const gone = tooOld(taken, keep)
  return taken.filter(one => !gone.includes(one)).map(one => new Date(one.getTime() + 7 * 3_600_000).toISOString().slice(0, 10))
}
const year = Array.from({ length: 366 }, (_, n) => nightsBefore(n))

test('the newest of each of the last days, weeks and months is kept', () => {
  expect(kept(year, { days: 3, weeks: 2, months: 3 })).toEqual(['2026-12-01', '2026-11-30', '2026-11-29', '2026-10-31'])
  expect(kept(year, { days: 1, weeks: 3, months: 0 })).toEqual(['2026-12-01', '2026-11-29', '2026-11-22'])
})

test('a day on which none was taken is no day: after a long rest the old ones are still there', () => {
  expect(kept([nightsBefore(100), nightsBefore(0)], { days: 2, weeks: 0, months: 0 })).toHaveLength(2)
})

test('of several on one day the newest stays', () => {
  const morning = new Date(nightsBefore(0).getTime() + 5 * 3_600_000)
  expect(tooOld([nightsBefore(0), morning], { days: 7, weeks: 0, months: 0 })).toEqual([nightsBefore(0)])
})

test('the newest is never taken away, and what goes does not come back with one more day', () => {
  const numbers = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(800), { minLength: 1, maxLength: 60 }), numbers, numbers, numbers, (nights, days, weeks, months) => {
      const taken = nights.map(nightsBefore)
      const gone = tooOld(taken, { days, weeks, months })
      expect(gone).not.toContainEqual(nightsBefore(Math.min(...nights)))
      const left = taken.filter(one => !gone.includes(one))
      expect(tooOld(left, { days, weeks, months })).toEqual([])
    }),
    tries(300),
  )
})

test('the hour of the plan is one of Vietnam', () => {
  expect(lastAt(2, new Date('2026-11-30T18:59:59Z')).toISOString()).toBe('2026-11-29T19:00:00.000Z')
  expect(lastAt(2, new Date('2026-11-30T19:00:00Z')).toISOString()).toBe('2026-11-30T19:00:00.000Z')
  expect(lastAt(23, new Date('2026-12-01T00:00:00Z')).toISOString()).toBe('2026-11-30T16:00:00.000Z')
})

test('a backup says by its name when it was taken', () => {
  expect(instantOf('2026-12-01T023059Z').toISOString()).toBe('2026-12-01T02:30:59.000Z')
})
