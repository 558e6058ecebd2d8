import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withSettings } from '../database.ts'
import { openPools } from './pools.ts'

let pools: ReturnType<typeof openPools>
beforeAll(() => {
  pools = openPools(withSettings({ ...inject('server').neu_guong_app, database: 'postgres' }))
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

test('a connection that came in as another role, as pgbouncer lets it, or as one that no policy binds, is not worked on: a sentence says so', async () => {
  for (const config of [inject('server').neu_guong_owner, inject('server').postgres]) {
    const other = openPools(withSettings({ ...config, database: 'postgres' }))
    for (const db of [other.kysely, other.public_db])
      await expect(db.executeQuery(CompiledQuery.raw('select 1'))).rejects.toThrow(/and not as "neu_guong_app": nothing is served/)
    await Promise.all([other.kysely.destroy(), other.public_db.destroy()])
  }
})
