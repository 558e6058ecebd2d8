import { expect, test } from 'vitest'
import { printRate } from './print-value.ts'

test('a hundred per cent is printed only when nobody is missing', () => {
  expect(printRate(36_418, 36_418)).toBe('100%')
  expect(printRate(36_417, 36_418)).toBe('99,99%')
  expect(printRate(9_996, 10_000)).toBe('99,96%')
})
