import { Transformer } from '@napi-rs/image'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { openCheck } from '../../../numbers/check/index.ts'
import { figuresAt } from '../../../numbers/figure/index.ts'
import { asOwner } from '../../../platform/database/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import { publishDue } from '../../newsroom/index.ts'
import { portalRoutes } from '../../portal/index.ts'
import { newsdeskRoutes } from '../routes.tsx'

const world = withDatabase('territory')
const roles = { lieu: 'reporter', hoa: 'editor', lan: 'fact-checker', sinh: 'publisher', far: 'reporter' } as const
type Who = keyof typeof roles
const browsers = new Map<Who, Browser>()
let signedIn: (name: string) => Promise<Browser>
const exemplar_id = 7_001

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const elsewhere = await addUnit(owner, 'tinh-uy-khac', 'province-committee', null)
  const people = {} as Record<Who, number>
  for (const [who, role] of Object.entries(roles) as [Who, string][]) {
    const unit = who === 'far' ? elsewhere : newsroom
    people[who] = await addPerson(owner, who)
    await addMember(owner, people[who], unit)
    await addGrant(owner, people[who], role, unit)
  }
  await owner.query(`
    insert into exemplar (exemplar_id, kind, field, unit_id) values (${exemplar_id}, 'individual', 'economy', ${newsroom}), (7002, 'individual', 'economy', ${newsroom});
    insert into exemplar_profile (exemplar_id, name) values (${exemplar_id}, 'Hoàng Thị Mẩy');
    insert into consent (exemplar_id, scope, valid) values (${exemplar_id}, 'photo', '[2020-01-01,infinity)'), (${exemplar_id}, 'name', '[2020-01-01,infinity)')`)
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
let presses = 0
const key = () => `press-${String(++presses).padStart(16, '0')}`
const jpeg = (shade: number) => Transformer.fromRgbaPixels(new Uint8Array(300 * 200 * 4).fill(shade), 300, 200).jpeg(80)
const rows = async (question: string) => (await world.owner.query(question)).rows

async function send(files: Record<string, Uint8Array>, path = '/ban-tin/anh', fields: Record<string, string> = {}, who: Who = 'lieu') {
  const form = new FormData()
  for (const [name, value] of Object.entries({ key: key(), ...fields })) form.set(name, value)
  for (const [name, bytes] of Object.entries(files)) form.append('file', new File([Uint8Array.from(bytes)], name))
  return (await as(who)).send(path, { method: 'POST', body: form })
}
const described = {
  alt_kind: 'words',
  alt: 'Bà con đổ bê tông.',
  caption: 'đường vào thôn',
  credit: 'Bàn Thị Liễu',
  shows: 'nobody',
  focus: 'top',
}
async function describe(photo: string, words: Partial<typeof described> = {}, read = '1') {
  return (await as('lieu')).post(photo, { ...described, ...words, key: key(), read })
}
/** A photo in the library, described; its address and its number. */
async function photograph(shade: number, words: Partial<typeof described> = {}): Promise<{ path: string; id: string }> {
  const { location } = await send({ [`anh-${shade}.jpg`]: await jpeg(shade) })
  const path = location!.split('?')[0]!
  expect((await describe(path, words)).status).toBe(303)
  return { path, id: path.split('/').at(-1)! }
}

const article = { lead: 'Chuyện kể từ thôn bản.', byline: 'Bàn Thị Liễu', topic: 'countryside', alt: '', caption: '' }
async function write(title: string, body: string, scene = ''): Promise<string> {
  const { location, text } = await (await as('lieu')).post('/ban-tin/viet', { ...article, title, body, scene, key: key() })
  if (!location) throw new Error(text)
  return location.split('?')[0]!
}
const press = async (who: Who, draft: string, move: string, fields: Record<string, string> = {}) =>
  (await as(who)).post(`${draft}/${move}`, { key: key(), read: '1', ...fields })
async function bringToApprover(draft: string) {
  for (const [who, move] of [
    ['lieu', 'submit'],
    ['hoa', 'pass'],
    ['lan', 'sign-off'],
  ] as const)
    expect((await press(who, draft, `buoc/${move}`)).status).toBe(303)
}
async function publish(draft: string): Promise<string> {
  await bringToApprover(draft)
  expect((await press('sinh', draft, 'duyet', { when: 'now' })).location).toContain('xong=dang')
  const [{ article_id, slug }] = await rows(`select a.article_id, a.slug from article a order by article_id desc limit 1`)
  return `/bai/${article_id}-${slug}`
}
const read = async (path: string) => (await as('far')).get(path)
const imagesIn = (html: string) => [...html.matchAll(/\/anh\/[0-9a-f]{64}\/\d+\.[a-z]+/g)].map(([address]) => address)

