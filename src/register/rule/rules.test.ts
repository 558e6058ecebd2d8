import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays, inDayMonthYear } from '../../basis/shared/dates.ts'
import { campaignRoutes, conclusions, deed_bounds, exemption_reasons, level_plans, programmeRoutes, themes } from '../programme/index.ts'
import { reminder_days } from '../reminder/index.ts'
import { ruleRoutes } from './rule-routes.tsx'

/** The district of the invented commune is the top of its tree here: its office sets the rules. */
const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>
let top: string

const rules = [conclusions, deed_bounds, exemption_reasons, reminder_days, themes, level_plans]
const cast = { lan: 'lan', hoa: 'hoa', office: 'office', superior: 'superior', top: 'top' } as const

beforeAll(async () => {
  scene = await inventCampaign(world)
  top = await grantAtTop()
  const people = {
    ...Object.fromEntries(['lan', 'hoa', 'office', 'superior'].map(name => [name, lookUpPerson(name)])),
    top: scene.people.far,
  }
  signedInAs = await openPages(world, people, options => [
    ruleRoutes({ ...options, rules }),
    programmeRoutes(options),
    campaignRoutes(options),
  ])
})

const lookUpPerson = (name: string) => Object.entries(scene.people).find(([who]) => who === name)![1]

/** Somebody of another cell is the superior office at the very top. */
async function grantAtTop(): Promise<string> {
  const { rows } = await world.owner.query<{ unit_id: number; key: string }>(
    'select t.unit_id, u.key from top_of_party() t join unit u using (unit_id)',
  )
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `insert into role_grant (person_id, role, unit_id, instrument_id, valid)
     select $1, 'superior-office', $2, min(instrument_id), '[2020-01-01,infinity)' from instrument`,
    [scene.people.far, rows[0]!.unit_id],
  )
  await world.owner.query('commit')
  return rows[0]!.key
}

const paper = { number: '77-QĐ/TU', issuer: 'Tỉnh ủy', title: 'Về số việc', signed_on: '1/11/2026' }
const press = () => Array.from({ length: 24 }, () => 'abcdefghij'[Math.floor(Math.random() * 10)]).join('')
const rowsOf = async (question: string) => (await world.owner.query(question)).rows

/** Sends a rule's form, sees what follows, and sets it. */
async function setRule(who: keyof typeof cast, rule: string, fields: Record<string, string>) {
  const browser = await signedInAs(who)
  const path = `/quy-dinh/${top}/${rule}`
  const checked = await browser.post(path, fields)
  const set = await browser.post(path, { ...fields, key: press(), chac: '1' })
  return { checked, set, browser, path }
}

test('the office at the top sets how many deeds there are from a day on; the campaign that is open keeps its own, and a call with others is asked back', async () => {
  const from = addDays(scene.today, 10)
  const fields = { deeds_least: '1', deeds_most: '4', from: inDayMonthYear(from), ...paper }
  const { checked, set, browser, path } = await setRule('top', 'so-viec', fields)
  expect([checked.status, /Đợt \d+ đang nhận, \d+ người: giữ số việc lúc mở\./.test(checked.text)]).toEqual([200, true])
  expect(set.status).toBe(303)
  expect(
    await rowsOf(
      `select deeds_least, deeds_most, valid, instrument_id is not null as cites from deed_bounds where is_open(recorded) order by valid`,
    ),
  ).toEqual([
    { deeds_least: 2, deeds_most: 3, valid: `[2016-01-01,${from})`, cites: false },
    { deeds_least: 1, deeds_most: 4, valid: `[${from},infinity)`, cites: true },
  ])
  expect(await rowsOf('select deeds_least, deeds_most from campaign_terms where is_open(recorded)')).toEqual([
    { deeds_least: 2, deeds_most: 3 },
  ])
  const { text } = await browser.get(path)
  expect(text.match(/<strong>[^<]* việc<\/strong>/g)).toEqual([
    '<strong>2–3 việc</strong>',
    '<strong>1–4 việc</strong>',
    '<strong>2–3 việc</strong>',
  ])
  expect(text).toContain('77-QĐ/TU')
  const [entry] = await rowsOf(`select act, object, object_id from ledger_entry where act = 'set-rule'`)
  expect(entry).toMatchObject({ object: 'rule', object_id: expect.stringMatching(/^so-viec\/\d+$/) })
})

