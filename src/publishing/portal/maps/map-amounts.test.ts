import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepsOf } from './map-amounts.ts'

test('a map has at most four steps of about as many communes each, and equal amounts lie in one', () => {
  expect(stepsOf([1, 2, 3, 4, 5, 6, 7, 80])).toEqual([
    { least: 1, most: 2 },
    { least: 3, most: 4 },
    { least: 5, most: 6 },
    { least: 7, most: 80 },
  ])
  expect(stepsOf([5, 5, 5, 9])).toEqual([
    { least: 5, most: 5 },
    { least: 9, most: 9 },
  ])
  expect(stepsOf([12])).toEqual([{ least: 12, most: 12 }])
  expect(stepsOf([0])).toEqual([])
})

test('every amount lies in one step and no other', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), amounts => {
      const steps = stepsOf(amounts)
      expect(amounts.filter(amount => steps.filter(({ least, most }) => least <= amount && amount <= most).length !== 1)).toEqual([])
    }),
  )
})
