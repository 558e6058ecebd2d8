import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import type { Browser } from '../../../test/harness/test-browser.ts'
import { catalogue } from '../../numbers/figure/catalogue.ts'
import { answerFigure } from '../../numbers/figure/index.ts'
import type { StaffRouteOptions } from '../../platform/sign-in/index.ts'
import { addGrant, addUnit } from '../../platform/sign-in/invented-commune.ts'
import { openLog, openShell } from '../../platform/web/index.ts'
import { indicatorApiRoutes } from './api/routes.ts'
import { dueOn, monthBefore } from './indicator.ts'
import { indicatorRoutes } from './indicator-routes.tsx'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>
let system: Hono
/** The last month that is over, and others before it. */
let months: string[]

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { people, units } = scene
  await addGrant(world.owner, people.far, 'unit-office', units.far_commune)
  const xa = await addUnit(world.owner, 'xa-na-ri', 'commune', null)
  const xa_xa = await addUnit(world.owner, 'xa-con-minh', 'commune', null)
  await worksIn(units.commune, xa)
  await worksIn(units.far_commune, xa_xa)
  await defineIndicators()
  let options!: StaffRouteOptions
  signedInAs = await openPages(world, { office: people.office, far: people.far, lan: people.lan, quy: people.quy }, given => {
    options = given
    return indicatorRoutes(given)
  })
  system = openShell({ rooms: [indicatorApiRoutes(options)], log: openLog({ level: 'silent' }), is_behind_tls: false }) as unknown as Hono
  months = [scene.today.slice(0, 7)]
  while (months.length < 15) months.push(monthBefore(months.at(-1)!))
  months.shift()
})

/** From the beginning on the unit works in a place. */
async function worksIn(unit_id: number, place_id: number): Promise<void> {
  await world.owner.query('alter table unit_version disable trigger user')
  await world.owner.query('update unit_version set place_id = $2 where unit_id = $1', [unit_id, place_id])
  await world.owner.query('alter table unit_version enable trigger user')
}

async function defineIndicators(): Promise<void> {
  await world.owner.query(
    `insert into indicator (key, name_vi, name_en, measure, direction, due_day, recorded)
     values ('ho-so-tiep-nhan', 'Hồ sơ tiếp nhận', 'Dossiers received', 'hồ sơ', 'none', 28, '[2020-01-01,infinity)')`,
  )
  await world.owner.query(
    `insert into indicator (key, name_vi, name_en, measure, base_id, direction, due_day, recorded)
     select 'ho-so-truc-tuyen', 'Hồ sơ nộp trực tuyến', 'Dossiers filed online', 'hồ sơ', indicator_id, 'up', 28, recorded from indicator`,
  )
}

const said = (month: string) => month.split('-').reverse().join('/')

async function type(browser: Browser, typed: Record<string, string>) {
  const page = await browser.get('/chi-so/dang-bo-xa')
  return browser.post('/chi-so/dang-bo-xa', { key: page.hidden.key!, indicator: 'ho-so-tiep-nhan', place: 'xa-na-ri', note: '', ...typed })
}

function sendFile(browser: Browser, key: string, csv: string) {
  const body = new FormData()
  body.set('key', key)
  body.set('file', new File([csv], 'thang.csv', { type: 'text/csv' }))
  return browser.send('/chi-so/dang-bo-xa/tep', { method: 'POST', body })
}

