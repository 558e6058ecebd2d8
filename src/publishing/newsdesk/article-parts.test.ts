import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { type Desk, openNewsdesk, text_of_a_draft } from '../../../test/harness/newsdesk.ts'
import { findKeyword, listArticlesOfRun, listHeadlines, readSubjects } from '../newsroom/index.ts'

const world = withDatabase('territory')
let desk: Desk
beforeAll(async () => {
  desk = await openNewsdesk(world)
})

test('what a footnote claims is checked as the text is; published it stands below the text, each with its number and the way back', async () => {
  const body = 'Đường đã xong{^ Ngày 19/02/2021 có 16 xã đạt chuẩn nông thôn mới.}.\n\nBà con mừng{^ Lời kể của thôn.}.'
  const draft = await desk.begin({ title: 'Bài có chú thích', body })
  await desk.press('lieu', draft, 'buoc/submit')
  await desk.press('hoa', draft, 'buoc/pass')
  const refused = await desk.press('lan', draft, 'buoc/sign-off')
  expect([refused.status, refused.text.includes('«16 xã» khác sổ')]).toEqual([422, true])
  const address = await desk.publish({ title: 'Bài đã có chú thích', body: body.replace('16 xã', '15 xã') })
  const page = await desk.see(address)
  expect(page).toMatch(/Đường đã xong<sup><a id="goi-chu-thich-1" href="#chu-thich-1" role="doc-noteref"[^>]*>1<\/a><\/sup>\./)
  expect(page).toMatch(/<li id="chu-thich-2"><p><span lang="vi">Lời kể của thôn\.<\/span> <a href="#goi-chu-thich-2"/)
  expect(page.indexOf('Bàn Thị Liễu')).toBeLessThan(page.indexOf('Ngày 19/02/2021 có 15 xã'))
})

test('what a text is about is named as it is called that day, known again by the register, and found by it once it is public', async () => {
  const title = 'Bài nói về một xã'
  const typed = { title, units: 'xã Nơi Không Có\nBa Bể', instruments: '855/NQ-UBTVQH14' }
  const refused = await desk.as('lieu').post('/ban-tin/viet', { ...text_of_a_draft, ...typed, key: desk.key() })
  expect([refused.status, refused.text.includes('không có nơi hay tổ chức nào tên là «xã Nơi Không Có»')]).toEqual([422, true])
  const unfit = await desk.as('lieu').post('/ban-tin/viet', { ...text_of_a_draft, keywords: '«!»', key: desk.key() })
  expect([unfit.status, unfit.text.includes('««!»» không làm chủ đề được')]).toEqual([422, true])
  const draft = await desk.begin({ ...typed, units: 'xã Ba Bể', keywords: 'Chuyển đổi số\nHồ Ba Bể' })
  expect(await desk.see(`${draft}/sua`, 'lieu')).toMatch(/<textarea[^>]*id="units"[^>]*>xã Ba Bể<\/textarea>/)
  await desk.bringToApprover(draft)
  await desk.press('sinh', draft, 'duyet', { when: 'now' })
  expect(await desk.see(await desk.addressOf(title))).toMatch(
    /Bài nói về: <span lang="vi"><a href="\/co-cau\/[^"]+">xã Ba Bể<\/a><\/span><span lang="vi"> · (<a [^>]+>)?Nghị quyết 855\/NQ-UBTVQH14/,
  )
  expect(await desk.see(await desk.addressOf(title))).toContain('<a href="/chu-de/chuyen-doi-so">Chuyển đổi số</a>')
  const edition = await world.owner.query<{ article_id: number; unit: string | null; instrument_id: string | null }>(
    `select e.article_id, u.key as unit, s.instrument_id from edition_subject s join edition e using (edition_id) left join unit u using (unit_id)
      where e.title = $1 order by s.number`,
    [title],
  )
  const [{ article_id, unit }, { instrument_id: instrument }] = edition.rows as [any, any]
  for (const about of [{ unit }, { instrument: Number(instrument) }, { keyword: 'ho-ba-be' }])
    expect((await listHeadlines(world.db, { lang: 'vi', limit: 5, ...about })).map(found => found.article_id)).toContain(article_id)
  expect(await listHeadlines(world.db, { lang: 'vi', limit: 5, unit: 'khong-co' })).toEqual([])
  const renamed = { units: 'xã Tên Cũ\nba bể\nxã đồng phúc', instruments: '', keywords: '' }
  expect(await readSubjects(world.db, renamed, { day: '2026-01-01', before: [{ unit, name: 'xã Tên Cũ' }] })).toEqual({
    ok: true,
    value: [
      { unit, name: 'xã Ba Bể' },
      { unit: 'xa-dong-phuc-2025', name: 'xã Đồng Phúc' },
    ],
  })
})

