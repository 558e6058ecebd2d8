import { type IncomingHttpHeaders, request } from 'node:http'
import { connect as openSocket } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { until } from '../../../../test/harness/until.ts'
import { assets } from '../assets.ts'
import { Layout } from '../layout.tsx'
import { openLog } from '../log.ts'
import { openHttpServer, PortRefused } from './http-server.ts'
import { openSite, type Site } from './open-site.ts'
import { showPage } from './show-page.ts'
import type { WebEnv } from './web-env.ts'

const world = withDatabase('empty')
const log = openLog({ level: 'silent' })
const own = { 'sec-fetch-site': 'same-origin' }

/** What was rendered, in its order, and what each render could see of who asked. */
const rendered: string[] = []
const seen: Record<string, string>[] = []
let held: Promise<void> = Promise.resolve()
let site: Site

beforeAll(async () => {
  await world.owner.query(`create table road (name text); call announce('road')`)
  await world.owner.query('grant select on road to neu_guong_app')
  site = await openSite({ rooms: [room()], connect: () => world.connect('neu_guong_app'), log, port: 0, host: '127.0.0.1' })
})
afterAll(() => site.stop())

test('one page in three encodings: the same text, three tags, each of them good for a 304', async () => {
  const [plain, gzip, br] = await Promise.all(
    ['identity', 'gzip', 'br, gzip'].map(accepted => ask('/tin', { 'accept-encoding': accepted })),
  )
  expect([gunzipSync(gzip!.body), brotliDecompressSync(br!.body)].map(body => body.equals(plain!.body))).toEqual([true, true])
  expect([plain, gzip, br].map(answer => answer!.headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
  expect([plain, gzip, br].map(answer => answer!.headers.vary)).toEqual(['Accept-Encoding', 'Accept-Encoding', 'Accept-Encoding'])
  const tags = [plain, gzip, br].map(answer => answer!.headers.etag!)
  expect(new Set(tags).size).toBe(3)
  for (const tag of tags) {
    const again = await ask('/tin', { 'if-none-match': tag, 'accept-encoding': 'br' })
    expect([again.status, again.body.length, again.headers.etag, again.headers.vary, again.headers['cache-control']]).toEqual([
      304,
      0,
      tag,
      'Accept-Encoding',
      'no-cache',
    ])
    expect(again.headers['content-security-policy']).toBe(plain!.headers['content-security-policy'])
    // A header may come in several lines, which are one list.
    const request = `GET /tin HTTP/1.1\r\nHost: a\r\nIf-None-Match: "x"\r\nIf-None-Match: ${tag}\r\nConnection: close\r\n\r\n`
    expect((await speak(site.port, request)).slice(0, 12)).toBe('HTTP/1.1 304')
  }
})

test('a HEAD is answered with the headers of the GET, and nothing after them', async () => {
  for (const path of ['/tin', '/khong-co', '/healthz']) {
    const [get, head] = [await ask(path), await ask(path, {}, { method: 'HEAD' })]
    expect([head.status, head.headers['content-type'], head.body.length]).toEqual([get.status, get.headers['content-type'], 0])
  }
  const [get, head] = [
    await ask('/tin', { 'accept-encoding': 'gzip' }),
    await ask('/tin', { 'accept-encoding': 'gzip' }, { method: 'HEAD' }),
  ]
  expect([head.headers.etag, head.headers['content-length']]).toEqual([get.headers.etag, get.headers['content-length']])
})

test('a committed row is on the page from then on, and only the page made from its table is made again', async () => {
  await Promise.all([ask('/tin'), ask('/gioi-thieu'), ask('/en/tin?co=lon')])
  const before = await ask('/gioi-thieu')
  rendered.length = 0
  await world.owner.query(`insert into road (name) values ('Nà Lẹng')`)
  await until(async () => (await ask('/tin')).body.includes('Nà Lẹng'))
  expect((await ask('/en/tin?co=lon')).body.includes('Nà Lẹng')).toBe(true)
  const after = await ask('/gioi-thieu', { 'if-none-match': before.headers.etag! })
  expect([after.status, rendered.filter(address => address.startsWith('/gioi-thieu'))]).toEqual([304, []])
  expect(rendered.filter(address => address.startsWith('/en'))).toEqual(['/en/tin?co=lon'])
})

test('a page for everybody cannot see who asks: no cookie, no header, no host', async () => {
  seen.length = 0
  await ask('/so-lieu', { cookie: 'a=1', 'x-forwarded-host': 'evil.example', 'accept-language': 'en', host: 'evil.example' })
  expect(seen).toEqual([{}])
})

test('made-up parameters fill nothing: a list refuses them, another page passes over them and is rendered for none; declared ones make one page each', async () => {
  await Promise.all([ask('/tin'), ask('/gioi-thieu')])
  const size = site.pages.size
  rendered.length = 0
  const statuses = async (address: (i: number) => string) => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => ask(address(i))))
    return [...new Set(answers.map(({ status }) => status))]
  }
  expect(await statuses(i => `/tin?x=${i}`)).toEqual([422])
  expect(await statuses(i => `/tin?fbclid=${i}&utm_source=${i}&gclid=x&zarsrc=1`)).toEqual([200])
  expect(await statuses(i => `/gioi-thieu?x=${i}&x=2`)).toEqual([200])
  expect([rendered, site.pages.size]).toEqual([[], size])
  expect([await statuses(i => `/tin?co=lon${i}`), site.pages.size]).toEqual([[200], size])
  await Promise.all(['/tin?co=nho&tp=cao', '/tin?tp=cao&co=nho', '/tin?fbclid=z&co=nho&tp=cao'].map(address => ask(address)))
  expect(site.pages.size).toBe(size + 1)
})

