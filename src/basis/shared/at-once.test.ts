import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce } from './at-once.ts'

test('no more than so many are under way at once, all come in turn, and one that fails leaves its place to the next', async () => {
  const inTurn = atOnce(3)
  const began: number[] = []
  let under_way = 0
  let most = 0
  const work = (n: number) => async () => {
    began.push(n)
    most = Math.max(most, ++under_way)
    await nextTurn()
    under_way -= 1
    if (n % 2 === 1) throw new Error(`${n}`)
    return n
  }
  const ended = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => inTurn(work(n))))
  expect(ended.map(one => one.status === 'fulfilled')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => n % 2 === 0))
  expect([most, began]).toEqual([3, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]])
})
