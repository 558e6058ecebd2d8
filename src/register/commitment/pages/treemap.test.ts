import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { treemap } from './treemap.ts'

test('one unit fills the frame; two alike share it', () => {
  const frame = { x: 0, y: 0, width: 200, height: 100 }
  expect(treemap([{ of: 'a', weight: 3 }], frame)).toEqual([{ of: 'a', ...frame }])
  expect(
    treemap(
      [
        { of: 'a', weight: 5 },
        { of: 'b', weight: 5 },
      ],
      frame,
    ),
  ).toEqual([
    { of: 'a', x: 0, y: 0, width: 100, height: 100 },
    { of: 'b', x: 100, y: 0, width: 100, height: 100 },
  ])
})

test('whatever the weights, every tile lies in the frame, as large as its weight says, and none on another', () => {
  const frame = { x: 0, y: 0, width: 300, height: 180 }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 }), weights => {
      const tiles = treemap(
        weights.map((weight, of) => ({ of, weight })),
        frame,
      )
      const sum = weights.reduce((a, b) => a + b, 0)
      for (const { of, x, y, width, height } of tiles) {
        expect(width * height).toBeCloseTo((weights[of]! * 300 * 180) / sum, 4)
        expect(Math.min(x, y, 300 - x - width, 180 - y - height)).toBeGreaterThan(-1e-6)
      }
      const overlaps = tiles.filter((a, i) =>
        tiles.slice(i + 1).some(b => overlap(a.x, a.width, b.x, b.width) * overlap(a.y, a.height, b.y, b.height) > 1e-6),
      )
      expect(overlaps).toEqual([])
    }),
    tries(),
  )
})

function overlap(from: number, length: number, other: number, others: number): number {
  return Math.max(0, Math.min(from + length, other + others) - Math.max(from, other) - 1e-9)
}
