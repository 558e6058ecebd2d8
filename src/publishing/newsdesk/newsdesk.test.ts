import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import type { Browser } from '../../../test/harness/test-browser.ts'
import { addDays, dayOf, inDayMonthYear } from '../../basis/shared/dates.ts'
import { openCheck } from '../../numbers/check/index.ts'
import { figuresAt } from '../../numbers/figure/index.ts'
import { asOwner } from '../../platform/database/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../platform/sign-in/invented-commune.ts'
import { publishDue } from '../newsroom/index.ts'
import { portalRoutes } from '../portal/index.ts'
import { newsdeskRoutes } from './routes.tsx'

const world = withDatabase('territory')
const names = { lieu: 'Bàn Thị Liễu', hoa: 'Triệu Văn Hòa', lan: 'Nông Thị Lan', sinh: 'Đặng Phúc Sinh', far: 'Lường Thị Son' } as const
const roles = { lieu: 'reporter', hoa: 'editor', lan: 'fact-checker', sinh: 'publisher' } as const
type Who = keyof typeof names
let signedIn: (name: string) => Promise<Browser>
const browsers = new Map<Who, Browser>()

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const people = {} as Record<Who, number>
  for (const who of Object.keys(names) as Who[]) {
    people[who] = await addPerson(owner, names[who])
    await addMember(owner, people[who], newsroom)
  }
  for (const [who, role] of Object.entries(roles)) await addGrant(owner, people[who as Who], role, newsroom)
  await owner.query('commit')
  signedIn = await openPages(world, people, ({ database, access }) => [
    newsdeskRoutes({ database: world.database, access, check: openCheck(), figuresAt: now => figuresAt(database.kysely, now) }),
    portalRoutes({ db: world.db }),
  ])
})

async function as(who: Who): Promise<Browser> {
  if (!browsers.has(who)) browsers.set(who, await signedIn(who))
  return browsers.get(who)!
}

const text = {
  ...{ title: 'Con đường của một vùng', lead: 'Chuyện kể từ thôn bản.', byline: 'Bàn Thị Liễu', topic: 'countryside' },
  ...{ scene: 'road', alt: 'Con đường qua đồi.', caption: 'đường vào thôn', body: '{F16 valid_as_of=2021-02-19} xã đang đạt chuẩn.' },
}
let presses = 0
const key = () => `press-${String(++presses).padStart(16, '0')}`

async function begin(changed: Partial<typeof text> = {}): Promise<string> {
  const { status, location } = await (await as('lieu')).post('/ban-tin/viet', { ...text, ...changed, key: key() })
  expect(status).toBe(303)
  return location!.split('?')[0]!
}
async function press(who: Who, draft: string, move: string, fields: Record<string, string> = {}) {
  return (await as(who)).post(`${draft}/${move}`, { key: key(), read: '1', ...fields })
}
async function bringToApprover(draft: string, read = '1') {
  for (const [who, move] of [
    ['lieu', 'submit'],
    ['hoa', 'pass'],
    ['lan', 'sign-off'],
  ] as const)
    expect((await press(who, draft, `buoc/${move}`, { read })).status).toBe(303)
}
const stranger = async (path: string) => (await as('far')).get(path)

test('Liễu writes, Hòa passes it on, Lan signs the numbers off, Sinh approves, and everybody reads it; before that nobody does', async () => {
  const draft = await begin()
  const page = await (await as('lieu')).get(draft)
  expect(page.text).toContain('>15</mark> xã đang đạt chuẩn')
  // Pressed after the editor has saved by itself: there is nothing to write.
  const again = await (await as('lieu')).post(`${draft}/sua`, { ...text, read: '1', key: key() })
  expect([again.status, again.location]).toEqual([303, `${draft}?xong=luu`])
  expect((await stranger(draft)).status).toBe(403)
  expect((await (await as('hoa')).get('/ban-tin')).text).toContain('Bàn tin: không bài nào chờ bạn')
  await bringToApprover(draft)
  expect((await (await as('sinh')).get('/ban-tin')).text).toContain('Bàn tin: 1 bài chờ bạn')
  expect((await stranger('/tin')).text).not.toContain(text.title)
  const approved = await press('sinh', draft, 'duyet', { when: 'now' })
  expect(approved.location).toContain('xong=dang')
  const listed = (await stranger('/tin')).text
  expect(listed).toContain(text.title)
  const [address] = /\/bai\/\d+-con-duong-cua-mot-vung/.exec(listed)!
  const read = await stranger(address)
  expect([read.status, read.text.includes('>15</a> xã đang đạt chuẩn')]).toEqual([200, true])
  expect((await stranger(`/en${address}`)).text).toContain('This article is in Vietnamese only.')
})

