import { describe, expect, test } from 'vitest'
import { type Cap, headroomOf, isOverCap, isQuorate, levelOf, mostAtTop, quorumOf } from './cap.ts'

const cap = (cap_base: Cap['cap_base'], cap_rounding: Cap['cap_rounding'] = 'down', cap_share = 0.2): Cap => ({
  cap_share,
  cap_base,
  cap_rounding,
})
const rated = (at_top: number, at_good: number, others = 0) => ({ at_top, at_good, rated: at_top + at_good + others })

describe('the cap of Regulation 124', () => {
  test('counts against those rated good, and the part is dropped: of 30 with five at the top, twenty-five are good', () => {
    expect(mostAtTop(cap('of-good'), rated(5, 25))).toBe(5)
    expect(isOverCap(cap('of-good'), rated(6, 24))).toBe(true)
    expect(headroomOf(cap('of-good'), 30)).toBe(5)
  })

  test('leaves fewer places with each who is rated below good, where its base is those rated good', () => {
    expect([0, 1, 6, 29, 30].map(lower => headroomOf(cap('of-good'), 30, lower))).toEqual([5, 4, 4, 0, 0])
    expect(headroomOf(cap('of-all'), 30, 6)).toBe(6)
  })

  test('counts otherwise where its base is another', () => {
    expect(headroomOf(cap('of-good-or-better'), 30)).toBe(6)
    expect(mostAtTop(cap('of-good-or-better'), rated(4, 16, 10))).toBe(4)
    expect(mostAtTop(cap('of-all'), rated(4, 16, 10))).toBe(6)
  })

  test('is a whole number of a small base by the rounding of the scheme, and of an exact one without any', () => {
    const of_seven = rated(0, 7)
    expect((['down', 'nearest', 'up'] as const).map(rounding => mostAtTop(cap('of-good', rounding), of_seven))).toEqual([1, 1, 2])
    expect((['down', 'nearest', 'up'] as const).map(rounding => mostAtTop(cap('of-good', rounding), rated(0, 15)))).toEqual([3, 3, 3])
    expect(headroomOf(cap('of-good'), 5)).toBe(0)
    expect(headroomOf(cap('of-good', 'up'), 5)).toBe(1)
  })

  test('without a share there is none', () => {
    expect(headroomOf({ cap_share: null, cap_base: null, cap_rounding: 'down' }, 12)).toBe(12)
  })
})

test('two thirds of thirty-one are twenty-one, more than half are sixteen', () => {
  expect([quorumOf('two-thirds', 31), quorumOf('more-than-half', 31)]).toEqual([21, 16])
  expect(isQuorate('two-thirds', { members: 31, present: 20 })).toBe(false)
  expect(isQuorate('two-thirds', { members: 31, present: 21 })).toBe(true)
  expect(isQuorate('more-than-half', { members: 30, present: 15 })).toBe(false)
})

test('ninety points reach the first level, seventy the second', () => {
  const levels = [90, 70, 50, 0].map(least_points => ({ rating_level_id: least_points, least_points, name_vi: '', name_en: '' }))
  expect([100, 90, 89, 70, 50, 49, 0].map(points => levelOf(levels, points)?.least_points)).toEqual([90, 90, 70, 70, 50, 0, 0])
})
