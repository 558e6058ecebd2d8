import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { codesOf, type InventedPlans, inventPlans } from '../../../test/harness/plans.ts'
import { look } from '../../platform/sign-in/index.ts'
import { planRoutes } from './plan-routes.tsx'
import { findPlan } from './reads/find-plan.ts'

const world = withDatabase('empty')
let plans: InventedPlans
let plan_duty_id = 0

beforeAll(async () => {
  plans = await inventPlans(world)
  await world.owner.query(
    `with s as (insert into rating_scheme (cap_share, cap_base, valid) values (0.2, 'of-good', '[2020-01-01,infinity)') returning rating_scheme_id)
     insert into rating_level (rating_scheme_id, least_points, name_vi, name_en)
     select s.rating_scheme_id, x.n, x.vi, x.en from s, (values (0, 'Khác', 'Other'), (70, 'Tốt', 'Good')) x (n, vi, en) order by x.n`,
  )
  const draft = await plans.write('leader')
  plan_duty_id = draft.plan_duty_id
  expect(codesOf(await plans.submit('leader', draft))).toEqual([])
  expect(codesOf(await plans.approve('administrator', plan_duty_id, 1))).toEqual([])
})

const read = async () =>
  (await look(world.database, plans.actor('leader'), db => findPlan(db, { plan_duty_id, day: plans.scene.today })))[0]!
const amend = async (task: string) => plans.submit('leader', await plans.write('leader', { tasks_of_the_post: task }))

/** A round of review in which the leader's rating is decided. */
async function rateLeader(kind: 'year' | 'quarter', period: string, decided_on: string) {
  const { scene } = plans
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `with r as (insert into review_round (kind, unit_id, rating_scheme_id, period, opens_on, due_on, opened_by)
                select $1, $2, rating_scheme_id, $3::daterange, $4, $4, $5 from rating_scheme returning review_round_id),
          p as (insert into review_subject (review_round_id, person_id, unit_id, group_id)
                select review_round_id, $6, $2, $2 from r returning review_subject_id)
     insert into review_step (review_subject_id, state, happened_on, rating_level_id, points, actor_id)
     select review_subject_id, 'decided', $4, (select min(rating_level_id) from rating_level), 60, $5 from p`,
    [kind, scene.units.district, period, decided_on, scene.people.administrator, scene.people.leader],
  )
  await world.owner.query('commit')
}

test('an approved plan is concluded when its author’s year is rated, not with a quarter of it: it says so, counts as before, and is amended no more', async () => {
  const { year, today } = plans.scene
  await rateLeader('quarter', `[${year}-01-01,${year}-04-01)`, today)
  expect(await read()).toMatchObject({ state: 'approved', concluded_on: null })
  expect(codesOf(await amend('Sửa khi quý đã xếp loại'))).toEqual([])
  expect(await read()).toMatchObject({ state: 'submitted', concluded_on: null })

  await rateLeader('year', `[${year}-01-01,${year + 1}-01-01)`, today)
  expect(await read()).toMatchObject({ state: 'submitted', concluded_on: today })
  expect(codesOf(await plans.approve('administrator', plan_duty_id, 2))).toEqual(['plan-concluded'])
  expect(codesOf(await plans.giveBack('administrator', plan_duty_id, 2, 'Năm đã xếp loại'))).toEqual([])
  expect(codesOf(await amend('Sửa sau khi xếp loại'))).toEqual(['plan-concluded'])
  await expect(
    world.owner.query(
      `insert into action_plan (post_id, person_id, year, version, state, valid)
       select post_id, person_id, year, 9, 'submitted', daterange(current_date + 400, 'infinity') from action_plan limit 1`,
    ),
  ).rejects.toMatchObject({ constraint: 'a_concluded_plan_stays' })

  const his = await (await openPages(world, { leader: plans.scene.people.leader }, planRoutes))('leader')
  expect((await his.post(`/ke-hoach/${plan_duty_id}/rut`, {})).status).toBe(303)
  const { text } = await his.get('/ke-hoach')
  expect(['kiểm điểm xong ngày', 'Sửa kế hoạch đã duyệt'].map(words => text.includes(words))).toEqual([true, false])
  const { rows } = await world.owner.query('select sum(planned)::int as n from leadership_tally')
  expect(rows).toEqual([{ n: 1 }])
})
