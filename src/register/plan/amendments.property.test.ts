import { beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../../seed/province/random.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { type InventedPlans, inventPlans } from '../../../test/harness/plans.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { look } from '../../platform/sign-in/index.ts'
import { findPlan } from './reads/find-plan.ts'
import { withdrawPlanAmendment } from './verbs/withdraw-plan.ts'

const world = withDatabase('empty')
let plans: InventedPlans

beforeAll(async () => {
  plans = await inventPlans(world)
})

const told = `
  select unit_id, sum(planned)::int as planned
    from leadership_tally where year = $3 and valid_on <= $1::date and recorded_at <= $2::timestamptz group by 1 having sum(planned) <> 0 order by 1`

const recounted = `
  select d.unit_id, count(*)::int as planned
    from plan_duty d
   where d.year = $3 and d.due_from <= $1::date and d.recorded @> $2::timestamptz
     and exists (select from action_plan a
                  where a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year and a.state = 'approved'
                    and a.valid @> $1::date and a.recorded @> $2::timestamptz)
   group by 1 order by 1`

test('after any sequence of what leaders and the level above do, the tallies of every day, as known at every instant, are what a recount of the plans gives, and no number is given twice', async () => {
  const random = randomFrom(1_12_2026, 'amendments')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const { scene } = plans
  const days = [0, 1, 4, 5, 30, 31, 33].map(n => addDays(scene.today, n))
  const steps = ['submit', 'submit', 'submit', 'approve', 'approve', 'return', 'withdraw', 'withdraw'] as const
  const instants: string[] = []
  const taken = { submit: 0, approve: 0, return: 0, withdraw: 0 }
  const numbers: string[] = []
  for (const today of days) {
    for (let n = 0; n < 14; n += 1) await step(pick(['leader', 'hoa'] as const), pick(steps), today)
    instants.push((await world.owner.query('select clock_timestamp()::text as at')).rows[0].at)
  }
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  for (const day of days)
    for (const known_at of instants) {
      const of = [day, known_at, scene.year]
      expect((await world.owner.query(told, of)).rows).toEqual((await world.owner.query(recounted, of)).rows)
    }
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
  // Each must have been done: a test of nothing cannot fail.
  expect(Math.min(...Object.values(taken))).toBeGreaterThan(4)

  async function step(who: 'leader' | 'hoa', what: (typeof steps)[number], today: string): Promise<void> {
    const plan_duty_id = await plans.dutyOf(who)
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

  function count(what: keyof typeof taken, { ok }: { ok: boolean }): void {
    if (ok) taken[what] += 1
  }
})
