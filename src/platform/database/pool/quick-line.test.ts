import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { until } from '../../../../test/harness/until.ts'
import { done } from '../../../basis/shared/outcome.ts'
import { query } from '../query.ts'
import { Pooled } from './pooled.ts'

const world = withDatabase('empty')
const half = query<{ of: number; by: number }, { half: number; session: number }>(
  'select :of::int / :by::int as half, pg_backend_pid() as session',
  { is_short: true },
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

test('whoever asks behind a short read that waits for a lock is answered while it waits; it is answered once the lock is free', async () => {
  const waiting = query<{ lock: number }, { waited: boolean }>('select pg_advisory_lock_shared(:lock) is not null as waited', {
    is_short: true,
  })
  const impatient = new Pooled({ connectionString: world.url, options: '-c role=neu_guong_app' }, 200)
  const holder = await world.connect('neu_guong_app')
  await holder.query('select pg_advisory_lock(1867)')
  let is_held = true
  const slow = waiting(impatient, { lock: 1867 }).then(rows => ({ rows, is_held }))
  const behind = await Promise.all([2, 4, 6].map(of => half(impatient, { of, by: 2 }).then(rows => ({ half: rows[0]!.half, is_held }))))
  is_held = false
  await holder.query('select pg_advisory_unlock(1867)')
  expect(behind).toEqual([1, 2, 3].map(half => ({ half, is_held: true })))
  expect(await slow).toEqual({ rows: [{ waited: true }], is_held: false })
  await holder.end()
  await impatient.destroy()
})

test('a line that was cut is replaced, and what is asked meanwhile is answered through the pool', async () => {
  const before = await sessionNow()
  const other = await world.connect('neu_guong_app')
  // As whoever signed in: on a server of somebody else's all our roles are taken on by one account.
  await other.query('set role none')
  await other.query('select pg_terminate_backend($1)', [before])
  const sessions = await until(async () => {
    const asked_at_once = new Set(await Promise.all([sessionNow(), sessionNow(), sessionNow()]))
    return asked_at_once.size === 1 ? asked_at_once : null
  })
  expect(sessions).not.toContain(before)
})

test('within a transaction a short read is asked where the transaction is', async () => {
  const outside = await sessionNow()
  const inside = await world.change(async tx => done((await half(tx, { of: 0, by: 2 }))[0]!.session))
  expect(inside).toMatchObject({ ok: true })
  expect(inside).not.toMatchObject({ value: outside })
})
