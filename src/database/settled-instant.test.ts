import { expect, test } from 'vitest'
import { tester, withDatabase } from '../../test/harness/database.ts'
import { done } from '../shared/outcome.ts'
import { change } from './change.ts'
import { settledInstant } from './settled-instant.ts'

const world = withDatabase('empty')

test('while changes run side by side, whatever was recorded before a settled instant can be read at once, and nothing is added to it later', async () => {
  const known = async (instant: string) =>
    (await world.owner.query('select number from instrument where lower(recorded) <= $1 order by 1', [instant])).rows.map(row => row.number)
  const write = (number: string) =>
    change(world.database, tester, async tx => {
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
      await tx.insertInto('instrument').values({ number, kind: 'other', issuer: 'x', title: 'x', signed_on: '2020-01-01' }).execute()
      return done(number)
    })
  const seen: { instant: string; numbers: string[] }[] = []
  const writers = Array.from({ length: 3 }, async (_, writer) => {
    for (let i = 0; i < 15; i++) await write(`${writer}-${i}`)
  })
  const watcher = (async () => {
    for (let i = 0; i < 15; i++) {
      const instant = await settledInstant(world.database)
      seen.push({ instant, numbers: await known(instant) })
    }
  })()
  await Promise.all([...writers, watcher])
  expect(seen.some(({ numbers }) => numbers.length > 0 && numbers.length < 45)).toBe(true)
  for (const { instant, numbers } of seen) expect(await known(instant)).toEqual(numbers)
})
