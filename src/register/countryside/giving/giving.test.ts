import { expect, test } from 'vitest'
import { quantityIn } from './giving.ts'

test.each([
  ['120', 120],
  ['1.200', 1200],
  ['1.200.000', 1_200_000],
  ['1 200', 1200],
  ['12,5', 12.5],
  ['1.200,75', 1200.75],
])('%s is read as it is written here', (text, quantity) => {
  expect(quantityIn(text)).toBe(quantity)
})

test.each(['', '0', '-5', '1.5', '12.00', '1,200,000', '5 m2', 'mười', '1e3', '99999999999999'])('«%s» is no quantity', text => {
  expect(quantityIn(text)).toBeNull()
})
