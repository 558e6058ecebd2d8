import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withDatabase } from '../harness/database.ts'
import { answersOf, runsOf, tablesBehindFigures } from './answers.ts'

/** A reform of the house changes no number. `UNCHANGED_UNITS=200` asks all that the file holds; `UNCHANGED_WRITE=1` writes it anew. */
const world = withDatabase('demo')
const units = Number(process.env.UNCHANGED_UNITS ?? 20)
const is_writing = process.env.UNCHANGED_WRITE === '1'

test('every figure answers each unit as it did, on three days and all maps', async () => {
  const answers = await answersOf(world.database, units)
  expect(answers).toEqual(kept('answers', answers).slice(0, answers.length))
  expect(new Set(answers.map(line => line.split(' ')[0])).size).toBe(units)
}, 3_600_000)

test('every frozen run and its place in the chain are what they were', async () => {
  const runs = await runsOf(world.db)
  expect(runs).toEqual(kept('runs', runs))
})

test('the tables behind each figure are what they were', () => {
  const behind = tablesBehindFigures()
  expect(behind).toEqual(kept('tables', behind))
})

function kept(name: string, found: string[]): string[] {
  const file = new URL(`${name}.txt`, import.meta.url)
  if (is_writing) writeFileSync(file, `${found.join('\n')}\n`)
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}
