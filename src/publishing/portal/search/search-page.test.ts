import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const ask = async (query: string) => {
  const answer = await fetch(`${portal.address}/tim?${query}`)
  return { status: answer.status, text: await answer.text(), robots: answer.headers.get('x-robots-tag') }
}

test('xa dat chuan 2020: figures to open, and articles with the words as they write them', async () => {
  const { status, text, robots } = await ask('q=xa+dat+chuan+2020')
  expect([status, robots]).toEqual([200, 'noindex'])
  expect(text).toContain('<a href="/so-lieu/F16?valid_as_of=2020-12-31">Xã đang đạt chuẩn</a>')
  expect(text).toContain('Số xã của một đơn vị đang đạt chuẩn trở lên vào ngày được chọn')
  expect(text).toMatch(/<mark>[Xx]ã<\/mark>/)
  expect(text).toMatch(/<a href="\/bai\/\d+-[a-z0-9-]+">/)
})

test('a search is narrowed by section and day; a day that is none is said at its field, and what was typed is kept', async () => {
  const of_section = await ask('q=xa&muc=territory')
  expect([...of_section.text.matchAll(/href="\/bai\/\d+-([a-z-]+)"/g)].map(([, slug]) => slug)).toEqual(['sau-ngay-sap-xep-xa'])
  const { status, text } = await ask('q=xa&tu=31/02/2021')
  expect(status).toBe(422)
  expect(text).toContain('value="31/02/2021"')
  expect(text).toContain('role="alert"')
})

test('a search is narrowed to a place with all that lies or was joined in it, and its figures are asked of it', async () => {
  const slugsOf = (text: string) => [...text.matchAll(/href="\/bai\/\d+-([a-z0-9-]+)"/g)].map(([, slug]) => slug)
  const { text } = await ask('q=xa+dat+chuan+2020&noi=huyen+ba+be')
  expect(text).toContain('<a href="/so-lieu/F16?unit=huyen-ba-be&amp;valid_as_of=2020-12-31">Xã đang đạt chuẩn – Huyện Ba Bể</a>')
  expect(slugsOf(text)).toContain('sau-xa-duoc-cong-nhan-nam-2021')
  expect(slugsOf((await ask('q=xa&noi=thuong+giao')).text)).toEqual(['sau-xa-duoc-cong-nhan-nam-2021'])
  expect(slugsOf((await ask('q=xa&noi=huyen+pac+nam')).text)).toEqual([])
  const { status, text: refused } = await ask('q=xa&noi=Atlantis')
  expect([status, refused.includes('Không có nơi hay tổ chức nào tên «Atlantis».'), refused.includes('value="Atlantis"')]).toEqual([
    422,
    true,
    true,
  ])
})

test('a search is narrowed to a keyword, and to a kind, of which more is shown', async () => {
  const slugsOf = (text: string) => [...text.matchAll(/href="\/bai\/\d+-([a-z0-9-]+)"/g)].map(([, slug]) => slug)
  const of_keyword = await ask('q=con+duong&chu-de=hien-dat-lam-duong')
  expect(slugsOf(of_keyword.text).toSorted()).toEqual([
    'con-duong-qua-ba-nha',
    'dat-hien-thanh-duong',
    'tu-trang-cam-ket-den-con-duong-moi',
  ])
  expect(of_keyword.text).toMatch(/<option value="hien-dat-lam-duong" lang="vi" selected>Hiến đất làm đường</)
  expect(slugsOf((await ask('q=xa&chu-de=khong-co')).text)).toEqual([])
  const all = await ask('q=nong+thon+moi')
  expect([all.text.includes('href="/tim?q=nong+thon+moi&amp;loai=van-ban"'), slugsOf(all.text).length > 0]).toEqual([true, true])
  const documents = await ask('q=nong+thon+moi&loai=van-ban')
  const shown = (text: string) => [...text.matchAll(/<a href="\/van-ban-cong-bo\/\d+">/g)].length
  expect([shown(all.text), shown(documents.text) > 3, slugsOf(documents.text)]).toEqual([3, true, []])
  for (const lang of ['', '/en']) expect(await figuresIn(lang)).not.toMatch(/\{\w+\}| {2}/)
  expect((await ask('q=nong+thon+moi&loai=bai-viet')).text).not.toContain('/van-ban-cong-bo/1"')
})

/** What is said of figures that are found by common words. */
async function figuresIn(lang: string): Promise<string> {
  const named = lang === '' ? 'don+vi+ngay+nam' : 'unit+the+year+day'
  const text = await (await fetch(`${portal.address}${lang}/tim?q=${named}&loai=so-lieu`)).text()
  const main = text.slice(text.indexOf('class="list found"')).split('</ul>')[0]!
  expect(main.split('<li>').length).toBeGreaterThan(5)
  return main
}

