import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../test/harness/tries.ts'
import { canonicalJson, digestOf } from './canonical-json.ts'

test('the digest does not depend on the order of keys, and does on every value', () => {
  expect(canonicalJson({ b: 1, a: 'x' })).toBe(canonicalJson({ a: 'x', b: 1 }))
  expect(digestOf([{ a: 1 }])).not.toBe(digestOf([{ a: 2 }]))
})

test('a field that is not there and one that is undefined are the same fact; null is another', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  expect(canonicalJson({ a: null, b: 1 })).toBe('{"a":null,"b":1}')
})

test('whatever was written canonically and read again is written as the same bytes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), value => {
      const written = canonicalJson(value)
      expect(canonicalJson(JSON.parse(written))).toBe(written)
    }),
    tries(),
  )
})
