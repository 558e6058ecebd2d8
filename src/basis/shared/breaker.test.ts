import { expect, test } from 'vitest'
import { Breaker } from './breaker.ts'

function breakerAt() {
  const said: string[] = []
  const clock = { ms: 0 }
  const breaker = new Breaker({ name: 'the sign-on', say: line => said.push(line), now: () => clock.ms, rest_ms: 30_000 })
  return { said, clock, breaker }
}

test('after three failures nobody asks for half a minute; then one tries, and when it is answered all may ask again; each turn is said once', () => {
  const { said, clock, breaker } = breakerAt()
  for (const _ of [1, 2]) breaker.failed('timed-out')
  expect(breaker.rest()).toBeNull()
  for (const _ of [3, 4, 5]) breaker.failed('timed-out')
  expect([breaker.rest(), breaker.trouble]).toEqual([30_000, { reason: 'timed-out', since: 0 }])
  clock.ms = 30_000
  expect([breaker.rest(), breaker.rest()]).toEqual([null, 60_000])
  breaker.answered()
  expect([breaker.rest(), breaker.trouble]).toEqual([null, null])
  expect(said).toEqual(['the sign-on does not answer as it should: timed-out', 'the sign-on answers again'])
})

test('an answer in between begins the count anew, and what is certain needs no second try', () => {
  const { said, breaker } = breakerAt()
  for (const _ of [1, 2]) breaker.failed('timed-out')
  breaker.answered()
  for (const _ of [1, 2]) breaker.failed('timed-out')
  expect(breaker.rest()).toBeNull()
  breaker.failed('not-trusted', { is_certain: true })
  expect(breaker.rest()).toBe(30_000)
  const failed = (reason: string) => `the sign-on does not answer as it should: ${reason}`
  expect(said).toEqual([failed('timed-out'), 'the sign-on answers again', failed('timed-out'), failed('not-trusted')])
})
