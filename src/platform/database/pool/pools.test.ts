import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withSettings } from '../database.ts'
import { openPools } from './pools.ts'

let pools: ReturnType<typeof openPools>
beforeAll(() => {
  pools = openPools(withSettings({ ...inject('server').postgres, database: 'postgres' }))
})
afterAll(() => Promise.all([pools.kysely.destroy(), pools.public_db.destroy()]))

test('however many public pages are at the database, whoever works is answered before them', async () => {
  let read = 0
  const sleep = CompiledQuery.raw('select pg_sleep(1)')
  const view = Array.from({ length: 14 }, () => pools.public_db.executeQuery(sleep).then(() => read++))
  await Promise.all(Array.from({ length: 12 }, () => pools.kysely.executeQuery(CompiledQuery.raw('select 1'))))
  expect(read).toBe(0)
  await Promise.all(view)
})

test('a public page does not keep the database at one question for ever', async () => {
  const { rows } = await pools.public_db.executeQuery<{ statement_timeout: string }>(CompiledQuery.raw('show statement_timeout'))
  expect(rows).toEqual([{ statement_timeout: '10s' }])
})
