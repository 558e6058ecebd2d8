import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { addDays } from '../../../basis/shared/dates.ts'
import { exemplarRoutes } from '../nomination-routes.tsx'
import { listModelsInOperation } from './list-models.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: (name: string) => Promise<Browser>
const case_of = '/ho-so-dien-hinh/77'

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { people, units, today } = scene
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const since = `'[2020-01-01,infinity)'`
  await world.owner.query(`
    insert into unit (unit_id, key) values (9001, 'tinh'), (9002, 'xa-na');
    insert into unit_version (unit_id, name, unit_kind, valid, recorded) values (9001, 'Tỉnh', 'province', ${since}, ${since}), (9002, 'Nà Phặc', 'commune', ${since}, ${since});
    insert into placement (unit_id, hierarchy, parent_id, valid, recorded) values (9002, 'territory', 9001, ${since}, ${since});
    insert into exemplar (exemplar_id, kind, field, unit_id, keeper_id) values (70, 'collective', 'economy', 9002, ${units.cell});
    insert into exemplar_profile (exemplar_id, name) values (70, 'Tổ Nà Khoang');
    insert into nomination (nomination_id, exemplar_id, unit_id, nominated_by) values (77, 70, ${units.cell}, ${people.hoa});
    insert into nomination_text (nomination_id, achievement, account) values (77, 'Trồng hồi', 'Cùng trồng.');
    insert into nomination_step (nomination_id, state, taken_by) values (77, 'recognised', ${people.superior});
    insert into instrument (instrument_id, number, kind, issuer, title, signed_on) values (901, '1/QĐ', 'decision', 'UBND', 'x', '2026-01-01');
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on) values (70, 'province', 'title', 'Trồng hồi', 901, '${today}')`)
  await world.owner.query('reset neu_guong.loading')
  const { lan, hoa, office, superior, far } = people
  signedInAs = await openPages(world, { lan, hoa, office, superior, far }, exemplarRoutes)
})

let presses = 0
const key = () => `model-press-${String(++presses).padStart(8, '0')}`
const slashed = (day: string) => day.split('-').reverse().join('/')
const operating = async (day: string) =>
  (await listModelsInOperation(world.db, { unit: 'tinh', valid_as_of: day, recorded_as_of: '2099-01-01' })).map(({ name, adoptions }) => [
    name,
    adoptions,
  ])

