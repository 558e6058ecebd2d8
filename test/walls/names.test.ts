import { expect, test } from 'vitest'
import { unasked } from '../../prove/guarantee-02.ts'
import { proveNames } from '../../prove/names-in-public.ts'
import { withDatabase } from '../harness/database.ts'

/** The part of guarantee 2 that everybody can read; `npm run prove -- 2` asks two hundred exemplars. */
const world = withDatabase('empty')
const careless = withDatabase('empty')

test('no public page names anybody without their consent, and who agrees is named; who takes it back is gone from all', async () => {
  const proved = await proveNames({ database: world.database, owner: world.owner }, { exemplars: 30, seed: 1 })
  expect(proved.first).toEqual([])
  expect([proved.leaks, proved.missed, proved.pages > 500]).toEqual([0, 0, true])
}, 300_000)

test('where nobody is asked for consent, the proof finds names', async () => {
  await careless.owner.query(unasked)
  const proved = await proveNames({ database: careless.database, owner: careless.owner }, { exemplars: 10, seed: 1 })
  expect(proved.leaks).toBeGreaterThan(0)
}, 300_000)
