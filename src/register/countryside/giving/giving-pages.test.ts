import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { type TestCell, testWorkbook } from '../../../../test/harness/workbook.ts'
import { addDays, dayOf, endOf } from '../../../basis/shared/dates.ts'
import { addGrant, addHead, addPerson, addUnit, type InventedCommune, inventCommune } from '../../../platform/sign-in/invented-commune.ts'
import { listContributions } from '../list-contributions.ts'
import { givingRoutes } from './giving-routes.tsx'

const world = withDatabase('empty')
const today = dayOf(new Date())
let commune: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>

const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
const stand = (child: number, parent: number) =>
  rows(`insert into placement (unit_id, hierarchy, parent_id, valid) values ($1, 'territory', $2, '[2020-01-01,infinity)')`, [
    child,
    parent,
  ])
/** Where a party unit works. */
async function works(unit_id: number, place_id: number): Promise<void> {
  await rows(`update unit_version set recorded = closed(recorded) where unit_id = $1 and is_open(recorded)`, [unit_id])
  await rows(
    `insert into unit_version (unit_id, name, unit_kind, place_id, valid) select unit_id, name, unit_kind, $2, valid from unit_version where unit_id = $1`,
    [unit_id, place_id],
  )
}

/** The commune with its office and a second one there; the cell's secretary is Hòa. Beside it a commune of another place. */
beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const { units, people } = commune
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const province = await addUnit(world.owner, 'tinh-thu', 'province', null)
  const here = await addUnit(world.owner, 'xa-thu', 'commune', null)
  const there = await addUnit(world.owner, 'xa-khac', 'commune', null)
  for (const place of [here, there]) await stand(place, province)
  await works(units.commune, here)
  await works(units.far_commune, there)
  const second = await addPerson(world.owner, 'Vi Thị Hai')
  await addGrant(world.owner, second, 'unit-office', units.commune)
  const stranger = await addPerson(world.owner, 'Chu Văn Xa')
  await addGrant(world.owner, stranger, 'unit-office', units.far_commune)
  await addHead(world.owner, people.quy, units.other_cell, 'Bí thư chi bộ bên')
  await world.owner.query('commit')
  const { hoa, quy, office, lan } = people
  signedInAs = await openPages(world, { hoa, quy, office, second, stranger, lan }, givingRoutes)
})

let pressed = 0
const gift = (more: Record<string, string> = {}) => ({
  ...{ contribution_kind: 'land', quantity: '120', work: 'đường thôn', place: 'xa-thu', given_on: today, giver_kind: 'household' },
  ...{ giver: `Hộ ông Nông Văn ${++pressed}`, mobiliser: '', evidence: '', key: `giving-test-press-${pressed}` },
  ...more,
})
const path = '/dong-gop/chi-bo/ghi'

async function counted(kind = 'land'): Promise<string> {
  const clocks = { valid_as_of: today, recorded_as_of: endOf('2199-12-31') }
  const given = await listContributions(world.db, { ...clocks, unit: 'tinh-thu', kind, from: '2016-01-01', to: today })
  return given.map(row => `${row.place} ${row.quantity} ${row.measure}`).join()
}
const newest = async () => (await rows('select max(contribution_id)::int as id from contribution'))[0].id as number
const acts = async (id: number) =>
  (
    await rows(`select act, actor_id from ledger_entry where object = 'contribution' and object_id = $1 order by entry_id`, [String(id)])
  ).map(({ act, actor_id }) => `${act} ${actor_id}`)

