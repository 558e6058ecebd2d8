import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { pngOf } from '../test/harness/emblem.ts'
import { formsOn } from '../test/harness/forms.ts'
import { Browser } from '../test/harness/test-browser.ts'
import { openApp } from './app.ts'
import { dayOf, inDayMonthYear } from './basis/shared/dates.ts'
import { example } from './home/founding/example.ts'
import { foundRegister } from './home/founding/found-register.ts'
import { readFounding } from './home/founding/founding.ts'
import { asOwner, change } from './platform/database/index.ts'
import { openLog, type Site } from './platform/web/index.ts'

/** An invented province on its first day: its office sets all that the register goes by, on pages. */
const world = withDatabase('empty')
const machine = { person_id: null, name: 'neu-guong init' }
const password = 'năm nay tôi hiến đất làm đường'
let site: Site
let office: Browser
let administrator: Browser

const browserFor = () => new Browser((path, init) => site.app.request(path, init))
async function enter(code: string): Promise<Browser> {
  const browser = browserFor()
  await browser.post('/dang-nhap/thu-moi', { code, password })
  await browser.post('/dang-nhap/buoc-hai', { paper: '1' })
  return browser
}

beforeAll(async () => {
  const read = readFounding(example)
  if (!read.ok) throw new Error('the example cannot be read')
  const founding = { file: read.value, now: world.database.clock() }
  const founded = await asOwner(world.database, owned => change(owned, machine, tx => foundRegister(tx, machine, founding)))
  if (!founded.ok) throw new Error(JSON.stringify(founded.problems))
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  site = await openApp({ config, database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }) })
  const of = (role: string) => founded.value.sheets.find(sheet => sheet.role === role)!.code
  office = await enter(of('superior-office'))
  administrator = await enter(of('administrator'))
})
afterAll(() => site.stop())

const today = () => dayOf(world.database.clock())
const paper = { number: '15-QĐ/TU', issuer: 'Tỉnh ủy Sông Lam', title: 'Về quy định của sổ', signed_on: '1/11/2026' }

/** What the office types into each rule; what is not said stays as the page holds it. */
const changes = (): Record<string, Record<string, string>> => ({
  'ket-luan': { number: '1-KL/TW', title: 'Về tiếp tục thực hiện' },
  'so-viec': { deeds_least: '1', deeds_most: '2' },
  mau: { thought_title_vi: 'Học và hiểu' },
  'ly-do-mien': { reasons: 'Đi biển dài ngày | Long at sea | không cần' },
  nhac: { days: '9' },
  'xep-loai': { levels: '80 | Tốt | Good\n0 | Còn lại | The rest', cap_percent: '30' },
  'chuyen-tiep': { rule: 'population', least_share: '62,5' },
  lich: { holidays: '30/4/2100 | Ngày nghỉ xa | A day far off' },
  'ten-so': { keeper: 'Ban Tổ chức Sông Lam', contact: 'Phòng 12' },
  'chuyen-de': { year: '2030', theme: 'Giữ nước cho đồng' },
  'ke-hoach': { number: '2-KH/TU', title: 'Kế hoạch thực hiện' },
  'dien-hinh': { notice_days: '7' },
  'bo-tieu-chi': { of_kind: 'commune', standing_level: 'standard', criteria: 'Hạ tầng | Giao thông\nKinh tế | Thu nhập' },
  'xet-nong-thon-moi': { attended_percent: '75' },
  'chi-so': { indicator: 'ho-so', name_vi: 'Hồ sơ tiếp nhận', name_en: 'Dossiers received', measure: 'hồ sơ' },
  'thu-nhac': { subject: 'Sông Lam nhắc' },
  'thu-tin-bao': { subject: 'Sông Lam báo' },
  'thu-chung': { subject: 'Sông Lam nhắc chung' },
  'loi-nhac': { body_vi: '{người nhắc} xin nhắc.' },
  'phieu-nhac': { body_vi: 'Trước {hạn nộp}.' },
})

