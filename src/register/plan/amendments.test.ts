import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { codesOf, type InventedPlans, inventPlans, type PlanPerson } from '../../../test/harness/plans.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { refused } from '../../basis/shared/outcome.ts'
import { look } from '../../platform/sign-in/index.ts'
import { planRoutes } from './plan-routes.tsx'
import { findPlan, readPlan } from './reads/find-plan.ts'
import { listPlanSteps } from './reads/list-plan-steps.ts'
import { withdrawPlanAmendment } from './verbs/withdraw-plan.ts'

const world = withDatabase('empty')
let plans: InventedPlans
let plan_duty_id = 0
let approved_on = ''

/** The leader's plan is approved twenty days after it was handed in; amendments come later. */
beforeAll(async () => {
  plans = await inventPlans(world)
  approved_on = addDays(plans.scene.today, 20)
  const draft = await plans.write('leader')
  plan_duty_id = draft.plan_duty_id
  expect(codesOf(await plans.submit('leader', draft))).toEqual([])
  expect(codesOf(await plans.approve('administrator', plan_duty_id, 1, approved_on))).toEqual([])
})

const later = (n: number) => addDays(approved_on, n)
const amend = async (task: string, today: string) =>
  plans.submit('leader', await plans.write('leader', { tasks_of_the_post: task, deed_1_what: task }), undefined, today)
const withdraw = (who: PlanPerson, today: string) =>
  plans.as(who, tx => withdrawPlanAmendment(tx, plans.actor(who), { plan_duty_id, today }))

const standing = () =>
  look(world.database, plans.actor('leader'), async db => {
    const [task] = await findPlan(db, { plan_duty_id, day: later(60) })
    const { version, state, stands_since, number, amends } = task!
    return { version, state, stands_since, number: number?.slice(-2), amends, text: await readPlan(db, task!) }
  })

/** How many approved plans each of some days counts. */
const planned = async (...days: string[]): Promise<number[]> => {
  const counted = `
    select (select coalesce(sum(planned), 0)::int from leadership_tally where valid_on <= d.day::date) as n from unnest($1::text[]) with ordinality d (day, place)
     order by place`
  return (await world.owner.query(counted, [days])).rows.map(({ n }) => n)
}

test('a leader takes an amendment back, waiting or returned or mended: the approved plan stands as it stood, since when it stood, and counts on every day', async () => {
  const before = await standing()
  expect(before).toMatchObject({ version: 1, state: 'approved', stands_since: approved_on, number: '-1', amends: false })
  expect(codesOf(await withdraw('leader', later(1)))).toEqual(['wrong-state'])
  for (const [i, way] of (['waiting', 'returned', 'mended'] as const).entries()) {
    const [first, then, last] = [later(10 * i + 2), later(10 * i + 4), later(10 * i + 6)] as [string, string, string]
    const handed_in = await amend(`${way} một`, first)
    const version = handed_in.ok ? handed_in.value.version : 0
    if (way !== 'waiting') expect(codesOf(await plans.giveBack('administrator', plan_duty_id, version, 'Nêu rõ', then))).toEqual([])
    if (way === 'mended') expect(codesOf(await amend('mended hai', then))).toEqual([])
    expect([way, ...(await planned(later(1), last))]).toEqual([way, 1, 0])
    expect([way, await withdraw('leader', last)]).toEqual([way, { ok: true, value: { version: 1 } }])
    expect([way, await standing()]).toEqual([way, before])
    expect([way, ...(await planned(later(1), first, then, last, later(60)))]).toEqual([way, 1, 1, 1, 1, 1])
  }
  const acts = await world.owner.query(
    `select actor_id, from_version, to_version from ledger_entry where act = 'withdraw-plan' order by entry_id`,
  )
  const leader = plans.scene.people.leader
  expect(acts.rows).toEqual([2, 3, 5].map(from_version => ({ actor_id: leader, from_version, to_version: 1 })))
})

test('it is still known what stood until it was taken back; an amendment handed in on the day of the approval leaves no day out', async () => {
  const states = async (at: string) =>
    (
      await world.owner.query(
        `select version, state, valid::text from action_plan where person_id = $1 and recorded @> $2::timestamptz order by valid, version`,
        [plans.scene.people.leader, at],
      )
    ).rows.map(row => Object.values(row).join(' '))
  const now = async () => (await world.owner.query('select clock_timestamp()::text as at')).rows[0].at
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await amend('sáu', later(40))
  const amended_at = await now()
  await withdraw('leader', later(41))
  expect(await states(amended_at)).toEqual([
    `1 submitted [${plans.scene.today},${approved_on})`,
    `1 approved [${approved_on},${later(40)})`,
    `6 submitted [${later(40)},infinity)`,
  ])
  expect(await states(await now())).toEqual([`1 submitted [${plans.scene.today},${approved_on})`, `1 approved [${approved_on},infinity)`])

  const seventh = await amend('bảy', later(42))
  expect(codesOf(await plans.approve('administrator', plan_duty_id, seventh.ok ? seventh.value.version : 0, later(42)))).toEqual([])
  await amend('tám', later(42))
  expect(await withdraw('leader', later(42))).toEqual({ ok: true, value: { version: 7 } })
  expect(await standing()).toMatchObject({ version: 7, state: 'approved', stands_since: later(42), number: '-7' })
  expect(await planned(later(41), later(42), later(43))).toEqual([1, 1, 1])
})

