import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'
import { hrefFor } from '../../../platform/web/index.ts'
import { laws } from '../statements/law.ts'

const world = withDatabase('demo')
const portal = withPortal(world)

const get = async (path: string) => {
  const answer = await fetch(portal.address + path, { redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}
const statusesOf = async (paths: string[]) => Promise.all(paths.map(async path => [path, (await get(path)).status]))
const linksIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, link]) => link!)

test('each line of the law opens a page that answers, or says that there is none', async () => {
  for (const lang of ['vi', 'en'] as const) {
    const to = hrefFor({ lang })
    const { text } = await get(to.law())
    const proofs = laws.flatMap(({ lines }) => lines.flatMap(({ proof }) => (proof ? [proof(to)] : [])))
    expect(proofs.filter(proof => !text.includes(`href="${proof}"`))).toEqual([])
    expect(await statusesOf(proofs)).toEqual(proofs.map(proof => [proof, 200]))
    const missing = laws.flatMap(({ lines }) => lines.filter(({ proof }) => proof === null))
    expect(text.split(lang === 'vi' ? '>chưa có<' : '>not yet<')).toHaveLength(missing.length + 1)
  }
})

test('every link of the site map leads to a page, in both languages', async () => {
  for (const prefix of ['', '/en']) {
    const { text } = await get(`${prefix}/so-do-trang`)
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    const links = [...new Set(linksIn(main, /href="([^"]+)"/g))]
    expect(links.length).toBeGreaterThan(20)
    expect((await statusesOf(links)).filter(([, status]) => status !== 200)).toEqual([])
  }
})

test('a movement has all of its year on one page, and says where it stands', async () => {
  const newest = await get('/phong-trao')
  expect([newest.status, newest.text.includes('<h1>Phong trào năm 2027</h1>')]).toEqual([200, true])
  // Nothing was written about it yet: the page says so, and leads to what was written last.
  expect(newest.text).toContain(
    'Chưa có bài nào về phong trào năm này. Những bài gần đây nhất là về <a href="/phong-trao/2020">phong trào năm 2020</a>:',
  )
  expect(newest.text).toContain('Từ một trang cam kết đến con đường mới của bản')
  const { status, text } = await get('/phong-trao/2020')
  expect([status, text.includes('Đợt đã khép lại ngày')]).toEqual([200, true])
  const headings = linksIn(text, /<h2 class="ruled"[^>]*>([^<]+)<\/h2>/g)
  expect(headings.slice(0, 3)).toEqual(['Những con số của phong trào', 'Bài viết về phong trào', 'Điển hình được công nhận năm 2020'])
  expect([headings.includes('Người dân đóng góp năm 2020'), headings.at(-1)]).toEqual([true, 'Các năm khác'])
  expect(text).toMatch(/href="\/so-lieu\/F1\?[^"]*year=2020/)
  expect(text).toMatch(/href="\/bai\//)
  const running = await get('/en/phong-trao/2027')
  expect([running.status, /Commitments are being handed in|The time for handing in is over|closed on/.test(running.text)]).toEqual([
    200,
    true,
  ])
  expect(await statusesOf(['/phong-trao/2010', '/phong-trao/nay'])).toEqual([
    ['/phong-trao/2010', 404],
    ['/phong-trao/nay', 404],
  ])
})

test('a monthly series has its own page: its months, the year before, and what was revised with the reason; the page of its place leads there', async () => {
  const place = await get('/co-cau/thanh-pho-bac-kan?ngay=2025-06-30')
  const [link] = linksIn(place.text, /href="(\/so-lieu\/F22[^"]*)">Hồ sơ tiếp nhận</g)
  expect((await get(link!.replaceAll('&amp;', '&'))).status).toBe(200)
  const { text } = await get('/so-lieu/F22?unit=thanh-pho-bac-kan&kind=ho-so-tiep-nhan&year=2025&valid_as_of=2025-06-30')
  expect(text).toContain('<h1>Hồ sơ tiếp nhận</h1>')
  expect(text).toMatch(/So với 6 tháng cùng có số liệu của năm 2024 \([\d.]+ hồ sơ\), năm 2025 (nhiều|ít) hơn [\d,]+%\./)
  expect(text).toMatch(/05\/2024, thành phố Bắc Kạn: \d+ hồ sơ, thay cho \d+/)
  expect(text).toContain('Đếm sót 37 hồ sơ nộp qua bưu chính.')
  const rate = await get('/en/so-lieu/F22?unit=thanh-pho-bac-kan&kind=ho-so-truc-tuyen&year=2025&valid_as_of=2025-06-30')
  expect(rate.text).toMatch(/Against the same 6 months of 2024 \([\d.]+%\), 2025: [\d.]+ percentage points higher \(better\)\./)
})

