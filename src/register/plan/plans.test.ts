import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, instrument } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { codesOf, type InventedPlans, inventPlans, type PlanPerson, planForm } from '../../../test/harness/plans.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { look } from '../../platform/sign-in/index.ts'
import { issueCampaign } from '../programme/index.ts'
import { planRoutes } from './plan-routes.tsx'
import { findPlan } from './reads/find-plan.ts'
import { listPlanSteps } from './reads/list-plan-steps.ts'
import { listPlansUnder } from './reads/list-plans-under.ts'
import { markPlan } from './verbs/mark-plan.ts'
import { savePlanDraft } from './verbs/save-plan-draft.ts'
import { withdrawPlanAmendment } from './verbs/withdraw-plan.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let plans: InventedPlans
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  plans = await inventPlans(world)
  scene = plans.scene
  const { leader, administrator, lan } = scene.people
  signedInAs = await openPages(world, { leader, administrator, lan }, planRoutes)
})

const actor: InventedPlans['actor'] = who => plans.actor(who)
const as: InventedPlans['as'] = (who, work) => plans.as(who, work)
const key = () => plans.key()
const dutyOf: InventedPlans['dutyOf'] = who => plans.dutyOf(who)
const write: InventedPlans['write'] = (who, changes) => plans.write(who, changes)
const submit: InventedPlans['submit'] = (...of) => plans.submit(...of)
const approve: InventedPlans['approve'] = (...of) => plans.approve(...of)
const codes = codesOf
const form = (changes: Record<string, string>) => planForm(scene, changes)

const sums = async () =>
  (
    await world.owner.query(`select sum(tenures)::int as tenures, sum(planned)::int as planned from leadership_tally where year = $1`, [
      scene.year,
    ])
  ).rows[0]

/** The same from tenures and plans themselves. */
const recounted = async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select count(*)::int as tenures, count(*) filter (where exists (
              select from action_plan a where a.post_id = t.post_id and a.person_id = t.person_id and a.year = $1 and a.state = 'approved'
                                          and upper(a.valid) = 'infinity' and upper(a.recorded) = 'infinity'))::int as planned
       from tenure t join post p on p.post_id = t.post_id and p.leads
      where upper(t.recorded) = 'infinity' and t.valid && daterange(make_date($1, 1, 1), make_date($1 + 1, 1, 1))
        and exists (select from membership m where m.person_id = t.person_id and upper(m.recorded) = 'infinity')`,
    [scene.year],
  )
  return rows[0]
}

test('each holder of a leadership post owes a plan from the day on which the campaign of the year opened', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select v.full_name, q.title, u.key as led, d.due_from::text as due_from
       from plan_duty d join person_version v using (person_id) join post q using (post_id) join unit u on u.unit_id = d.led_unit_id
      where upper(d.recorded) = 'infinity' order by 1`,
  )
  expect(rows).toEqual([
    { full_name: 'Hoàng Minh Đạo', title: 'Bí thư huyện ủy', led: 'huyen-uy', due_from: scene.today },
    { full_name: 'Triệu Văn Hòa', title: 'Bí thư chi bộ', led: 'chi-bo', due_from: scene.today },
  ])
  expect(await sums()).toEqual(await recounted())
})

test('each thing that is wrong with a plan has its own refusal, at its own field', async () => {
  const refusals = async (changes: Record<string, string>) => codes(await submit('leader', await write('leader', changes)))
  expect(await refusals({ exemplary_content: '', tasks_of_the_post: 'x'.repeat(3001) })).toEqual([
    'no-section exemplary_content',
    'too-long tasks_of_the_post',
  ])
  expect(await refusals({ deed_1_what: '', deed_1_measure: '', deed_1_due_on: '' })).toEqual(['too-few-deeds deed_1_what'])
  expect(await refusals({ deed_1_measure: '', deed_1_due_on: '31/02/2027' })).toEqual([
    'no-measure deed_1_measure',
    'no-such-day deed_1_due_on',
  ])
  expect(await refusals({ presented_on: '' })).toEqual(['not-presented presented_on'])
  expect(await refusals({ presented_on: addDays(scene.today, 1) })).toEqual(['to-come presented_on'])
  expect(await refusals({ presented_on: '2019-12-31' })).toEqual(['presented-before-tenure presented_on'])
  expect(await refusals({ presented_on: '31/02/2026' })).toEqual(['no-such-day presented_on'])
  const own = await write('leader')
  expect(codes(await submit('hoa', own))).toEqual(['unknown-plan'])
  expect(codes(await submit('leader', { ...own, version: own.version - 1 }))).toEqual(['stale-version'])
  const never_read = { plan_duty_id: own.plan_duty_id, version: 2 ** 31, fields: form({ exemplary_content: 'khác' }), today: scene.today }
  expect(codes(await as('leader', tx => savePlanDraft(tx, actor('leader'), never_read)))).toContain('stale-version exemplary_content')
})

