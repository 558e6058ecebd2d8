import { beforeAll, expect, test } from 'vitest'
import { control, proveTrees } from '../../prove/guarantee-16.ts'
import { inventTree, plantGround } from '../../prove/invented-tree.ts'
import { withDatabase } from '../harness/database.ts'
import { tries } from '../harness/tries.ts'

/** Guarantee 16 on as many trees as other properties are tried; `npm run prove -- 16` asks 200. */
const world = withDatabase('empty')
beforeAll(() => plantGround(world.owner))

test('in no invented tree does anything end before it begins or as it begins, by either clock', () => {
  const trees = Array.from({ length: 300 }, (_, i) => inventTree(i + 1))
  const ends_early = trees.filter(({ placed }) => placed.some(one => one.from >= one.to || one.known_from >= one.known_to))
  expect(ends_early.map(({ root }) => root)).toEqual([])
})

test('nothing that is told of two trees determines a small cell, over units, figures, days, clocks and mergers', async () => {
  const { failures, notes } = await proveTrees(world, tries(20).numRuns)
  expect([failures, notes!.slice(1)]).toEqual([0, []])
}, 900_000)

test('«nobody has handed in», told of a whole, says nothing new of a small unit, though a merger on that day made an empty one in it', async () => {
  const { failures, notes } = await proveTrees(world, 69, 69)
  expect([failures, notes!.slice(1)]).toEqual([0, []])
}, 900_000)

test('without any one of the protections the solver finds small cells', async () => {
  expect(await control()).toBe(true)
}, 120_000)
