import { beforeAll, expect, test } from 'vitest'
import { instrument } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { codesOf, type InventedPlans, inventPlans } from '../../../test/harness/plans.ts'
import { campaignRoutes } from './campaign-routes.tsx'
import { issueCampaign } from './verbs/issue-campaign.ts'
import { withdrawCampaign } from './verbs/withdraw-campaign.ts'

const world = withDatabase('empty')
let plans: InventedPlans
let [own, from_above] = [0, 0]

/** The year is called by the district, and by the province above it. */
beforeAll(async () => {
  plans = await inventPlans(world)
  const { today, year, due_on, closes_on, campaign_id } = plans.scene
  const call = { year, opens_on: today, due_on, closes_on, deeds_least: 2, deeds_most: 3, form_version: 1, theme: 'x' }
  const asked = { programme: 'chi-thi-05', unit: 'tinh-uy', call, instrument: instrument('1-CV/TU', today), today, accepts_doubts: true }
  const issued = await plans.as('administrator', tx => issueCampaign(tx, plans.actor('administrator'), asked))
  own = campaign_id
  from_above = issued.ok ? issued.value.campaign_id : 0
})

const withdraw = (who: 'superior' | 'administrator', campaign_id: number) =>
  plans.as(who, tx => withdrawCampaign(tx, plans.actor(who), { campaign_id, reason: 'phát động nhầm', today: plans.scene.today }))

test('a page offers to withdraw what who asks may withdraw: the campaign that their own level called, not the one from above', async () => {
  const { superior, administrator } = plans.scene.people
  const signedInAs = await openPages(world, { superior, administrator }, options => campaignRoutes(options))
  const offered = async (who: 'superior' | 'administrator') =>
    [...(await (await signedInAs(who)).get('/dot/huyen-uy')).text.matchAll(/href="\/dot\/huyen-uy\/(\d+)\/rut"/g)].map(([, id]) =>
      Number(id),
    )
  expect(await offered('superior')).toEqual([own])
  expect(await offered('administrator')).toEqual([own, from_above])
  const district = await signedInAs('superior')
  expect([(await district.get(`/dot/huyen-uy/${own}/rut`)).status, (await district.get(`/dot/huyen-uy/${from_above}/rut`)).status]).toEqual(
    [200, 403],
  )
})

test('it is withdrawn by its own level or from above, once, and the ledger says so', async () => {
  expect(codesOf(await withdraw('superior', from_above))).toEqual(['not-yours reason'])
  expect(codesOf(await withdraw('administrator', from_above))).toEqual([])
  expect(codesOf(await withdraw('administrator', from_above))).toEqual(['unknown-campaign reason'])
  const acts = await world.owner.query(
    `select act, actor_id, retention from ledger_entry where object = 'campaign' and object_id = $1 order by entry_id`,
    [String(from_above)],
  )
  const by = { actor_id: plans.scene.people.administrator, retention: 'organisation' }
  expect(acts.rows).toEqual([
    { act: 'issue-campaign', ...by },
    { act: 'withdraw-campaign', ...by },
  ])
})