test('Liễu sends several photos at once: each is kept, one that was sent before is that one, and what is none is told by its name', async () => {
  const sent = await send({ 'một.jpg': await jpeg(10), 'hai.jpg': await jpeg(20), 'vẽ.svg': Buffer.from('<svg/>') })
  expect([sent.status, sent.text.includes('«vẽ.svg» không phải ảnh JPEG, PNG hoặc WebP')]).toEqual([422, true])
  expect((await rows(`select name from photo_version where name in ('một.jpg', 'hai.jpg') order by 1`)).map(({ name }) => name)).toEqual([
    'hai.jpg',
    'một.jpg',
  ])
  const again = await send({ 'khác tên.jpg': await jpeg(10) })
  expect(again.location).toContain('xong=co')
  expect((await send({})).text).toContain('Chọn ít nhất một ảnh.')
})

test('a photo is described before it goes into an article: in words, or as decorative, and whom it shows', async () => {
  const { location } = await send({ 'ba.jpg': await jpeg(30) })
  const photo = location!.split('?')[0]!
  const empty = await (await as('lieu')).post(photo, { key: key(), read: '1' })
  for (const said of ['Chọn: mô tả ảnh bằng lời', 'Chọn ai có trong ảnh.', 'Chọn chỗ chính của ảnh.']) expect(empty.text).toContain(said)
  expect((await describe(photo, { alt: '' })).text).toContain('Nhập lời mô tả')
  expect((await describe(photo, { alt_kind: 'decorative' })).text).toContain('Ảnh trang trí không có lời mô tả')
  const [{ consent_id }] = await rows(`select consent_id from consent where exemplar_id = ${exemplar_id} and scope = 'name'`)
  const draft = await write(`Ảnh nhà {@${consent_id}} chưa mô tả`, `Có ảnh.\n\n[[ảnh ${photo.split('/').at(-1)}]]`)
  expect((await press('lieu', draft, 'buoc/submit')).text).toContain('chưa được mô tả')
  expect((await describe(photo, { alt_kind: 'decorative', alt: '' })).status).toBe(303)
  expect((await describe(photo)).text).toContain('có bản mới hơn')
  expect((await press('lieu', draft, 'buoc/submit')).status).toBe(303)
  const found = async (words: string) => (await (await as('hoa')).get(`/ban-tin/anh?tim=${words}`)).text.includes(`href="${photo}"`)
  expect([await found('duong+vao'), await found('khong+co')]).toEqual([true, false])
  expect((await (await as('lieu')).get(photo)).text).toContain('Ảnh nhà Hoàng Thị Mẩy chưa mô tả')
})

test('a photo is the newsroom’s until its article is public, then everybody’s with its words, and gone with its article', async () => {
  const { path, id } = await photograph(40)
  const page = await (await as('lieu')).get(path)
  const [file] = /\/ban-tin\/anh\/tep\/[0-9a-f]{64}\/300\.avif/.exec(page.text)!
  const address = file.replace('/ban-tin/anh/tep', '/anh')
  const before = async (from: string) => [(await read(from)).status, (await (await as('sinh')).get(from)).status]
  const draft = await write('Đường mới', `Bà con góp công.\n\n[[ảnh ${id} | bà con đổ bê tông]]`, `anh-${id}`)
  expect((await (await as('hoa')).get(draft)).text).toContain(file)
  await bringToApprover(draft)
  expect([await before(file), await before(address), (await read(path)).status]).toEqual([[404, 200], [404, 404], 403])
  await press('sinh', draft, 'duyet', { when: 'later', day: '1/12/2027', hour: '6:00' })
  expect(await before(address)).toEqual([404, 404])
  await press('sinh', draft, 'buoc/recall', { comment: 'Đăng sớm hơn.' })
  expect((await press('sinh', draft, 'duyet', { when: 'now' })).location).toContain('xong=dang')
  const [{ article_id }] = await rows(`select max(article_id) as article_id from article`)
  const { text } = await read(`/bai/${article_id}-duong-moi`)
  expect(text).toContain('alt="Bà con đổ bê tông."')
  expect(text).toContain('width="300" height="200"')
  expect(text).toContain('(bà con đổ bê tông)')
  expect(text).toContain('Ảnh: Bàn Thị Liễu')
  expect(new Set(imagesIn(text)).size).toBe(3)
  const served = await read(address)
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/avif'])
  expect((await read('/tin')).text).toContain(address)
  expect((await read(address.replace('300', '480'))).status).toBe(404)
  await (await as('sinh')).post(`/ban-tin/go/${article_id}`, { reason: 'Sai người.', replaced_by: '', key: key() })
  expect([(await read(address)).status, (await read('/tin')).text.includes(address)]).toEqual([410, false])
})

