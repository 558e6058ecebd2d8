import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { notice as notice_of_the_demo } from '../../../../seed/portal/notice.ts'
import { StaffLayout } from '../../staff/layout.tsx'
import { Layout, type SiteProps } from '../layout.tsx'
import { openLog } from '../log.ts'
import { error_words } from './error-words.ts'
import { healthRoutes } from './health.ts'
import { openShell } from './shell.tsx'
import { showData, showPage, showRefusal } from './show-page.ts'
import type { WebEnv } from './web-env.ts'

const lines: string[] = []
const log = openLog({ level: 'info', to: { write: line => void lines.push(line) } })

const room = new Hono<WebEnv>()
room.get('/tin', c => showPage(c, <Layout {...c.var.view} title="Tin" children={c.var.view.lang} />, { tags: ['edition'] }))
room.get('/kiem-so', c => showPage(c, <Layout {...c.var.view} title="Kiểm số" children="" />, { tags: [] }))
room.post('/kiem-so', async c => showRefusal(c, <Layout {...c.var.view} title="Kiểm số" children={(await c.req.text()).length} />))
room.get('/so-lieu/:figure', c =>
  c.req.param('figure') === 'F16.json' ? showData(c, '{}', 'application/json', { tags: ['standing'] }) : c.notFound(),
)
room.post('/gui', async c => c.text(Object.keys(await c.req.parseBody()).join()))
room.get('/hong', () => {
  throw new Error('a secret of the machine')
})
room.get('/vang', () => {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
})
room.get('/tay', () => new Response('made by hand'))
const shell = openShell({ rooms: [room], machine: healthRoutes({ database: () => true }), log, is_behind_tls: false })

const own = { 'sec-fetch-site': 'same-origin' }
const policy =
  /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/]{43}='; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'$/

test('each error is a page in the language of its address, that says what happened', async () => {
  const asked: [status: keyof typeof error_words.vi & number, path: string, init?: RequestInit][] = [
    [400, '/tin/%E0%A4%A'],
    [400, '/tin/a%00b'],
    [403, '/kiem-so', { method: 'POST' }],
    [404, '/khong-co'],
    [405, '/tin', { method: 'DELETE', headers: own }],
    [500, '/hong'],
    [503, '/vang'],
  ]
  for (const [status, path, init] of asked)
    for (const lang of ['vi', 'en'] as const) {
      const response = await shell.request(lang === 'vi' ? path : `/en${path}`, init)
      const text = await response.text()
      expect([path, response.status, response.headers.get('content-language')]).toEqual([path, status, lang])
      expect(text).toContain(`<html lang="${lang}"`)
      expect(text).toContain(`<h1>${error_words[lang][status].title}</h1>`)
    }
})

test('a form that was cut off, or calls itself what it is not, is refused with a page and is no failure', async () => {
  const whole = '--x\r\nContent-Disposition: form-data; name="said"\r\n\r\nchữ\r\n--x--\r\n'
  const send = (type: string, body: string) => shell.request('/gui', { method: 'POST', headers: { ...own, 'content-type': type }, body })
  const multipart = 'multipart/form-data; boundary=x'
  const forms: [type: string, body: string][] = [
    [multipart, whole.slice(0, -8)],
    [multipart, 'said=ch%E1%BB%AF'],
    [multipart, whole.replace('; name="said"', '')],
    ['multipart/form-data', whole],
  ]
  lines.length = 0
  for (const [type, body] of forms) {
    const response = await send(type, body)
    expect([type, body, response.status]).toEqual([type, body, 422])
    expect(await response.text()).toContain(`<h1>${error_words.vi[422].title}</h1>`)
  }
  expect(lines.filter(line => JSON.parse(line).error !== undefined)).toEqual([])
  expect(await (await send(multipart, whole)).text()).toBe('said')
})

test('a failure shows a number and nothing else; the log has the rest under that number', async () => {
  lines.length = 0
  const text = await (await shell.request('/hong')).text()
  const incident = /<code>([0-9a-f]{8})<\/code>/.exec(text)?.[1]
  expect(text).not.toContain('secret')
  expect(
    lines.map(line => JSON.parse(line)).find(line => line.request === incident && line.error?.includes('a secret of the machine')),
  ).toBeDefined()
})

