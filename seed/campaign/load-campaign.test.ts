import { expect, test } from 'vitest'
import { transactionOn } from '../../src/platform/database/index.ts'
import { digestOfPlan } from '../../src/register/plan/index.ts'
import { findPlan, readPlan } from '../../src/register/plan/reads/find-plan.ts'
import { withDatabase } from '../../test/harness/database.ts'

const world = withDatabase('demo')
const ask = async (sql: string) => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query({ text: sql, rowMode: 'array' })).rows
}

test('the campaign that runs has told its tallies what its rows say, cell by cell', async () => {
  const told = await ask(
    `select commitment_tally.unit_id, sum(due)::int, sum(submitted)::int, sum(on_time)::int, sum(approved)::int
       from commitment_tally join campaign using (campaign_id) where year = 2027 group by 1 order by 1`,
  )
  const counted = await ask(
    `select o.unit_id, count(*)::int, count(s.state)::int, count(s.state)::int, count(*) filter (where s.state = 'approved')::int
       from obligation o
       join campaign using (campaign_id)
       left join commitment c using (obligation_id)
       left join lateral (select state from commitment_step where commitment_id = c.commitment_id order by commitment_step_id desc limit 1) s on true
      where year = 2027 group by 1 order by 1`,
  )
  expect(told.length).toBeGreaterThan(100)
  expect(told).toEqual(counted)
})

test('each role finds something to do: some are missing, some wait for their cell, some for the level above, most are approved; each keeps the law', async () => {
  const states = await ask(
    `select coalesce((select state from commitment_step s where s.commitment_id = c.commitment_id order by commitment_step_id desc limit 1), 'missing') as state
       from obligation join campaign using (campaign_id) left join commitment c using (obligation_id) where year = 2027`,
  )
  expect([...new Set(states.flat())].sort()).toEqual(['approved', 'endorsed', 'missing', 'submitted'])
  const unlawful = `select c.commitment_id from commitment c join obligation using (obligation_id) join campaign using (campaign_id)
                     where year = 2027 and live_deeds(c.commitment_id) not between 2 and 3`
  expect(await ask(unlawful)).toEqual([])
})

test('the plans of leaders have told their tallies what their rows say; some wait for the level above', async () => {
  const told = await ask(`select sum(tenures)::int, sum(planned)::int from leadership_tally where year = 2027`)
  const counted = await ask(
    `select count(*)::int, count(a.state) filter (where a.state = 'approved')::int
       from plan_duty d
       left join action_plan a on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year and upper(a.valid) = 'infinity'
      where d.year = 2027`,
  )
  expect(told).toEqual(counted)
  expect(await ask(`select distinct state from action_plan where year = 2027 and upper(valid) = 'infinity' order by 1`)).toEqual([
    ['approved'],
    ['submitted'],
  ])
})

test('nobody promises the same deed twice in a year, and what a village, a school or a barracks promises fits it', async () => {
  const twice = `select commitment_id from deed where upper(recorded) = 'infinity'
                  group by commitment_id, regexp_replace(what, '[0-9]+', '#') having count(*) > 1`
  expect(await ask(twice)).toEqual([])
  const misplaced = `select b.name, v.name, d.what
                       from deed d join commitment using (commitment_id) join obligation o using (obligation_id)
                       join unit_version v on v.unit_id = o.unit_id
                       left join placement p on p.unit_id = o.unit_id left join unit_version b on b.unit_id = p.parent_id
                      where d.what ~ 'học sinh yếu sau giờ lên lớp|Dự giờ|sửa nhà|lầm lỡ|Đón tiếp người bệnh' and concat(b.name, v.name) ~ 'Chi bộ thôn |Sở Nội vụ|Điện lực|Ngân hàng'
                         or d.what ~ 'hộ trong thôn|giống cây|bài giảng' and concat(b.name, v.name) ~* 'quân sự|Công an|Bệnh viện'
                      limit 3`
  expect(await ask(misplaced)).toEqual([])
})

test('the receipt of each plan bears the digest of its text, as the page computes it', async () => {
  const { rows } = await world.owner.query<{ plan_duty_id: number; digest: string }>('select plan_duty_id, digest from plan_receipt')
  expect(rows.length).toBeGreaterThan(10)
  for (const { plan_duty_id, digest } of rows) {
    const [task] = await findPlan(transactionOn(world.owner), { plan_duty_id, day: '2026-11-30' })
    const { person_id, year, version } = task!
    const text = (await readPlan(transactionOn(world.owner), task!))!
    expect(digestOfPlan({ plan_duty_id, person: person_id, year, version: version!, text })).toBe(digest)
  }
})
