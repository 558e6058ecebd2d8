import { expect, test } from 'vitest'
import { withDatabase } from '../harness/database.ts'
import { proveScopes } from './prove-scopes.ts'

const world = withDatabase('empty')
const other = withDatabase('empty')
const unguarded = withDatabase('empty')
const amendable = withDatabase('empty')
const without_reach = withDatabase('empty')

test('in worlds drawn at random nobody sees, or may do, what is not theirs; and nobody is denied what is', async () => {
  const proved = await proveScopes({ database: world.database, owner: world.owner, scenarios: 1500, seed: 2026 })
  expect(proved.first).toEqual([])
  expect([proved.leaks, proved.wrong_denials]).toEqual([0, 0])
})

test('with one table’s wall taken down the proof finds the leak', async () => {
  await other.owner.query('alter table commitment disable row level security')
  const proved = await proveScopes({ database: other.database, owner: other.owner, scenarios: 300, seed: 2026 })
  expect(proved.leaks).toBeGreaterThan(0)
  expect(proved.first[0]).toContain('rows of commitment')
})

test('with an endorsement left to whoever sees it, the proof finds who could undo what they may not', async () => {
  await unguarded.owner.query('alter policy app_changes on commitment_step using (true)')
  const proved = await proveScopes({ database: unguarded.database, owner: unguarded.owner, scenarios: 600, seed: 2026 })
  expect([proved.leaks > 0, proved.first[0]!.includes('endorsements to undo')]).toEqual([true, true])
})

test('with an amendment left to whoever sees it, the proof finds who could take back what they may not', async () => {
  await amendable.owner.query('alter policy app_changes on commitment using (is_open(recorded) and is_amendment_taken_back(commitment_id))')
  const proved = await proveScopes({ database: amendable.database, owner: amendable.owner, scenarios: 600, seed: 2026 })
  expect([proved.leaks > 0, proved.first[0]!.includes('amendments to take back')]).toEqual([true, true])
})

test('with the question taken out of what an account reaches, the proof finds whom somebody could open beyond their reach', async () => {
  await without_reach.owner.query(
    `create or replace function reached_by(of_person bigint) returns table (unit_id integer) language sql stable as $$ select 0 where false $$`,
  )
  const proved = await proveScopes({ database: without_reach.database, owner: without_reach.owner, scenarios: 600, seed: 2026 })
  expect([proved.leaks > 0, proved.first.some(what => what.includes('reaches'))]).toEqual([true, true])
})