test('from empty, the office of an invented province sets every rule on its page, each kept with its authority and told to the ledger', async () => {
  const { text } = await office.get('/quy-dinh/tinh-uy')
  const listed = [...text.matchAll(/href="\/quy-dinh\/tinh-uy\/([a-z-]+)"/g)].map(([, rule]) => rule!)
  expect(listed.toSorted()).toEqual(Object.keys(changes()).toSorted())
  for (const [rule, typed] of Object.entries(changes())) {
    const path = `/quy-dinh/tinh-uy/${rule}`
    const page = await office.get(path)
    const form = formsOn(page.text).find(({ action }) => action === path)
    expect([rule, page.status, form !== undefined]).toEqual([rule, 200, true])
    const sent = { ...Object.fromEntries(form!.holds), ...paper, from: inDayMonthYear(today()), ...typed }
    const checked = await office.post(path, sent)
    expect([rule, checked.status, /class="error|role="alert"/.test(checked.text)]).toEqual([rule, 200, false])
    const set = await office.post(path, { ...sent, chac: '1', key: `dat-${rule}`.padEnd(24, '0') })
    expect([rule, set.status]).toEqual([rule, 303])
    const after = await office.get(path)
    expect([rule, after.status, after.text.includes(typed.number ?? paper.number)]).toEqual([rule, 200, true])
  }
  const { rows } = await world.owner.query(
    `select split_part(object_id, '/', 1) as rule from ledger_entry where act in ('set-rule', 'propose-rule') order by 1`,
  )
  expect(rows.map(({ rule }) => rule)).toEqual(Object.keys(changes()).toSorted())
})

test('then everybody meets it: the programme of the year, the foot of each page, the rating and the calendar', async () => {
  const { text } = await office.get('/chuong-trinh')
  for (const said of ['Giữ nước cho đồng', '1-KL/TW', '2-KH/TU']) expect(text, said).toContain(said)
  const home = (await browserFor().get('/')).text
  expect([home.includes('Ban Tổ chức Sông Lam'), home.includes('Phòng 12')]).toEqual([true, true])
  const all = (await office.get('/quy-dinh/tinh-uy')).text
  for (const said of [
    '1–2 việc',
    'Đi biển dài ngày',
    '9 ngày',
    'Tốt (80); Còn lại (0)',
    'tỷ lệ dân số: 62,5 %',
    'Ngày nghỉ xa',
    'Giao thông; Thu nhập',
    'dự họp từ 75 %',
    '15-QĐ/TU',
  ])
    expect(all, said).toContain(said)
  const { rows } = await world.owner.query(`select count(*)::int as n from holiday where is_open(recorded) and holiday >= $1`, [today()])
  expect(rows).toEqual([{ n: 1 }])
  // Mergers of earlier keep the rule of before: it ends where this one begins.
  const carried = await world.owner.query(
    `select rule, least_share::float, valid::text, set_by_instrument_id is not null as cites
       from carry_rule where is_open(recorded) order by lower(valid)`,
  )
  expect(carried.rows).toEqual([
    { rule: expect.any(String), least_share: null, valid: `[-infinity,${today()})`, cites: false },
    { rule: 'population', least_share: 0.625, valid: `[${today()},infinity)`, cites: true },
  ])
})

test('an administrator sets no rule of the programme; the pages say whose office does', async () => {
  const page = await administrator.get('/quy-dinh/tinh-uy/so-viec')
  expect([page.status, page.text.includes('name="deeds_least"'), page.text.includes('đổi được điều này')]).toEqual([200, false, true])
  const sent = await administrator.post('/quy-dinh/tinh-uy/so-viec', {
    deeds_least: '1',
    deeds_most: '9',
    ...paper,
    from: inDayMonthYear(today()),
    chac: '1',
    key: 'quan-tri-khong-dat-000001',
  })
  expect(sent.status).toBe(403)
})

/** Sends the form of the emblem with its picture. */
function sendEmblem(browser: Browser, emblem: Buffer, key: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...paper, key })) form.set(name, value)
  form.set('emblem', new File([new Uint8Array(emblem)], 'bieu-trung.png', { type: 'image/png' }))
  return browser.send('/quy-dinh/tinh-uy/ten-so/bieu-trung', { method: 'POST', body: form })
}

test('the office changes the emblem at the head of every page, by its instrument; what is no emblem, and whoever sets no rules, is refused', async () => {
  expect((await office.get('/quy-dinh/tinh-uy/ten-so')).text).toContain('href="/quy-dinh/tinh-uy/ten-so/bieu-trung"')
  const oblong = await sendEmblem(office, pngOf(96, 48), 'bieu-trung-00000000000001')
  expect([oblong.status, oblong.text.includes('Chọn một ảnh PNG vuông'), oblong.text.includes(`value="${paper.number}"`)]).toEqual([
    422,
    true,
    true,
  ])
  const pressed = [1, 2].map(() => sendEmblem(office, pngOf(96, 96), 'bieu-trung-00000000000002'))
  expect((await Promise.all(pressed)).map(({ status }) => status)).toEqual([303, 303])
  await expect.poll(async () => (await browserFor().get('/')).text).toMatch(/<img[^>]*src="\/tai-nguyen\/bieu-trung[^"]*\.png"/)
  const { rows } = await world.owner.query(
    `select p.keeper, i.number, octet_length(p.emblem) as bytes from register_profile p join instrument i using (instrument_id) where is_open(p.recorded)`,
  )
  expect(rows).toEqual([{ keeper: 'Ban Tổ chức Sông Lam', number: paper.number, bytes: pngOf(96, 96).length }])
  expect((await administrator.get('/quy-dinh/tinh-uy/ten-so/bieu-trung')).status).toBe(403)
  expect((await sendEmblem(administrator, pngOf(96, 96), 'bieu-trung-00000000000003')).status).toBe(403)
})
