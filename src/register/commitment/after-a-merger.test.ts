import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, instrument, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { homeRoutes } from '../../home/start/home-routes.tsx'
import { change } from '../../platform/database/index.ts'
import { mergeUnits } from '../organisation/index.ts'
import { planRoutes } from '../plan/plan-routes.tsx'
import { issueCampaign } from '../programme/index.ts'
import { reminderRoutes } from '../reminder/reminder-routes.tsx'
import { commitmentRoutes } from './routes.tsx'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { hoa, lan, superior, office, leader } = scene.people
  signedInAs = await openPages(world, { hoa, lan, superior, office, leader }, options => [
    homeRoutes(options),
    ...commitmentRoutes(options),
    planRoutes(options),
    reminderRoutes(options),
  ])
})

async function merge(predecessors: string[], key: string, effective_on: string): Promise<void> {
  const merger = {
    hierarchy: 'party',
    effective_on,
    instrument: instrument(`QĐ-${key}`, addDays(effective_on, -3)),
    successors: [{ key, code: null, name: `Chi bộ ${key}`, unit_kind: 'cell', parent: 'dang-bo-xa' }],
    edges: predecessors.map(predecessor => ({ predecessor, successor: key, population_share: null, area_share: null })),
  }
  const merged = await world.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, merger))
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems))
}

test('where a cell goes on alone under another name, its secretary’s menu and her members follow', async () => {
  await merge(['chi-bo'], 'doi-ba-moi', addDays(scene.today, -1))
  const hoa = await signedInAs('hoa')
  const home = (await hoa.get('/cam-ket')).text
  expect(home).toContain('href="/chi-bo/doi-ba-moi"')
  expect(home).not.toContain('href="/chi-bo/chi-bo"')
  const cell = (await hoa.get('/chi-bo/doi-ba-moi')).text
  for (const name of ['Nông Thị Lan', 'Nông Văn Quý']) expect(cell).toContain(name)
  expect(cell).toContain('còn 3 người')
})

test('a campaign that is called after the merger obliges the members of the cell that has ended, and counts them in the one that lives', async () => {
  const call = {
    ...{ year: scene.year + 1, opens_on: scene.today, due_on: addDays(scene.today, 40), closes_on: addDays(scene.today, 80) },
    ...{ deeds_least: 2, deeds_most: 3, form_version: 1, theme: 'Sau sáp nhập' },
  }
  const actor = { person_id: scene.people.superior, name: 'superior' }
  const issuing = { programme: 'chi-thi-05', unit: 'huyen-uy', call, instrument: instrument('9-CV/HU', scene.today), today: scene.today }
  const issued = await change(world.database, actor, tx => issueCampaign(tx, actor, { ...issuing, accepts_doubts: true }))
  expect(issued).toMatchObject({ ok: true, value: { due: 5 } })
  const text = (await (await signedInAs('superior')).get('/chi-bo/doi-ba-moi')).text
  expect(text).toContain('còn 3 người')
})

test('where two cells are joined, who headed one of them sees only their own line there, and how many are not shown: never «complete»', async () => {
  await merge(['doi-ba-moi', 'chi-bo-ben'], 'hop-nhat', scene.today)
  const { status, text } = await (await signedInAs('hoa')).get('/chi-bo/hop-nhat')
  expect([status, text.includes('Nông Thị Lan'), text.includes('đã đủ')]).toEqual([200, false, false])
  expect(text).toContain('còn 5 người')
  expect(text).toContain('4 người nữa thuộc diện phải đăng ký ở đây không hiện với tài khoản này, 4 người chưa nộp')
})
