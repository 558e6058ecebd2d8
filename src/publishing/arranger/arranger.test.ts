import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import type { Browser } from '../../../test/harness/test-browser.ts'
import { figuresAt } from '../../numbers/figure/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../platform/sign-in/invented-commune.ts'
import { blocks, canStand, type PageName, page_regions, portalRoutes } from '../portal/index.ts'
import { arrangerRoutes } from './routes.tsx'

const world = withDatabase('territory')
const names = { hoa: 'Triệu Văn Hòa', sinh: 'Đặng Phúc Sinh', lieu: 'Bàn Thị Liễu' } as const
const roles = { hoa: 'editor', sinh: 'publisher', lieu: 'reporter' } as const
type Who = keyof typeof names
const browsers = {} as Record<Who, Browser>

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const people = {} as Record<Who, number>
  for (const who of Object.keys(names) as Who[]) {
    people[who] = await addPerson(owner, names[who])
    await addMember(owner, people[who], newsroom)
    await addGrant(owner, people[who], roles[who], newsroom)
  }
  await owner.query('commit')
  const portal = { db: world.db, figuresAt: (now: Date) => figuresAt(world.db, now) }
  const signedIn = await openPages(world, people, ({ access }) => [
    arrangerRoutes({ database: world.database, access, portal }),
    portalRoutes(portal),
  ])
  for (const who of Object.keys(names) as Who[]) browsers[who] = await signedIn(who)
})

let presses = 0
const key = () => `press-${String(++presses).padStart(16, '0')}`
/** The version that a page of an arrangement shows. */
const readIn = (text: string) => /name="read" value="(\d+)"/.exec(text)?.[1] ?? '0'

async function begin(edition = '1'): Promise<string> {
  const { status, location } = await browsers.hoa.post('/ban-tin/trang/xep', { page: 'home', edition, key: key() })
  expect(status).toBe(303)
  return location!.split('?')[0]!
}
async function press(who: Who, path: string, fields: Record<string, string> = {}) {
  const read = readIn((await browsers[who].get(path.split('/').slice(0, 4).join('/'))).text)
  return browsers[who].post(path, { key: key(), read, ...fields })
}
const drop = (path: string) => press('hoa', `${path}/buoc/drop`)

test('only who arranges or approves sees the pages; who may not arrange is offered nothing', async () => {
  expect((await browsers.lieu.get('/ban-tin/trang')).status).toBe(403)
  expect((await browsers.hoa.get('/ban-tin/trang')).text).toContain('Xếp lại trang này')
  expect((await browsers.sinh.get('/ban-tin/trang')).text).not.toContain('Xếp lại trang này')
  const path = await begin()
  expect((await browsers.lieu.get(path)).status).toBe(403)
  expect((await browsers.lieu.get(`${path}/xem/trang`)).status).toBe(403)
  await drop(path)
})

const inBoth = (name: string, said: string) => ({ [`${name}_vi`]: said, [`${name}_en`]: said })
/** What is typed into the form of each block that asks for something. */
const answers: Record<string, Record<string, string>> = {
  'news-list': { title: 'news', topic: 'countryside', most: '3', without: '' },
  'exemplar-wall': { most: '3' },
  'commune-map': { day: '19/2/2021', days: '31/12/2017\n1/2/2020' },
  'figure-board': {
    ...{ day: '', cell_1_figure: 'F16', cell_1_asked: 'level=advanced', cell_1_sentence_vi: 'xã nâng cao' },
    cell_1_sentence_en: 'advanced communes',
  },
  notice: { ...inBoth('title', 'Mất điện'), ...inBoth('text', 'Từ 8 giờ.'), href: '/tin', until: '31/12/2099' },
  links: { ...inBoth('title', 'Cổng khác'), links: 'Bộ | Ministry | https://example.vn/\nSố liệu | Figures | /so-lieu' },
  'completeness-map': { day: '19/2/2021' },
  'merger-note': { day: '19/2/2021', text_vi: '{before} còn {after}', text_en: '{before}, {after}', link_vi: 'Xem', link_en: 'See' },
}