test('a keyword that an article bore before is picked by its letters, and its page goes with the last article that bears it', async () => {
  const [first, second] = [
    await desk.publish({ title: 'Bài một', keywords: 'Nhà văn hóa thôn' }),
    await desk.publish({ title: 'Bài hai', keywords: 'nha van hoa thon' }),
  ]
  expect(await desk.see(second)).toContain('<a href="/chu-de/nha-van-hoa-thon">Nhà văn hóa thôn</a>')
  const called = { keyword: 'nha-van-hoa-thon', name: 'Nhà văn hóa thôn' }
  expect(await findKeyword(world.db, called.keyword)).toEqual({ ...called, articles: 2 })
  expect(await desk.see('/ban-tin/viet', 'lieu')).toContain('Nhà văn hóa thôn')
  const page = await desk.see('/chu-de/nha-van-hoa-thon')
  expect([first, second].filter(address => !page.includes(`href="${address}"`))).toEqual([])
  for (const address of [first, second]) {
    const gone = { when: 'now', reason: 'Thử gỡ.', replaced_by: '' }
    await desk.as('sinh').post(`/ban-tin/go/${/\d+/.exec(address)![0]}`, { ...gone, key: desk.key() })
  }
  expect(await findKeyword(world.db, called.keyword)).toBe(null)
})

test('a chart draws its numbers by what is printed and goes nowhere without them; a document is called as the register calls it', async () => {
  const title = 'Bài có biểu đồ'
  const { rows } = await world.owner.query<{ id: string }>(`select instrument_id as id from instrument where number = '855/NQ-UBTVQH14'`)
  const half = `~ Năm 2020: chưa gắn\n~ — Số xã đạt chuẩn\n\n[[văn bản ${rows[0]!.id}]]`
  const draft = await desk.begin({ title: 'Bài có biểu đồ dở', body: half })
  const refused = await desk.press('lieu', draft, 'buoc/submit')
  expect([refused.status, refused.text.includes('Mỗi dòng của biểu đồ cần một nhãn và đúng một số liệu')]).toEqual([422, true])
  const bars = '{F16 valid_as_of=2021-02-19 | 15}\n~ Năm 2019: {F16 valid_as_of=2019-12-31}'
  const page = await desk.see(await desk.publish({ title, body: half.replace('chưa gắn', bars) }))
  const [, chart = ''] = page.split('class="chart-of-text"')
  expect([...chart.matchAll(/<rect width="([\d.]+)%"/g)].map(([, width]) => width)).toEqual(['75', '100'])
  expect(page).toMatch(/<figcaption>Số xã đạt chuẩn<\/figcaption>/)
  expect(page).toMatch(/<p class="document" lang="vi">Nghị quyết 855\/NQ-UBTVQH14, [^<]+<\/p>/)
  const unknown = await desk.as('lieu').post('/ban-tin/viet', { ...text_of_a_draft, body: '[[văn bản 999999999]]', key: desk.key() })
  expect([unknown.status, unknown.text.includes('Sổ không có văn bản số 999999999')]).toEqual([422, true])
})

test('a minor change leaves every number as it is, and does not bring the article up in feeds', async () => {
  const title = 'Bài sửa nhỏ'
  const address = await desk.publish({ title })
  const article = /\d+/.exec(address)![0]
  const changedAt = async () => {
    const lists = [
      await listHeadlines(world.db, { lang: 'vi', limit: 50 }),
      await listArticlesOfRun(world.db, { lang: 'vi', figure: 'F16' }),
    ]
    return lists.map(list => list.find(found => found.title === title)!.changed_at)
  }
  const before = await changedAt()
  const begun = await desk.as('lieu').post('/ban-tin/soan-tiep', { article, follows: 'minor', key: desk.key() })
  const draft = begun.location!.replace('/sua', '')
  const typed = { ...text_of_a_draft, title, note: 'Sửa lỗi chính tả.' }
  const save = (read: string, body: string) => desk.as('lieu').post(`${draft}/sua`, { ...typed, body, read, key: desk.key() })
  await save('1', '{F16 valid_as_of=2019-12-31} xã đang đạt chuẩn.')
  await desk.bringToApprover(draft, '2')
  const refused = await desk.press('sinh', draft, 'duyet', { when: 'now', read: '2' })
  expect([refused.status, refused.text.includes('Bản sửa nhỏ không đổi số nào')]).toEqual([422, true])
  await desk.press('sinh', draft, 'buoc/refuse', { comment: 'Giữ số cũ.', read: '2' })
  await save('2', '{F16 valid_as_of=2021-02-19} xã đang đạt chuẩn.\n\nBà con vui.')
  await desk.bringToApprover(draft, '3')
  await desk.press('sinh', draft, 'duyet', { when: 'now', read: '3' })
  expect(await desk.see(address)).toMatch(/Sửa nhỏ[^<]*<\/strong>\s*<span lang="vi">Sửa lỗi chính tả\./)
  expect(await changedAt()).toEqual(before)
})