test('a secretary writes a gift of land down, the office verifies it, and only then it is in the total; the ledger has both', async () => {
  const before = await counted()
  const hoa = await signedInAs('hoa')
  // Where the unit works in one place, that is chosen already.
  expect((await hoa.get(path)).text).toContain('<option value="xa-thu" selected')
  expect((await hoa.post(path, gift({ quantity: '1.200,5', may_thank: '1' }))).status).toBe(303)
  const id = await newest()
  expect(await counted()).toBe(before)
  const office = await signedInAs('office')
  expect((await office.get('/dong-gop/dang-bo-xa')).text).toContain('1.200,5 m²')
  expect((await office.post(`/dong-gop/dang-bo-xa/${id}/xac-minh`, {})).status).toBe(303)
  expect(await counted()).toBe('xa-thu 1200.5 m2')
  expect(await acts(id)).toEqual([`keep-contribution ${commune.people.hoa}`, `verify-contribution ${commune.people.office}`])
  const { text } = await office.get('/dong-gop/dang-bo-xa/theo-nam')
  expect([...text.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, said]) => said)).toEqual([today.slice(0, 4), '1.200,5'])
  const twice = await office.post(`/dong-gop/dang-bo-xa/${id}/xac-minh`, {})
  expect([twice.status, twice.text.includes('Khoản này đã có người xác minh')]).toEqual([422, true])
})

test('unlike measures are never added: each kind has its own sum', async () => {
  const hoa = await signedInAs('hoa')
  await hoa.post(path, gift({ contribution_kind: 'workdays', quantity: '30' }))
  const days = await newest()
  await hoa.post(path, gift({ contribution_kind: 'cement', quantity: '2,5' }))
  const office = await signedInAs('office')
  await office.post(`/dong-gop/dang-bo-xa/${days}/xac-minh`, {})
  expect([await counted('workdays'), await counted('cement')]).toEqual(['xa-thu 30 ngày công', ''])
  const { text } = await office.get('/dong-gop/dang-bo-xa')
  const sums = [...text.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>([^<]+)<\/td><td[^>]*>([^<]+)<\/td><td[^>]*>([^<]+)<\/td>/g)]
  expect(sums.map(([, ...cells]) => cells.join(' | '))).toEqual(
    expect.arrayContaining(['Ngày công | ngày công | 30 | 0', 'Xi măng | tấn | 0 | 2,5']),
  )
})

describe('what cannot be is refused at its field, with what was typed, and nothing is written', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a negative quantity', { quantity: '-5' }, 'Số lượng là số lớn hơn 0'],
    ['a quantity that can be read in two ways', { quantity: '1.5' }, 'Số lượng là số lớn hơn 0'],
    ['a quantity with another measure', { quantity: '5 sào' }, 'Số lượng là số lớn hơn 0'],
    ['an unknown kind', { contribution_kind: 'gold' }, 'Sổ không có loại đóng góp này'],
    ['no kind', { contribution_kind: '' }, 'Chọn loại đóng góp'],
    ['a place of another commune', { place: 'xa-khac' }, 'Nơi này ngoài địa bàn'],
    ['a place that nobody has', { place: 'xa-nao' }, 'Nơi này ngoài địa bàn'],
    ['a day before the commune', { given_on: '1/5/2019' }, 'xa-thu không có vào ngày ấy'],
    ['a day to come', { given_on: addDays(today, 1) }, 'Ngày này chưa đến'],
    ['nobody who gave', { giver: ' ' }, 'Ghi ai đóng góp'],
    ['no work', { work: '' }, 'Ghi công trình'],
  ])('%s', async (_, more, sentence) => {
    const before = await newest()
    const hoa = await signedInAs('hoa')
    const refused = await hoa.post(path, gift({ evidence: 'Biên bản số 7', ...more }))
    expect([refused.status, refused.text.includes(sentence), refused.text.includes('Biên bản số 7')]).toEqual([422, true, true])
    expect(await newest()).toBe(before)
  })
})

test('a gift that may be told twice is asked about, and written where it is another; a second press writes nothing more', async () => {
  const hoa = await signedInAs('hoa')
  const first = gift({ giver: 'Hộ ông Triệu Văn Sơn', quantity: '50' })
  expect((await hoa.post(path, first)).status).toBe(303)
  const id = await newest()
  expect((await hoa.post(path, first)).status).toBe(303)
  expect(await newest()).toBe(id)
  const again = gift({ giver: 'hộ Trieu Van Son', quantity: '50', given_on: addDays(today, -3) })
  const asked = await hoa.post(path, again)
  expect([asked.status, asked.text.includes('Sổ đã có «Hộ ông Triệu Văn Sơn», 50 m²')]).toEqual([422, true])
  expect((await hoa.post(path, { ...again, key: 'giving-test-press-x1', is_another: '1' })).status).toBe(303)
  expect((await (await signedInAs('office')).get('/dong-gop/dang-bo-xa')).text).toContain(`Có thể trùng với khoản số ${id}`)
})

