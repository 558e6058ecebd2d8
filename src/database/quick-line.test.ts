import { expect, test, vi } from 'vitest'
import { withDatabase } from '../../test/harness/database.ts'
import { done } from '../shared/outcome.ts'
import { query } from './query.ts'

const world = withDatabase('empty')
const half = query<{ of: number; by: number }, { half: number; session: number }>(
  'select :of::int / :by::int as half, pg_backend_pid() as session',
  { keeps_plan: true },
)
const sessionNow = async () => (await half(world.db, { of: 0, by: 2 }))[0]!.session

test('short reads that are asked at once go over one connection, and each gets its own answer', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => half(world.db, { of: n * 2, by: 2 })))
  expect(answers.map(([row]) => row!.half)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  expect(new Set(answers.map(([row]) => row!.session)).size).toBe(1)
})

test('one that fails takes nothing from those before and after it', async () => {
  const answers = await Promise.allSettled([2, 0, 1].map(by => half(world.db, { of: 2, by })))
  expect(answers.map(answer => (answer.status === 'fulfilled' ? answer.value[0]!.half : answer.reason.message))).toEqual([
    1,
    'division by zero',
    2,
  ])
})

test('a line that was cut is replaced when the next read is asked', async () => {
  const before = await sessionNow()
  const other = await world.connect('neu_guong_app')
  // As whoever signed in: on a server of somebody else's all our roles are taken on by one account.
  await other.query('set role none')
  await other.query('select pg_terminate_backend($1)', [before])
  const after = await vi.waitUntil(() => sessionNow().catch(() => null))
  expect(after).not.toBe(before)
})

test('within a transaction a short read is asked where the transaction is', async () => {
  const outside = await sessionNow()
  const inside = await world.change(async tx => done((await half(tx, { of: 0, by: 2 }))[0]!.session))
  expect(inside).toMatchObject({ ok: true })
  expect(inside).not.toMatchObject({ value: outside })
})
