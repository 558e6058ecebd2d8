import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../test/harness/tries.ts'
import { printRate, roundRate } from './print-value.ts'

test('a rate is rounded half up; short of all is never 100 %, and more than none never 0 %', () => {
  const printed = (numerator: number, denominator: number) => [printRate(numerator, denominator), printRate(numerator, denominator, 'en')]
  expect([
    printed(36_418, 36_418),
    printed(36_417, 36_418),
    printed(99_996, 100_000),
    printed(9_996, 10_000),
    printed(1, 35),
    printed(3_125, 100_000),
    printed(1, 25_000),
    printed(1, 20_000),
    printed(0, 7),
    printed(3, 2),
  ]).toEqual([
    ['100%', '100%'],
    ['99,99%', '99.99%'],
    ['99,99%', '99.99%'],
    ['99,96%', '99.96%'],
    ['2,86%', '2.86%'],
    ['3,13%', '3.13%'],
    ['dưới 0,01%', 'under 0.01%'],
    ['0,01%', '0.01%'],
    ['0%', '0%'],
    ['150%', '150%'],
  ])
})

test('a rounded rate is off by half of its last place at most, but for what lies closest under 100 %', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 100_000 }), fc.nat({ max: 3 }), (denominator, n, decimals) => {
      const rate = { numerator: n % (denominator + 1), denominator }
      const [exact, rounded] = [(rate.numerator / denominator) * 100, roundRate(rate, decimals)]
      const last = 10 ** -decimals
      return rounded === 100 - last ? exact < 100 && exact > rounded - last : Math.abs(exact - rounded) <= last / 2 + 1e-9
    }),
    tries(500),
  )
})
