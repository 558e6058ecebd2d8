import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays, dayOf } from '../../basis/shared/dates.ts'
import { addGrant, addMember, addPerson, addUnit, type InventedCommune, inventCommune } from '../../platform/sign-in/invented-commune.ts'
import { mergerRoutes } from './routes.tsx'

const world = withDatabase('empty')
const today = dayOf(new Date())
const tomorrow = addDays(today, 1)
let commune: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>

/** Beside the commune another one of the same district, and an empty cell. */
beforeAll(async () => {
  commune = await inventCommune(world.owner)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  await addUnit(world.owner, 'dang-bo-khac', 'base-organisation', commune.units.district)
  await addUnit(world.owner, 'chi-bo-trong', 'cell', commune.units.commune)
  const second = await addPerson(world.owner, 'Vi Thị Hai')
  await addMember(world.owner, second, commune.units.far_cell)
  await addGrant(world.owner, second, 'superior-office', commune.units.district)
  await world.owner.query('commit')
  const { superior, office } = commune.people
  signedInAs = await openPages(world, { superior, second, office }, options => mergerRoutes({ ...options, database: world.database }))
})

let n = 0
const decision = () => ({ number: `${++n}-QĐ/HU`, issuer: 'Huyện ủy', title: 'Sắp xếp tổ chức', signed_on: today, effective_on: tomorrow })
const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
/** The units that an office at a unit reaches on a day. */
const reach = async (unit: string, day: string) =>
  (
    await rows(
      `select k.key from unit u cross join lateral reach_of(u.unit_id, $2::date, recorded_now()) r join unit k on k.unit_id = r.unit_id where u.key = $1 order by 1`,
      [unit, day],
    )
  ).map(({ key }) => key)

async function confirmAt(path: string): Promise<number> {
  const second = await signedInAs('second')
  const page = (await second.get(path)).text
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
  return (await second.post(`${path}/xac-nhan`, { seen })).status
}
const pathOf = (location: string | null) => new URL(location!, 'http://x').pathname

test('a cell is found another unit above by name, laid, confirmed by a second person, and its people go with it from the day on', async () => {
  const superior = await signedInAs('superior')
  const form = await superior.get('/to-chuc/chi-bo-ben/chuyen?tim=khac')
  expect(form.text).toContain('<option value="dang-bo-khac"')
  expect(form.text).not.toContain('<option value="chi-bo')
  const laid = await superior.post('/to-chuc/chi-bo-ben/chuyen?tim=khac', { parent: 'dang-bo-khac', ...decision() })
  expect(laid.status).toBe(303)
  const page = await superior.get(laid.location!)
  for (const said of ['Chuyển cấp trên: Sắp xếp tổ chức', 'sổ chưa thay đổi']) expect(page.text).toContain(said)
  expect(await reach('dang-bo-khac', tomorrow)).toEqual(['dang-bo-khac'])
  expect(await confirmAt(pathOf(laid.location))).toBe(303)
  expect(await reach('dang-bo-khac', tomorrow)).toEqual(['chi-bo-ben', 'dang-bo-khac'])
  expect(await reach('dang-bo-xa', tomorrow)).not.toContain('chi-bo-ben')
  expect(await reach('dang-bo-xa', today)).toContain('chi-bo-ben')
})

test('a unit is moved only by the office above both, and under one of a higher level', async () => {
  const [superior, office] = [await signedInAs('superior'), await signedInAs('office')]
  const far = await superior.post('/to-chuc/chi-bo/chuyen?tim=xa', { parent: 'dang-bo-xa-xa', ...decision() })
  expect([far.status, far.text.includes('Ngoài phạm vi')]).toEqual([422, true])
  const level = await superior.post('/to-chuc/chi-bo/chuyen?tim=chi', { parent: 'chi-bo-trong', ...decision() })
  expect([level.status, level.text.includes('không phải là cấp trên')]).toEqual([422, true])
  const bare = await superior.post('/to-chuc/chi-bo/chuyen?tim=khac', { parent: '', ...decision(), effective_on: '31/2/2026' })
  for (const said of ['Chọn đơn vị cấp trên mới.', 'nhập một ngày có thật']) expect(bare.text).toContain(said)
  expect((await office.get('/to-chuc/chi-bo/chuyen')).status).toBe(403)
  expect((await office.post('/to-chuc/chi-bo-trong/ket-thuc', decision())).status).toBe(403)
})

test('a unit with members or with units under it is not closed: who must go first is said', async () => {
  const superior = await signedInAs('superior')
  const with_members = await superior.post('/to-chuc/chi-bo/ket-thuc', decision())
  expect([with_members.status, with_members.text.includes('chi-bo còn 3 người sinh hoạt')]).toEqual([422, true])
  const with_children = await superior.post('/to-chuc/dang-bo-xa/ket-thuc', decision())
  expect(with_children.status).toBe(422)
  expect(/Còn \d đơn vị trực thuộc: chi-bo/.test(with_children.text)).toBe(true)
  expect(await rows('select from merger_proposal where plan @> $1', [{ abolished: ['chi-bo'] }])).toEqual([])
})

test('an empty cell is closed by a second person, but not once somebody has joined it meanwhile', async () => {
  const superior = await signedInAs('superior')
  const laid = await superior.post('/to-chuc/chi-bo-trong/ket-thuc', decision())
  const path = pathOf(laid.location)
  const second = await signedInAs('second')
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec((await second.get(path)).text)![1]!
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const joined = await addPerson(world.owner, 'Lý Văn Đến')
  const [{ unit_id }] = await rows(`select unit_id from unit where key = 'chi-bo-trong'`)
  await addMember(world.owner, joined, unit_id, `[${today},infinity)`)
  await world.owner.query('commit')
  const page = (await second.get(path)).text
  expect(page).toContain('chi-bo-trong còn 1 người sinh hoạt')
  expect(page).not.toContain('Xác nhận kết thúc đơn vị')
  const pressed = await second.post(`${path}/xac-nhan`, { seen })
  expect([pressed.status, pressed.text.includes('Sổ đã thay đổi')]).toEqual([422, true])
  await world.owner.query(
    `begin; set local neu_guong.loading = 'yes'; update membership set recorded = closed(recorded) where person_id = ${joined}; commit`,
  )
  expect(await confirmAt(path)).toBe(303)
  expect(
    await rows(`select upper(valid)::text as until from unit_version where unit_id = $1 and upper(recorded) = 'infinity'`, [unit_id]),
  ).toEqual([{ until: tomorrow }])
})
