import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { confirm, inventOffices, type Offices, sendRoster } from '../../../../test/harness/rosters.ts'
import { wholeActs } from '../../../platform/role/policies.ts'
import { look } from '../../../platform/sign-in/index.ts'
import { addAccount, addGrant, addPerson } from '../../../platform/sign-in/invented-commune.ts'
import { hashPassword } from '../../../platform/sign-in/means/password.ts'
import { rosterRoutes } from '../roster-routes.tsx'
import { listConfirmers } from './list-confirmers.ts'
import { listRostersWaiting } from './rosters-waiting.ts'

const world = withDatabase('empty')
let offices: Offices
let far: number
/** Each was lent a part of the superior office: one the confirming, one something else. */
let [lent, half] = [0, 0]
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  offices = await inventOffices(world)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  far = await addPerson(world.owner, 'Chu Văn Hẹp')
  await addGrant(world.owner, far, 'unit-office', offices.units.far_commune)
  lent = await addPerson(world.owner, 'Hứa Thị Mượn')
  half = await addPerson(world.owner, 'Tô Văn Nửa')
  for (const [receiver, acts] of [
    [lent, ['roster.confirm']],
    [half, ['commitment.endorse']],
  ] as const)
    await world.owner.query(
      `insert into delegation (giver_id, receiver_id, role, unit_id, acts, valid) values ($1, $2, 'superior-office', $3, $4, daterange($5, $5::date + 9))`,
      [offices.people.superior, receiver, offices.units.district, wholeActs(acts), offices.today],
    )
  await world.owner.query('commit')
  const { clerk, second, people } = offices
  signedInAs = await openPages(world, { clerk, second, superior: people.superior }, options => rosterRoutes(options))
})

const waitingFor = async (person_id: number) =>
  (await look(world.database, { person_id }, db => listRostersWaiting(db, { person_id, today: offices.today }))).map(({ unit }) => unit)

test('a roster waits for everybody who may confirm it, in the list of their own unit too, until one of them has; never for who sent it', async () => {
  const roster = await sendRoster(offices, [[1, 'Lò Thị Mới', '01/02/2000', null, null, 'chi-bo', 'Chính thức', null]])
  const { people, second, clerk } = offices
  const everybody = { second, superior: people.superior, clerk, far, lan: people.lan, administrator: people.administrator }
  const found = await Promise.all(Object.entries(everybody).map(async ([name, id]) => [name, await waitingFor(id)] as const))
  expect(Object.fromEntries(found)).toEqual({
    ...{ second: ['dang-bo-xa'], superior: ['dang-bo-xa'] },
    ...{ clerk: [], far: [], lan: [], administrator: [] },
  })
  const link = `/${roster.roster_import_id}"><strong>ds.xlsx</strong>`
  const [above, own] = [
    (await (await signedInAs('superior')).get('/danh-sach/huyen-uy')).text,
    (await (await signedInAs('clerk')).get('/danh-sach/dang-bo-xa')).text,
  ]
  expect([above.includes('Chờ bạn xác nhận'), above.includes(link)]).toEqual([true, true])
  expect(own).not.toContain('Chờ bạn xác nhận')
  expect(await confirm(offices, roster, '5')).toMatchObject({ ok: true })
  expect([await waitingFor(second), await waitingFor(people.superior)]).toEqual([[], []])
})

test('whoever sent a roster is told by name, role and unit who may confirm it: exactly those for whom it waits; nobody else is told', async () => {
  const roster = await sendRoster(offices, [[1, 'Lò Thị Hai', '01/02/2001', null, null, 'chi-bo', 'Chính thức', null]])
  const { clerk, second, people } = offices
  const toldTo = (person_id: number) =>
    look(world.database, { person_id }, db => listConfirmers(db, { roster_import_id: roster.roster_import_id, day: offices.today }))
  const waits = async (person_id: number) => (await waitingFor(person_id)).length > 0
  expect(await toldTo(clerk)).toEqual([
    { full_name: 'Lục Thị Thêm', role: 'unit-office', unit_name: 'dang-bo-xa' },
    { full_name: 'Đặng Phúc Sinh', role: 'superior-office', unit_name: 'huyen-uy' },
  ])
  // An account is what one confirms with: a role alone is nobody to ask.
  const phc = await hashPassword('năm nay tôi hiến đất làm đường')
  for (const [name, id] of Object.entries({ far, lent, half })) await addAccount(world.owner, id, name, phc, true)
  const cast = { second, far, lent, half, superior: people.superior, administrator: people.administrator, lan: people.lan }
  const found = await Promise.all(Object.entries(cast).map(async ([name, id]) => [name, await waits(id)] as const))
  expect(found.filter(([, does]) => does).map(([name]) => name)).toEqual(['second', 'lent', 'superior'])
  expect((await toldTo(clerk)).map(row => row.full_name)).toEqual(['Lục Thị Thêm', 'Đặng Phúc Sinh', 'Hứa Thị Mượn'])
  for (const id of Object.values(cast)) expect(await toldTo(id)).toEqual([])
  const page = await (await signedInAs('clerk')).get(`/danh-sach/dang-bo-xa/lan/${roster.roster_import_id}`)
  expect(page.text).toContain('Lục Thị Thêm · Văn phòng đơn vị, dang-bo-xa')
  expect((await (await signedInAs('second')).get(`/danh-sach/dang-bo-xa/lan/${roster.roster_import_id}`)).text).not.toContain(
    'Ai xác nhận được',
  )
})