test('where it is marked, running campaigns follow it from today on, and the page says first whom that concerns', async () => {
  const fields = { deeds_least: '2', deeds_most: '5', also_running: '1', ...paper, number: '78-QĐ/TU' }
  const later = await setRule('top', 'so-viec', { ...fields, from: inDayMonthYear(addDays(scene.today, 3)) })
  expect([later.checked.status, later.set.status]).toEqual([422, 422])
  const { checked, set } = await setRule('top', 'so-viec', { ...fields, from: inDayMonthYear(scene.today) })
  expect(checked.text).toMatch(/\d+ người chưa nộp sẽ ghi 2–5 việc/)
  expect(set.status).toBe(303)
  expect(
    await rowsOf('select deeds_least, deeds_most, is_open(recorded) as stands from campaign_terms order by campaign_terms_id'),
  ).toEqual([
    { deeds_least: 2, deeds_most: 3, stands: false },
    { deeds_least: 2, deeds_most: 5, stands: true },
  ])
})

test('nobody else sets it, by the page or past it; days that are past keep their rule; bounds that are none stay on the page', async () => {
  const fields = { deeds_least: '1', deeds_most: '1', from: inDayMonthYear(scene.today), ...paper }
  for (const who of ['lan', 'hoa', 'office', 'superior'] as const) {
    const browser = await signedInAs(who)
    const page = await browser.get(`/quy-dinh/${top}/so-viec`)
    expect([who, page.status, page.text.includes('name="deeds_least"')]).toEqual([who, 200, false])
    expect((await browser.post(`/quy-dinh/${top}/so-viec`, { ...fields, key: press(), chac: '1' })).status).toBe(403)
  }
  const past = await setRule('top', 'so-viec', { ...fields, from: inDayMonthYear(addDays(scene.today, -1)) })
  expect([past.set.status, past.set.text.includes('những ngày đã qua giữ quy định đã có')]).toEqual([422, true])
  const odd = await setRule('top', 'so-viec', { ...fields, deeds_least: '4', deeds_most: '2' })
  expect([odd.set.status, odd.set.text.includes('value="4"')]).toEqual([422, true])
  const app = await world.connect('neu_guong_app')
  for (const table of ['deed_bounds', 'exemption_reason', 'reminder_rule']) {
    await app.query('begin')
    await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people.superior)])
    expect((await app.query(`update ${table} set recorded = closed(recorded) where is_open(recorded)`)).rowCount, table).toBe(0)
    await app.query('rollback')
  }
})