test('every block can be added by its form where it can stand, comes back in its form as it was set, and is shown in the preview', async () => {
  const path = await begin()
  for (const { type, name, setup } of blocks.values())
    for (const region of page_regions.home.filter(one => canStand(type, 'home', one)).slice(0, 1)) {
      const form = await browsers.hoa.get(`${path}/them?khoi=${type}&vung=${region}`)
      expect([form.status, type, form.text.includes(name.vi)]).toEqual([200, type, true])
      const added = await press('hoa', `${path}/them`, { khoi: type, vung: region, ...answers[type] })
      expect([type, added.status]).toEqual([type, 303])
      const n = /khoi-(\d+)$/.exec(added.location!)![1]!
      const again = await browsers.hoa.get(`${path}/khoi/${n}`)
      expect(again.status).toBe(200)
      expect(Object.keys(setup.form).length === 0 || again.text.includes('name="')).toBe(true)
    }
  expect((await browsers.hoa.get(`${path}/xem/trang`)).status).toBe(200)
  await drop(path)
})

const wrong: [string, string, Record<string, string>, string][] = [
  ['exemplar-wall', 'main', { most: '99' }, 'Nhập một số từ 1 đến 12.'],
  ['commune-map', 'main', { day: '31/2/2021' }, 'Ngày của bản đồ: nhập một ngày có thật'],
  ['commune-map', 'main', { days: '19/2/2021\nhôm qua' }, 'Dòng 2 không phải một ngày có thật.'],
  ['figure-board', 'main', {}, 'Điền ít nhất ô thứ nhất.'],
  ['figure-board', 'main', { cell_1_figure: 'F16', cell_1_sentence_vi: 'xã' }, 'cần câu ở cả hai thứ tiếng'],
  [
    'figure-board',
    'main',
    { cell_1_figure: 'F16', cell_1_asked: 'constructor=1', cell_1_sentence_vi: 'xã', cell_1_sentence_en: 'communes' },
    'Sổ không trả lời',
  ],
  [
    'links',
    'main',
    { ...inBoth('title', 'Cổng khác'), links: 'Một | One | https://a.vn/\nHai | Two | javascript:alert(1)' },
    'Dòng 2: địa chỉ phải',
  ],
  ['links', 'main', { links: 'Một | https://a.vn/' }, 'Dòng 1 thiếu phần'],
  [
    'notice',
    'main',
    { title_vi: 'a', title_en: 'a', text_vi: 'a', text_en: 'a', href: '//evil.example', until: '' },
    'Địa chỉ phải bắt đầu',
  ],
  ['merger-note', 'main', { day: '19/02/2021' }, 'Ô này không để trống.'],
  ['news-list', 'lead', { title: 'constructor', most: '5' }, 'Chọn một trong các mục.'],
]