test('nobody verifies what they wrote, and it may be taken back until it is verified', async () => {
  const office = await signedInAs('office')
  expect((await office.post('/dong-gop/dang-bo-xa/ghi', gift())).status).toBe(303)
  const id = await newest()
  const own = await office.post(`/dong-gop/dang-bo-xa/${id}/xac-minh`, {})
  expect([own.status, own.text.includes('Bạn đã ghi, nên người khác phải xác minh')]).toEqual([422, true])
  // A secretary writes, and verifies nothing; another commune's office has no part in it.
  const hoa = await signedInAs('hoa')
  expect((await hoa.post(`/dong-gop/chi-bo/${id}/xac-minh`, {})).status).toBe(422)
  const stranger = await signedInAs('stranger')
  for (const step of ['xac-minh', 'rut']) expect((await stranger.post(`/dong-gop/dang-bo-xa-xa/${id}/${step}`, {})).status).toBe(422)
  expect((await stranger.get('/dong-gop/dang-bo-xa')).status).toBe(403)
  expect((await (await signedInAs('lan')).get('/dong-gop/chi-bo')).status).toBe(403)
  expect((await office.post(`/dong-gop/dang-bo-xa/${id}/rut`, {})).status).toBe(303)
  expect((await (await signedInAs('second')).post(`/dong-gop/dang-bo-xa/${id}/xac-minh`, {})).status).toBe(422)
  expect(await acts(id)).toEqual([`keep-contribution ${commune.people.office}`, `withdraw-contribution ${commune.people.office}`])
})

test('past the pages the database holds the same: no word for oneself, no place outside, no name to strangers', async () => {
  const hoa = await signedInAs('hoa')
  await hoa.post(path, gift())
  const id = await newest()
  const app = await world.connect('neu_guong_app')
  const as = async (person_id: number, question: string, values: unknown[]) => {
    await app.query('begin')
    await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(person_id)])
    try {
      return (await app.query(question, values)).rowCount
    } finally {
      await app.query('rollback')
    }
  }
  const verify = 'insert into contribution_verification (contribution_id, verified_on, verified_by) values ($1, current_date, $2)'
  const { people, units } = commune
  for (const person of [people.hoa, people.lan]) await expect(as(person, verify, [id, person])).rejects.toMatchObject({ code: '42501' })
  expect(await as(people.office, verify, [id, people.office])).toBe(1)
  const add = `insert into contribution (contribution_kind, quantity, work, place_id, given_on, kept_at, kept_by)
               select 'land', 1, 'x', unit_id, current_date, $1, $2 from unit where key = $3`
  await expect(as(people.office, add, [units.commune, people.office, 'xa-khac'])).rejects.toMatchObject({
    constraint: 'contribution_is_in_place',
  })
  await expect(as(people.office, add, [units.far_commune, people.office, 'xa-khac'])).rejects.toMatchObject({ code: '42501' })
  const names = 'select from contribution_giver where contribution_id = $1'
  expect([await as(people.office, names, [id]), await as(people.lan, names, [id])]).toEqual([1, 0])
})

test('the list of thanks names who agreed, once it is verified', async () => {
  const hoa = await signedInAs('hoa')
  await hoa.post(path, gift({ giver: 'Hộ bà Đồng Ý', may_thank: '1' }))
  const agreed = await newest()
  await hoa.post(path, gift({ giver: 'Hộ bà Không Nêu' }))
  const silent = await newest()
  const office = await signedInAs('office')
  const thanks = async () => (await office.get('/dong-gop/dang-bo-xa/cam-on')).text
  expect(await thanks()).not.toContain('Đồng Ý')
  for (const id of [agreed, silent]) await office.post(`/dong-gop/dang-bo-xa/${id}/xac-minh`, {})
  expect([(await thanks()).includes('Hộ bà Đồng Ý'), (await thanks()).includes('Không Nêu')]).toEqual([true, false])
})

