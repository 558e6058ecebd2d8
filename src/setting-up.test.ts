import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { pngOf } from '../test/harness/emblem.ts'
import { formsOn } from '../test/harness/forms.ts'
import { Browser } from '../test/harness/test-browser.ts'
import { openApp } from './app.ts'
import { openSetupDoor } from './home/founding/index.ts'
import { openLog, type Site } from './platform/web/index.ts'

/** «Dựng sổ»: an empty register, a code that was printed, and pages until it is founded. */
const world = withDatabase('empty')
const door = openSetupDoor()
let site: Site
/** Who has the code. */
let holder: Browser

const open = (setup: typeof door | null) =>
  openApp({
    config: { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null },
    ...{ database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }), setup },
  })
const browserOn = (on: Site) => new Browser((path, init) => on.app.request(path, init))
beforeAll(async () => {
  site = await open(door)
  holder = browserOn(site)
})
afterAll(() => site.stop())

const slugs = ['so', 'to-chuc', 'quan-tri', 'chuong-trinh', 'quy-tac', 'xep-loai', 'lich', 'sao-luu']
const at = (slug: string) => `/dung-so/viec/${slug}`
const paths = ['/dung-so', '/en/dung-so', ...slugs.map(at)]
const statuses = (browser: Browser) => Promise.all(paths.map(async path => (await browser.get(path)).status))

/** What stands in the form of a step, as a browser would send it. */
const fieldsOf = (text: string): Record<string, string> =>
  Object.fromEntries(formsOn(text).find(({ action }) => action.startsWith('/dung-so/viec/'))!.holds)

/** Takes a step as it stands, with what is typed over it. */
async function take(slug: string, typed: Record<string, string> = {}) {
  const { text } = await holder.get(at(slug))
  return holder.post(at(slug), { ...fieldsOf(text), ...typed })
}

/** The same with a picture. */
async function takeWithEmblem(emblem: Buffer) {
  const { text } = await holder.get(at('so'))
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...fieldsOf(text), name: 'Sông Lam', keeper: 'Văn phòng Tỉnh ủy Sông Lam' }))
    body.set(name, value)
  body.set('emblem', new File([new Uint8Array(emblem)], 'bieu-trung.png', { type: 'image/png' }))
  return holder.send(at('so'), { method: 'POST', body })
}

const entries = async () => {
  const { rows } = await world.owner.query(`select act, object_id from ledger_entry where agent = 'neu-guong setup' order by entry_id`)
  return rows.map(({ act, object_id }) => `${act} ${object_id}`)
}
const saved = async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query('select step from founding_step order by saved_at')
  return rows.map(({ step }) => step)
}

test('without the code nothing is seen of it but the question, and nothing is taken', async () => {
  const nobody = browserOn(site)
  expect(await statuses(nobody)).toEqual([200, 200, ...slugs.map(() => 303)])
  const asked = await nobody.get('/dung-so')
  expect([asked.text.includes('name="code"'), asked.text.includes('class="tasks"'), asked.headers.get('cache-control')]).toEqual([
    true,
    false,
    'no-store',
  ])
  const tried = [await nobody.post(at('so'), { whose: 'province', name: 'X', from: '1/12/2026' }), await nobody.post('/dung-so/lap', {})]
  expect(tried.map(({ status, location }) => [status, location])).toEqual(Array(2).fill([303, '/dung-so']))
  const wrong = await nobody.post('/dung-so/ma', { code: 'K7QM-4F2X-9TRD' })
  expect([wrong.status, wrong.text.includes('Mã không đúng')]).toEqual([422, true])
  expect([await entries(), await saved()]).toEqual([[], []])
})

test('from another site nobody enters, whatever code they have', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
  const sent = await site.app.request('/dung-so/ma', { method: 'POST', headers, body: `code=${door.code}` })
  expect(sent.status).toBe(403)
})

