import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import type { Reads } from '../../platform/database/index.ts'
import { TaggedCache } from '../../platform/web/index.ts'
import { type ReadMemory, rememberedReads } from './remembered-reads.ts'

const now = new Date('2026-11-24T03:00:00Z')
const later = new Date('2026-11-24T03:00:07Z')
const of_tree = 'select * from placement where recorded @> $1'
const of_tallies = 'select * from commitment_tally where recorded_at <= $1'
const through_a_function = 'select * from units_by_branch($1)'

/** A database that numbers its answers, and its memory; `ask` gives the number of the answer got. */
function world() {
  let answers = 0
  const db = { executeQuery: async () => ({ rows: [{ n: ++answers }] }) } as unknown as Reads
  const memory: ReadMemory = new TaggedCache({ clock: () => now.getTime() })
  memory.open()
  const rowsOf = async (sql: string, instant: string, at = now) =>
    (await rememberedReads(db, memory, at).executeQuery<{ n: number }>(CompiledQuery.raw(sql, [instant]))).rows
  return { memory, rowsOf, ask: async (...asked: Parameters<typeof rowsOf>) => (await rowsOf(...asked))[0]!.n }
}

test('what a commitment changes is read anew after it, and the tree is not', async () => {
  const { memory, ask } = world()
  const both = async () => [await ask(of_tree, now.toISOString()), await ask(of_tallies, now.toISOString())]
  expect([await both(), await both()]).toEqual([
    [1, 2],
    [1, 2],
  ])
  memory.purge(['commitment_tally'])
  expect(await both()).toEqual([1, 3])
  memory.purge(['placement'])
  expect(await both()).toEqual([4, 3])
})

test('a read that goes through our functions is made anew when a table behind them is written', async () => {
  const { memory, ask } = world()
  await ask(through_a_function, now.toISOString())
  memory.purge(['succession_event'])
  expect(await ask(through_a_function, now.toISOString())).toBe(2)
})

test('what is known now is still known a little later; what was known at an instant is another question', async () => {
  const { ask } = world()
  await ask(of_tree, now.toISOString())
  expect(await ask(of_tree, later.toISOString(), later)).toBe(1)
  expect(await ask(of_tree, now.toISOString(), later)).toBe(2)
})

test('while changes may be missed nothing is remembered', async () => {
  const { memory, ask } = world()
  memory.close()
  expect([await ask(of_tree, now.toISOString()), await ask(of_tree, now.toISOString())]).toEqual([1, 2])
})

test('rows that many answers share cannot be changed by one', async () => {
  const rows = await world().rowsOf(of_tree, now.toISOString())
  expect(() => rows.push({ n: 0 })).toThrow()
  expect(() => Object.assign(rows[0]!, { n: 0 })).toThrow()
})