test('nobody else takes it back, nor he once it is approved; a first plan waits for the level above', async () => {
  const hoas = await plans.write('hoa')
  expect(codesOf(await plans.submit('hoa', hoas))).toEqual([])
  const own = await plans.as('hoa', tx => withdrawPlanAmendment(tx, plans.actor('hoa'), { ...hoas, today: later(43) }))
  expect(codesOf(own)).toEqual(['wrong-state'])
  const ninth = await amend('chín', later(43))
  for (const [who, code] of [
    ['administrator', 'not-yours'],
    ['superior', 'not-yours'],
    ['lan', 'unknown-plan'],
  ] as const)
    expect([who, codesOf(await withdraw(who, later(44)))]).toEqual([who, [code]])
  await plans.approve('administrator', plan_duty_id, ninth.ok ? ninth.value.version : 0, later(44))
  expect(codesOf(await withdraw('leader', later(45)))).toEqual(['wrong-state'])
})

test('whoever approved it may have come under the leader since: what stood approved stands again all the same', async () => {
  await amend('mười', later(46))
  await plans.load(
    `insert into role_grant (person_id, role, unit_id, valid, recorded) values ($1, 'superior-office', $2, '[2020-01-01,infinity)', '[2020-01-01,infinity)')`,
    [plans.scene.people.administrator, plans.scene.units.district],
  )
  expect(await withdraw('leader', later(47))).toEqual({ ok: true, value: { version: 9 } })
})

test('past the verb, nobody brings back another plan than the one that stood, nor leaves a day without one', async () => {
  const tried = (who: PlanPerson, statement: string) =>
    plans.as(who, async tx => {
      const { rows } = await sql.raw(statement).execute(tx)
      await sql`set constraints all immediate`.execute(tx)
      return refused({ code: 'only-tried', limit: rows.length })
    })
  await amend('mười một', later(50))
  const closing = `update action_plan set recorded = closed(recorded) where upper(recorded) = 'infinity' and upper(valid) = 'infinity' returning 1`
  await expect(tried('leader', closing)).rejects.toMatchObject({ constraint: 'a_plan_has_no_gap' })
  const bring = (columns: string, where: string) => `
    with gone as (${closing})
    insert into action_plan (post_id, person_id, year, version, exemplary_content, tasks_of_the_post, presented_on, state, actor_id, comment, valid)
    select post_id, person_id, year, ${columns}, comment, valid
      from action_plan a where exists (select from gone) and state = 'approved' and ${where} order by action_plan_id desc limit 1 returning 1`
  const whole = 'version, exemplary_content, tasks_of_the_post, presented_on, state, actor_id'
  const offences = {
    'an older one': bring(whole, 'version = 7'),
    'another text': bring(`version, 'khác', tasks_of_the_post, presented_on, state, actor_id`, 'version = 9'),
    'another judge': bring(
      `version, exemplary_content, tasks_of_the_post, presented_on, state, ${plans.scene.people.superior}`,
      'version = 9',
    ),
    'the next number': bring('12, exemplary_content, tasks_of_the_post, presented_on, state, actor_id', 'version = 9'),
    'half its days': bring(whole, `version = 9 and upper(valid) < 'infinity'`),
  }
  for (const [what, statement] of Object.entries(offences))
    await expect(tried('leader', statement), what).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23514|23P01)$/) })
  for (const who of ['lan', 'office', 'hoa'] as const) {
    const outcome = await tried(who, `${closing.replace('returning', `and person_id = ${plans.scene.people.leader} returning`)}`)
    expect([who, outcome.ok ? Number.NaN : outcome.problems[0]!.limit]).toEqual([who, 0])
  }
  expect(await withdraw('leader', later(51))).toEqual({ ok: true, value: { version: 9 } })
})

test('his page offers to take it back, says what it has come to, and its way says since when it is taken back', async () => {
  await amend('mười hai', later(52))
  const signedInAs = await openPages(world, { leader: plans.scene.people.leader, lan: plans.scene.people.lan }, options =>
    planRoutes(options),
  )
  const his = await signedInAs('leader')
  const offers = (text: string) => ['Rút bản sửa, giữ kế hoạch đã duyệt', 'Sửa kế hoạch đã duyệt'].filter(button => text.includes(button))
  expect(offers((await his.get('/ke-hoach')).text)).toEqual(['Rút bản sửa, giữ kế hoạch đã duyệt'])
  expect((await (await signedInAs('lan')).post(`/ke-hoach/${plan_duty_id}/rut`, {})).status).toBe(403)
  const taken = await his.post(`/ke-hoach/${plan_duty_id}/rut`, {})
  const after = await his.get(taken.location!)
  expect(after.text).toContain('Đã rút bản sửa. Kế hoạch đã duyệt lại có hiệu lực')
  expect(offers(after.text)).toEqual(['Sửa kế hoạch đã duyệt'])
  expect((await his.post(`/ke-hoach/${plan_duty_id}/rut`, {})).location).toBe('/ke-hoach')
  const receipt = (await his.get(`/ke-hoach/${plan_duty_id}/giay-nhan`)).text
  expect([...receipt.matchAll(/Đã hoàn tác lúc/g)].length).toBe(11)
  const steps = await look(world.database, plans.actor('leader'), db => listPlanSteps(db, { plan_duty_id }))
  const standing_steps = steps.filter(({ undone_at }) => undone_at === null).map(({ version, state }) => `${version} ${state}`)
  expect(standing_steps).toEqual(['1 submitted', '1 approved', '7 submitted', '7 approved', '9 submitted', '9 approved'])
})