async function rowsOf(place: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select i.key, to_char(v.month, 'YYYY-MM') as month, v.quantity, upper(v.recorded) < 'infinity' as closed
       from indicator_value v join indicator i using (indicator_id) join unit u on u.unit_id = v.place_id
      where u.key = $1 order by i.indicator_id, v.month, lower(v.recorded)`,
    [place],
  )
  return rows.map(row => `${row.key} ${row.month} ${row.quantity}${row.closed ? ' closed' : ''}`)
}

test('an office types a month; late, revised and far values are taken with a note, and the row before stays', async () => {
  const office = await signedInAs('office')
  const [last, , , , old] = months as [string, string, string, string, string]
  const late = await type(office, { month: said(old), quantity: '400' })
  expect([late.status, late.text.includes('gửi muộn')]).toEqual([422, true])
  expect(late.text).toContain('value="400"')
  expect((await type(office, { month: said(old), quantity: '400', note: 'Nhập bù' })).status).toBe(303)
  const wrong = await type(office, { month: said(old), quantity: '401' })
  expect([wrong.status, wrong.text.includes('Sổ đã ghi 400')]).toEqual([422, true])
  expect((await type(office, { month: said(old), quantity: '401', note: 'Đếm sót một hồ sơ' })).status).toBe(303)
  expect(await rowsOf('xa-na-ri')).toEqual([`ho-so-tiep-nhan ${old} 400 closed`, `ho-so-tiep-nhan ${old} 401`])
  const ahead = await type(office, { month: said(scene.today.slice(0, 7)), quantity: '1' })
  expect([ahead.status, ahead.text.includes('chưa hết'), ahead.text.includes('Dòng 1')]).toEqual([422, true, false])
  const nothing = await type(office, { indicator: '', place: '', month: '', quantity: '' })
  const asked = ['Chọn một chỉ số.', 'Ghi tên hoặc mã đơn vị hành chính.', 'Ghi tháng, ví dụ 11/2026.', 'Ghi giá trị.']
  expect([nothing.status, ...asked.filter(sentence => !nothing.text.includes(sentence))]).toEqual([422])
  const elsewhere = await type(office, { month: said(last), quantity: '1', place: 'xa-con-minh' })
  expect([elsewhere.status, elsewhere.text.includes('Không có «xa-con-minh» trong các địa bàn')]).toEqual([422, true])
})

test('a file lands whole or not at all, once for each press, and every faulty row is said', async () => {
  const office = await signedInAs('office')
  const [last, before] = months as [string, string]
  const head = 'Chỉ số;Đơn vị;Tháng;Giá trị;Đơn vị tính;Ghi chú\n'
  const good = `Hồ sơ tiếp nhận;xa-na-ri;${said(last)};1.020;hồ sơ;x\nHồ sơ tiếp nhận;xa-na-ri;${said(before)};980;hồ sơ;x\n`
  const { hidden } = await office.get('/chi-so/dang-bo-xa')
  const held = await rowsOf('xa-na-ri')
  const refused = await sendFile(
    office,
    hidden.key!,
    `${head}${good}Hồ sơ nộp trực tuyến;xa-na-ri;${said(last)};1.021;%;\nx;xa-na-ri;${said(last)};1;;\n`,
  )
  expect([
    refused.status,
    refused.text.includes('Dòng 4: chỉ số này tính bằng «hồ sơ», không phải «%»'),
    refused.text.includes('Dòng 5: không có chỉ số «x»'),
  ]).toEqual([422, true, true])
  expect(await rowsOf('xa-na-ri')).toEqual(held)
  const sent = await sendFile(office, hidden.key!, head + good)
  expect([sent.status, sent.location]).toEqual([303, '/chi-so/dang-bo-xa?xong=2-0-0'])
  await sendFile(office, hidden.key!, head + good)
  expect((await rowsOf('xa-na-ri')).length).toBe(held.length + 2)
  const page = await office.get('/chi-so/dang-bo-xa')
  expect([page.text.includes('1.020 hồ sơ'), page.text.includes('thang.csv')]).toEqual([true, true])
})

test('whoever does not send for a unit is shut out of its page, and the database says it once more', async () => {
  expect((await (await signedInAs('lan')).get('/chi-so/dang-bo-xa')).status).toBe(403)
  expect((await (await signedInAs('far')).get('/chi-so/dang-bo-xa')).status).toBe(403)
  const app = await world.connect('neu_guong_app')
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people.far)])
  await expect(
    app.query(
      `insert into indicator_value (indicator_id, place_id, month, quantity, indicator_delivery_id)
       select 1, u.unit_id, '2024-01-01', 1, 1 from unit u where u.key = 'xa-na-ri'`,
    ),
  ).rejects.toThrow('row-level security')
  await app.query('rollback')
})

test('an office whose units work in no place is told so, and gets no key that could send nothing', async () => {
  const { people, units } = scene
  await addGrant(world.owner, people.quy, 'unit-office', units.cell)
  const quy = await signedInAs('quy')
  for (const path of ['/chi-so/chi-bo', '/chi-so/chi-bo/khoa']) {
    const { text } = await quy.get(path)
    expect([text.includes('làm việc ở một địa bàn'), text.includes('<button type="submit">')]).toEqual([true, false])
  }
})

async function newKey(name: 'office' | 'far', unit: string): Promise<string> {
  const browser = await signedInAs(name)
  const { hidden } = await browser.get(`/chi-so/${unit}/khoa`)
  const page = await browser.post(`/chi-so/${unit}/khoa`, { ...hidden, name: 'Một cửa điện tử' })
  expect(page.status).toBe(200)
  const again = await browser.post(`/chi-so/${unit}/khoa`, { ...hidden, name: 'Một cửa điện tử' })
  expect([again.status, again.text.includes('ng_')]).toEqual([303, false])
  return /ng_[\w-]{43}/.exec(page.text)![0]
}

type Answer = { delivery?: number; added?: number; problems?: { code: string; row?: number; vi: string }[] }

async function call(secret: string, values: unknown, key = `lan-gui-${randomBytes(8).toString('hex')}`): Promise<[number, Answer]> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(secret && { authorization: `Bearer ${secret}` }) }
  const answer = await system.request('/api/v1/indicator-values', { method: 'POST', headers, body: JSON.stringify({ values }) })
  return [answer.status, (await answer.json()) as Answer]
}

test('a system of the office sends a month; the same request twenty times at once is done once', async () => {
  const secret = await newKey('office', 'dang-bo-xa')
  const value = { indicator: 'ho-so-truc-tuyen', place: 'xa-na-ri', month: months[0], quantity: 700 }
  const key = `lan-gui-${randomBytes(8).toString('hex')}`
  const answers = await Promise.all(Array.from({ length: 20 }, () => call(secret, [value], key)))
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toEqual([200, { delivery: expect.any(Number), added: 1, revised: 0, unchanged: 0 }])
  expect((await rowsOf('xa-na-ri')).filter(row => row.startsWith('ho-so-truc-tuyen'))).toEqual([`ho-so-truc-tuyen ${months[0]} 700`])
  // The key leads no further than its unit.
  expect(await call(secret, [{ ...value, place: 'xa-con-minh' }])).toMatchObject([422, { problems: [{ code: 'unknown-place', row: 1 }] }])
  const twice = [value, { ...value, quantity: 701 }]
  expect(await call(secret, twice)).toMatchObject([422, { problems: [{ code: 'month-twice', row: 2 }] }])
  expect(await call(secret, [{ ...value, quantity: -1, constructor: 1 }])).toMatchObject([
    422,
    { problems: [{ code: 'unreadable-request' }, {}] },
  ])
  expect((await call(secret, 'x'))[0]).toBe(422)
  const said = async (values: unknown, key?: string) => (await call(secret, values, key))[1].problems!.map(({ row, vi }) => [row, vi])
  expect(await said([value], 'ngan')).toEqual([[undefined, expect.stringContaining('Thiếu Idempotency-Key')]])
  expect(await said([{ ...value, quantity: 1 }], key)).toEqual([[undefined, expect.stringContaining('đã gửi một lần với nội dung khác')]])
  expect(await said([value, { ...value, quantity: -1 }])).toEqual([[2, expect.stringContaining('Dòng 2: không đọc được «quantity»')]])
  expect(await said([{ ...value, unit: 'x' }])).toEqual([[1, expect.stringContaining('Dòng 1: không đọc được «unit»')]])
})

test('the call that the page of a new key shows tries the key, and records nothing', async () => {
  const office = await signedInAs('office')
  const { hidden } = await office.get('/chi-so/dang-bo-xa/khoa')
  const { text } = await office.post('/chi-so/dang-bo-xa/khoa', { ...hidden, name: 'Chạy thử' })
  const [, sample] = /-d '([^']+)'/.exec(text)!
  const { values } = JSON.parse(sample!.replaceAll('&quot;', '"')) as { values: unknown }
  const before = await rowsOf('xa-na-ri')
  expect(await call(/ng_[\w-]{43}/.exec(text)![0], values)).toMatchObject([422, { problems: [{ code: 'month-not-over', row: 1 }] }])
  expect(await rowsOf('xa-na-ri')).toEqual(before)
})

test('another office’s key, a revoked one and none send nothing', async () => {
  const far = await newKey('far', 'dang-bo-xa-xa')
  const value = { indicator: 'ho-so-tiep-nhan', place: 'xa-na-ri', month: months[1], quantity: 7, note: 'x' }
  const before = await rowsOf('xa-na-ri')
  expect(await call(far, [value])).toMatchObject([422, { problems: [{ code: 'unknown-place' }] }])
  for (const secret of ['', `ng_${'a'.repeat(43)}`]) expect((await call(secret, [value]))[0]).toBe(401)
  const office = await signedInAs('far')
  const page = await office.get('/chi-so/dang-bo-xa-xa/khoa')
  const address = /\/chi-so\/dang-bo-xa-xa\/khoa\/\d+\/thu-hoi/.exec(page.text)![0]
  expect((await office.post(address, page.hidden)).status).toBe(303)
  expect((await call(far, [{ ...value, place: 'xa-con-minh' }]))[0]).toBe(401)
  expect(await rowsOf('xa-na-ri')).toEqual(before)
})

test('a key that sends too often waits', async () => {
  const secret = await newKey('office', 'dang-bo-xa')
  const statuses = await Promise.all(Array.from({ length: 62 }, async () => (await call(secret, []))[0]))
  expect([statuses.filter(status => status === 429).length, statuses.filter(status => status === 422).length]).toEqual([2, 60])
})

test('the description says what the requests are read by', async () => {
  const answer = await system.request('/api/v1/openapi.json')
  const { paths, openapi } = (await answer.json()) as { openapi: string; paths: Record<string, { post: object }> }
  expect([openapi, Object.keys(paths)]).toEqual(['3.1.0', ['/api/v1/indicator-values']])
  expect(JSON.stringify(paths)).toContain('"additionalProperties":false')
  const [, refusal] = await call('', [])
  expect(JSON.stringify(paths)).toContain(`"required":${JSON.stringify(Object.keys(refusal))}`)
})

test('F22 is the sum of the months that were sent; of a part the rate; a month without a value is empty, and no zero', async () => {
  const year = months[0]!.slice(0, 4)
  const asked = { unit: 'xa-na-ri', year, kind: 'ho-so-tiep-nhan' }
  const answer = await answerFigure(world.db, 'F22', asked, new Date())
  const rows = answer.ok ? answer.value.rows : []
  expect(rows.length).toBe(Number(scene.today.slice(5, 7)) - 1 || 12)
  expect(rows.filter(({ quantity }) => quantity === null).length).toBeGreaterThan(0)
  expect(rows.filter(({ quantity }) => quantity === 0)).toEqual([])
  const part = await answerFigure(world.db, 'F22', { ...asked, kind: 'ho-so-truc-tuyen' }, new Date())
  expect(part.ok && part.value.value).toEqual({ kind: 'rate', numerator: 700, denominator: 1020 })
  expect((await answerFigure(world.db, 'F22', { ...asked, kind: '__proto__' }, new Date())).ok).toBe(false)
  expect(catalogue.F22.people).toBe('none')
})

test('a month is due by a day of the month after it', () => {
  expect([dueOn('2026-11', 10), dueOn('2026-12', 5)]).toEqual(['2026-12-10', '2027-01-05'])
})
