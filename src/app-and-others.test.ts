import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { openApp } from './app.ts'
import { openLog, type Site } from './platform/web/index.ts'

const world = withDatabase('empty')
const connections = new Set<Socket>()
const deaf = createServer(socket => {
  connections.add(socket)
  socket.on('error', () => {})
  socket.on('data', () => calls++)
})
const lines: string[] = []
let calls = 0
let site: Site

beforeAll(async () => {
  deaf.listen(0, '127.0.0.1')
  await once(deaf, 'listening')
  const issuer = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`
  const sign_on = { issuer, client_id: 'so', client_secret: 'of the test', label: 'Cổng tỉnh' }
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on, requests_at_once: 4 }
  const log = openLog({ level: 'warn', to: { write: line => void lines.push(line) } })
  site = await openApp({ config, database: world.database, key: randomBytes(32), log })
})
afterAll(async () => {
  await site.stop()
  for (const socket of connections) socket.destroy()
  await new Promise(resolve => deaf.close(resolve))
})

const ask = async (path: string) => (await fetch(`http://127.0.0.1:${site.port}${path}`, { redirect: 'manual' })).status
const clickTwelveTimes = () => Promise.all(Array.from({ length: 12 }, () => ask('/dang-nhap/noi-khac')))

test('twelve people press the sign-on, which takes the call and never answers: meanwhile the staff page is answered, and in the end each is told', async () => {
  const clicks = clickTwelveTimes()
  await expect.poll(() => calls).toBeGreaterThan(0)
  expect(await Promise.race([clicks, Promise.all([ask('/dang-nhap'), ask('/cam-ket')])])).toEqual([200, 303])
  expect(await clicks).toEqual(Array(12).fill(422))
})

test('after a few failures nobody waits for it any more, and the log has said so once', async () => {
  for (const _ of [1, 2]) await ask('/dang-nhap/noi-khac')
  const before = calls
  expect(await clickTwelveTimes()).toEqual(Array(12).fill(422))
  expect(calls).toBe(before)
  expect(lines.map(line => JSON.parse(line).msg)).toEqual(['the sign-on elsewhere does not answer as it should: TimeoutError'])
})