test('reasons for an exemption are a list with a validity: an office chooses one, and what was recorded stays', async () => {
  const reasons = 'Đi biển dài ngày | Long at sea | không cần\nLý do khác | Another reason | ghi rõ'
  const odd = await setRule('top', 'ly-do-mien', { reasons: 'Một dòng | A line | có lẽ', from: inDayMonthYear(scene.today), ...paper })
  expect([odd.set.status, odd.set.text.includes('Dòng 1: viết lý do')]).toEqual([422, true])
  const path = `/dot/dang-bo-xa/${scene.campaign_id}/mien`
  const superior = await signedInAs('superior')
  const choices = async () =>
    [...(await superior.get(path)).text.matchAll(/name="exemption_reason_id" value="(\d+)"[^>]*>\s*([^<]+)</g)].map(
      ([, id, label]) => [id!, label!.trim()] as const,
    )
  const before = await choices()
  expect(before.map(([, label]) => label)[0]).toBe('Ốm đau, điều trị dài ngày')
  const hoa = String(scene.names['Triệu Văn Hòa'])
  const exempt = (exemption_reason_id: string, reason = '') =>
    superior.post(path, { obligation_id: hoa, exemption_reason_id, reason, key: press() })
  expect((await exempt(before[0]![0], 'theo giấy ra viện')).status).toBe(303)
  const { set } = await setRule('top', 'ly-do-mien', { reasons, from: inDayMonthYear(scene.today), ...paper })
  expect(set.status).toBe(303)
  expect((await choices()).map(([, label]) => label)).toEqual(['Đi biển dài ngày', 'Lý do khác'])
  expect((await superior.get(path)).text).toContain('Ốm đau, điều trị dài ngày: theo giấy ra viện')
  const lan = String(scene.names['Nông Thị Lan'])
  const gone = await superior.post(path, { obligation_id: lan, exemption_reason_id: before[0]![0], reason: '', key: press() })
  expect([gone.status, gone.text.includes('không còn dùng')]).toEqual([422, true])
  const [, another] = await choices()
  const silent = await superior.post(path, { obligation_id: lan, exemption_reason_id: another![0], reason: '', key: press() })
  expect([silent.status, silent.text.includes('Nhập lý do.')]).toEqual([422, true])
})

test('days between reminders change for campaigns that open later, and for those that run where it is said', async () => {
  const days = async () =>
    (await rowsOf(`select days_between_reminders(${scene.campaign_id}, '${addDays(scene.today, 20)}') as days`))[0].days
  const fields = { days: '10', ...paper, from: inDayMonthYear(addDays(scene.today, 5)) }
  const kept = await setRule('top', 'nhac', fields)
  expect([kept.checked.text.includes('giữ quy định lúc mở'), kept.set.status, await days()]).toEqual([true, 303, 7])
  const now = await setRule('top', 'nhac', { ...fields, for_running: '1', days: '3' })
  expect([now.checked.text.includes('nhắc lại sau 3 ngày'), now.set.status, await days()]).toEqual([true, 303, 3])
})

test('a member reads what is asked this year and by which authority, with a conclusion that the office adds', async () => {
  const fields = {
    programme: 'chi-thi-05',
    from: '18/5/2021',
    number: '01-KL/TW',
    issuer: 'Bộ Chính trị',
    title: 'Về tiếp tục thực hiện',
    signed_on: '18/5/2021',
  }
  const { set } = await setRule('top', 'ket-luan', fields)
  expect(set.status).toBe(303)
  const again = await setRule('top', 'ket-luan', fields)
  expect([again.set.status, again.set.text.includes('Văn bản này đã ghi')]).toEqual([422, true])
  const { status, text } = await (await signedInAs('lan')).get('/chuong-trinh')
  expect(status).toBe(200)
  for (const said of [
    'Nói đi đôi với làm',
    '05-CT/TW',
    '01-KL/TW',
    'Về tiếp tục thực hiện',
    '12-CV/HU',
    '2–5 việc',
    `Chương trình năm ${scene.year}`,
  ])
    expect(text, said).toContain(said)
})

