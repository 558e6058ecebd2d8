import { beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../../seed/province/random.ts'
import { instrument } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { type InventedPlans, inventPlans } from '../../../test/harness/plans.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { look } from '../../platform/sign-in/index.ts'
import { issueCampaign } from '../programme/index.ts'
import { findPlan } from './reads/find-plan.ts'
import { withdrawPlanAmendment } from './verbs/withdraw-plan.ts'

const world = withDatabase('empty')
let plans: InventedPlans

/**
 * The year is called a second time, from above and with an earlier opening: who owes a plan anew owes it since then.
 */
beforeAll(async () => {
  plans = await inventPlans(world)
  const { today, year, due_on, closes_on } = plans.scene
  const call = { year, opens_on: addDays(today, -20), due_on, closes_on, deeds_least: 2, deeds_most: 3, form_version: 1, theme: 'x' }
  const asked = { programme: 'chi-thi-05', unit: 'tinh-uy', call, instrument: instrument('1-CV/TU', today), today, accepts_doubts: true }
  const issued = await plans.as('administrator', tx => issueCampaign(tx, plans.actor('administrator'), asked))
  expect(issued.ok).toBe(true)
})

const told = `
  select unit_id, sum(tenures)::int as tenures, sum(planned)::int as planned
    from leadership_tally where year = $3 and valid_on <= $1::date and recorded_at <= $2::timestamptz
   group by 1 having sum(tenures) <> 0 or sum(planned) <> 0 order by 1`

/** Who turned out to owe nothing is owed nothing from the day on which that was recorded. */
const recounted = `
  with owed as (
         select distinct d.unit_id, d.post_id, d.person_id, d.year
           from plan_duty d
          where d.year = $3 and d.due_from <= $1::date and lower(d.recorded) <= $2::timestamptz
            and (d.recorded @> $2::timestamptz or $1::date < day_in_vietnam(upper(d.recorded))))
  select o.unit_id, count(*)::int as tenures,
         count(*) filter (where exists (
           select from action_plan a
            where a.post_id = o.post_id and a.person_id = o.person_id and a.year = o.year and a.state = 'approved'
              and a.valid @> $1::date and a.recorded @> $2::timestamptz))::int as planned
    from owed o group by 1 order by 1`

test('after any sequence of what leaders and the level above do, and of posts that end and begin again, the tallies of every day, as known at every instant, are what a recount of the plans gives, and no number is given twice', async () => {
  const random = randomFrom(1_12_2026, 'amendments')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const { scene } = plans
  const days = [0, 1, 4, 5, 30, 31, 33].map(n => addDays(scene.today, n))
  const before = [-21, -20, -10, -1].map(n => addDays(scene.today, n))
  const steps = [
    'submit',
    'submit',
    'submit',
    'submit',
    'approve',
    'approve',
    'approve',
    'return',
    'withdraw',
    'withdraw',
    'end',
    'begin',
    'begin',
  ] as const
  const instants: string[] = []
  const taken = { submit: 0, approve: 0, return: 0, withdraw: 0, end: 0, begin: 0 }
  const numbers: string[] = []
  for (const today of days) {
    for (let n = 0; n < 22; n += 1) await step(pick(['leader', 'hoa'] as const), pick(steps), today)
    instants.push((await world.owner.query('select clock_timestamp()::text as at')).rows[0].at)
  }
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  for (const day of [...before, ...days])
    for (const known_at of instants) {
      const of = [day, known_at, scene.year]
      const counted = [day, known_at, (await world.owner.query(told, of)).rows]
      expect(counted).toEqual([day, known_at, (await world.owner.query(recounted, of)).rows])
    }
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
  // Each must have been done: a test of nothing cannot fail.
  expect(Math.min(...Object.values(taken))).toBeGreaterThan(4)

  async function step(who: 'leader' | 'hoa', what: (typeof steps)[number], today: string): Promise<void> {
    if (what === 'end' || what === 'begin') return hold(who, what)
    const plan_duty_id = await plans.dutyOf(who)
    if (Number.isNaN(plan_duty_id)) return
    const [task] = await look(world.database, plans.actor(who), db => findPlan(db, { plan_duty_id, day: today }))
    const version = task!.version ?? 0
    if (what === 'submit') {
      const outcome = await plans.submit(who, await plans.write(who, { tasks_of_the_post: `Việc ${random()}` }), undefined, today)
      if (outcome.ok) numbers.push(outcome.value.number)
      return count(what, outcome)
    }
    if (what === 'approve') return count(what, await plans.approve('administrator', plan_duty_id, version, today))
    if (what === 'return') return count(what, await plans.giveBack('administrator', plan_duty_id, version, 'x', today))
    count(what, await plans.as(who, tx => withdrawPlanAmendment(tx, plans.actor(who), { plan_duty_id, today })))
  }

  /** A tenure is told anew: as one that ends before the year begins, or as one that goes on. */
  async function hold(who: 'leader' | 'hoa', what: 'end' | 'begin'): Promise<void> {
    const is_owed = !Number.isNaN(await plans.dutyOf(who))
    const until = what === 'end' ? addDays(scene.today, 1) : 'infinity'
    if (is_owed === (what === 'begin')) return
    await plans.load(
      `with told as (update tenure set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity' returning *)
       insert into tenure (post_id, person_id, valid) select post_id, person_id, daterange(lower(valid), $2::date) from told`,
      [scene.people[who], until],
    )
    taken[what] += 1
  }

  function count(what: keyof typeof taken, { ok }: { ok: boolean }): void {
    if (ok) taken[what] += 1
  }
})