test('while the database is away the reader is told when to come again', async () => {
  const response = await shell.request('/vang')
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
})

test('every answer carries the policy, in every way it can be made', async () => {
  const answers = await Promise.all(
    ['/tin', '/en/tin', '/tay', '/khong-co', '/hong', '/tin/%00', '/healthz', '/tin/', '/so-lieu/F16.json'].map(path =>
      shell.request(path),
    ),
  )
  answers.push(await shell.request('/kiem-so', { method: 'POST' }), await shell.request('/tin', { method: 'HEAD' }))
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(policy)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  }
})

test('behind TLS the browser is told to stay there', async () => {
  const secure = openShell({ rooms: [room], log, is_behind_tls: true })
  expect((await secure.request('/tin')).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
})

test('a form is taken from our own pages only', async () => {
  const send = async (headers: Record<string, string>) => (await shell.request('/kiem-so', { method: 'POST', headers, body: 'x' })).status
  const taken = [own, { origin: 'https://neu-guong.vn', host: 'neu-guong.vn' }, { origin: 'http://localhost:3000', host: 'localhost:3000' }]
  const refused: Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000', host: 'localhost:3000' },
    { origin: 'https://neu-guong.vn.example', host: 'neu-guong.vn' },
    { origin: 'http://localhost:3001', host: 'localhost:3000' },
    { origin: 'null', host: 'null' },
    { origin: 'file://', host: '' },
    { host: 'neu-guong.vn' },
  ]
  expect(await Promise.all(taken.map(send))).toEqual([422, 422, 422])
  expect(await Promise.all(refused.map(send))).toEqual(refused.map(() => 403))
})

