import { expect, test } from 'vitest'
import { withDatabase } from '../harness/database.ts'
import { tries } from '../harness/tries.ts'
import { proveAccounts } from './prove-accounts.ts'

const world = withDatabase('empty')
const without_reach = withDatabase('empty')
const without_second = withDatabase('empty')

test('in worlds drawn at random nobody comes into the use of an account that may do more than they cover, nor alone into one that holds anything', async () => {
  const proved = await proveAccounts({ database: world.database, owner: world.owner, scenarios: 100 * tries(10).numRuns, seed: 2026 })
  expect(proved.first).toEqual([])
  expect([proved.leaks, proved.wrong_denials]).toEqual([0, 0])
})

test('with the question of the reach taken out the proof finds who becomes more than they are', async () => {
  const { database, owner } = without_reach
  await owner.query(
    `create or replace function reached_by(of_person bigint) returns table (unit_id integer) language sql stable as $$ select 0 where false $$`,
  )
  expect((await proveAccounts({ database, owner, scenarios: 600, seed: 2026 })).leaks).toBeGreaterThan(0)
})

test('with the second person taken out the proof finds who comes in alone', async () => {
  const { database, owner } = without_second
  await owner.query(`create or replace function needs_second(of_person bigint) returns boolean language sql stable as $$ select false $$`)
  await owner.query(`create or replace function is_opened(of_person bigint) returns boolean language sql stable as $$ select false $$`)
  const { leaks, first } = await proveAccounts({ database, owner, scenarios: 200, seed: 2026 })
  expect([leaks > 0, first.some(what => /accept|other kind/.test(what))]).toEqual([true, true])
})
