import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { peopleRoutes } from './people-routes.tsx'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { office, lan } = scene.people
  signedInAs = await openPages(world, { office, lan }, peopleRoutes)
})

test('of two who correct a person at once the slower keeps what was typed, sees what the other wrote, and goes on from there', async () => {
  const path = `/nhan-su/chi-bo/${scene.people.lan}/sua`
  const [first, second] = [await signedInAs('office'), await signedInAs('office')]
  const [read_first, read_second] = [await first.get(path), await second.get(path)]
  const written = { full_name: 'Nông Thị Lân', birth_date: '3/2/1990', gender: 'female', ethnicity: 'Tày' }
  expect((await first.post(path, { ...read_first.hidden, ...written })).status).toBe(303)
  const typed = { full_name: 'Nông Thúy Lan', birth_date: '3/2/1990', gender: 'female', ethnicity: 'Nùng' }
  const held = await second.post(path, { ...read_second.hidden, ...typed })
  expect(held.status).toBe(422)
  for (const said of ['người khác vừa ghi «Nông Thị Lân»', 'người khác vừa ghi «Tày»', 'value="Nông Thúy Lan"', 'value="Nùng"'])
    expect(held.text).toContain(said)
  expect(held.text).not.toContain('người khác vừa ghi «03/02/1990»')
  expect((await second.post(path, { ...held.hidden, ...typed })).status).toBe(303)
  expect((await second.get(`/nhan-su/chi-bo/${scene.people.lan}`)).text).toContain('Nông Thúy Lan')
})

test('whoever has no charge of a unit is told whose it is, of a unit never «the person themselves», and keeps their menu', async () => {
  const refused = await (await signedInAs('lan')).get('/nhan-su/chi-bo')
  expect(refused.status).toBe(403)
  expect([refused.text.includes('<li>Văn phòng đơn vị</li>'), refused.text.includes('chính người đó')]).toEqual([true, false])
  expect(refused.text).toContain('<nav class="nav"')
})
