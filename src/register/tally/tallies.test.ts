import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('demo')
const days = ['2017-02-20', '2019-03-25', '2021-02-19']

beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query('set enable_nestloop = off') // the recount reads everything once; the planner expects a handful of rows
})

/** Counted from persons' own rows: what was known on the evening of a day of what was so on it. */
const commitments_recounted = `
  with clocks as (select $1::date as v, ($1::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh' as r),
       excepted as materialized (
         select x.obligation_id from clocks join obligation_exception x on x.valid @> v and x.recorded @> r),
       due as materialized (
         select o.obligation_id, o.campaign_id, o.unit_id
           from clocks
           join obligation o on o.due_from <= v and o.recorded @> r
          where o.obligation_id not in (select obligation_id from excepted)),
       step as materialized (
         select h.* from clocks join commitment_step h on h.happened_on <= v and h.recorded @> r),
       last as materialized (
         select distinct on (commitment_id) commitment_id, state from step order by commitment_id, happened_on desc, commitment_step_id desc),
       handed_in as materialized (select commitment_id, max(happened_on) as submitted_on from step where state = 'submitted' group by 1),
       replaced as materialized (
         select x.deed_id from clocks join deed_step x on x.state = 'replaced' and x.happened_on <= v and x.recorded @> r),
       live as materialized (
         select d.commitment_id, count(*) as deeds
           from clocks
           join deed d on d.registered_on <= v and d.recorded @> r
          where d.deed_id not in (select deed_id from replaced)
          group by 1),
       text as materialized (
         select c.commitment_id, d.*, t.due_on, s.state, i.submitted_on, l.deeds
           from clocks
           join due d            on true
           join campaign_terms t on t.campaign_id = d.campaign_id and t.recorded @> r
           join commitment c     on c.obligation_id = d.obligation_id and c.recorded @> r
           join last s           on s.commitment_id = c.commitment_id
           join handed_in i      on i.commitment_id = c.commitment_id
           join live l           on l.commitment_id = c.commitment_id),
       counted as (
         select campaign_id, unit_id, 0 as deeds, count(*) as due, 0 as submitted, 0 as on_time, 0 as approved from due group by 1, 2
         union all
         select campaign_id, unit_id, 0, 0, count(*), count(*) filter (where submitted_on <= due_on), 0
           from text where state not in ('returned', 'superseded', 'withdrawn') group by 1, 2
         union all
         select campaign_id, unit_id, deeds, 0, 0, 0, count(*)
           from text where state in ('approved', 'under-way', 'self-reviewed', 'concluded') group by 1, 2, 3)
  select campaign_id, unit_id, deeds, sum(due)::int as due, sum(submitted)::int as submitted, sum(on_time)::int as on_time, sum(approved)::int as approved
    from counted group by 1, 2, 3 order by 1, 2, 3`

const commitments_told = `
  select campaign_id, unit_id, deeds, sum(due)::int as due, sum(submitted)::int as submitted, sum(on_time)::int as on_time, sum(approved)::int as approved
    from commitment_tally
   where valid_on <= $1::date and recorded_at <= ($1::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh'
   group by 1, 2, 3
  having sum(due) <> 0 or sum(submitted) <> 0 or sum(on_time) <> 0 or sum(approved) <> 0
   order by 1, 2, 3`

