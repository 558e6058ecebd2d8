import { Hono } from 'hono'
import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { untilMet } from '../../../../test/harness/until.ts'
import { TaggedCache } from '../freshness/tagged-cache.ts'
import { Layout } from '../layout.tsx'
import { openLog } from '../log.ts'
import { openSite, type Site } from '../shell/open-site.ts'
import { showData, showPage } from '../shell/show-page.ts'
import type { WebEnv } from '../shell/web-env.ts'

const world = withDatabase('empty')
/** What the database would say; null while it is away. */
let names: string[] | null = ['Con đường']
let site: Site

beforeAll(async () => {
  site = await openSite({
    ...{ rooms: [room()], connect, log: openLog({ level: 'silent' }), port: 0, host: '127.0.0.1', never_left: ['consent'] },
  })
})
afterAll(() => site.stop())

/** A line that hears; none while the database is away. */
async function connect(): Promise<pg.Client> {
  if (names === null) throw new Error('away')
  return world.connect('neu_guong_app')
}

function room(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const listed = async () => {
    if (names === null) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    await world.db.executeQuery(CompiledQuery.raw('select 1'))
    return names.join()
  }
  for (const [path, tag] of [
    ['/tin', 'edition'],
    ['/tin/mot', 'consent'],
    ['/tin/hai', 'figure_run'],
  ] as const)
    routes.get(path, async c => showPage(c, <Layout {...c.var.view} title="Tin" children={await listed()} />, { tags: [tag] }))
  routes.get('/tin/ba.json', async c => showData(c, await listed(), 'application/json; charset=utf-8', { tags: ['edition'] }))
  return routes
}

const ask = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${site.port}${path}`)
  return { status: answer.status, kept: answer.headers.get('cache-control'), text: await answer.text() }
}
const away = async () => {
  names = null
  await world.cutLines()
  await untilMet(() => expect(site.pages.is_open).toBe(false))
}
const back = async () => {
  names = ['Cây cầu']
  await untilMet(() => expect(site.pages.is_open).toBe(true))
}

test('while the database is away a page of before is shown, with its time, for nobody to keep; one with names that hang on consent is not, nor data, nor what was dropped before', async () => {
  for (const path of ['/tin', '/en/tin', '/tin/mot', '/tin/hai', '/tin/ba.json']) expect((await ask(path)).status).toBe(200)
  await world.owner.query(`select pg_notify('neu_guong_changed', 'figure_run')`)
  await untilMet(() => expect(site.pages.find('/tin/hai')).toBeUndefined())
  await away()
  const shown = await ask('/tin')
  expect([shown.status, shown.kept, shown.text.includes('Con đường')]).toEqual([200, 'no-store', true])
  expect(shown.text).toMatch(/Trang này là của lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/)
  expect((await ask('/en/tin')).text).toContain('This page is as of')
  const statuses = await Promise.all(['/tin/mot', '/tin/hai', '/tin/ba.json', '/khong-co'].map(async path => (await ask(path)).status))
  expect(statuses).toEqual([503, 503, 503, 404])
  await back()
  const anew = await ask('/tin')
  expect([anew.kept, anew.text.includes('Cây cầu'), anew.text.includes('Trang này là của lúc')]).toEqual(['no-cache', true, false])
})

test('after fifteen minutes nothing is left to be shown; what ended by itself meanwhile is not shown either', () => {
  let now = 0
  const cache = new TaggedCache<string>({ clock: () => now, left: { longest_ms: 900_000, never: [] } })
  cache.open()
  const keep = (key: string, until?: number) => cache.recall(key, async () => ({ value: key, tags: ['edition'], until }))
  return Promise.all([keep('a'), keep('b', 60_000)]).then(() => {
    cache.close()
    expect([cache.findLeft('a'), cache.findLeft('b'), cache.find('a')]).toEqual([
      { value: 'a', since: 0 },
      { value: 'b', since: 0 },
      undefined,
    ])
    now = 60_000
    expect([cache.findLeft('a')?.value, cache.findLeft('b')]).toEqual(['a', undefined])
    now = 900_000
    expect(cache.findLeft('a')).toBeUndefined()
    now = 60_000
    expect(cache.findLeft('a')).toBeUndefined()
  })
})