test('a press that comes twice approves once and says that it is published; where publishing fails it says so, and tries again', async () => {
  const draft = await begin({ title: 'Bấm lại' })
  await bringToApprover(draft)
  const twice = { key: key(), when: 'now' }
  for (const _ of ['first', 'second']) expect((await press('sinh', draft, 'duyet', twice)).location).toContain('xong=dang')
  const stuck = await begin({ title: 'Bài mắc kẹt' })
  await bringToApprover(stuck)
  await world.owner.query(`
    create function no_edition() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
    create trigger no_edition before insert on edition for each row when (new.title = 'Bài mắc kẹt') execute function no_edition()`)
  const { location } = await press('sinh', stuck, 'duyet', { when: 'now' })
  expect(location).toContain('xong=cho-dang')
  const { text } = await (await as('sinh')).get(location!)
  expect(/<div class="notice is-(.*?)"[^>]*><p>([^.]*)/.exec(text)!.slice(1)).toEqual(['wrong', 'Đã duyệt, nhưng lúc này chưa đăng được'])
  await world.owner.query('drop function no_edition cascade')
  await press('sinh', await approved('Bài sau'), 'duyet', { when: 'now' })
  expect((await stranger('/tin')).text).toContain('Bài mắc kẹt')
})

async function approved(title: string): Promise<string> {
  const draft = await begin({ title })
  await bringToApprover(draft)
  return draft
}

test('an editor gives it back with words that the reporter reads; without words the move is refused and what was typed stays', async () => {
  const draft = await begin({ title: 'Bài trả lại' })
  await press('lieu', draft, 'buoc/submit')
  const silent = await press('hoa', draft, 'buoc/return', { comment: ' ' })
  expect([silent.status, silent.text.includes('Ghi rõ cần sửa gì')]).toEqual([422, true])
  await press('hoa', draft, 'buoc/return', { comment: 'Câu đầu dài quá.' })
  expect((await (await as('lieu')).get('/ban-tin')).text).toContain('Câu đầu dài quá.')
})

test('what the register denies is not signed off; the fact-checker binds with one press what holds, and gives a reason for what it does not know', async () => {
  const body = 'Ngày 19/02/2021 có 16 xã đạt chuẩn nông thôn mới.\n\nBà con đã trồng 4.217 cây.'
  const draft = await begin({ title: 'Bài nhiều số', body })
  await press('lieu', draft, 'buoc/submit')
  await press('hoa', draft, 'buoc/pass')
  expect((await press('lan', draft, 'buoc/sign-off')).text).toContain('chưa gắn với sổ và chưa có lý do')
  const { text: shown } = await (await as('lan')).get(draft)
  const words = [...shown.matchAll(/name="words" value="([^"]+)"/g)].map(([, words]) => words!)
  const trees = words.find(words => words.includes('4.217'))!
  expect((await press('lieu', draft, 'ly-do', { words: trees, reason: 'Thôn đếm.' })).status).toBe(422)
  const reasoned = await press('lan', draft, 'ly-do', { words: trees, reason: 'Biên bản nghiệm thu của thôn.' })
  expect(reasoned.status).toBe(303)
  expect((await (await as('lan')).get(draft)).text).toContain('Biên bản nghiệm thu của thôn.')
})

