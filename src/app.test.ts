import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { openApp } from './app.ts'
import { openLog, type Site } from './web/index.ts'

const world = withDatabase('empty')
let site: Site

beforeAll(async () => {
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false }
  site = await openApp({ config, database: world.database, log: openLog({ level: 'silent' }) })
})
afterAll(() => site.stop())

test('the program is ready when the database answers, is at its version, and is listened to', async () => {
  expect(await readiness()).toEqual([200, { status: 'ready', database: true, migrations: true, listening: true }])
})

test('a database that a newer program has brought forward is no longer ours to serve', async () => {
  await world.owner.query(`insert into migration (number, name, sha256) values (9999, 'of-tomorrow', '')`)
  expect(await readiness()).toEqual([503, { status: 'not-ready', database: true, migrations: false, listening: true }])
})

async function readiness(): Promise<[number, unknown]> {
  const response = await fetch(`http://127.0.0.1:${site.port}/readyz`)
  return [response.status, await response.json()]
}
