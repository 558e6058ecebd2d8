import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { tries } from '../test/harness/tries.ts'
import { openApp } from './app.ts'
import { demo_password } from './platform/sign-in/index.ts'
import { openLog, type Site } from './platform/web/index.ts'

const world = withDatabase('demo')
let site: Site

beforeAll(async () => {
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  site = await openApp({ config, database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }) })
})
afterAll(() => site.stop())

test('every link of the portal leads to a page, in both languages, and whatever a page was made from is announced when it changes', async () => {
  const pages = await crawl()
  // A figure whose year the register does not have says so in its page, with 422.
  expect(
    pages
      .filter(({ status }) => status !== 200 && status !== 422)
      .map(({ address, status, from }) => `${address} ${status}, linked from ${from}`),
  ).toEqual([])
  expect(pages.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['/', '/en', '/tin', figure('/so-lieu'), figure('/en/so-lieu'), '/kiem-so', '/gioi-thieu']),
  )
  const announced = await tablesAnnounced()
  const silent = new Set(pages.flatMap(({ tags }) => tags).filter(tag => !announced.has(tag.split(':')[0]!)))
  expect([...silent]).toEqual([])
})

test('a demo is named after the province with which it was begun, and says what that has become, in both languages, on public pages and behind the sign-in', async () => {
  const mastheads = await Promise.all(
    ['/', '/dang-nhap', '/en', '/en/dang-nhap'].map(
      async path => /<small>([^<]*)<\/small>/.exec(await (await site.app.request(path)).text())?.[1],
    ),
  )
  const [vi, en] = [
    'Tỉnh Bắc Kạn · từ 01/07/2025 là tỉnh Thái Nguyên · dữ liệu mẫu',
    'Bắc Kạn province · since 1 July 2025 Thái Nguyên province · sample data',
  ]
  expect(mastheads).toEqual([vi, vi, en, en])
})

test('an article that was published before that says at its head whose portal it was', async () => {
  const [article] = /\/bai\/\d+-sau-ngay-sap-xep-xa/.exec(await (await site.app.request('/tin')).text())!
  const page = await (await site.app.request(article)).text()
  expect(page).toContain('Bản này đăng khi cổng là của tỉnh Bắc Kạn; từ 01/07/2025 là tỉnh Thái Nguyên.')
})

test('the program is ready when the database answers, is at its version, and is listened to', async () => {
  expect(await readiness()).toEqual([
    200,
    { status: 'ready', database: true, migrations: true, room_in_database: true, listening: true, clock_behind_s: 0 },
  ])
})

test('what somebody else has promised is taken back and confirmed by nobody: 403, and the ledger has no line of it', async () => {
  const own = { 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams({ sign_in_name: 'mau.dang-vien', password: demo_password })
  const signed_in = await site.app.request('/dang-nhap', { method: 'POST', headers: own, body })
  const cookie = signed_in.headers.getSetCookie().map(line => line.split(';')[0]!)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ id: string }>(
    `select obligation_id as id from obligation where person_id <> (select person_id from account where sign_in_name = 'mau.dang-vien') limit 1`,
  )
  const before = await ledgerLength()
  for (const act of ['rut', 'xac-nhan']) {
    const headers = { ...own, cookie: cookie.join('; ') }
    const answer = await site.app.request(`/cam-ket/${rows[0]!.id}/${act}`, { method: 'POST', headers })
    expect([act, answer.status]).toEqual([act, 403])
  }
  expect(await ledgerLength()).toBe(before)
})

test('a database that a newer program has brought forward is no longer ours to serve', async () => {
  await world.owner.query(`insert into migration (number, name, sha256) values (9999, 'of-tomorrow', '')`)
  expect(await readiness()).toEqual([
    503,
    { status: 'not-ready', database: true, migrations: false, room_in_database: true, listening: true, clock_behind_s: 0 },
  ])
})

async function ledgerLength(): Promise<number> {
  return (await world.owner.query('select count(*)::int as entries from ledger_entry')).rows[0].entries
}

type Crawled = { address: string; from: string; status: number; tags: string[] }

const figure = (path: string) => expect.stringMatching(`^${path}/F\\d+$`)

/** So many pages of one kind are visited: units and days have hundreds. Thirty where properties are tried deep. */
const most_of_a_kind = 3 * tries(10).numRuns

/**
 * Follows the links of our own from the front page on, of each kind of page the first; displays are left out, for they
 * change nothing that is linked.
 */
async function crawl(): Promise<Crawled[]> {
  const found = new Map<string, string>([['/', 'nowhere']])
  const pages: Crawled[] = []
  const visited = new Map<string, number>()
  for (const [address, from] of found) {
    const kind = kindOf(address)
    visited.set(kind, (visited.get(kind) ?? 0) + 1)
    if (visited.get(kind)! > most_of_a_kind) continue
    const response = await site.app.request(address)
    const text = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : ''
    pages.push({ address, from, status: response.status, tags: (response.headers.get('page-tags') ?? '').split(' ').filter(Boolean) })
    for (const link of linksIn(text)) if (!found.has(link)) found.set(link, address)
  }
  return pages
}

/** The language, the first word of the path, how deep it lies, and what is asked. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const [first, ...rest] = pathname
    .replace(/^\/en(?=\/|$)/, '')
    .split('/')
    .slice(1)
  const ending = /\.[a-z]+$/.exec(pathname)?.[0] ?? ''
  return [pathname.startsWith('/en'), first, rest.length, ending, ...[...searchParams.keys()].sort()].join(' ')
}

function linksIn(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].map(([, link]) => link!.replaceAll('&amp;', '&'))
  return links.filter(link => !/[?&](?:co|tp)=/.test(link) && !link.startsWith('/tai-nguyen/'))
}

async function tablesAnnounced(): Promise<Set<string>> {
  const { rows } = await world.owner.query<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'announce_change'`,
  )
  return new Set(rows.map(({ name }) => name))
}

async function readiness(): Promise<[number, unknown]> {
  const response = await fetch(`http://127.0.0.1:${site.port}/readyz`)
  return [response.status, await response.json()]
}