test('two who write: the second is shown both texts, put together where they can be, and loses nothing', async () => {
  const draft = await begin({ title: 'Hai người viết' })
  const first = await (await as('hoa')).post(`${draft}/sua`, { ...text, title: 'Hai người cùng viết', read: '1', key: key() })
  expect(first.status).toBe(303)
  const mine = { ...text, title: 'Hai ta viết', lead: 'Sa pô của Liễu.' }
  const second = await (await as('lieu')).post(`${draft}/sua`, { ...mine, read: '1', key: key() })
  expect(second.status).toBe(422)
  for (const said of ['Triệu Văn Hòa đã lưu một bản mới', 'Hai người cùng viết', 'Hai ta viết', 'Sa pô của Liễu.', 'name="read" value="2"'])
    expect(second.text).toContain(said)
  expect((await (await as('lieu')).post(`${draft}/sua`, { ...mine, read: '2', key: key() })).status).toBe(303)
})

test('an older version is made the newest again, and what stood between is kept', async () => {
  const draft = await begin({ title: 'Bản đầu' })
  await (await as('lieu')).post(`${draft}/sua`, { ...text, title: 'Bản hai', read: '1', key: key() })
  expect((await (await as('lieu')).get(`${draft}/ban/1`)).text).toContain('Lấy lại bản 1')
  const stale = await press('lieu', draft, 'ban/1/lay-lai', { read: '1' })
  expect([stale.status, stale.text.includes('Bài đã có bản mới hơn')]).toEqual([422, true])
  expect((await press('lan', draft, 'ban/1/lay-lai', { read: '2' })).status).toBe(422)
  expect((await press('lieu', draft, 'ban/1/lay-lai', { read: '2' })).status).toBe(303)
  const now = (await (await as('lieu')).get(draft)).text
  expect([now.includes('<h1>Bản đầu</h1>'), now.includes('Bản lưu 3')]).toEqual([true, true])
  expect((await (await as('lieu')).get(`${draft}/ban/2`)).text).toContain('Bản hai')
})

test('a text that cannot be read is refused with its line, and everything that was typed is there again', async () => {
  const body = 'Đúng.\n\n{số 15} xã **đậm'
  const refused = await (await as('lieu')).post('/ban-tin/viet', { ...text, body, key: key() })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Dòng 3: không hiểu {số 15}')
  expect(refused.text).toContain('{số 15} xã **đậm')
})

test('a correction stands on the public page with its note, both texts can be read, and the log has it', async () => {
  const draft = await begin({ title: 'Bài sẽ đính chính' })
  await bringToApprover(draft)
  await press('sinh', draft, 'duyet', { when: 'now' })
  const [address, article] = /\/bai\/(\d+)-bai-se-dinh-chinh/.exec((await stranger('/tin')).text)!
  const newer = await begin({ title: 'Bài mới hơn' })
  await bringToApprover(newer)
  await press('sinh', newer, 'duyet', { when: 'now' })
  const begun = await (await as('lieu')).post('/ban-tin/soan-tiep', { article: article!, follows: 'correction', key: key() })
  const follower = begun.location!.replace('/sua', '')
  const twice = await (await as('hoa')).post('/ban-tin/soan-tiep', { article: article!, follows: 'update', key: key() })
  expect(twice.status).toBe(422)
  const form = (await (await as('lieu')).get(`${follower}/sua`)).text
  const body = /name="body"[^>]*>([^<]*)</.exec(form)![1]!
  expect(body).toContain('{F16')
  const changed = { ...text, title: 'Bài đã đính chính', body: `${body}\n\nCâu thêm.`, note: 'Thêm một câu bị sót.', read: '1', key: key() }
  expect((await (await as('lieu')).post(`${follower}/sua`, changed)).status).toBe(303)
  await bringToApprover(follower, '2')
  expect((await press('sinh', follower, 'duyet', { when: 'now', read: '2' })).location).toContain('xong=dang')
  const now = (await stranger(address)).text
  for (const said of ['Bài đã đính chính', 'Thêm một câu bị sót.', 'Câu thêm.', `${address}/ban/1`]) expect(now).toContain(said)
  const before = (await stranger(`${address}/ban/1`)).text
  expect([before.includes('Bài sẽ đính chính'), before.includes('Câu thêm.'), before.includes('đã có bản sau thay')]).toEqual([
    true,
    false,
    true,
  ])
  expect((await stranger('/dinh-chinh')).text).toContain('Thêm một câu bị sót.')
  const feed = (await stranger('/tin.atom')).text
  const entry = feed.slice(feed.indexOf('Bài đã đính chính'))
  const [, published, updated] = /<published>(.*?)<[\s\S]*?<updated>(.*?)</.exec(entry)!
  expect([feed.indexOf('Bài mới hơn') < feed.indexOf('Bài đã đính chính'), published! < updated!]).toEqual([true, true])
})

