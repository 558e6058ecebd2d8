import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { withPortal } from '../../../test/harness/portal.ts'
import { feedOf } from './feed.ts'

const world = withDatabase('demo')
const portal = withPortal(world)

test('the newest articles of each language are a feed, which every page of it names', async () => {
  for (const [lang, prefix] of [
    ['vi', ''],
    ['en', '/en'],
  ]) {
    const answer = await fetch(`${portal.address}${prefix}/tin.atom`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    const feed = textsOf(await answer.text(), true)
    const published = await world.db
      .selectFrom('edition')
      .select('title')
      .where('lang', '=', lang!)
      .orderBy('published_at', 'desc')
      .execute()
    expect(
      feed
        .filter(({ name }) => name === 'title')
        .map(({ text }) => text)
        .slice(1),
    ).toEqual(published.map(({ title }) => title))
    const links = feed.filter(({ name }) => name === 'link').map(({ attributes }) => attributes.href)
    expect(links.filter(link => !link?.startsWith(`https://neu-guong.example${prefix}/`))).toEqual([])
    const ids = feed.filter(({ name }) => name === 'id').map(({ text }) => text)
    expect(new Set(ids).size).toBe(published.length + 1)
    expect(ids.filter(id => !/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([])
    expect(await (await fetch(`${portal.address}${prefix}/gioi-thieu?co=lon`)).text()).toContain(
      `href="https://neu-guong.example${prefix}/tin.atom"`,
    )
  }
})

test('a title is text, whatever signs it holds, and a feed without articles is one', () => {
  const entry = {
    id: 'urn:x',
    title: 'a < b & "c"',
    lead: '',
    href: '/bai/1-a',
    published_at: '2021-02-18T08:00:00+07:00',
    changed_at: '2021-02-19T08:00:00+07:00',
  }
  const feed = feedOf({ id: 'urn:y', lang: 'vi', title: 'T', href: '/tin', self: '/tin.atom', entries: [entry] })
  expect(feed).toContain('<title>a &lt; b &amp; &quot;c&quot;</title>')
  expect(feed).toContain('<published>2021-02-18T01:00:00.000Z</published>\n<updated>2021-02-19T01:00:00.000Z</updated>')
  expect(feedOf({ id: 'urn:y', lang: 'vi', title: 'T', href: '/tin', self: '/tin.atom', entries: [] })).not.toContain('<entry>')
})

test('an article says in its markup what is its headline, day, author and picture, and which numbers it is based on', async () => {
  const { article_id, slug } = await world.db
    .selectFrom('article')
    .select(['article_id', 'slug'])
    .where('slug', '=', 'tu-trang-cam-ket-den-con-duong-moi')
    .executeTakeFirstOrThrow()
  const { items } = articleIn(await (await fetch(`${portal.address}/en/bai/${article_id}-${slug}`)).text())
  expect(items.filter(([property]) => property !== 'isBasedOn' && property !== 'description')).toEqual([
    ['inLanguage', 'en'],
    ['publisher', ''],
    ['name', 'A demonstration of the Nêu Gương software'],
    ['datePublished', '2021-02-19T01:00:00Z'],
    ['dateModified', '2021-02-19T01:00:00Z'],
    ['articleSection', 'The programme'],
    ['mainEntityOfPage', `https://neu-guong.example/en/bai/${article_id}-${slug}`],
    ['headline', 'From a page of promises to a new road for the village'],
    ['image', expect.stringMatching(/^\/tai-nguyen\//)],
    ['author', 'Nông Thảo Vy'],
    ['keywords', 'Hiến đất làm đường'],
  ])
  expect(items.filter(([property]) => property === 'isBasedOn').map(([, value]) => value)).toEqual(
    Array.from({ length: 8 }, () => expect.stringMatching(/^\/en\/so-lieu\/lan-tinh\/\d+$/)),
  )
})

test('where an article is passed on, its title, lead, address and picture are shown; other pages show theirs without a picture', async () => {
  const { article_id } = await world.db
    .selectFrom('article')
    .select('article_id')
    .where('slug', '=', 'tu-trang-cam-ket-den-con-duong-moi')
    .executeTakeFirstOrThrow()
  const path = `/en/bai/${article_id}-tu-trang-cam-ket-den-con-duong-moi`
  const shown = previewIn(await (await fetch(`${portal.address}${path}?co=lon`)).text())
  expect(shown).toMatchObject({
    'og:title': 'From a page of promises to a new road for the village',
    'og:type': 'article',
    'og:locale': 'en_GB',
    'og:url': `https://neu-guong.example${path}`,
    'og:image': 'https://neu-guong.example/tranh/road.png',
  })
  expect(shown['og:description']!.length).toBeGreaterThan(40)
  const picture = await fetch(portal.address + new URL(shown['og:image']!).pathname)
  expect([picture.headers.get('content-type'), Buffer.from(await picture.arrayBuffer()).toString('latin1', 1, 4)]).toEqual([
    'image/png',
    'PNG',
  ])
  expect((await fetch(`${portal.address}/tranh/khong-co.png`)).status).toBe(404)
  const home = previewIn(await (await fetch(portal.address)).text())
  expect([home['og:type'], home['og:locale'], home['og:url'], home['og:image']]).toEqual([
    'website',
    'vi_VN',
    'https://neu-guong.example/',
    undefined,
  ])
})

/** What a page says of itself to those who pass it on. */
function previewIn(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/<meta property="(og:[a-z:_]+)" content="([^"]*)"/g)].map(([, name, said]) => [name, said]))
}

type Read = { name: string; attributes: Record<string, string>; text: string }

/** Every element of a feed that holds text or leads somewhere, in order. */
function textsOf(markup: string, xmlMode: boolean): Read[] {
  const read: Read[] = []
  const open: Read[] = []
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open.push({ name, attributes, text: '' }),
      ontext(piece) {
        if (open.length > 0) open.at(-1)!.text += piece
      },
      onclosetag() {
        const element = open.pop()
        if (element?.text.trim() || element?.attributes.href) read.push(element)
      },
    },
    { xmlMode },
  )
  parser.end(markup)
  return read
}

/** The properties of the page's one article, as a reader of microdata takes them. */
function articleIn(html: string): { items: [property: string, value: string][] } {
  const items: [string, string][] = []
  const taken: [depth: number, at: number][] = []
  let depth = 0
  let within = 0
  const parser = new Parser({
    onopentag(_, attributes) {
      depth += 1
      if (attributes.itemtype === 'https://schema.org/NewsArticle') within = depth
      if (within === 0 || !attributes.itemprop) return
      const value = attributes.content ?? attributes.datetime ?? attributes.src ?? attributes.href
      items.push([attributes.itemprop, value ?? ''])
      if (value === undefined) taken.push([depth, items.length - 1])
    },
    ontext(piece) {
      for (const [, at] of taken) items[at]![1] += piece
    },
    onclosetag() {
      if (taken.at(-1)?.[0] === depth) taken.pop()
      if (within === depth) within = 0
      depth -= 1
    },
  })
  parser.end(html)
  return { items }
}
