import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { untilMet } from '../../../../test/harness/until.ts'
import { Layout } from '../layout.tsx'
import { openLog } from '../log.ts'
import { openSite, type Site } from './open-site.ts'
import { showPage } from './show-page.ts'
import type { WebEnv } from './web-env.ts'

const world = withDatabase('empty')
const token = 'mot-ma-du-dai-de-khong-doan-duoc'
const written: Record<string, unknown>[] = []
let site: Site

beforeAll(async () => {
  const routes = new Hono<WebEnv>()
  routes.get('/tin', c => showPage(c, <Layout {...c.var.view} title="Tin" children="" />, { tags: ['edition'] }))
  const log = openLog({ level: 'info', to: { write: line => void written.push(JSON.parse(line)) } })
  const readiness = { database: () => true, ledger_key: () => 'Thiếu khóa · The key is missing' }
  const gauges = async () => ({ neu_guong_backup_age_seconds: 12.5, neu_guong_unknown: null })
  const more = { readiness, gauges, conditions: { clock_behind_s: async () => 0 }, writes_access: true, metrics_token: token }
  site = await openSite({ rooms: [routes], connect: () => world.connect('neu_guong_app'), log, port: 0, host: '127.0.0.1', ...more })
})
afterAll(() => site.stop())

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`http://127.0.0.1:${site.port}${path}`, { headers })
  return { status: answer.status, text: await answer.text() }
}

test('whoever watches reads the numbers of the process, of what was answered, of what must be so, and of the register', async () => {
  await ask('/tin')
  await ask('/tin')
  await ask('/khong-co')
  const { status, text } = await ask('/metrics')
  expect(status).toBe(200)
  const lines = text.split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'neu_guong_requests_total{status="2xx"} 2',
      'neu_guong_requests_total{status="4xx"} 1',
      'neu_guong_request_seconds_count 3',
      'neu_guong_request_seconds_bucket{le="+Inf"} 3',
      'neu_guong_pages_kept 1',
      'neu_guong_ready{check="database"} 1',
      'neu_guong_ready{check="ledger_key"} 0',
      'neu_guong_clock_behind_s 0',
      'neu_guong_backup_age_seconds 12.5',
    ]),
  )
  expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m)
  expect(text).not.toContain('unknown')
  // Each line is a comment, or a name with a number.
  expect(lines.filter(line => line !== '' && !/^(?:# TYPE \w+ \w+|\w+(?:\{\w+="[^"]*"\})? -?[\d.e+-]+)$/.test(line))).toEqual([])
})

test('a proxy in front passes nobody on to the numbers; with the token they are read from anywhere, with another one they are not', async () => {
  const by_proxy = { 'x-forwarded-for': '203.0.113.7' }
  expect((await ask('/metrics', by_proxy)).status).toBe(404)
  expect((await ask('/metrics', { ...by_proxy, authorization: `Bearer ${token}` })).status).toBe(200)
  expect((await ask('/metrics', { ...by_proxy, authorization: `Bearer ${token}x` })).status).toBe(404)
})

test('a page that is not ready says of each thing why, where that is known', async () => {
  const { status, text } = await ask('/readyz')
  expect([status, JSON.parse(text)]).toMatchObject([
    503,
    { status: 'not-ready', database: true, ledger_key: false, why: { ledger_key: 'Thiếu khóa · The key is missing' } },
  ])
})

test('each public page that goes out is written down, a kept one as well; no address, no question, and nothing of other pages', async () => {
  written.length = 0
  await ask('/tin?fbclid=ai-do')
  await ask('/healthz')
  await ask('/dang-nhap')
  await untilMet(() => expect(written.some(line => 'public' in line)).toBe(true))
  const lines = written.filter(line => 'public' in line)
  expect(lines.map(({ public: path, method, status }) => [path, method, status])).toEqual([['/tin', 'GET', 200]])
  expect(Object.keys(lines[0]!).toSorted()).toEqual(['level', 'method', 'ms', 'public', 'status', 'time'])
  expect(JSON.stringify(written)).not.toContain('ai-do')
})
