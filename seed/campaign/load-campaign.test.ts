import { expect, test } from 'vitest'
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