/** A deed counts by its last report up to the day, while its commitment is approved. */
const deeds_recounted = `
  with clocks as (select $1::date as v, ($1::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh' as r),
       excepted as materialized (
         select x.obligation_id from clocks join obligation_exception x on x.valid @> v and x.recorded @> r),
       last as materialized (
         select distinct on (commitment_id) commitment_id, state
           from clocks join commitment_step h on h.happened_on <= v and h.recorded @> r
          order by commitment_id, happened_on desc, commitment_step_id desc),
       reported as materialized (
         select distinct on (deed_id) deed_id, x.state
           from clocks join deed_step x on x.happened_on <= v and x.recorded @> r
          order by deed_id, happened_on desc, deed_step_id desc),
       counted as (
         select o.campaign_id, o.unit_id, c.commitment_id, x.state
           from clocks
           join commitment c on c.recorded @> r
           join last l       on l.commitment_id = c.commitment_id and l.state in ('approved', 'under-way', 'self-reviewed', 'concluded')
           join obligation o on o.obligation_id = c.obligation_id and o.recorded @> r and o.obligation_id not in (select obligation_id from excepted)
           join deed d       on d.commitment_id = c.commitment_id and d.registered_on <= v and d.recorded @> r
           left join reported x on x.deed_id = d.deed_id)
  select campaign_id, unit_id, count(distinct commitment_id)::int, count(*) filter (where state is distinct from 'replaced')::int,
         count(*) filter (where state = 'done')::int, count(*) filter (where state = 'partly')::int, count(*) filter (where state = 'not-done')::int
    from counted group by 1, 2 order by 1, 2`

const deeds_told = `
  select campaign_id, unit_id, sum(commitments)::int, sum(registered)::int, sum(done)::int, sum(partly)::int, sum(not_done)::int
    from deed_tally
   where valid_on <= $1::date and recorded_at <= ($1::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh'
   group by 1, 2
  having sum(commitments) <> 0
   order by 1, 2`

const leaders_recounted = `
  with clocks as (select $1::date as v, ($1::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh' as r),
       led as (
         select y.year, t.post_id, t.person_id, greatest(lower(t.valid), make_date(y.year, 1, 1)) as counted_on
           from clocks
           join generate_series(2016, extract(year from v)::int) y (year) on true
           join tenure t on t.recorded @> r and t.valid && daterange(make_date(y.year, 1, 1), make_date(y.year + 1, 1, 1)) and lower(t.valid) <= v
           join post p   on p.post_id = t.post_id and p.leads
          where y.year <= 2020)
  select m.unit_id, l.year, count(*) as tenures,
         count(*) filter (where exists (
           select from clocks, action_plan a
            where a.post_id = l.post_id and a.person_id = l.person_id and a.year = l.year and a.state = 'approved'
              and lower(a.valid) <= v and a.recorded @> r)) as planned
    from clocks
    join led l        on true
    join membership m on m.person_id = l.person_id and m.valid @> l.counted_on and m.recorded @> r
   group by 1, 2 order by 1, 2`

const leaders_told = `
  select unit_id, year, sum(tenures)::int as tenures, sum(planned)::int as planned
    from leadership_tally
   where valid_on <= $1::date and recorded_at <= ($1::date + time '23:59:59') at time zone 'Asia/Ho_Chi_Minh'
   group by 1, 2 order by 1, 2`

const ask = async (sql: string, day: string) =>
  (await (world.owner as pg.Client).query({ text: sql, values: [day], rowMode: 'array' })).rows.map(row => row.join(' '))

test.each(days)('the counts of every cell on %s are what a recount of its persons gives', async day => {
  const recounted = await ask(commitments_recounted, day)
  expect(recounted.length).toBeGreaterThan(100)
  expect(await ask(commitments_told, day)).toEqual(recounted)
})

test.each([...days, '2020-07-15', '2026-11-24'])(
  'the counts of the deeds of every cell on %s are what a recount of them gives',
  async day => {
    const recounted = await ask(deeds_recounted, day)
    expect(recounted.length).toBeGreaterThan(100)
    expect(await ask(deeds_told, day)).toEqual(recounted)
  },
)

test.each(days)('the counts of leaders on %s are what a recount of their tenures and plans gives', async day => {
  const recounted = await ask(leaders_recounted, day)
  expect(recounted.length).toBeGreaterThan(100)
  expect(await ask(leaders_told, day)).toEqual(recounted)
})

test('a tally is appended and never changed', async () => {
  const changed = world.owner.query('update commitment_tally set due = due + 1')
  await expect(changed).rejects.toMatchObject({ constraint: 'tallies_are_appended' })
  await expect(world.owner.query('delete from leadership_tally')).rejects.toMatchObject({ constraint: 'tallies_are_appended' })
})