test('what an address does not take is refused with what it takes; a HEAD is answered wherever a GET is', async () => {
  const allowed = async (path: string) => {
    const response = await shell.request(path, { method: 'PUT', headers: own })
    return [response.status, response.headers.get('allow')]
  }
  expect(await Promise.all(['/tin', '/en/kiem-so', '/healthz', '/khong-co'].map(allowed))).toEqual([
    [405, 'GET, HEAD, OPTIONS'],
    [405, 'GET, HEAD, POST, OPTIONS'],
    [405, 'GET, HEAD, OPTIONS'],
    [404, null],
  ])
  const head = await shell.request('/tin', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('OPTIONS says what an address takes, to whoever asks', async () => {
  const told = async (path: string) => {
    const response = await shell.request(path, { method: 'OPTIONS', headers: { 'sec-fetch-site': 'cross-site' } })
    return [response.status, response.headers.get('allow'), await response.text()]
  }
  expect(await Promise.all(['/tin', '/en/kiem-so', '/healthz'].map(told))).toEqual([
    [204, 'GET, HEAD, OPTIONS', ''],
    [204, 'GET, HEAD, POST, OPTIONS', ''],
    [204, 'GET, HEAD, OPTIONS', ''],
  ])
  expect((await shell.request('/khong-co', { method: 'OPTIONS' })).status).toBe(404)
})

test('an address in capitals or with a slash at its end leads to the one spelling, and takes its query along', async () => {
  const spellings = ['/tin/', '/TIN', '/en/', '/EN/Tin/?co=lon', '/so-lieu/f16/', '/BAI/7-Mot-Bai', '/so-lieu/LAN-TINH/3']
  const answers = await Promise.all(spellings.map(path => shell.request(path)))
  expect(answers.map(({ status, headers }) => `${status} ${headers.get('location')}`)).toEqual([
    '301 /tin',
    '301 /tin',
    '301 /en',
    '301 /en/tin?co=lon',
    '301 /so-lieu/F16',
    '301 /bai/7-mot-bai',
    '301 /so-lieu/lan-tinh/3',
  ])
  const others = ['//tin', '//evil.example/', '/tin//', '/khong-co/', '/so-lieu/F99', '/\\evil.example/']
  expect((await Promise.all(others.map(path => shell.request(`http://localhost${path}`)))).map(({ status }) => status)).toEqual(
    others.map(() => 404),
  )
})

test('the log has a line a request: no query, and nothing that was typed', async () => {
  lines.length = 0
  await shell.request('/kiem-so?q=Nguyen+Van+A', { method: 'POST', headers: { ...own, cookie: 'a=secret' }, body: 'what somebody typed' })
  expect(lines.map(line => Object.keys(JSON.parse(line)).sort())).toEqual([['level', 'method', 'ms', 'path', 'request', 'status', 'time']])
  await shell.request('/en/kiem-so/k3ptF0rHalfAnHour')
  expect(lines.join()).not.toMatch(/Nguyen|typed|secret|k3ptF0r/)
})

test('ready means that all it needs is there; what fails or never answers is not', async () => {
  const ask = async (readiness: Parameters<typeof healthRoutes>[0], conditions = {}) => {
    const response = await healthRoutes(readiness, { conditions, patience_ms: 50 }).request('/readyz')
    return [response.status, await response.json()]
  }
  expect(await ask({ database: () => true, listening: async () => true })).toEqual([
    200,
    { status: 'ready', database: true, listening: true },
  ])
  expect(
    await ask({ database: () => Promise.reject(new Error('away')), listening: () => false, silent: () => new Promise(() => {}) }),
  ).toEqual([503, { status: 'not-ready', database: false, listening: false, silent: false }])
  const conditions = { clock_behind_s: async () => 3600, unasked: () => Promise.reject(new Error('away')) }
  expect(await ask({ database: () => true }, conditions)).toEqual([
    200,
    { status: 'ready', database: true, clock_behind_s: 3600, unasked: null },
  ])
  expect(await (await shell.request('/healthz')).json()).toEqual({ status: 'ok' })
})

const site_address = 'https://neu-guong.example'
const toldOf = async (site: SiteProps, path: string) => {
  const text = await (await openShell({ site, rooms: [known], log, is_behind_tls: false }).request(path)).text()
  return [...text.matchAll(/<link rel="(?:canonical|alternate)"[^>]*href="([^"]*)"|property="og:(?:url|image)" content="([^"]*)"/g)].map(
    ([, link, content]) => link ?? content,
  )
}
const known = new Hono<WebEnv>()
const at = '2021-02-19T01:00:00Z'
const article = { picture_href: '/tranh/song.png', alt: '', published_at: at, changed_at: at, section: 'Địa giới' }
known.get('/tin', c => showPage(c, <Layout {...c.var.view} title="Tin" here={to => to.articles()} article={article} children="" />))
known.get('/viec', c => showPage(c, <StaffLayout {...c.var.view} title="Việc" children="" />))
known.get('/hong', () => {
  throw new Error('broken')
})

test('a site that knows its address gives it whole where others keep it: its own, the other language, the feed, what is passed on', async () => {
  const other = ['/tin', '/en/tin', '/tin'].map(path => site_address + path)
  expect(await toldOf({ site_address }, '/tin?co=lon')).toEqual([
    `${site_address}/tin`,
    ...other,
    `${site_address}/tin.atom`,
    `${site_address}/tin`,
    `${site_address}/tranh/song.png`,
  ])
  expect((await toldOf({ site_address }, '/en/tin'))[0]).toBe(`${site_address}/en/tin`)
  expect(await toldOf({}, '/tin')).toEqual(['/tin', '/tin', '/en/tin', '/tin', '/tin.atom'])
})

const notice = { ...notice_of_the_demo, print_style_href: '/in.css' }

test('where the register holds sample data every page says so at its head and in a line that is printed, errors too; elsewhere none does', async () => {
  const said = async (site: SiteProps, path: string) => {
    const text = await (await openShell({ site, rooms: [known], log, is_behind_tls: false }).request(path)).text()
    return text.match(/dữ liệu mẫu|sample data/gi)?.length ?? 0
  }
  const paths = ['/tin', '/viec', '/khong-co', '/hong', '/en/tin', '/en/viec', '/en/hong']
  const samples = await Promise.all(paths.map(path => said({ notice }, path)))
  expect(samples.filter(times => times < 2)).toEqual([])
  expect(await Promise.all(paths.map(path => said({ notice: null }, path)))).toEqual(paths.map(() => 0))
})
