import { expect, test } from 'vitest'
import { canonicalJson, digestOf } from './digest.ts'
import { printRate } from './print-value.ts'

test('a hundred per cent is printed only when nobody is missing', () => {
  expect(printRate(36_418, 36_418)).toBe('100%')
  expect(printRate(36_417, 36_418)).toBe('99,99%')
  expect(printRate(9_996, 10_000)).toBe('99,96%')
})

test('the digest does not depend on the order of keys, and does on every value', () => {
  expect(canonicalJson({ b: 1, a: 'x' })).toBe(canonicalJson({ a: 'x', b: 1 }))
  expect(digestOf([{ a: 1 }])).not.toBe(digestOf([{ a: 2 }]))
})
