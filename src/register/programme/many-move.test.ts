import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('demo')
const many = 600

beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
})

test('hundreds who move on one day, more than are counted at once, leave every cell with what a recount gives', async () => {
  const before = await told()
  expect(await moveMembers()).toBe(many)
  const after = await told()
  expect(after).not.toEqual(before)
  expect(after).toEqual(await recounted())
  const { rows } = await world.owner.query(
    `select count(*)::int as moved from obligation_move m where m.moved_on = today_in_vietnam() and upper(m.recorded) = 'infinity'`,
  )
  expect(rows).toEqual([{ moved: many }])
})

/** Each into the next cell, by the statements of a transfer, in the name of the province's office. */
async function moveMembers(): Promise<number> {
  const { rows } = await world.owner.query<{ person_id: number }>(
    `select person_id from role_grant where role = 'superior-office' and upper(recorded) = 'infinity'`,
  )
  const app = await world.connect('neu_guong_app')
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(rows[0]!.person_id)])
  await app.query(
    `create temp table moving on commit drop as
     with cell as (select unit_id, row_number() over (order by unit_id) as place, count(*) over () as cells
                     from (select distinct unit_id from membership where valid @> today_in_vietnam() and upper(recorded) = 'infinity') here)
     select m.person_id, m.unit_id, m.kind, m.valid, heir.unit_id as to_unit
       from membership m
       join cell          on cell.unit_id = m.unit_id
       join cell heir     on heir.place = cell.place % cell.cells + 1
       join obligation o  on o.person_id = m.person_id
       join campaign_terms t on t.campaign_id = o.campaign_id and t.closes_on >= today_in_vietnam() and upper(t.recorded) = 'infinity'
      where m.valid @> today_in_vietnam() and lower(m.valid) < today_in_vietnam() and upper(m.recorded) = 'infinity' and o.due_from < today_in_vietnam()
      order by m.person_id
      limit ${many}`,
  )
  const closed = await app.query(
    `update membership m set recorded = tstzrange(lower(m.recorded), recorded_now())
       from moving v where v.person_id = m.person_id and v.unit_id = m.unit_id and v.valid = m.valid and upper(m.recorded) = 'infinity'`,
  )
  await app.query(
    `insert into membership (person_id, unit_id, kind, valid)
     select person_id, unit_id, kind, daterange(lower(valid), today_in_vietnam()) from moving
     union all
     select person_id, to_unit, kind, daterange(today_in_vietnam(), upper(valid)) from moving`,
  )
  await app.query('commit')
  return closed.rowCount!
}

const of_campaign = `campaign_id = (select campaign_id from campaign_terms where closes_on >= today_in_vietnam() and upper(recorded) = 'infinity')`

async function told(): Promise<unknown[]> {
  const { rows } = await world.owner.query(
    `select unit_id, deeds, valid_on, sum(due)::int as due, sum(submitted)::int as submitted, sum(on_time)::int as on_time, sum(approved)::int as approved
       from commitment_tally where ${of_campaign}
      group by 1, 2, 3
     having (sum(due), sum(submitted), sum(on_time), sum(approved)) <> (0, 0, 0, 0)
      order by 1, 2, 3`,
  )
  return rows
}

async function recounted(): Promise<unknown[]> {
  const { rows } = await world.owner.query(
    `select unit_id, deeds, valid_on, due, submitted, on_time, approved
       from counts_of((select array_agg(obligation_id) from obligation where ${of_campaign}))
      where (due, submitted, on_time, approved) <> (0, 0, 0, 0)
      order by 1, 2, 3`,
  )
  return rows
}