test('the leader hands in once however often he presses; the level above gives back and approves, never he himself nor an office that he leads', async () => {
  const draft = await write('leader')
  const pressed = key()
  const twins = await Promise.all([1, 2, 3].map(() => submit('leader', draft, pressed)))
  expect(twins.map(codes)).toEqual([[], [], []])
  expect(twins[1]).toEqual(twins[0])
  const { plan_duty_id } = draft
  expect(codes(await submit('leader', draft))).toEqual(['already-submitted'])
  expect(codes(await approve('leader', plan_duty_id, 1))).toEqual(['own-work'])
  expect(codes(await approve('superior', plan_duty_id, 1))).toEqual(['not-yours'])
  expect(codes(await approve('office', plan_duty_id, 1))).toEqual(['unknown-plan'])
  expect(codes(await approve('administrator', plan_duty_id, 2))).toEqual(['stale-plan'])
  const give = (comment: string) => plans.giveBack('administrator', plan_duty_id, 1, comment)
  expect(codes(await give(' '))).toEqual(['no-comment comment'])
  expect(codes(await give('Nêu rõ hai xã nào'))).toEqual([])
  expect(await sums()).toMatchObject({ planned: 0 })
  const mended = await write('leader', { tasks_of_the_post: 'Gỡ xong việc đất tồn ở Nà Lẹng và Bản Chang' })
  expect(codes(await submit('leader', mended))).toEqual([])
  expect(codes(await approve('administrator', plan_duty_id, 2))).toEqual([])
  expect(codes(await approve('administrator', plan_duty_id, 2))).toEqual(['wrong-state'])
  expect([await sums(), (await sums()).planned]).toEqual([await recounted(), 1])
  const acts = await world.owner.query(`select act from ledger_entry where object = 'plan' order by entry_id`)
  expect(acts.rows.map(({ act }) => act)).toEqual(['submit-plan', 'return-plan', 'submit-plan', 'approve-plan'])
})

test('an amendment is the next version and counts again once it is approved', async () => {
  const amended = await write('leader', {
    deed_2_what: 'Thăm mỗi thôn một lần',
    deed_2_measure: 'nhật ký',
    deed_2_due_on: addDays(scene.today, 200),
  })
  expect(codes(await submit('leader', amended))).toEqual([])
  expect((await sums()).planned).toBe(0)
  expect(codes(await approve('administrator', amended.plan_duty_id, 3))).toEqual([])
  expect([await sums(), (await sums()).planned]).toEqual([await recounted(), 1])
})

test('whoever leads the judge is not judged by them, also where the other post stands above what the judge may read', async () => {
  await plans.load(
    `with p as (insert into post (unit_id, title, is_head) values ($2, 'Bí thư tỉnh ủy', true) returning post_id)
              insert into tenure (post_id, person_id, valid, recorded) select post_id, $1, '[2020-01-01,infinity)', '[2020-01-01,infinity)' from p`,
    [scene.people.hoa, scene.units.province],
  )
  const hoas = await write('hoa')
  const { rows } = await world.owner.query(`select plan_duty_id as id from plan_duty where person_id = $1 and led_unit_id = $2`, [
    scene.people.hoa,
    scene.units.cell,
  ])
  expect(rows[0].id).toBe(hoas.plan_duty_id)
  expect(codes(await submit('hoa', hoas))).toEqual([])
  expect(codes(await approve('superior', hoas.plan_duty_id, 1))).toEqual(['own-leader'])
  expect([await sums()]).toEqual([await recounted()])
})

