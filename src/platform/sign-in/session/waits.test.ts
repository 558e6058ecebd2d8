import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { type AttemptKind, type Earlier, limits, type Verdict, verdictOn } from './waits.ts'

const now = new Date('2026-12-15T09:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const nothing: Earlier = {
  at_name: 0,
  last_at_name: null,
  at_name_today: 0,
  from_address: 0,
  printed_from_address_today: 0,
  told_at: null,
  by_browser: null,
  printed_everywhere: 0,
}
const after = (earlier: Partial<Earlier>, kind: AttemptKind = 'password') => verdictOn(kind, { ...nothing, ...earlier }, now)

test('after five failures at a name one waits 1, 2, 4 … seconds, a minute at most', () => {
  const seconds = (at_name: number) => after({ at_name, last_at_name: now }).seconds
  expect([4, 5, 6, 10, 11, 400].map(seconds)).toEqual([undefined, 1, 2, 32, 60, 60])
  expect(after({ at_name: 11, last_at_name: ago(60) })).toEqual({ go: true })
})

test('an address with many failures makes a name wait five seconds, once', () => {
  expect(after({ from_address: 29 })).toEqual({ go: true })
  expect(after({ from_address: 30 })).toEqual({ go: false, code: 'wait', seconds: 5 })
  expect(after({ from_address: 4000, told_at: ago(2) })).toEqual({ go: false, code: 'wait', seconds: 3 })
  expect(after({ from_address: 4000, told_at: ago(5) })).toEqual({ go: true })
})

test('a name has a hundred failures a day; a printed code that nobody can guess is not closed by them', () => {
  expect([99, 100].map(at_name_today => after({ at_name_today }).code)).toEqual([undefined, 'guessed'])
  expect(after({ at_name_today: 4000 }, 'code').code).toBe('guessed')
  expect(after({ at_name_today: 4000 }, 'printed')).toEqual({ go: true })
  expect(after({ printed_everywhere: 1000, printed_from_address_today: 9 }, 'printed')).toEqual({ go: true })
  expect(after({ printed_everywhere: 1000, printed_from_address_today: 10 }, 'printed').code).toBe('closed')
})

const seconds_ago = fc.option(fc.integer({ min: 0, max: 3600 }).map(ago))
const count = fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 1_000_000 }))
const earlier: fc.Arbitrary<Earlier> = fc.record({
  at_name: count,
  last_at_name: seconds_ago,
  at_name_today: count,
  from_address: count,
  printed_from_address_today: count,
  told_at: seconds_ago,
  by_browser: fc.option(count),
  printed_everywhere: count,
})
const kinds = fc.constantFrom<AttemptKind>('password', 'code', 'printed')

test('whatever others try, a known browser never waits, and a name that nobody guesses at waits five seconds at most', () => {
  fc.assert(
    fc.property(kinds, earlier, (kind, seen) => {
      expect(verdictOn(kind, { ...seen, by_browser: limits.by_known_browser - 1 }, now)).toEqual({ go: true })
      const quiet = { ...seen, by_browser: null, at_name: 0, at_name_today: 0, printed_everywhere: 0 }
      const first = verdictOn(kind, { ...quiet, told_at: null }, now)
      expect(first.go || first.seconds).toSatisfy((said: true | number) => said === true || said <= 5)
      expect(verdictOn(kind, { ...quiet, told_at: ago(5) }, now)).toEqual({ go: true })
    }),
    tries(),
  )
})

test('more failures never open what fewer have closed, and no wait is longer than a minute', () => {
  const weight = ({ go, code, seconds = 0 }: Verdict) => (go ? 0 : code === 'wait' ? seconds : 1000)
  const more = fc.record({
    at_name: count,
    at_name_today: count,
    from_address: count,
    printed_from_address_today: count,
    printed_everywhere: count,
  })
  fc.assert(
    fc.property(kinds, earlier, more, (kind, seen, added) => {
      const grown = { ...seen }
      for (const [name, by] of Object.entries(added) as [keyof typeof added, number][]) grown[name] = seen[name] + by
      const [before, later] = [verdictOn(kind, seen, now), verdictOn(kind, grown, now)]
      expect(weight(later)).toBeGreaterThanOrEqual(weight(before))
      expect(before.seconds ?? 0).toBeLessThanOrEqual(60)
    }),
    tries(),
  )
})