/** Numbers of a year are refused at their fields; another unit's office verifies them, and the newest of a year counts. */
async function proveWhatItBrought(address: string): Promise<void> {
  const [superior, office, far] = [await signedInAs('superior'), await signedInAs('office'), await signedInAs('far')]
  const none = { year: '', income: '', households: '', jobs: '' }
  const brought = { ...none, said: 'Được mùa.', year: scene.today.slice(0, 4), income: '1.250', households: '12' }
  const report = (changed: Record<string, string>) => office.post(address, { key: key(), ...brought, ...changed })
  const sums = async () => (await superior.get('/ket-qua-mo-hinh/huyen-uy')).text
  expect((await report({ year: '' })).text).toContain('Ghi các số này là của năm nào')
  expect((await report({ year: '2001' })).text).toContain('trong thời gian đơn vị áp dụng mô hình')
  expect((await report({ income: '', households: '' })).text).toContain('Ghi ít nhất một số')
  for (const wrong of ['-3', '1.5', 'nhiều']) expect((await report({ income: wrong })).text).toContain('Thu nhập (triệu đồng): ghi một số')
  expect(await sums()).not.toContain('thu nhập')
  expect((await report({})).status).toBe(303)
  expect(await sums()).toContain('Chưa có số nào được xác minh')
  const verify = /\/mo-hinh-ap-dung\/\d+\/\d+\/xac-minh/.exec(await sums())![0]
  expect((await office.get(address)).text).toContain('Chờ văn phòng đơn vị khác xác minh')
  for (const own of [office, far]) expect((await own.post(verify, {})).status).not.toBe(303)
  expect((await superior.post(verify, {})).status).toBe(303)
  expect((await superior.post(verify, {})).text).toContain('đã có người xác minh')
  const summed = () => sums().then(text => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '))
  expect(await summed()).toContain('thu nhập 1.250 triệu đồng; 12 hộ được giúp')
  expect((await report({ income: '1.400', jobs: '3' })).status).toBe(303)
  expect(await summed()).toContain('Chờ bạn xác minh')
  await superior.post(/\/mo-hinh-ap-dung\/\d+\/\d+\/xac-minh/.exec(await sums())![0], {})
  expect(await summed()).toContain('1 thu nhập 1.400 triệu đồng; 12 hộ được giúp; 3 việc làm')
}

/** What the same unit brings by taking the model up once more is added up, and the unit stays one. */
async function proveOneUnit(address: string): Promise<void> {
  const [superior, office] = [await signedInAs('superior'), await signedInAs('office')]
  const brought = { year: scene.today.slice(0, 4), income: '', households: '', jobs: '2' }
  expect((await office.post(address, { key: key(), said: 'Trồng lại.', ...brought })).status).toBe(303)
  const sums = async () => (await superior.get('/ket-qua-mo-hinh/huyen-uy')).text
  await superior.post(/\/mo-hinh-ap-dung\/\d+\/\d+\/xac-minh/.exec(await sums())![0], {})
  const text = (await sums()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(text).toContain(`${brought.year} 1 thu nhập 1.400 triệu đồng; 12 hộ được giúp; 5 việc làm`)
}

test('the office above makes a model of what was recognised; a unit takes it up, reports, and ends it; each day has its own count', async () => {
  const { today } = scene
  const [superior, office, hoa, lan] = [
    await signedInAs('superior'),
    await signedInAs('office'),
    await signedInAs('hoa'),
    await signedInAs('lan'),
  ]
  expect((await superior.get(case_of)).text).toContain('Nhân rộng thành mô hình')
  const model = { name: 'Hồi xen rừng', what: 'Trồng hồi dưới tán.', started_on: slashed(addDays(today, -20)) }
  expect((await hoa.post(`${case_of}/mo-hinh`, { key: key(), ...model })).text).toContain('Không ai tự làm bước này')
  const bare = await superior.post(`${case_of}/mo-hinh`, { key: key(), name: '', what: 'Giữ lại', started_on: '1/1/2099' })
  for (const said of ['Ghi tên', 'ngày này chưa đến', 'Giữ lại']) expect(bare.text).toContain(said)
  expect((await superior.post(`${case_of}/mo-hinh`, { key: key(), ...model })).status).toBe(303)

  const list = await office.get('/ap-dung/dang-bo-xa')
  const adopt = /\/ap-dung\/dang-bo-xa\/\d+/.exec(list.text)![0]
  const asked = { place: 'xa-na', started_on: slashed(addDays(today, -10)) }
  const refused = async (changed: Record<string, string>) => (await office.post(adopt, { key: key(), ...asked, ...changed })).text
  expect(await refused({ place: 'khong-co' })).toContain('Chọn địa bàn.')
  expect(await refused({ started_on: slashed(addDays(today, -30)) })).toContain('không thể trước ngày bắt đầu')
  expect(await refused({ started_on: '1/1/2099' })).toContain('ngày này chưa đến')
  expect((await lan.post(adopt, { key: key(), ...asked })).status).toBe(403)
  const adopted = await office.post(adopt, { key: key(), ...asked })
  expect(adopted.status).toBe(303)
  expect(await refused({})).toContain('Đơn vị đang áp dụng mô hình này.')
  const address = adopted.location!.split('?')[0]!
  expect((await office.post(address, { key: key(), said: 'Có 12 hộ cùng trồng.' })).status).toBe(303)
  expect((await superior.get(address)).text).toContain('Có 12 hộ cùng trồng.')
  expect((await (await signedInAs('far')).get(address)).status).toBe(403)
  await proveWhatItBrought(address)

  expect(await operating(addDays(today, -21))).toEqual([])
  expect(await operating(addDays(today, -15))).toEqual([['Hồi xen rừng', 0]])
  expect(await operating(today)).toEqual([['Hồi xen rừng', 1]])
  expect((await office.post(`${address}/thoi`, { key: key(), ended_on: slashed(addDays(today, -12)) })).text).toContain(
    'không thể trước ngày bắt đầu',
  )
  expect((await office.post(`${address}/thoi`, { key: key(), ended_on: slashed(addDays(today, -3)) })).status).toBe(303)
  expect((await office.post(`${address}/thoi`, { key: key(), ended_on: slashed(today) })).text).toContain('Đã thôi từ trước.')
  expect([await operating(addDays(today, -5)), await operating(today)]).toEqual([[['Hồi xen rừng', 1]], [['Hồi xen rừng', 0]]])
  const again = await office.post(adopt, { key: key(), ...asked, started_on: slashed(today) })
  await proveOneUnit(again.location!.split('?')[0]!)
  const end = /\/ho-so-dien-hinh\/77\/mo-hinh\/\d+\/thoi/.exec((await superior.get(case_of)).text)![0]
  expect((await superior.post(end, { key: key(), ended_on: slashed(addDays(today, -1)) })).status).toBe(303)
  expect([await operating(addDays(today, -1)), await operating(today)]).toEqual([[['Hồi xen rừng', 0]], []])
})

test('of a model that was taken up before results are kept, a year before them is refused at its field', async () => {
  await world.owner.query(`
    insert into model (model_id, exemplar_id, name, what, started_on) values (800, 70, 'Làm từ trước', 'x', '1995-01-01');
    insert into adoption (adoption_id, model_id, unit_id, place_id, started_on) values (801, 800, ${scene.units.commune}, 9002, '1998-01-01')`)
  const results = { key: key(), said: 'Được mùa.', year: '1999', income: '', households: '3', jobs: '' }
  const refused = await (await signedInAs('office')).post('/mo-hinh-ap-dung/801', results)
  expect([refused.status, refused.text.includes('Ghi năm từ 2000 đến')]).toEqual([422, true])
})

test('by the database alone nobody adopts for another unit, and no member declares a model', async () => {
  const app = await world.connect('neu_guong_app')
  const as = async (person: number, statement: string) => {
    await app.query('begin')
    await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(person)])
    try {
      await app.query(statement)
    } finally {
      await app.query('rollback')
    }
  }
  const { people, units } = scene
  const declaring = `insert into model (exemplar_id, name, what, started_on) values (70, 'x', 'x', '2026-01-01')`
  const adopting = `insert into adoption (model_id, unit_id, place_id, started_on) select model_id, ${units.commune}, 9002, '2026-12-01' from model limit 1`
  for (const person of [people.lan, people.hoa, people.far]) {
    await expect(as(person, declaring)).rejects.toThrow('row-level security')
    await expect(as(person, adopting)).rejects.toThrow('row-level security')
  }
  await as(people.superior, declaring)
  await as(people.office, adopting)
})