test('the code opens it once, in one browser; all steps are open, and the front page leads there', async () => {
  expect((await browserOn(site).get('/')).text).toContain('href="/dung-so"')
  expect(await holder.post('/dung-so/ma', { code: door.code })).toMatchObject({ status: 303, location: '/dung-so' })
  expect((await browserOn(site).post('/dung-so/ma', { code: door.code })).status).toBe(422)
  expect((await holder.get('/dung-so')).text).toContain('còn 8 trong 8 việc')
  expect(await statuses(holder)).toEqual(paths.map(() => 200))
  expect((await holder.get(at('khac'))).status).toBe(404)
  expect(await entries()).toEqual(['open-founding code'])
})

test('what is wrong with a step is told at its fields, with what was typed, and nothing is kept', async () => {
  const agency = await take('so', { whose: 'agency', name: 'Sở Nội vụ', from: '31/2/2026' })
  expect([agency.status, ...wrongIn(agency.text)]).toEqual([422, 'place-error', 'from-error'])
  expect(fieldsOf(agency.text)).toMatchObject({ whose: 'agency', name: 'Sở Nội vụ', from: '31/2/2026' })
  const people = { administrator_1_name: 'Lò Thị Mai', administrator_2_name: 'Lò Thị Mai', office_1_name: 'Cao Minh Tuấn' }
  const wrong: [string, Record<string, string>, string[]][] = [
    ['quan-tri', people, ['administrator_2_name']],
    ['quan-tri', { ...people, administrator_2_name: '', office_1_name: '7', office_1_birth: '1/1/1800' }, ['administrator_2_name']],
    ['quan-tri', { ...people, administrator_2_name: 'Lò Thị My', office_1_birth: '1/1/1800' }, ['office_1_birth']],
    ['quy-tac', { rule: 'population', least_percent: '' }, ['least_percent']],
    ['xep-loai', { levels: '90 | Xuất sắc | Excellent\n70 | Tốt' }, ['levels']],
    ['xep-loai', { levels: '90 | Xuất sắc | Excellent\n70 | Tốt | Good' }, ['levels']],
    ['lich', { holidays: '30/2/2027 | Tết | Tet' }, ['holidays']],
    ['sao-luu', { folder: '', hour: '24' }, ['folder', 'hour']],
    ['sao-luu', { folder: 'sao-luu', recovery_key: 'khóa' }, ['folder', 'recovery_key']],
  ]
  for (const [slug, typed, fields] of wrong)
    expect([slug, wrongIn((await take(slug, typed)).text)]).toEqual([slug, fields.map(field => `${field}-error`)])
  // An empty form at each step: each sentence above it names its field, and no place of one stays unfilled.
  // A calendar may be empty.
  for (const slug of slugs.filter(slug => slug !== 'lich')) {
    const fields = fieldsOf((await holder.get(at(slug))).text)
    const { status, text } = await take(slug, Object.fromEntries(Object.keys(fields).map(name => [name, ''])))
    expect([slug, status, /\{\w+\}/.exec(text)?.[0]]).toEqual([slug, 422, undefined])
  }
  const { text: undated } = await take('to-chuc', { party: 'Tỉnh ủy', number: '', signed_on: '' })
  expect(undated).toContain('Số, ký hiệu: chưa điền mục này.')
  expect(undated).toContain('Ngày ký: nhập một ngày có thật')
  expect(wrongIn((await takeWithEmblem(pngOf(96, 95))).text)).toEqual(['emblem-error'])
  expect(await saved()).toEqual([])
})

const wrongIn = (text: string) => [...text.matchAll(/class="wrong" id="([\w-]+)"/g)].map(([, id]) => id!)