test('articles are looked up by year, month and day; what is no day is no page', async () => {
  const days = await world.owner.query(
    `select to_char(day_in_vietnam(published_at), 'YYYY-MM-DD') as day, count(*)::int as n from edition where lang = 'vi' and number = 1 group by 1 order by 1 desc`,
  )
  const { day, n } = days.rows[0]
  expect((await get('/tin/ngay')).text).toContain(`href="/tin/ngay/${day.slice(0, 4)}"`)
  expect((await get(`/tin/ngay/${day.slice(0, 4)}`)).text).toContain(`href="/tin/ngay/${day.slice(0, 7)}"`)
  expect((await get(`/tin/ngay/${day.slice(0, 7)}`)).text).toContain(`href="/tin/ngay/${day}"`)
  const { text } = await get(`/tin/ngay/${day}`)
  expect(linksIn(text, /<a href="(\/bai\/[^"]+)"/g)).toHaveLength(n)
  const earlier = days.rows[1].day
  expect(text).toContain(`<a rel="prev" href="/tin/ngay/${earlier}"`)
  expect(await statusesOf(['/tin/ngay/2021-02-30', '/tin/ngay/hom-nay', '/tin/ngay/1999'])).toEqual([
    ['/tin/ngay/2021-02-30', 404],
    ['/tin/ngay/hom-nay', 404],
    ['/tin/ngay/1999', 200],
  ])
})

test('a decision about a person is no public document, what is published is saved with its files; a resolution opens to its units', async () => {
  const add = async (number: string, kind: string, published_on: string | null) => {
    const { rows } = await world.owner.query(
      `insert into instrument (number, kind, issuer, title, signed_on, published_on)
       values ($1, $2, 'UBND tỉnh', 'Về một việc', '2022-01-01', $3) returning instrument_id`,
      [number, kind, published_on],
    )
    return Number(rows[0].instrument_id)
  }
  const [of_person, published, plan] = [
    await add('901/QĐ', 'decision', null),
    await add('902/QĐ', 'decision', '2022-01-02'),
    await add('903/KH', 'plan', null),
  ]
  await expect.poll(async () => (await get('/van-ban-cong-bo?tim=ve+mot+viec')).text).toContain('903/KH')
  const { text } = await get('/van-ban-cong-bo?tim=ve+mot+viec')
  expect(linksIn(text, /href="\/van-ban-cong-bo\/(\d+)"/g).map(Number)).toEqual([published, plan])
  expect((await get(`/van-ban-cong-bo/${of_person}`)).status).toBe(404)
  const attach = async (instrument_id: number, name: string, closed = false) => {
    const { rows } = await world.owner.query(
      `insert into instrument_file (instrument_id, name, media_type, bytes, digest, recorded)
       values ($1, $2, 'application/pdf', '%PDF', encode(sha256(convert_to($2, 'UTF8')), 'hex'),
               case when $3 then tstzrange(now() - interval '1 hour', now()) else tstzrange(now(), 'infinity') end) returning instrument_file_id as id`,
      [instrument_id, name, closed],
    )
    return `/van-ban-cong-bo/${instrument_id}/tep/${rows[0].id}`
  }
  const [open, closed, of_plan, of_another] = [
    await attach(published, 'Toàn văn.pdf'),
    await attach(published, 'Đã bỏ.pdf', true),
    await attach(plan, 'Kế hoạch.pdf'),
    await attach(of_person, 'Quyết định.pdf'),
  ]
  await expect.poll(async () => linksIn((await get(`/van-ban-cong-bo/${published}`)).text, /href="([^"]*\/tep\/[^"]*)"/g)).toEqual([open])
  expect((await get(`/van-ban-cong-bo/${plan}`)).text).toContain('Cổng chưa đăng toàn văn.')
  const saved = await fetch(portal.address + open)
  expect([saved.status, saved.headers.get('content-disposition')?.startsWith('attachment;'), await saved.text()]).toEqual([
    200,
    true,
    '%PDF',
  ])
  expect(await statusesOf([closed, of_plan, of_another])).toEqual([closed, of_plan, of_another].map(path => [path, 404]))

  const { rows } = await world.owner.query(`select instrument_id from instrument where number = '855/NQ-UBTVQH14'`)
  const resolution = await get(`/en/van-ban-cong-bo/${rows[0].instrument_id}`)
  expect(resolution.text).toContain('Resolution 855/NQ-UBTVQH14')
  expect(resolution.text).toMatch(/href="\/en\/bai\/\d+-sau-ngay-sap-xep-xa"/)
  expect(linksIn(resolution.text, /href="\/en\/co-cau\/([^"]+)"/g).length).toBeGreaterThan(10)
  const feed = await get(`/en/van-ban-cong-bo/${rows[0].instrument_id}/tin.atom`)
  expect([feed.status, feed.text.includes('-sau-ngay-sap-xep-xa"'), feed.text.includes('Resolution 855/NQ-UBTVQH14')]).toEqual([
    200,
    true,
    true,
  ])
})

