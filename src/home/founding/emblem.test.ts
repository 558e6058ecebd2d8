import { expect, test } from 'vitest'
import { pngOf } from '../../../test/harness/emblem.ts'
import { isEmblem } from './emblem.ts'

test('an emblem is a square PNG of a side that can be drawn, and no larger than its limit', () => {
  expect([pngOf(96, 96), pngOf(48, 48), pngOf(1024, 1024)].map(isEmblem)).toEqual([true, true, true])
  const jpeg = Buffer.from('ffd8ffe000104a4649460001', 'hex')
  const others = [
    pngOf(96, 95),
    pngOf(47, 47),
    pngOf(1025, 1025),
    jpeg,
    Buffer.from('<svg/>'),
    Buffer.alloc(0),
    pngOf(96, 96).subarray(0, 20),
  ]
  expect(others.map(isEmblem)).toEqual(others.map(() => false))
  expect(isEmblem(Buffer.concat([pngOf(96, 96), Buffer.alloc(64 * 1024)]))).toBe(false)
})
