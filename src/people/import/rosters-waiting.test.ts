import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { confirm, inventOffices, type Offices, sendRoster } from '../../../test/harness/rosters.ts'
import { look } from '../../access/index.ts'
import { addGrant, addPerson } from '../../access/invented-commune.ts'
import { rosterRoutes } from '../roster-routes.tsx'
import { listRostersWaiting } from './rosters-waiting.ts'

const world = withDatabase('empty')
let offices: Offices
let far: number
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  offices = await inventOffices(world)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  far = await addPerson(world.owner, 'Chu Văn Hẹp')
  await addGrant(world.owner, far, 'unit-office', offices.units.far_commune)
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
