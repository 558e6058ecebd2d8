import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openLog } from '../log.ts'
import { error_words } from '../shell/error-words.ts'
import { type HttpServer, openHttpServer } from '../shell/http-server.ts'
import { admission } from './admission.ts'
import { Bodies, type BodyLimits } from './bodies.ts'
import { PriorityQueue } from './priority-queue.ts'
import { bodyOf, receiveFirst } from './receive-first.ts'

let server: HttpServer
let bodies: Bodies
let entered: string[]
let sockets: Socket[]
let now: number
const lanes = new PriorityQueue({ most_at_once: 1, most_waiting: 0 })
const log = openLog({ level: 'silent' })
const kb = 1024

beforeAll(async () => {
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    receiveFirst(bodies, { headers: [], log })(admission({ lanes, headers: [], log })(within))(request, response)
  server = await openHttpServer({ port: 0, host: '127.0.0.1', listener })
})
afterAll(() => server.stop())
beforeEach(() => {
  entered = []
  sockets = []
  open()
})
afterEach(() => {
  bodies.stop()
  for (const socket of sockets) socket.destroy()
})

/** A client is known here by a header. */
function open(limits: Partial<BodyLimits> = {}): void {
  bodies?.stop()
  now = 0
  bodies = new Bodies({ limits, clock: () => now, clientOf: ({ headers }) => String(headers['x-client'] ?? '') })
}

async function within(request: IncomingMessage, response: ServerResponse): Promise<void> {
  entered.push(request.url!)
  if (request.url === '/mai') await once(response, 'close')
  else response.end(`${bodyOf(request).length}`)
}

type Sent = { path?: string; length?: number | 'chunked'; type?: string; client?: string; begin?: string; waits?: boolean }