test('places of one name are told apart, and counted together until one is chosen', async () => {
  const { rows } = await world.owner.query<{ key: string; name: string }>(
    `select u.key, v.name from unit_version v join unit u using (unit_id)
      where is_open(v.recorded) and v.unit_kind in ('commune', 'district') and v.name = 'Ba Bể' group by 1, 2 order by 1`,
  )
  const { text } = await ask('q=xa&noi=ba+be')
  const choices = [...text.matchAll(/name="don-vi" value="([a-z0-9-]+)"/g)].map(([, key]) => key)
  expect(choices.filter(key => rows.some(row => row.key === key)).toSorted()).toEqual(rows.map(({ key }) => key))
  expect(rows.length).toBeGreaterThan(1)
  const chosen = await ask(`q=xa&noi=ba+be&don-vi=${rows[0]!.key}`)
  expect(chosen.text).toMatch(new RegExp(`name="don-vi" value="${rows[0]!.key}" checked|checked[^>]*value="${rows[0]!.key}"`))
})

test('units are found by their names, from the search and from the structure, and lead to their pages', async () => {
  const expected = '<a href="/co-cau/xa-thuong-giao">'
  expect((await ask('q=xa+thuong+giao')).text).toContain(expected)
  const structure = await (await fetch(`${portal.address}/co-cau?tim=thuong+giao`)).text()
  expect([structure.includes(expected), /Xã · Trực thuộc huyện Ba Bể · từ \d/.test(structure)]).toEqual([true, true])
  expect(await (await fetch(`${portal.address}/co-cau?tim=Atlantis`)).text()).toContain('Không có đơn vị nào tên «Atlantis».')
})

test('what an article is about leads to its pages, places as of the day of the article', async () => {
  const [, six] = (await ask('q=xa&noi=thuong+giao')).text.match(/href="(\/bai\/\d+-sau-xa-[^"]+)"/)!
  const article = await (await fetch(portal.address + six)).text()
  const links = [...article.matchAll(/href="(\/co-cau\/[a-z0-9-]+\?ngay=[^"]+)"/g)].map(([, link]) => link!)
  expect(links.map(link => link.replace(/\?.*/, ''))).toEqual([
    '/co-cau/xa-thuong-giao-2020',
    '/co-cau/xa-cuong-loi-2020',
    '/co-cau/xa-quan-ha',
  ])
  for (const link of links) expect([link, (await fetch(portal.address + link)).status]).toEqual([link, 200])
})

test('a document is found by its number and by words of its subject, one about a person never', async () => {
  expect((await ask('q=855+NQ-UBTVQH14')).text).toContain('>855/NQ-UBTVQH14</a>')
  const { text } = await ask('q=tieu+chi+quoc+gia+1980')
  expect(text).toMatch(/<a href="\/van-ban-cong-bo\/\d+">1980\/QĐ-TTg<\/a>/)
})

test('what nobody has written says so, and what may have been meant', async () => {
  const { text } = await ask('q=conn+duong')
  expect(text).toMatch(/Có phải ý bạn là: <a href="\/tim\?q=con\+%C4%91%C6%B0%E1%BB%9Dng">con đường<\/a>/)
  expect((await ask('q=xyzxyz')).text).toContain('Không tìm thấy gì cho «xyzxyz».')
  expect((await ask('')).text).not.toContain('role="status"')
})

test('nothing that is typed breaks it, and what is not asked is refused', async () => {
  const odd = [
    'va+la+cua+thi',
    '%CC%89%CC%83',
    'a'.repeat(10_000),
    'a'.repeat(7000),
    '%00',
    '%cc%81%cc%81',
    "'%7C%26!:*",
    '%ed%a0%80',
    '%F0%9F%98%80'.repeat(50),
    'x+'.repeat(3000),
  ]
  for (const words of odd)
    for (const page of ['/tim?q=', '/tim/goi-y?q=', '/tim?q=xa&noi=', '/tim?q=xa&noi=ba+be&don-vi=', '/co-cau?tim='])
      expect([words, page, [200, 400, 414, 422].includes((await fetch(`${portal.address}${page}${words}`)).status)]).toEqual([
        words,
        page,
        true,
      ])
  expect((await ask('q=a&la=1')).status).toBe(422)
  expect((await ask('q=a&trang=99')).status).toBe(200)
})

test('what finishes words weighs two kilobytes at most, and so do its answers', async () => {
  const module = /<script type="module" src="([^"]+goi-y[^"]+)"/.exec((await ask('')).text)![1]!
  const sizeOf = async (path: string) => (await (await fetch(portal.address + path)).arrayBuffer()).byteLength
  for (const path of [module, '/tim/goi-y?q=th', '/tim/goi-y?q=ng']) {
    const size = await sizeOf(path)
    expect([path, size > 2, size <= 2048]).toEqual([path, true, true])
  }
})

test('a word that is begun is finished as public texts write it, marks or none', async () => {
  const suggested = async (words: string) => (await fetch(`${portal.address}/tim/goi-y?q=${encodeURIComponent(words)}`)).json()
  expect(await suggested('nong thon m')).toEqual([])
  expect(await suggested('nông thôn mo')).toContain('nông thôn mới')
  expect(await suggested('duo')).toContain('đường')
})