test('what many ask for at once is rendered once', async () => {
  await world.owner.query(`insert into road (name) values ('Bản Piềng')`)
  await until(() => site.pages.find('/tin') === undefined)
  rendered.length = 0
  await Promise.all(Array.from({ length: 20 }, () => ask('/tin')))
  expect(rendered).toEqual(['/tin'])
})

test('an unknown page, a refused form and a page that fails are kept nowhere', async () => {
  const size = site.pages.size
  expect((await ask('/bai/999-khong-co')).status).toBe(404)
  expect((await ask('/so-lieu/hong')).status).toBe(500)
  expect((await ask('/so-lieu/cua-rieng')).headers['cache-control']).toBe('no-store')
  expect(site.pages.size).toBe(size)
})

test('every file has its type, its hash in its address, its best compression, and stays for ever', async () => {
  for (const { path, type, bytes } of assets) {
    const answer = await ask(path, { 'accept-encoding': 'br' })
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      type,
      'public, max-age=31536000, immutable',
    ])
    const body = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(answer.body) : answer.body
    expect(body.equals(bytes)).toBe(true)
    expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`)
  }
  const robots = await ask('/robots.txt')
  expect([robots.status, robots.headers['cache-control']]).toEqual([200, 'public, max-age=3600'])
})

test('a body that is too long is refused with a page, whether it says its length or not', async () => {
  const body = Buffer.alloc(6 * 1024 * 1024, 'x')
  const declared = await ask('/tin', own, { method: 'POST', body })
  const streamed = await ask('/tin', { ...own, 'transfer-encoding': 'chunked' }, { method: 'POST', body })
  expect([declared.status, streamed.status]).toEqual([413, 413])
  expect(declared.body.toString()).toContain('<h1>')
})

test('whoever hangs up while sending is no request, and no fault of the database', async () => {
  const lines: string[] = []
  const told = openLog({ level: 'info', to: { write: line => void lines.push(line) } })
  const other = await openSite({ rooms: [room()], connect: () => world.connect('neu_guong_app'), log: told, port: 0, host: '127.0.0.1' })
  try {
    const head = 'POST /tin HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n'
    for (const words of [`${head}Content-Length: 9\r\n\r\nhalf`, `${head}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`])
      await new Promise(resolve => {
        const socket = openSocket({ port: other.port, host: '127.0.0.1' }, () =>
          socket.write(words, () => setTimeout(() => socket.destroy(), 50)),
        )
        socket.on('close', resolve)
      })
    expect((await ask('/tin', own, { method: 'POST', body: Buffer.from('whole'), port: other.port })).body.toString()).toBe('whole')
    expect(lines.map(line => JSON.parse(line)).map(({ method, status, msg }) => [method, status, msg])).toEqual([['POST', 200, undefined]])
  } finally {
    await other.stop()
  }
})

test('odd requests get an answer that is no failure', async () => {
  const lines = [
    'GET /%00 HTTP/1.1\r\nHost: a', 'GET /%zz HTTP/1.1\r\nHost: a', 'GET //evil.example/.. HTTP/1.1\r\nHost: a', 'GET http://evil.example/tin HTTP/1.1\r\nHost: evil.example',
    'GET /tin HTTP/1.1\r\nHost: a b', 'GET /tin HTTP/1.1\r\nHost: ', 'OPTIONS * HTTP/1.1\r\nHost: a', 'TRACE /tin HTTP/1.1\r\nHost: a', 'BREW /tin HTTP/1.1\r\nHost: a',
    'GET /\xff\xfe HTTP/1.1\r\nHost: a', 'GET /tin?\xff HTTP/1.1\r\nHost: a', `GET /${'a'.repeat(8000)} HTTP/1.1\r\nHost: a`, `GET /tin HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}`,
    'GET /tin HTTP/1.1\r\nHost: a\r\nIf-None-Match: \xff"', 'GET /tin HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ;;;,q=,br;q=9e999', 'rubbish', 'GET /tin HTTP/9.9\r\nHost: a', 'GET /tin HTTP/1.1',
    'POST /tin HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', '\0\0\0',
  ] // biome-ignore format: one line a request would hide the list
  const answers = await Promise.all(lines.map(line => speak(site.port, `${line}\r\nConnection: close\r\n\r\n`)))
  const codes = answers.map(answer => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]))
  expect(lines.map((line, i) => [line.slice(0, 40), codes[i]! >= 200 && codes[i]! < 500])).toEqual(
    lines.map(line => [line.slice(0, 40), true]),
  )
  // Node itself answers a request without a host, with a bare 400.
  expect(lines.filter((_, i) => !/^content-security-policy: default-src 'none'/im.test(answers[i]!))).toEqual(['GET /tin HTTP/1.1'])
})

test('while the line to the database is cut every page is made anew, and is right', async () => {
  await ask('/tin')
  // On a busy machine the line may not be there yet when it is cut, or be back before that is seen: it is cut again.
  await until(
    async () => {
      await world.cutLines()
      return !site.pages.is_open
    },
    { interval: 1 },
  )
  await world.owner.query(`insert into road (name) values ('Khuổi Slẳn')`)
  expect((await ask('/tin')).body.includes('Khuổi Slẳn')).toBe(true)
  await until(() => site.pages.is_open)
  expect(JSON.parse((await ask('/readyz')).body.toString())).toEqual({ status: 'ready', listening: true })
})

test('at the end the request under way is finished, and no other is taken', async () => {
  const second = await openSite({ rooms: [room()], connect: () => world.connect('neu_guong_app'), log, port: 0, host: '127.0.0.1' })
  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  held = promise
  rendered.length = 0
  const asked = ask('/tin', {}, { port: second.port })
  await until(() => rendered.length > 0)
  const stopped = second.stop()
  await expect(ask('/gioi-thieu', {}, { port: second.port })).rejects.toThrow('ECONNREFUSED')
  letGo()
  expect((await asked).status).toBe(200)
  await stopped
})

test('a port in use is one sentence in two languages, and nothing stays open', async () => {
  const taken = openSite({ rooms: [], connect: () => world.connect('neu_guong_app'), log, port: site.port, host: '127.0.0.1' })
  await expect(taken).rejects.toThrow(PortRefused)
  await expect(taken).rejects.toThrow(`Port ${site.port} is in use: set PORT to another number`)
})

test('who is too slow with a request is let go', async () => {
  const server = await openHttpServer({
    port: 0,
    host: '127.0.0.1',
    listener: (_, response) => void response.end(),
    limits: { headersTimeout: 60, requestTimeout: 120, connectionsCheckingInterval: 20 },
  })
  const [headers, body] = await Promise.all([speak(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n'), speak(server.port, 'GET / HT')])
  expect([headers, body].map(answer => answer.slice(0, 12))).toEqual(['HTTP/1.1 408', 'HTTP/1.1 408'])
  await server.stop()
})

function room(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/tin', async c => {
    note(c.req.url)
    await held
    const { rows } = await world.db.executeQuery<{ name: string }>(CompiledQuery.raw('select name from road'))
    const list = rows.map(({ name }) => <p key={name}>{name}</p>)
    return showPage(c, <Layout {...c.var.view} title="Tin" children={list} />, { tags: ['road'] })
  })
  routes.post('/tin', async c => c.text(await c.req.text()))
  routes.get('/gioi-thieu', c => {
    note(c.req.url)
    return showPage(c, <Layout {...c.var.view} title="Giới thiệu" children="" />, { tags: ['page'] })
  })
  routes.get('/so-lieu', c => {
    seen.push(c.req.header())
    return showPage(c, <Layout {...c.var.view} title="Số liệu" children="" />, { tags: [] })
  })
  routes.get('/so-lieu/hong', () => {
    throw new Error('broken')
  })
  routes.get('/so-lieu/cua-rieng', c => showPage(c, <Layout {...c.var.view} title="Của riêng" children="" />))
  return routes
}

function note(url: string): void {
  const { pathname, search } = new URL(url)
  rendered.push(pathname + search)
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Asking = { method?: string; body?: Buffer; port?: number }

function ask(path: string, headers: Record<string, string> = {}, { method = 'GET', body, port = site.port }: Asking = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const sent = request({ port, path, method, headers, agent: false }, response => {
    const chunks: Buffer[] = []
    response.on('data', chunk => chunks.push(chunk))
    response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }))
    response.on('error', reject)
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** Says something to the port, byte for byte, and hears all that comes back. */
function speak(port: number, words: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = openSocket({ port, host: '127.0.0.1' }, () => void socket.write(Buffer.from(words, 'latin1')))
  let heard = ''
  socket.on('data', chunk => {
    heard += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  socket.on('close', () => resolve(heard))
  return promise
}