/** Begins to send a form, and goes on by hand. */
async function begin({
  path = '/cam-ket/7/nop',
  length = 10_000,
  type = 'text/plain',
  client = 'a',
  begin = 'x',
  waits = true,
}: Sent = {}) {
  const socket = connect(server.port, '127.0.0.1')
  sockets.push(socket)
  let answer = ''
  socket.on('data', chunk => (answer += chunk))
  socket.on('error', () => {})
  const head = [`POST ${path} HTTP/1.1`, 'host: a', 'sec-fetch-site: same-origin', `content-type: ${type}`, `x-client: ${client}`]
  const how = length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`
  const came = () => bodies.look().arriving.reduce((sum, { bytes }) => sum + bytes, 0)
  const before = came()
  socket.write(`${[...head, how].join('\r\n')}\r\n\r\n${begin}`)
  if (waits) await expect.poll(came).toBeGreaterThan(before)
  return {
    socket,
    status: () => expect.poll(() => answer.slice(9, 12), { timeout: 10_000 }),
    answer: () => answer,
    write: (text: string) => new Promise<void>(resolve => socket.write(text, () => resolve())),
  }
}

const said = (status: 408 | 413 | 503) => error_words.vi[status].title
const get = async (path = '/tin') => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status

test('however many send slowly, nobody waits for them: a request takes its turn when its body is here', async () => {
  const slow = await Promise.all(Array.from({ length: 12 }, () => begin({ waits: false })))
  await expect.poll(() => bodies.look().arriving.length).toBe(12)
  expect([await get(), await get('/cam-ket')]).toEqual([200, 200])
  const quick = await begin({ length: 1, waits: false })
  await quick.status().toBe('200')
  expect(entered).toEqual(['/tin', '/cam-ket', '/cam-ket/7/nop'])
  await slow[3]!.write('x'.repeat(9_999))
  await slow[3]!.status().toBe('200')
  expect(slow[3]!.answer()).toMatch(/10000$/)
})

test('what comes too slowly is refused with what to do; a poor line is not', async () => {
  open({ least_rate: kb, grace_ms: 20_000, deadline_ms: 600_000 })
  const [still, poor] = [await begin({ length: 100 * kb }), await begin({ length: 100 * kb })]
  now = 20_000
  bodies.sweep()
  for (let i = 0; i < 4; i++) {
    now += 10_000
    await poor.write('x'.repeat(12 * kb))
    await expect.poll(() => bodies.look().arriving.at(-1)!.bytes).toBe(1 + (i + 1) * 12 * kb)
    bodies.sweep()
  }
  await still.status().toBe('408')
  await expect.poll(still.answer).toContain(said(408))
  expect(poor.answer()).toBe('')
  now = 600_001
  bodies.sweep()
  await poor.status().toBe('408')
  expect(entered).toEqual([])
})

test('what is too long is refused at once, and whoever goes on sending reads the answer: the line is not broken, and serves again', async () => {
  const whole = 300 * kb
  for (const length of [whole, 'chunked'] as const) {
    const sent = await begin({ path: '/kiem-so', length, begin: '', waits: false })
    for (let i = 0; i < 30; i++) await sent.write(length === 'chunked' ? `2800\r\n${'x'.repeat(10 * kb)}\r\n` : 'x'.repeat(10 * kb))
    if (length === 'chunked') await sent.write('0\r\n\r\n')
    await sent.status().toBe('413')
    await expect.poll(sent.answer).toContain(said(413))
    await sent.write('GET /tin HTTP/1.1\r\nhost: a\r\n\r\n')
    await expect.poll(() => sent.answer().match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  }
  expect(bodies.look()).toEqual({ arriving: [], held: 0 })
})

test('an address that cannot be read is refused like any other', async () => {
  for (const path of ['//', '/%', 'http://[', '*']) {
    const sent = await begin({ path, length: 5 * 1024 * kb, begin: '', waits: false })
    await sent.status().toMatch(/^4/)
  }
})

test('each kind of address takes what it needs, and no more', async () => {
  const limits: [string, string, number][] = [
    ['/kiem-so', 'application/x-www-form-urlencoded', 256 * kb],
    ['/en/kiem-so', 'multipart/form-data; boundary=x', 256 * kb],
    ['/dang-nhap/khoa/tra-loi', 'application/json', 64 * kb],
    ['/cam-ket/7/nop', 'application/x-www-form-urlencoded', 4096 * kb],
    ['/viec/7', 'multipart/form-data; boundary=x', 27 * 1024 * kb],
  ]
  for (const [path, type, length] of limits) {
    const [fits, does_not] = [await begin({ path, type, length }), await begin({ path, type, length: length + 1, begin: '', waits: false })]
    await does_not.status().toBe('413')
    expect([path, fits.answer()]).toEqual([path, ''])
  }
})

test('of slow bodies one client may have a few; the others, and what comes at once, are not counted', async () => {
  open({ slow_after_ms: 2_000, most_slow_each: 3 })
  const first = [await begin(), await begin(), await begin()]
  const other = await begin({ client: 'b' })
  now = 1_000
  const fourth = await begin()
  now = 2_500
  bodies.sweep()
  const quick = await begin({ length: 1, waits: false })
  await quick.status().toBe('200')
  now = 3_500
  bodies.sweep()
  await fourth.status().toBe('503')
  expect(fourth.answer()).toMatch(/retry-after: \d+/i)
  expect([...first, other].map(one => one.answer())).toEqual(['', '', '', ''])
})

test('no more is held than there is room for: of one client, and by long bodies, which leave some for short ones; what was answered makes room', async () => {
  open({ most_held: 400 * kb, most_held_each: 200 * kb, short: 10 * kb })
  const upload = { type: 'multipart/form-data; boundary=x', length: 1000 * kb, path: '/viec/7' }
  await begin({ ...upload, begin: 'x'.repeat(150 * kb) })
  await expect.poll(() => bodies.look().held).toBe(150 * kb)
  const too_much_for_one = await begin({ ...upload, begin: 'x'.repeat(60 * kb), waits: false })
  await too_much_for_one.status().toBe('503')
  await begin({ ...upload, client: 'b', begin: 'x'.repeat(140 * kb) })
  await expect.poll(() => bodies.look().held).toBe(290 * kb)
  const too_long_now = await begin({ ...upload, client: 'c', begin: 'x'.repeat(20 * kb), waits: false })
  await too_long_now.status().toBe('503')
  await expect.poll(() => bodies.look().held).toBe(290 * kb)
  const short = await begin({ client: 'c', length: 9 * kb, begin: 'x'.repeat(9 * kb), waits: false })
  await short.status().toBe('200')
  await expect.poll(() => bodies.look().held).toBe(290 * kb)
})

test('a form of half a million fields is not taken apart', async () => {
  const fields = 'a&'.repeat(6_000)
  const many = await begin({ type: 'application/x-www-form-urlencoded', length: fields.length, begin: fields, waits: false })
  await many.status().toBe('413')
  const parts = '--x\r\n'.repeat(6_000)
  const divided = await begin({ type: 'multipart/form-data; boundary=x', length: parts.length, begin: parts, waits: false })
  await divided.status().toBe('413')
  const few = 'a&'.repeat(4_000)
  const ticked = await begin({ type: 'application/x-www-form-urlencoded', length: few.length, begin: few, waits: false })
  await ticked.status().toBe('200')
})

test('whoever hangs up while sending leaves nothing behind, and is no request', async () => {
  const gone = await begin({ begin: 'x'.repeat(5_000) })
  gone.socket.destroy()
  await expect.poll(() => bodies.look()).toEqual({ arriving: [], held: 0 })
  expect(entered).toEqual([])
})

test('who was refused and goes on sending for ever is cut off', async () => {
  open({ grace_ms: 1_000, linger_ms: 30_000 })
  const slow = await begin()
  now = 5_000
  bodies.sweep()
  await slow.status().toBe('408')
  now = 34_000
  bodies.sweep()
  expect(bodies.look().arriving).toHaveLength(1)
  now = 36_000
  const closed = once(slow.socket, 'close')
  bodies.sweep()
  await closed
  expect(bodies.look()).toEqual({ arriving: [], held: 0 })
})
