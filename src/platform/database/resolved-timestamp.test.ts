import { beforeAll, expect, test } from 'vitest'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { note, openNotebook } from '../../../test/harness/notebook.ts'
import { done } from '../../basis/shared/outcome.ts'
import { change } from './change.ts'
import { resolvedTimestamp } from './resolved-timestamp.ts'

const world = withDatabase('empty')
beforeAll(() => openNotebook(world.owner))

test('while changes run side by side, whatever was recorded before a settled instant can be read at once, and nothing is added to it later', async () => {
  const known = async (instant: string) =>
    (await world.owner.query('select words from note where lower(recorded) <= $1 order by 1', [instant])).rows.map(row => row.words)
  const write = (words: string) =>
    change(world.database, tester, async tx => {
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
      await note(tx, words)
      return done(words)
    })
  const seen: { instant: string; notes: string[] }[] = []
  const writers = Array.from({ length: 3 }, async (_, writer) => {
    for (let i = 0; i < 15; i++) await write(`${writer}-${i}`)
  })
  const watcher = (async () => {
    for (let i = 0; i < 15; i++) {
      const instant = await resolvedTimestamp(world.database)
      seen.push({ instant, notes: await known(instant) })
    }
  })()
  await Promise.all([...writers, watcher])
  expect(seen.some(({ notes }) => notes.length > 0 && notes.length < 45)).toBe(true)
  for (const { instant, notes } of seen) expect(await known(instant)).toEqual(notes)
})
