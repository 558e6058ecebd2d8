import { expect, test } from 'vitest'
import { withDatabase } from '../../test/harness/database.ts'

const world = withDatabase('demo')

test('the demo shows a province that assesses: a draft, one to be appraised, some that wait for a vote, many that fall short', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ state: string; is_whole: boolean; n: number }>(`
    select s.state, r.met = cs.criteria as is_whole, count(*)::int as n
      from standing_case c
      join criteria_set cs using (criteria_set_id)
     cross join lateral (select x.state from standing_case_step x where x.standing_case_id = c.standing_case_id order by x.standing_case_step_id desc limit 1) s
     cross join lateral (select count(*) filter (where x.is_met) as met from criterion_result x where x.standing_case_id = c.standing_case_id) r
     group by 1, 2 order by 1, 2`)
  expect(rows.map(({ state, is_whole }) => `${state} ${is_whole}`)).toEqual([
    'appraised false',
    'appraised true',
    'draft false',
    'submitted true',
  ])
  const { rows: counted } = await world.owner.query(
    `select count(*)::int as n from assessment where assessed_on = '2026-06-30' and is_open(recorded)`,
  )
  expect(counted[0].n).toBe(rows[0]!.n + rows[1]!.n)
})
