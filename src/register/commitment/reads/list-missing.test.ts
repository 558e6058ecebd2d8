import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { addDays } from '../../../basis/shared/dates.ts'
import { look } from '../../../platform/sign-in/index.ts'
import { listMissing } from './list-missing.ts'

const world = withDatabase('empty')
let scene: InventedCampaign

beforeAll(async () => {
  scene = await inventCampaign(world)
})

const missingOn = (day: string) =>
  look(world.database, { person_id: scene.people.office }, async db =>
    (await listMissing(db, { unit: 'chi-bo', campaign_id: scene.campaign_id, day })).map(({ full_name }) => full_name),
  )

test('whoever is exempt from tomorrow on is still named today, and no longer then', async () => {
  const everybody = await missingOn(scene.today)
  expect(everybody).toContain('Nông Thị Lan')
  const tomorrow = addDays(scene.today, 1)
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `insert into obligation_exception (obligation_id, state, reason, valid)
     select o.obligation_id, 'waived', 'đi học', daterange($2::date, 'infinity')
       from obligation o join unit u using (unit_id) where u.key = 'chi-bo' and o.campaign_id = $1`,
    [scene.campaign_id, tomorrow],
  )
  await world.owner.query('commit')
  expect(await missingOn(scene.today)).toEqual(everybody)
  expect(await missingOn(tomorrow)).toEqual([])
})
