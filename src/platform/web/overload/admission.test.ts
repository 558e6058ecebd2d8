import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openLog } from '../log.ts'
import { type HttpServer, openHttpServer } from '../shell/http-server.ts'
import { admission } from './admission.ts'
import { Bodies } from './bodies.ts'
import { busy_words } from './busy-words.ts'
import { PriorityQueue } from './priority-queue.ts'
import { bodyOf, receiveFirst } from './receive-first.ts'

let server: HttpServer
let lanes: PriorityQueue
let bodies: Bodies
let entered: string[] = []
const site = { place: { vi: 'tỉnh Sông Lam', en: 'Sông Lam province' } }
const own = { 'sec-fetch-site': 'same-origin' }
const headers: [string, string][] = [['x-content-type-options', 'nosniff']]
const log = openLog({ level: 'silent' })

beforeAll(async () => {
  bodies = new Bodies()
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    receiveFirst(bodies, { site, headers, log })(admission({ site, lanes, headers, log })(within))(request, response)
  server = await openHttpServer({ port: 0, host: '127.0.0.1', listener })
})
afterAll(() => {
  bodies.stop()
  return server.stop()
})
beforeEach(() => {
  lanes = new PriorityQueue({ most_at_once: 1, most_waiting: 0 })
  entered = []
})

/** Answers with what was sent, or never. */
async function within(request: IncomingMessage, response: ServerResponse): Promise<void> {
  entered.push(request.url!)
  if (request.url === '/mai') await once(response, 'close')
  else response.end(bodyOf(request))
}

async function ask(path: string, { method = 'GET', ...rest }: RequestInit = {}) {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method, redirect: 'manual', ...rest })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const send = (path: string, body: URLSearchParams | FormData, more = {}) =>
  ask(path, { method: 'POST', body, headers: { ...own, ...more } })

test('who cannot be served in time is told when to come again, in their language, and never enters; afterwards all do', async () => {
  const leave = (await lanes.enter('save'))!
  for (const [path, lang] of [
    ['/tin', 'vi'],
    ['/en/tin', 'en'],
  ] as const) {
    const turned_away = await ask(path)
    const seconds = Number(turned_away.headers.get('retry-after'))
    expect([turned_away.status, seconds >= 10 && seconds <= 20, turned_away.headers.get('content-language')]).toEqual([503, true, lang])
    expect([turned_away.headers.get('x-content-type-options'), turned_away.headers.get('cache-control')]).toEqual(['nosniff', 'no-store'])
    expect(turned_away.text).toContain(busy_words[lang].say(seconds))
    expect(turned_away.text).toMatch(/Tỉnh Sông Lam|Sông Lam province/)
  }
  expect(await ask('/tin', { method: 'HEAD' })).toMatchObject({ status: 503, text: '' })
  expect(entered).toEqual([])
  leave()
  expect([(await ask('/tin')).status, (await ask('/tin')).status]).toEqual([200, 200])
})

test('who is turned away reads it in the language, size and contrast of the address they asked for, and goes on in them', async () => {
  await lanes.enter('save')
  const shown = async (path: string) => {
    const { text } = await ask(path)
    return [/<html [^>]*>/.exec(text)?.[0], /<a class="brand" href="(.*?)"/.exec(text)?.[1]]
  }
  expect(await shown('/tin?co=rat-lon&tp=cao')).toEqual(['<html lang="vi" class="co-rat-lon tp-cao">', '/?co=rat-lon&amp;tp=cao'])
  expect(await shown('/en?co=lon')).toEqual(['<html lang="en" class="co-lon">', '/en?co=lon'])
  expect(await shown('/tin?co=khong-co')).toEqual(['<html lang="vi">', '/'])
  const sent = await send('/en/cam-ket/7/nop?tp=cao', new URLSearchParams({ what: 'x' }))
  expect(sent.text).toContain('<html lang="en" class="tp-cao">')
  expect(sent.text).toContain('<form method="post" action="/en/cam-ket/7/nop?tp=cao">')
})

test('health is always answered, and what no page of ours has sent is refused within, whoever else waits', async () => {
  await lanes.enter('save')
  await ask('/healthz')
  await ask('/readyz')
  await ask('/cam-ket/7/nop', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ what: 'Trồng cây' }),
  })
  expect(entered).toEqual(['/healthz', '/readyz', '/cam-ket/7/nop'])
})

test('what was sent into a crowd stands in the page that refuses it, and one press sends the very same', async () => {
  const leave = (await lanes.enter('save'))!
  const typed = new URLSearchParams([
    ['key', 'nop-0123456789abcdef'],
    ['what', 'Trồng 30 cây "lát hoa" & <xoan>'],
    ['what', 'Thăm hỏi'],
  ])
  const refused = await send('/cam-ket/7/nop?lan=2', typed)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^[3-6]$/)])
  expect(refused.text).toContain('<form method="post" action="/cam-ket/7/nop?lan=2">')
  expect(refused.text).toContain(busy_words.vi.kept)
  leave()
  const again = await send('/cam-ket/7/nop', new URLSearchParams(fieldsOn(refused.text)))
  expect([again.status, again.text]).toEqual([200, String(typed)])
})

test('of a form with a file what was written is kept, and that the file must be chosen again is said; one that is cut off or empty is refused without', async () => {
  await lanes.enter('save')
  const form = new FormData()
  form.set('what', 'Làm 200 m đường')
  form.set('photo', new File(['x'], 'duong.jpg', { type: 'image/jpeg' }))
  const refused = await send('/viec/7/minh-chung', form)
  expect(fieldsOn(refused.text)).toEqual([['what', 'Làm 200 m đường']])
  expect(refused.text).toContain(busy_words.vi.kept_without_files)
  const broken = await ask('/viec/7', {
    method: 'POST',
    headers: { ...own, 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nhỏng',
  })
  const empty = await ask('/viec/7', { method: 'POST', headers: own })
  expect([broken, empty].map(({ status, text }) => [status, text.includes('<form method="post"')])).toEqual([
    [503, false],
    [503, false],
  ])
})

test('a script is answered in its own words, and no password is repeated', async () => {
  await lanes.enter('save')
  const script = await send('/cam-ket/7/nop', new URLSearchParams({ key: 'x' }), { accept: 'application/json' })
  expect([script.status, script.headers.has('retry-after'), script.text]).toEqual([503, true, '{}'])
  for (const path of ['/dang-nhap', '/en/dang-nhap?ve=/cam-ket', '/tai-khoan/mat-khau'])
    expect((await send(path, new URLSearchParams({ password: 'rất bí mật' }))).text).not.toContain('bí mật')
})

test('a place is free again when the work is done, not before: also where whoever asked has gone', async () => {
  const gone = new AbortController()
  const asked = ask('/mai', { signal: gone.signal })
  await expect.poll(() => entered).toEqual(['/mai'])
  expect((await ask('/tin')).status).toBe(503)
  gone.abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(async () => (await ask('/tin')).status).toBe(200)
})

function fieldsOn(page: string): [string, string][] {
  const plain = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [plain(name!), plain(value!)])
}