test('a step that is saved suggests the next ones, and is there again for whoever comes back, also after a new start', async () => {
  expect(await takeWithEmblem(pngOf(96, 96))).toMatchObject({ status: 303, location: at('to-chuc') })
  const suggested = fieldsOf((await holder.get(at('to-chuc'))).text)
  expect(suggested).toMatchObject({ party: 'Tỉnh ủy Sông Lam', government: 'UBND tỉnh Sông Lam', issuer: 'Ban Thường vụ Tỉnh ủy Sông Lam' })

  const next_door = openSetupDoor()
  const next = await open(next_door)
  const back = browserOn(next)
  back.cookies.set('neu-guong-dung-so', holder.cookies.get('neu-guong-dung-so')!)
  expect((await back.get('/dung-so')).text).toContain('name="code"')
  await back.post('/dung-so/ma', { code: next_door.code })
  const tasks = (await back.get('/dung-so')).text
  expect([tasks.includes('còn 7 trong 8 việc'), tasks.includes('tỉnh Sông Lam · Văn phòng Tỉnh ủy Sông Lam')]).toEqual([true, true])
  expect(fieldsOf((await back.get(at('so'))).text).name).toBe('Sông Lam')
  expect((await back.post('/dung-so/lap', {})).location).toBe('/dung-so')
  await next.stop()
})

test('pressed twice it is founded once: both see the sheets, the pages are gone for good, and of the steps nothing is left but their entries', async () => {
  await take('to-chuc', { number: '01-QĐ/TU', signed_on: '20/11/2026' })
  await take('quan-tri', { administrator_1_name: 'Đinh Văn Khoa', administrator_2_name: 'Lò Thị Mai', office_1_name: 'Hoàng Thị Xuân' })
  for (const slug of slugs.slice(3)) expect((await take(slug)).status).toBe(303)
  expect((await holder.get('/dung-so')).text).toContain('đủ 8 việc')
  const pressed = await Promise.all([holder.post('/dung-so/lap', {}), holder.post('/dung-so/lap', {})])
  const codes = pressed.map(({ text }) => [...text.matchAll(/class="code">([^<]+)</g)].map(([, code]) => code!))
  expect([pressed.map(({ status }) => status), codes[0]!.length, codes[1]]).toEqual([[200, 200], 3, codes[0]])
  expect(pressed[0]!.text).toContain('<svg class="square"')

  expect(await statuses(holder)).toEqual(paths.map(() => 404))
  expect([(await holder.post('/dung-so/ma', { code: door.code })).status, (await holder.post('/dung-so/lap', {})).status]).toEqual([
    404, 404,
  ])
  expect(await saved()).toEqual([])
  const told = await entries()
  expect(told.slice(0, 11)).toEqual([
    'open-founding code',
    'prepare-founding register',
    'open-founding code',
    'prepare-founding organisations',
    'prepare-founding administrators',
    'prepare-founding programme',
    'prepare-founding rules',
    'prepare-founding rating',
    'prepare-founding calendar',
    'prepare-founding backups',
    expect.stringMatching(/^add-units \d+$/),
  ])
  expect(told.slice(11, 13)).toEqual([expect.stringMatching(/^plan-backups \d+$/), 'found-register tinh-song-lam'])
  const { rows } = await world.owner.query(`select u.key, p.keeper from register_profile p join unit u using (unit_id)`)
  expect(rows).toEqual([{ key: 'tinh-song-lam', keeper: 'Văn phòng Tỉnh ủy Sông Lam' }])
  // The pages bear the emblem as soon as the program has heard of it.
  const emblemOn = async () => /<img src="([^"]+)" width="48"/.exec((await browserOn(site).get('/dang-nhap')).text)?.[1]
  while (!(await emblemOn())) await wait(50)
  const emblem = await site.app.request((await emblemOn())!)
  expect([emblem.status, emblem.headers.get('content-type'), Buffer.from(await emblem.arrayBuffer())]).toEqual([
    200,
    'image/png',
    pngOf(96, 96),
  ])
  expect((await site.app.request('/tai-nguyen/bieu-trung-000000000000.png')).status).toBe(404)
  const entered = await browserOn(site).post('/dang-nhap/thu-moi', { code: codes[0]![0]!, password: 'năm nay tôi hiến đất làm đường' })
  expect(entered.status).toBe(303)
})

test('a register that has begun has no such pages, with any code', async () => {
  const late = openSetupDoor()
  const next = await open(late)
  expect((await browserOn(next).post('/dung-so/ma', { code: late.code })).status).toBe(404)
  await next.stop()
})