test('the structure leads from each hierarchy down to a unit, as it was on a day; cells have no page', async () => {
  const { text } = await get('/co-cau?ngay=19/02/2021')
  const roots = linksIn(text, /href="\/co-cau\/([^"?]+)\?ngay=2021-02-19"/g)
  expect(roots).toContain('tinh-bac-kan')
  const province = await get('/en/co-cau/tinh-bac-kan?ngay=2021-02-19')
  expect(province.text).toContain('<h1><span>Bắc Kạn province</span></h1>')
  expect(province.text).toContain('/en/so-lieu/F16?unit=tinh-bac-kan&amp;valid_as_of=2021-02-19')
  expect(province.text).toMatch(/href="\/en\/bai\/\d+-sau-ngay-sap-xep-xa"/)
  expect((await get('/co-cau/thanh-pho-bac-kan')).text).toMatch(/href="\/bai\/\d+-thanh-pho-bac-kan-ve-dich"/)
  const feed = await get('/en/co-cau/tinh-bac-kan/tin.rss')
  expect([feed.status, feed.text.includes('-sau-ngay-sap-xep-xa</link>'), (await get('/co-cau/khong-co/tin.rss')).status]).toEqual([
    200,
    true,
    404,
  ])
  const { rows } = await world.owner.query(
    `select u.key from unit u join unit_version v using (unit_id) where v.unit_kind = 'cell' limit 1`,
  )
  expect(await statusesOf([`/co-cau/${rows[0].key}`, '/co-cau/khong-co', '/co-cau?ngay=31/02/2021'])).toEqual([
    [`/co-cau/${rows[0].key}`, 404],
    ['/co-cau/khong-co', 404],
    ['/co-cau?ngay=31/02/2021', 422],
  ])
})

test('every edition of an article stands at its own address, and the list of them tells what was changed', async () => {
  const { rows } = await world.owner.query(`select article_id, slug from article order by article_id limit 1`)
  const at = `/bai/${rows[0].article_id}-${rows[0].slug}`
  const count = await world.owner.query(`select count(*)::int as n from edition where article_id = $1 and lang = 'vi'`, [
    rows[0].article_id,
  ])
  const { text } = await get(`${at}/ban`)
  const editions = linksIn(text, new RegExp(`href="(${at}/ban/\\d+)"`, 'g'))
  expect(editions).toHaveLength(count.rows[0].n)
  expect(await statusesOf(editions)).toEqual(editions.map(one => [one, 200]))
  expect((await get(`/bai/${rows[0].article_id}-khac/ban`)).status).toBe(301)
})

