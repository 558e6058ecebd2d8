import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'
import { feedOf } from '../feed.ts'
import { jsonFeedOf } from './json-feed.ts'
import { rssOf } from './rss.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const site = 'https://neu-guong.example'

const get = async (path: string) => {
  const answer = await fetch(portal.address + path)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}

test('the newest articles of the site and of a section are one list in Atom, RSS and JSON, in both languages', async () => {
  for (const [lang, prefix] of [
    ['vi', ''],
    ['en', '/en'],
  ] as const)
    for (const [path, topic] of [
      ['/tin', null],
      ['/chuyen-muc/nong-thon-moi/tin', 'countryside'],
    ] as const) {
      const expected = await titlesOf(lang, topic)
      expect(expected.length).toBeGreaterThan(1)
      const [atom, rss, json] = await Promise.all(['atom', 'rss', 'json'].map(form => get(`${prefix}${path}.${form}`)))
      expect([atom!.type, rss!.type, json!.type]).toEqual([
        'application/atom+xml; charset=utf-8',
        'application/rss+xml; charset=utf-8',
        'application/feed+json; charset=utf-8',
      ])
      const feed = JSON.parse(json!.text)
      expect([textsIn(atom!.text, 'entry', 'title'), textsIn(rss!.text, 'item', 'title'), feed.items.map(titleOf)]).toEqual([
        expected,
        expected,
        expected,
      ])
      const ids = feed.items.map((item: { id: string }) => item.id)
      expect([textsIn(atom!.text, 'entry', 'id'), textsIn(rss!.text, 'item', 'guid')]).toEqual([ids, ids])
      const links = [
        feed.home_page_url,
        feed.feed_url,
        ...feed.items.map((item: { url: string }) => item.url),
        ...textsIn(rss!.text, 'item', 'link'),
      ]
      expect(links.filter(link => !link.startsWith(`${site}${prefix}/`))).toEqual([])
    }
})

test('a section is a page that leads to its articles and feeds; one that is unknown is none', async () => {
  const { status, text } = await get('/chuyen-muc/dia-gioi')
  expect([status, text.includes('/chuyen-muc/dia-gioi/tin.rss'), text.includes('sau-ngay-sap-xep-xa')]).toEqual([200, true, true])
  for (const path of ['/chuyen-muc/khong-co', '/chuyen-muc/khong-co/tin.rss', '/chuyen-muc/dia-gioi/tin.pdf'])
    expect([path, (await get(path)).status]).toEqual([path, 404])
})

test('a keyword is a page that leads to its articles of every section and to their feeds; one that nobody bears is none', async () => {
  for (const [path, count] of [
    ['/chu-de', '4 bài'],
    ['/en/chu-de', '4 articles'],
  ] as const) {
    const { status, text } = await get(path)
    expect([status, text.includes('/chu-de/sap-nhap-xa"'), text.includes(count)]).toEqual([200, true, true])
  }
  const page = await get('/chu-de/sap-nhap-xa')
  const slugs = ['xa-moi-bo-tieu-chi-moi', 'sau-xa-duoc-cong-nhan-nam-2021', 'doc-mot-con-so-the-nao', 'sau-ngay-sap-xep-xa']
  expect([page.status, page.text.includes('/chu-de/sap-nhap-xa/tin.rss')]).toEqual([200, true])
  expect([...page.text.matchAll(/<a href="\/bai\/\d+-([a-z0-9-]+)"/g)].map(([, slug]) => slug)).toEqual(slugs)
  const feed = JSON.parse((await get('/chu-de/sap-nhap-xa/tin.json')).text)
  expect(feed.items.map((item: { url: string }) => item.url.replace(/.*\/bai\/\d+-/, ''))).toEqual(slugs)
  for (const path of ['/chu-de/khong-co', '/chu-de/khong-co/tin.rss', '/chu-de/sap-nhap-xa/tin.pdf'])
    expect([path, (await get(path)).status]).toEqual([path, 404])
  expect((await get('/sitemap.xml')).text).toContain(`${site}/en/chu-de/sap-nhap-xa<`)
})

test('the sitemap names every public article in both languages, and only addresses that answer', async () => {
  const { type, text } = await get('/sitemap.xml')
  expect(type).toBe('application/xml; charset=utf-8')
  const addresses = textsIn(text, 'url', 'loc')
  expect(addresses.filter(address => !address.startsWith(`${site}/`))).toEqual([])
  const articles = await world.db.selectFrom('article').select(['article_id', 'slug']).execute()
  const named = articles.flatMap(({ article_id, slug }) => ['', '/en'].map(prefix => `${site}${prefix}/bai/${article_id}-${slug}`))
  expect(named.filter(address => !addresses.includes(address))).toEqual([])
  const others = addresses.filter(address => !/\/(?:bai|so-lieu)\//.test(address)).map(address => new URL(address).pathname)
  const answers = await Promise.all([...others, new URL(named[0]!).pathname].map(async path => [path, (await get(path)).status]))
  expect(answers.filter(([, status]) => status !== 200)).toEqual([])
})

test('the news sitemap names what was published in the last two days alone', async () => {
  expect(textsIn((await get('/sitemap-tin.xml')).text, 'url', 'loc')).toEqual([])
  await world.owner.query(`insert into article (article_id, slug, topic) values (9000, 'bai-moi', 'register')`)
  await world.owner.query(
    `insert into edition (article_id, lang, number, title, lead, body, byline, published_at, digest)
     values (9000, 'vi', 1, 'Bài mới', '', '[]', '', now() - interval '1 hour', repeat('0', 64))`,
  )
  await expect.poll(async () => textsIn((await get('/sitemap-tin.xml')).text, 'url', 'loc')).toEqual([`${site}/bai/9000-bai-moi`])
})

test('control characters and half letters in a title break no feed', () => {
  const entry = {
    ...{ id: 'urn:x', title: 'a\u0000b\u0008\ud800 <&>', lead: '\u001b[31m', href: '/bai/1-a' },
    ...{ published_at: '2021-02-18T08:00:00+07:00', changed_at: '2021-02-19T08:00:00+07:00' },
  }
  const feed = { id: 'urn:y', lang: 'vi', title: 'T\u0001', href: '/tin', self: '/tin.atom', entries: [entry] }
  for (const text of [feedOf(feed), rssOf(feed)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)).toBe(false)
    expect(text.isWellFormed()).toBe(true)
    expect(text).toContain('&lt;&amp;&gt;')
  }
  expect(JSON.parse(jsonFeedOf(feed)).items[0].summary).toBe('\u001b[31m')
  expect(rssOf(feed)).toContain('<pubDate>Thu, 18 Feb 2021 01:00:00 GMT</pubDate>')
})

async function titlesOf(lang: string, topic: string | null): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select title from edition join article using (article_id)
      where lang = $1 and number = 1 and ($2::text is null or topic = $2) order by published_at desc, article_id desc limit 20`,
    [lang, topic],
  )
  return rows.map(titleOf)
}

function titleOf({ title }: { title: string }): string {
  return title
}

/** The texts of an element wherever it stands within another. */
function textsIn(markup: string, within: string, name: string): string[] {
  const found: string[] = []
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag(opened) {
        open.push(opened)
        if (opened === name && open.includes(within)) found.push('')
      },
      ontext(piece) {
        if (open.at(-1) === name && open.includes(within)) found.push(found.pop() + piece)
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  )
  parser.end(markup)
  return found
}