test('what a leader writes is seen by the level above once it is handed in, in its list; by a member never', async () => {
  const under = (who: PlanPerson) =>
    look(world.database, actor(who), db => listPlansUnder(db, { unit: 'huyen-uy', year: scene.year, day: scene.today, most: 9 }))
  expect((await under('superior')).map(({ full_name, state }) => [full_name, state])).toEqual([
    ['Triệu Văn Hòa', 'submitted'],
    ['Hoàng Minh Đạo', 'approved'],
  ])
  expect(await under('lan')).toEqual([])
  const [seen] = await look(world.database, actor('administrator'), async db =>
    findPlan(db, { plan_duty_id: await dutyOf('leader'), day: scene.today }),
  )
  expect([seen!.version, seen!.draft]).toEqual([3, null])
})

test('the way of a plan is told on its page, whoever reads it: what was handed in, given back with its comment, approved; a member reads nothing', async () => {
  const plan_duty_id = await dutyOf('leader')
  const way = (who: PlanPerson) => look(world.database, actor(who), db => listPlanSteps(db, { plan_duty_id }))
  const told = (await way('administrator')).map(({ version, state, is_own, comment }) => [version, state, is_own, comment])
  expect(told).toEqual([
    [1, 'submitted', true, null],
    [1, 'returned', false, 'Nêu rõ hai xã nào'],
    [2, 'submitted', true, null],
    [2, 'approved', false, null],
    [3, 'submitted', true, null],
    [3, 'approved', false, null],
  ])
  expect((await way('leader')).map(({ state }) => state)).toEqual(told.map(([, state]) => state))
  expect(await way('lan')).toEqual([])
  const page = await (await signedInAs('administrator')).get(`/ke-hoach-lanh-dao/huyen-uy/${plan_duty_id}`)
  expect([page.text.includes('Các bước đã qua (6)'), page.text.includes('<p lang="vi">Nêu rõ hai xã nào</p>')]).toEqual([true, true])
  const receipt = await (await signedInAs('leader')).get(`/ke-hoach/${plan_duty_id}/giay-nhan`)
  expect(receipt.text).toContain('Bản 3 · <strong>duyệt</strong> · Ma Thị Hương')
  const lan = await (await signedInAs('lan')).get(`/ke-hoach-lanh-dao/huyen-uy/${plan_duty_id}`)
  expect([lan.status, lan.text.includes('Nêu rõ hai xã nào')]).toEqual([403, false])
})