test('an article tells machines who answers for it, what it rests on, when it changed and what was corrected', async () => {
  const { rows } = await world.owner.query(`select article_id, slug from article where slug = 'tu-trang-cam-ket-den-con-duong-moi'`)
  const { article_id, slug } = rows[0]
  const before = await get(`/bai/${article_id}-${slug}`)
  expect(before.text).toMatch(/itemprop="isBasedOn"/)
  expect(before.text).toContain('<meta itemprop="name" content="Bản trình diễn của phần mềm Nêu Gương"/>')
  expect(before.text).not.toContain('CorrectionComment')
  await world.owner.query(
    `insert into edition (article_id, lang, number, title, lead, body, byline, published_at, follows, note, digest)
     select article_id, lang, number + 1, title, lead, '[]', byline, '2021-03-01T08:00:00+07:00', 'correction', 'Sửa tên xã.', repeat('0', 64)
       from edition where article_id = $1 and lang = 'vi' order by number desc limit 1`,
    [article_id],
  )
  await expect.poll(async () => (await get(`/bai/${article_id}-${slug}`)).text).toContain('CorrectionComment')
  const { text } = await get(`/bai/${article_id}-${slug}`)
  expect(text).toContain('<span lang="vi" itemprop="text">Sửa tên xã.</span>')
  expect(text).toMatch(/<meta itemprop="dateModified" content="2021-03-01T/)
  expect(text).toMatch(/<meta property="article:modified_time" content="2021-03-01T/)
  expect(text).toContain(`<link itemprop="mainEntityOfPage" href="https://neu-guong.example/bai/${article_id}-${slug}"/>`)
})

test('beside an article stand those that share the most figures and keywords with it, then its section; and what came after and before', async () => {
  const { rows } = await world.owner.query<{ article_id: number; slug: string; topic: string; shares: string[] }>(
    `select a.article_id, a.slug, a.topic, array_remove(array_agg(distinct r.figure) || array_agg(distinct s.keyword), null) as shares
       from article a
       join edition e on e.article_id = a.article_id and e.lang = 'vi'
                     and e.number = (select max(l.number) from edition l where l.article_id = a.article_id and l.lang = 'vi')
       left join citation c using (edition_id)
       left join figure_run r using (figure_run_id)
       left join edition_subject s on s.edition_id = e.edition_id
       join edition f on f.article_id = a.article_id and f.lang = 'vi' and f.number = 1
      group by a.article_id, f.published_at
      order by f.published_at desc, a.article_id desc`,
  )
  const slugs = rows.map(({ slug }) => slug)
  type Row = (typeof rows)[number]
  const nearness = (one: Row, to: Row) => {
    const shared = one.shares.filter(what => to.shares.includes(what)).length
    return shared * 2 + Number(one.topic === to.topic)
  }
  const nearTo = (to: Row) => rows.filter(one => one !== to && nearness(one, to) > 0).toSorted((a, b) => nearness(b, to) - nearness(a, to))
  const here = rows.toSorted((a, b) => nearTo(b).length - nearTo(a).length)[0]!
  const [at, near] = [rows.indexOf(here), nearTo(here)]
  const { text } = await get(`/bai/${here.article_id}-${here.slug}`)
  const listed = (heading: string) =>
    linksIn(text.slice(text.indexOf(`>${heading}</h2>`)).split('</section>')[0]!, /href="\/bai\/\d+-([^"?]+)"/g)
  expect(near.length).toBeGreaterThan(1)
  expect(listed('Bài liên quan')).toEqual(near.slice(0, 4).map(({ slug }) => slug))
  expect([listed('Bài mới hơn'), listed('Bài cũ hơn')]).toEqual([slugs.slice(Math.max(0, at - 3), at), slugs.slice(at + 1, at + 4)])
})

test('the map of what was given shows each commune that gave, and its key counts them', async () => {
  const asked = 'kind=land&valid_as_of=2021-02-19'
  const { rows } = JSON.parse((await get(`/so-lieu/F13.json?${asked}&map=restated&map_day=2021-02-19`)).text)
  const giving = rows.filter(({ key, quantity }: { key: string; quantity: string }) => !key.includes('|') && Number(quantity) > 0)
  const { text } = await get(`/so-lieu/F13?${asked}`)
  const map = text.slice(text.indexOf('class="tiles"'), text.indexOf('class="legend"'))
  const key = text.slice(text.indexOf('class="legend"')).split('</ul>')[0]!
  const counted = [...key.matchAll(/ m² \((\d+)\)/g)].map(([, n]) => Number(n))
  expect(giving.length).toBeGreaterThan(3)
  expect([map.match(/fill-opacity/g)?.length, counted.reduce((sum, n) => sum + n, 0)]).toEqual([giving.length, giving.length])
  expect((await get(`/en/so-lieu/F13?${asked}`)).text).toContain('the darker the more')
})

test('a figure stands in a page of others: small, with its day and the way to its page, without a script; a refusal does not', async () => {
  const page = await get('/so-lieu/F16?valid_as_of=2021-02-19')
  const [embed] = linksIn(page.text, /<dd><a href="(\/so-lieu\/F16\/nhung\?[^"]+)"/g)
  expect(page.text).toContain('&lt;iframe src=&quot;https://neu-guong.example/so-lieu/F16/nhung?')
  const answer = await fetch(portal.address + embed!.replaceAll('&amp;', '&'))
  const text = await answer.text()
  expect([answer.status, text.includes('<strong class="numeral">15</strong>'), text.includes('ngày 19/02/2021')]).toEqual([200, true, true])
  expect(text).toMatch(
    /<a href="https:\/\/neu-guong\.example\/so-lieu\/F16\?[^"]*valid_as_of=2021-02-19[^"]*" target="_blank" rel="noopener">/,
  )
  expect([text.includes('<script'), text.length < page.text.length / 2]).toEqual([false, true])
  const policy = answer.headers.get('content-security-policy')!
  expect(['frame-ancestors *', `script-src 'none'`, `form-action 'none'`].filter(rule => !policy.includes(rule))).toEqual([])
  expect((await fetch(answer.url, { headers: { 'if-none-match': answer.headers.get('etag')! } })).status).toBe(304)
  const refused = await fetch(`${portal.address}/so-lieu/F16/nhung?valid_as_of=1900-01-01`)
  expect([refused.status, refused.headers.get('content-security-policy')!.includes(`frame-ancestors 'none'`)]).toEqual([422, true])
  expect(await statusesOf(['/en/so-lieu/F16/nhung', '/so-lieu/F99/nhung'])).toEqual([
    ['/en/so-lieu/F16/nhung', 200],
    ['/so-lieu/F99/nhung', 404],
  ])
})
