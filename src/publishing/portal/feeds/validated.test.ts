import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const site = 'https://neu-guong.example'

const textAt = async (path: string) => (await fetch(portal.address + path)).text()

/** Where each kind of feed stands. */
async function feedsOf(): Promise<string[]> {
  const [instrument] = await world.db.selectFrom('edition_subject').select('instrument_id').where('instrument_id', 'is not', null).execute()
  return [
    '/tin',
    '/en/tin',
    '/chuyen-muc/nong-thon-moi/tin',
    '/chu-de/sap-nhap-xa/tin',
    '/co-cau/tinh-bac-kan/tin',
    `/van-ban-cong-bo/${instrument!.instrument_id}/tin`,
  ]
}

test('another reader of feeds reads each kind alike in its three forms, whole', async () => {
  for (const path of await feedsOf()) {
    const [atom, rss, json] = await Promise.all([
      textAt(`${path}.atom`).then(text => parseAtomFeed(text)),
      textAt(`${path}.rss`).then(text => parseRssFeed(text)),
      textAt(`${path}.json`).then(text => parseJsonFeed(text)),
    ])
    const items = (json.items ?? []).map(({ id, title, url, summary, date_published: published }) => ({
      id,
      title,
      url,
      summary,
      published,
    }))
    expect([path, items.length > 0]).toEqual([path, true])
    expect(items.filter(item => Object.values(item).some(said => !said))).toEqual([])
    expect(
      atom.entries?.map(({ id, title, links, summary, published }) => ({
        ...{ id, title: title?.value, url: links?.[0]?.href, summary: summary?.value, published },
      })),
    ).toEqual(items)
    expect(rss.items?.map(({ guid, title, link, description }) => ({ id: guid?.value, title, url: link, summary: description }))).toEqual(
      items.map(({ published: _, ...item }) => item),
    )
    expect(rss.items?.map(({ pubDate }) => new Date(pubDate!).getTime())).toEqual(
      items.map(({ published }) => new Date(published!).getTime()),
    )
    expect([atom.title?.value, rss.title]).toEqual([json.title, json.title])
    expect([rss.link, json.home_page_url].every(address => address?.startsWith(`${site}/`))).toBe(true)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  }
})

const html = new HtmlValidate({ extends: ['html-validate:standard'] })

async function pagesOf(): Promise<string[]> {
  const { article_id, slug } = await world.db
    .selectFrom('article')
    .select(['article_id', 'slug'])
    .where('slug', '=', 'sau-xa-duoc-cong-nhan-nam-2021')
    .executeTakeFirstOrThrow()
  const [, exemplar] = /href="(\/dien-hinh\/\d+)"/.exec(await textAt('/dien-hinh'))!
  const [, document] = /href="(\/van-ban-cong-bo\/\d+)"/.exec(await textAt('/van-ban-cong-bo'))!
  return [
    ...['/', '/en', '/tin', '/tin/ngay', '/tin/ngay/2021', '/dinh-chinh', '/chuyen-muc/dia-gioi', '/chu-de', '/chu-de/sap-nhap-xa'],
    ...[`/bai/${article_id}-${slug}`, `/bai/${article_id}-${slug}/ban`, `/bai/${article_id}-${slug}/ban/1`],
    ...[
      '/so-lieu',
      '/so-lieu/F16?valid_as_of=2021-02-19',
      '/so-lieu/F16/nhung?valid_as_of=2021-02-19',
      '/so-lieu/lan-tinh/1',
      '/kiem-so',
      '/tim',
      '/tim?q=xa+dat+chuan',
      '/tim?q=xyzxyz',
    ],
    ...['/dien-hinh', exemplar!, '/dien-hinh/lay-y-kien', '/mo-hinh', '/van-ban-cong-bo', document!, '/co-cau', '/co-cau/tinh-bac-kan'],
    ...['/phong-trao/2020', '/gioi-thieu', '/rieng-tu', '/tiep-can', '/theo-luat', '/so-do-trang', '/khong-co'],
  ]
}

test('a page of each kind is valid HTML', async () => {
  const found: string[] = []
  for (const path of await pagesOf()) {
    const report = await html.validateString(await textAt(path))
    found.push(
      ...report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}: ${ruleId}: ${message} (${line}:${column})`),
      ),
    )
  }
  expect(found).toEqual([])
})

test('what is no HTML is seen', async () => {
  const report = await html.validateString('<ul><p>một</p></ul><a href="/x"><button>hai</button></a>')
  expect(report.valid).toBe(false)
})