test('the photo of an exemplar is in no edition from the moment that consent is withdrawn; without consent it is not described so', async () => {
  expect((await describe((await photograph(50)).path, { shows: 'exemplar-7002' }, '2')).text).toContain('không có đồng ý đăng ảnh')
  const { id } = await photograph(60, { shows: `exemplar-${exemplar_id}` })
  const bai = await publish(await write('Chị Mẩy', `Chị Mẩy trồng rừng.\n\n[[ảnh ${id}]]`))
  const [address] = imagesIn((await read(bai)).text)
  expect((await read(address!)).status).toBe(200)
  const consent = await rows(`select consent_id from consent where exemplar_id = ${exemplar_id} and scope = 'photo'`)
  expect((await (await as('hoa')).get(`/ban-tin/nhan-vat/${consent[0].consent_id}`)).text).toContain(bai)
  await world.owner.query(
    `set neu_guong.loading = 'yes'; update consent set recorded = closed(recorded) where exemplar_id = ${exemplar_id} and scope = 'photo'`,
  )
  const { text } = await read(bai)
  expect([imagesIn(text), text.includes('trồng rừng'), (await read(address!)).status]).toEqual([[], true, 410])
  expect((await read(`${bai}/ban/1`)).text).not.toContain('<picture')
  const draft = await write('Chị Mẩy lần nữa', `[[ảnh ${id}]]`)
  expect((await press('lieu', draft, 'buoc/submit')).text).toContain('không còn đồng ý đăng ảnh')
  expect((await (await as('lieu')).get(`/ban-tin/anh/${id}`)).text).toContain('đã được rút hoặc hết hạn')
})

test('another picture in its place is another version: what is public stays, what was approved goes back to its approver', async () => {
  const { path, id } = await photograph(70)
  const bai = await publish(await write('Bản trước', `Có ảnh.\n\n[[ảnh ${id}]]`))
  const [old] = imagesIn((await read(bai)).text)
  const waiting = await write('Bản chờ giờ', `Có ảnh.\n\n[[ảnh ${id}]]`)
  await bringToApprover(waiting)
  expect((await press('sinh', waiting, 'duyet', { when: 'later', day: '1/12/2027', hour: '6:00' })).status).toBe(303)
  const broken = { 'hỏng.jpg': Buffer.from('x') }
  for (const who of ['sinh', 'far'] as const) expect((await send(broken, `${path}/thay`, { read: '2' }, who)).status).toBe(403)
  expect((await send({ 'mới.jpg': await jpeg(80) }, `${path}/thay`, { read: '2' })).location).toContain('xong=thay')
  expect((await describe(path, { alt: 'Ảnh mới.' }, '3')).status).toBe(303)
  expect(imagesIn((await read(bai)).text)).toContain(old)
  const now = new Date('2027-12-01T00:00:00Z')
  const due = await asOwner(world.database, owned => publishDue(world.database, owned, { now }))
  expect(due.map(({ published }) => published.became)).toEqual(['recalled'])
  expect((await read(`/anh/${'0'.repeat(64)}/300.avif`)).status).toBe(404)
})

test('the database itself prints no photo that was not decided, shows none to strangers, and changes none', async () => {
  const { location } = await send({ 'chín.jpg': await jpeg(90) })
  const id = location!.split('?')[0]!.split('/').at(-1)
  const [{ digest }] = await rows(`select digest from photo_version where photo_id = ${id}`)
  await publish(await write('Một bài', 'Không ảnh.'))
  const print = `insert into printed_photo (edition_id, photo_id, version, digest) select max(edition_id), ${id}, 1, '${digest}' from edition`
  await expect(world.owner.query(print)).rejects.toMatchObject({ constraint: 'decided_before_it_is_printed' })
  await expect(world.owner.query(`update photo_version set alt = 'x' where photo_id = ${id}`)).rejects.toMatchObject({
    constraint: 'photo_is_kept',
  })
  const app = await world.connect('neu_guong_app')
  const seen = await app.query(
    `select (select count(*) from photo_version where photo_id = ${id}) as versions, (select count(*) from image_file where digest = '${digest}') as files`,
  )
  expect(seen.rows).toEqual([{ versions: 0, files: 0 }])
})