test('an approved plan is marked by the level above in both parts, and counts while it stands as it was marked', async () => {
  const { plan_duty_id, version } = { plan_duty_id: await dutyOf('leader'), version: 3 }
  const mark = (who: PlanPerson, exemplary: string, of_the_post: string, of = version) => {
    const marking = { plan_duty_id, version: of, exemplary, of_the_post, said: '', key: key(), today: scene.today }
    return as(who, tx => markPlan(tx, actor(who), marking))
  }
  const passed = async () =>
    (await world.owner.query('select coalesce(sum(passed), 0)::int as n from plan_mark_tally where year = $1', [scene.year])).rows[0].n
  expect(codes(await mark('leader', 'yes', 'yes'))).toEqual(['own-work'])
  expect(codes(await mark('superior', 'yes', 'yes'))).toEqual(['not-yours'])
  expect(codes(await mark('office', 'yes', 'yes'))).toEqual(['unknown-plan'])
  expect(codes(await mark('administrator', 'yes', 'yes', 2))).toEqual(['stale-plan'])
  expect(codes(await mark('administrator', '', 'maybe'))).toEqual(['no-mark exemplary', 'no-mark of_the_post'])
  expect(await passed()).toBe(0)
  expect(codes(await mark('administrator', 'yes', 'no'))).toEqual([])
  expect(await passed()).toBe(0)
  expect(codes(await mark('administrator', 'yes', 'yes'))).toEqual([])
  expect(codes(await mark('administrator', 'yes', 'yes'))).toEqual([])
  expect(await passed()).toBe(1)
  const amended = await write('leader', { tasks_of_the_post: 'Gỡ thêm một việc' })
  expect(codes(await submit('leader', amended))).toEqual([])
  expect(codes(await mark('administrator', 'yes', 'yes', 4))).toEqual(['not-approved'])
  expect(await passed()).toBe(0)
  expect(codes(await as('leader', tx => withdrawPlanAmendment(tx, actor('leader'), { plan_duty_id, today: scene.today })))).toEqual([])
  expect(await passed()).toBe(1)
  expect(codes(await submit('leader', amended))).toEqual([])
  expect(codes(await approve('administrator', plan_duty_id, 5))).toEqual([])
  expect(await passed()).toBe(0)
  const page = `/ke-hoach-lanh-dao/huyen-uy/${plan_duty_id}`
  const reviewer = await signedInAs('administrator')
  const sent = (fields: Record<string, string>) =>
    reviewer.get(page).then(({ hidden }) => reviewer.post(`${page}/danh-gia`, { ...hidden, ...fields }))
  const refused = await sent({ exemplary: 'no', said: 'Nói rõ hai xã nào' })
  expect([refused.status, refused.text.includes('Nói rõ hai xã nào'), refused.text.includes('Chọn đạt hay chưa đạt.')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await sent({ exemplary: 'no', of_the_post: 'yes', said: 'Nói rõ hai xã nào' })).status).toBe(303)
  expect((await reviewer.get('/ke-hoach-lanh-dao/huyen-uy')).text).toContain('Phần nêu gương: chưa đạt')
  expect((await (await signedInAs('leader')).get(`/ke-hoach/${plan_duty_id}/giay-nhan`)).text).toContain('Nói rõ hai xã nào')
})

test('a plan ends with its tenure: the successor starts afresh, and what the predecessor wrote stays as it was', async () => {
  const before = await dutyOf('leader')
  const year_after = `${scene.year}-06-30`
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(`update tenure set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [
    scene.people.leader,
  ])
  const post = await world.owner.query(`select post_id from tenure where person_id = $1 limit 1`, [scene.people.leader])
  const seat = [post.rows[0].post_id]
  await world.owner.query(`insert into tenure (post_id, person_id, valid) values ($1, $2, daterange('2020-01-01', $3::date))`, [
    ...seat,
    scene.people.leader,
    addDays(scene.today, 1),
  ])
  await world.owner.query(`insert into tenure (post_id, person_id, valid) values ($1, $2, daterange($3::date, 'infinity'))`, [
    ...seat,
    scene.people.lan,
    addDays(scene.today, 1),
  ])
  await world.owner.query('commit')
  expect(year_after > scene.today).toBe(true)
  const { rows } = await world.owner.query(
    `select count(*)::int as open from plan_duty where plan_duty_id = $1 and upper(recorded) = 'infinity'`,
    [before],
  )
  // He leaves before the year begins: he owes nothing in it, and his plan counts no more.
  expect(rows).toEqual([{ open: 0 }])
  const [fresh] = await look(world.database, actor('lan'), async db =>
    findPlan(db, { plan_duty_id: await dutyOf('lan'), day: addDays(scene.today, 2) }),
  )
  expect([fresh!.full_name, fresh!.state, fresh!.version]).toEqual(['Nông Thị Lan', null, null])
  expect(await sums()).toEqual(await recounted())
})

test('a campaign of a part within the whole asks nobody for a second plan', async () => {
  const call = {
    year: scene.year,
    opens_on: scene.today,
    due_on: scene.due_on,
    closes_on: scene.closes_on,
    deeds_least: 2,
    deeds_most: 3,
    form_version: 1,
    theme: 'x',
  }
  const before = await sums()
  const issued = await as('administrator', tx =>
    issueCampaign(tx, actor('administrator'), {
      programme: 'chi-thi-05',
      unit: 'tinh-uy',
      call,
      instrument: instrument('1-CV/TU', scene.today),
      today: scene.today,
      accepts_doubts: true,
    }),
  )
  expect(codes(issued)).toEqual([])
  expect(await sums()).toEqual(before)
})