test('a level sets next year’s theme, which its campaign carries; one that was called changes only where it is said, and then says for how many', async () => {
  const superior = await signedInAs('superior')
  const path = '/quy-dinh/huyen-uy/chuyen-de'
  const at = (year: number, theme: string, more = {}) => ({ programme: 'chi-thi-05', year: String(year), theme, ...paper, ...more })
  const next = scene.year + 1
  expect((await superior.post(path, { ...at(next, 'Gần dân, sát việc'), key: press(), chac: '1' })).status).toBe(303)
  const called = await superior.post(path, { ...at(scene.year, 'Đổi giữa chừng'), key: press(), chac: '1' })
  expect([called.status, called.text.includes('Đánh dấu nếu đổi cả cho đợt ấy')]).toEqual([422, true])
  // The mark promises no more than that: without it nothing is changed, and nothing is kept apart.
  expect(called.text).toContain('Tôi xác nhận: đợt của năm ấy, nếu đã phát động, cũng đổi theo.')
  const english = await superior.post(`/en${path}`, { ...at(scene.year, 'Đổi giữa chừng'), key: press(), chac: '1' })
  // A programme is called by its name in the reader's language.
  expect([called.text.includes('x in English'), english.text.includes('x in English')]).toEqual([false, true])
  expect([english.text.includes('Mark this to change it there, too; otherwise leave'), english.text.includes('Unmarked')]).toEqual([
    true,
    false,
  ])
  const marked = at(scene.year, 'Nói ít làm nhiều', { also_running: '1' })
  expect((await superior.post(path, marked)).text).toMatch(new RegExp(`Đợt ${scene.year} đã phát động: \\d+ người thấy chuyên đề mới`))
  expect((await superior.post(path, { ...marked, key: press(), chac: '1' })).status).toBe(303)
  expect(await rowsOf('select year, title, is_open(recorded) as stands from theme order by theme_id')).toEqual([
    { year: scene.year, title: 'Nói đi đôi với làm', stands: false },
    { year: next, title: 'Gần dân, sát việc', stands: true },
    { year: scene.year, title: 'Nói ít làm nhiều', stands: true },
  ])
  const lan = await (await signedInAs('lan')).get('/chuong-trinh')
  expect([lan.text.includes('Gần dân, sát việc'), lan.text.includes('Nói ít làm nhiều'), lan.text.includes('Nói đi đôi với làm')]).toEqual([
    true,
    true,
    false,
  ])
  // A secretary sets none, nor an office below for the level above it.
  for (const who of ['hoa', 'office'] as const)
    expect((await (await signedInAs(who)).post(path, { ...at(next, 'x'), key: press(), chac: '1' })).status).toBe(403)
})

test('each level records its own plan under the one above; a later one takes its place, and the one before stays known for its days', async () => {
  const plan = (number: string, from: string) => ({
    programme: 'chi-thi-05',
    from,
    number,
    issuer: 'Huyện ủy',
    title: `Kế hoạch ${number}`,
    signed_on: from,
    chac: '1',
    key: press(),
  })
  const superior = await signedInAs('superior')
  expect((await superior.post('/quy-dinh/huyen-uy/ke-hoach', plan('1-KH/HU', '1/6/2021'))).status).toBe(303)
  expect((await superior.post('/quy-dinh/huyen-uy/ke-hoach', plan('2-KH/HU', '1/6/2025'))).status).toBe(303)
  expect((await (await signedInAs('office')).post('/quy-dinh/dang-bo-xa/ke-hoach', plan('3-KH/DU', '1/7/2025'))).status).toBe(303)
  const rows = await rowsOf(`select i.number, p.valid, a.number as under from programme_plan p join instrument i using (instrument_id)
    left join programme_plan u on u.programme_plan_id = p.under_plan_id left join instrument a on a.instrument_id = u.instrument_id
    where is_open(p.recorded) order by lower(p.valid)`)
  expect(rows).toEqual([
    { number: '1-KH/HU', valid: '[2021-06-01,2025-06-01)', under: null },
    { number: '2-KH/HU', valid: '[2025-06-01,infinity)', under: null },
    { number: '3-KH/DU', valid: '[2025-07-01,infinity)', under: '2-KH/HU' },
  ])
  const { text } = await (await signedInAs('lan')).get('/chuong-trinh')
  expect(['1-KH/HU', '2-KH/HU', '3-KH/DU'].map(number => text.includes(number))).toEqual([false, true, true])
  const { text: page } = await superior.get('/quy-dinh/huyen-uy/ke-hoach')
  expect(page).toContain('1-KH/HU')
})
