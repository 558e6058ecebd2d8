import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { findQuantities } from '../../../basis/quantity/index.ts'
import { numberInWords, vagueWord } from './number-in-words.ts'

test('what we write in words, we read back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 2, max: 2000 }), fc.integer({ min: 2, max: 1e12 })), n => {
      expect(findQuantities(`Có ${numberInWords(n)} hộ dân.`).map(({ value }) => value.most)).toEqual([n])
    }),
    tries(1000),
  )
})

test('numbers are said as people say them', () => {
  expect([0, 5, 15, 21, 105, 1_005, 1_200_000].map(numberInWords)).toEqual([
    'không', 'năm', 'mười lăm', 'hai mươi mốt', 'một trăm linh năm', 'một nghìn không trăm linh năm', 'một triệu hai trăm nghìn',
  ]) // biome-ignore format: seven numbers on one line
})

test('the vague word of a number is that of its order', () => {
  expect([9, 10, 99, 100, 999, 1000, 54_321].map(vagueWord)).toEqual([
    null, 'hàng chục', 'hàng chục', 'hàng trăm', 'hàng trăm', 'hàng nghìn', 'hàng chục nghìn',
  ]) // biome-ignore format: seven numbers on one line
})