const from_file = '/dong-gop/dang-bo-xa/tu-excel'

async function sendFile(browser: Browser, rows: TestCell[][], more: Record<string, string> = {}) {
  const header = ['Loại', 'Số lượng', 'Đơn vị tính', 'Công trình', 'Ngày', 'Người đóng góp']
  const body = new FormData()
  for (const [name, value] of Object.entries({ key: `giving-list-press-${++pressed}`, ...more })) body.set(name, value)
  const bytes = Uint8Array.from(testWorkbook({ sheets: [{ name: 'Hiến đất', rows: [header, ...rows] }] }))
  body.set('file', new File([bytes], 'hien-dat.xlsx'))
  return browser.send(from_file, { method: 'POST', body })
}
const row = (giver: string, quantity: TestCell, measure = ''): TestCell[] => ['xi măng', quantity, measure, 'đường thôn', today, giver]

test('a list with faulty cells writes nothing, says each cell, and comes back marked', async () => {
  const office = await signedInAs('office')
  const before = await newest()
  const rows = [row('Hộ ông Một', 2), row('Hộ ông Hai', -2), row('Hộ ông Ba', 3, 'bao')]
  const refused = await sendFile(office, rows)
  expect(refused.status).toBe(422)
  for (const said of [
    'Còn 2 ô phải sửa',
    '<strong>B3</strong> Số lượng là số lớn hơn 0',
    '<strong>C4</strong> Loại này tính bằng tấn, không phải «bao»',
  ])
    expect(refused.text).toContain(said)
  expect([await newest(), await rows_of_lists()]).toEqual([before, 0])
  const marked = await sendFile(office, rows, { viec: 'danh-dau' })
  expect([marked.status, marked.headers.get('content-disposition')]).toEqual([
    200,
    "attachment; filename*=UTF-8''hien-dat-da-danh-dau.xlsx",
  ])
})
const rows_of_lists = async () => (await rows('select count(*)::int as n from contribution_list'))[0].n as number

test('a list is written down whole, verified by another but for what may be told twice, and what waits is taken back', async () => {
  const [office, second, stranger] = [await signedInAs('office'), await signedInAs('second'), await signedInAs('stranger')]
  const before = await counted('cement')
  await office.post('/dong-gop/dang-bo-xa/ghi', gift({ contribution_kind: 'cement', quantity: '7', giver: 'Hộ ông Bốn' }))
  const alike = await newest()
  const sent = await sendFile(office, [row('Hộ bà Một', 2), row('Hộ bà Hai', '1,5', 'tấn'), row('ông Bốn', 7)])
  expect(sent.status).toBe(303)
  const list = sent.location!.split('?')[0]!
  expect((await office.post(`${list}/xac-minh`, {})).text).toContain('Bạn đã gửi danh sách này, nên người khác phải xác minh')
  expect((await stranger.post(`${list}/xac-minh`, {})).status).toBe(403)
  const { text } = await second.get(list)
  for (const said of ['Xác minh 2 khoản', '1 khoản có thể đã ghi hai lần', `Có thể trùng với khoản số ${alike}`, '10,5 tấn'])
    expect(text).toContain(said)
  expect(await counted('cement')).toBe(before)
  expect((await second.post(`${list}/xac-minh`, {})).status).toBe(303)
  expect(await counted('cement')).toBe('xa-thu 3.5 tấn')
  expect((await second.post(`${list}/rut`, {})).status).toBe(303)
  expect((await second.post(`${list}/xac-minh`, {})).text).toContain('Không còn khoản nào để làm cả danh sách')
  const told = await rows(`select act, actor_id::int from ledger_entry where object = 'contribution-list' order by entry_id`)
  const { people } = commune
  expect(told.map(({ act, actor_id }) => [act, actor_id === people.office])).toEqual([
    ['send-contributions', true],
    ['verify-contributions', false],
    ['withdraw-contributions', false],
  ])
})
