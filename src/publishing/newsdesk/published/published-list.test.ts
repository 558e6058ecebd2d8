import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { type Desk, openNewsdesk } from '../../../../test/harness/newsdesk.ts'

const world = withDatabase('territory')
let desk: Desk
beforeAll(async () => {
  desk = await openNewsdesk(world)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query(
    `insert into article (article_id, slug, topic) select 1000 + i, 'bai-luu-' || i, case i % 2 when 0 then 'exemplar' else 'territory' end from generate_series(1, 120) i`,
  )
  await world.owner.query(
    `insert into edition (article_id, lang, number, title, lead, body, byline, published_at, digest, follows, note)
     select 1000 + i, 'vi', n, 'Hiến đất 100% số ' || i || case n when 2 then ', đính chính' else '' end, '', '[]', 'x',
            '2021-01-01T00:00:00+07:00'::timestamptz + (i / 2) * interval '1 day' + (n - 1) * interval '300 days', repeat('0', 64),
            case n when 2 then 'correction' end, case n when 2 then 'x' end
       from generate_series(1, 120) i, generate_series(1, 2) n where n = 1 or i = 7`,
  )
})

const titles = (page: string) => [...page.matchAll(/<strong lang="vi">Hiến đất 100% số (\d+)/g)].map(([, number]) => Number(number))
const list = (query: string) => desk.see(`/ban-tin/bai${query}`, 'hoa')

test('all that was published is read page by page, each article once, newest first: a correction makes none new', async () => {
  const seen: number[] = []
  for (let path: string | undefined = '/ban-tin/bai'; path; ) {
    const page = await desk.see(path, 'hoa')
    seen.push(...titles(page))
    path = /<a href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i))
})

test('it is filtered by section, kind, days and words with or without marks; signs of a pattern are letters', async () => {
  expect(titles(await list('?tim=hien+dat&muc=exemplar&tu=1/1/2021&den=3/1/2021'))).toEqual([4, 2])
  expect(titles(await list('?loai=correction'))).toEqual([7])
  expect(titles(await list('?tim=100%25&den=1/1/2021'))).toEqual([1])
  expect(titles(await list('?tim=1_0%25'))).toEqual([])
  expect(titles(await list('?muc=khong-co&den=1/1/2021'))).toEqual([1])
  await desk.as('sinh').post('/ban-tin/go/1009', { reason: 'Trùng.', when: 'now', replaced_by: '', key: desk.key() })
  expect(titles(await list('?loai=withdrawn'))).toEqual([9])
  expect((await desk.as('far').get('/ban-tin/bai')).status).toBe(403)
})

test('the list for readers is in the same order, without what was withdrawn', async () => {
  const numbers = [...(await desk.see('/tin')).matchAll(/Hiến đất 100% số (\d+)/g)].map(([, number]) => Number(number))
  expect([...new Set(numbers)].slice(0, 3)).toEqual([120, 119, 118])
})