test('what cannot be meant is refused in a sentence at its field, with what was typed, and nothing is written', async () => {
  const path = await begin()
  const before = (await browsers.hoa.get(path)).text.match(/id="khoi-/g)?.length
  for (const [khoi, vung, typed, said] of wrong) {
    const { status, text } = await press('hoa', `${path}/them`, { khoi, vung, ...typed })
    expect([khoi, status, text.includes(said)]).toEqual([khoi, 422, true])
    // An answer to choose that is none of them has no place on the page.
    for (const [name, value] of Object.entries(typed)) if (name !== 'title') expect(text).toContain(value.split('\n')[0]!)
  }
  for (const query of ['khoi=constructor&vung=main', 'khoi=commune-map&vung=lead', 'khoi=news-view&vung=main', ''])
    expect((await browsers.hoa.get(`${path}/them?${query}`)).status, query).toBe(404)
  expect((await browsers.hoa.get(path)).text.match(/id="khoi-/g)?.length).toBe(before)
  await drop(path)
})

test('Hòa arranges by buttons, Sinh gives it back with words, approves it in the end, and readers have it; Hòa is offered no approval', async () => {
  const path = await begin()
  const added = await press('hoa', `${path}/them`, { khoi: 'lead-story', vung: 'lead' })
  expect(added.location).toContain('#khoi-2')
  for (const op of ['', 'sideways', 'put nowhere']) expect((await press('hoa', `${path}/doi`, { op, n: '2' })).status, op).toBe(422)
  expect((await press('hoa', `${path}/buoc/approve`)).status).toBe(404)
  await press('hoa', `${path}/doi`, { op: 'up', n: '2' })
  const page = (await browsers.hoa.get(path)).text
  expect(page.indexOf('id="khoi-2"')).toBeLessThan(page.indexOf('id="khoi-1"'))
  expect(page).toContain('Thêm')
  await press('hoa', `${path}/buoc/submit`)
  const handed_in = (await browsers.hoa.get(path)).text
  expect([handed_in.includes('Chờ duyệt'), handed_in.includes('name="when"')]).toEqual([true, false])
  const silent = await press('sinh', `${path}/buoc/return`, { comment: ' ' })
  expect([silent.status, silent.text.includes('Ghi rõ cần sửa gì')]).toEqual([422, true])
  await press('sinh', `${path}/buoc/return`, { comment: 'Thêm bản đồ xã.' })
  expect((await browsers.hoa.get('/ban-tin/trang')).text).toContain('Thêm bản đồ xã.')
  await press('hoa', `${path}/them`, { khoi: 'commune-map', vung: 'main', day: '19/2/2021', days: '' })
  await press('hoa', `${path}/buoc/submit`)
  expect((await browsers.lieu.get('/')).text).toContain('class="board"')
  const unfit = await press('sinh', `${path}/duyet`, { when: 'later', day: '31/2/2027', hour: '6:00' })
  expect([unfit.status, unfit.text.includes('Nhập một ngày có thật') || unfit.text.includes('nhập một ngày có thật')]).toEqual([422, true])
  const now = { key: key(), read: readIn((await browsers.sinh.get(path)).text), when: 'now', day: '', hour: '' }
  const twice = [await browsers.sinh.post(`${path}/duyet`, now), await browsers.sinh.post(`${path}/duyet`, now)]
  expect(twice.map(({ location }) => location?.includes('xong=dang'))).toEqual([true, true])
  const home = (await browsers.lieu.get('/')).text
  expect([home.includes('id="ban-do"'), home.includes('class="board"')]).toEqual([true, false])
  expect((await browsers.sinh.get('/ban-tin/trang')).text).toContain('Triệu Văn Hòa xếp, Đặng Phúc Sinh duyệt')
})

test('two who set up one block at once: the second is asked again with what they typed, and saving then is theirs', async () => {
  const path = await begin()
  const form = { title: 'news', topic: '', without: '' }
  const read = readIn((await browsers.hoa.get(`${path}/khoi/1`)).text)
  expect((await browsers.hoa.post(`${path}/khoi/1`, { key: key(), read, ...form, most: '9' })).status).toBe(303)
  const late = await browsers.hoa.post(`${path}/khoi/1`, { key: key(), read, ...form, most: '8' })
  expect([late.status, late.text.includes('Người khác vừa đặt lại'), late.text.includes('value="8"')]).toEqual([422, true, true])
  const again = await browsers.hoa.post(`${path}/khoi/1`, { key: key(), read: readIn(late.text), ...form, most: '8' })
  expect(again.status).toBe(303)
  expect((await browsers.hoa.get(`${path}/khoi/1`)).text).toContain('value="8"')
  await drop(path)
})

test('only the page of an arrangement holds a frame, and only its preview is held in one', async () => {
  const path = await begin()
  const policies = [path, `${path}/xem`, `${path}/xem/trang`, '/ban-tin/trang', '/'].map(async address => {
    const policy = (await browsers.hoa.get(address)).headers.get('content-security-policy')!
    return [policy.includes(`frame-src 'self'`), policy.includes(`frame-ancestors 'self'`)]
  })
  expect(await Promise.all(policies)).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, false],
    [false, false],
  ])
  await drop(path)
})

test('whatever stands on the pages of a new register, and of the demo, can be arranged: no setting is lost on the way through its form', async () => {
  const { rows } = await world.owner.query<{ page: PageName; block: string; settings: object }>(
    'select page, block, settings from page_block',
  )
  for (const { block, settings } of rows) {
    const { settings_of, setup } = blocks.get(block)!
    const parsed = settings_of.parse(settings)
    expect([block, settings_of.parse(setup.meant(setup.typed(settings)))]).toEqual([block, parsed])
  }
  expect(new Set(rows.map(({ block }) => block)).size).toBeGreaterThan(6)
})