test('what is withdrawn answers 410 with its reason and stands in no list; what is replaced leads to what stands in its place', async () => {
  const addresses: string[] = []
  for (const title of ['Bài sẽ gỡ', 'Bài sẽ thay', 'Bài thay vào']) {
    const draft = await begin({ title })
    await bringToApprover(draft)
    await press('sinh', draft, 'duyet', { when: 'now' })
    addresses.push(/\/bai\/\d+-bai-[a-z-]+/.exec((await stranger('/tin')).text)![0])
  }
  const idOf = (address: string) => /\d+/.exec(address)![0]
  const [gone, replaced, other] = addresses as [string, string, string]
  const withdraw = async (who: Who, address: string, fields: Record<string, string>) =>
    (await as(who)).post(`/ban-tin/go/${idOf(address)}`, { key: key(), ...fields })
  expect((await withdraw('hoa', gone, { reason: 'Không.' })).status).toBe(403)
  expect((await withdraw('sinh', gone, { reason: '' })).status).toBe(422)
  expect((await withdraw('sinh', gone, { reason: 'Nhân vật xin rút.' })).status).toBe(303)
  expect((await withdraw('sinh', replaced, { reason: 'Có bài đủ hơn.', replaced_by: ` https://so.vi-du.vn${other} ` })).status).toBe(303)
  const page = await stranger(gone)
  expect([page.status, page.text.includes('Nhân vật xin rút.')]).toEqual([410, true])
  expect((await stranger(`${gone}/ban/1`)).status).toBe(410)
  expect((await stranger(replaced)).location).toBe(other)
  const lists = [await stranger('/tin'), await stranger('/tin.atom'), await stranger('/')].map(
    ({ text }) => text.includes(gone) || text.includes(replaced),
  )
  expect(lists).toEqual([false, false, false])
})

test('what is approved for an hour is nowhere before it, through no door; at its hour it is everywhere', async () => {
  const draft = await begin({ title: 'Bài hẹn giờ đăng' })
  await bringToApprover(draft)
  const wrong = await press('sinh', draft, 'duyet', { when: 'later', day: '32/13/2027', hour: '6:00' })
  expect([wrong.status, wrong.text.includes('Nhập một ngày có thật')]).toEqual([422, true])
  const tomorrow = inDayMonthYear(addDays(dayOf(new Date()), 1))
  expect((await press('sinh', draft, 'duyet', { when: 'later', day: tomorrow, hour: '6:00' })).location).toContain('xong=hen')
  const runs = async () => Number((await world.owner.query('select count(*) from figure_run')).rows[0].count)
  const before = await runs()
  const doors = [
    '/',
    '/tin',
    '/tin.atom',
    '/en/tin.atom',
    '/dinh-chinh',
    '/so-lieu/F16',
    '/so-lieu/F16.json',
    draft,
    `${draft}/ban/1`,
    `/bai/9999-bai-hen-gio-dang`,
  ]
  for (const door of doors) expect([door, (await stranger(door)).text.includes('Bài hẹn giờ đăng')]).toEqual([door, false])
  await asOwner(world.database, owned => publishDue(world.database, owned, { now: new Date(Date.now() + 3 * 86_400_000) }))
  expect((await stranger('/tin')).text).toContain('Bài hẹn giờ đăng')
  expect(await runs()).toBe(before + 1)
})
