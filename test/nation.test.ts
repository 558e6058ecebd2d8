import { beforeAll, expect, test } from 'vitest'
import { officeOf } from '../bench/nation/appoint-office.ts'
import { loadNation, type Nation } from '../bench/nation/load-nation.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { listMissing } from '../src/register/commitment/index.ts'
import { withDatabase } from './harness/database.ts'

const world = withDatabase('empty')
let nation: Nation

// The benchmark's nation at a three-thousandth: what it measures must be what the register itself would hold.
beforeAll(async () => {
  nation = await loadNation(world.owner, { size: 0.0003, people: true, say: () => {} })
  await world.owner.query(`set neu_guong.loading = 'yes'`)
})

test('the tallies of the benchmark’s nation are what a recount of its persons gives', async () => {
  const told = `select campaign_id, unit_id, deeds, valid_on, sum(due)::int as due, sum(submitted)::int as submitted, sum(on_time)::int as on_time, sum(approved)::int as approved
                  from commitment_tally group by 1, 2, 3, 4 order by 1, 2, 3, 4`
  const recounted = `select campaign_id, unit_id, deeds, valid_on, due, submitted, on_time, approved
                       from counts_of((select array_agg(obligation_id) from obligation))
                      where (due, submitted, on_time, approved) <> (0, 0, 0, 0) order by 1, 2, 3, 4`
  const rows = await read(told)
  expect(rows.length).toBeGreaterThan(nation.cells)
  expect(rows).toEqual(await read(recounted))
})

test('so are the tallies of its deeds', async () => {
  const told = 'select campaign_id, unit_id, valid_on, commitments, registered, done, partly, not_done from deed_tally order by 1, 2, 3'
  const recounted = `select campaign_id, unit_id, valid_on, commitments, registered, done, partly, not_done
                       from deed_counts_of((select array_agg(obligation_id) from obligation))
                      where (commitments, registered) <> (0, 0) order by 1, 2, 3`
  const rows = await read(told)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows).toEqual(await read(recounted))
})

test('its texts arrive as they were written, and its law stands when it is loaded', async () => {
  const [first] = await read('select what, how, due_on, registered_on, recorded::text from deed order by deed_id limit 1')
  expect(first).toMatchObject({
    what: expect.stringMatching(/^Đến nhà từng hộ .* mỗi tháng$/u),
    how: expect.stringMatching(/^Ghi sổ /),
    due_on: '2025-11-30',
  })
  expect(first).toMatchObject({ recorded: `["${first!.registered_on} 01:00:00+00",infinity)` })
  expect(await read('select count(*)::int as people, count(distinct person_id)::int as versions from person_version')).toEqual([
    { people: nation.people, versions: nation.people },
  ])
  await expect(
    world.owner.query('insert into deed (commitment_id, ordinal, what, registered_on) values (0, 1, $1, recorded_now())', ['x']),
  ).rejects.toThrow(/deed_commitment_id_fkey/)
})

test('a second nation is refused where one stands', async () => {
  await expect(loadNation(world.owner, { size: 0.0003, people: true, say: () => {} })).rejects.toThrow('empty register')
  await world.owner.query('rollback')
})

test('whoever has no commitment is missing, for the office of the commune and for no other', async () => {
  const [largest, other] = ['tinh-uy-1-xa-1', 'tinh-uy-2-xa-1']
  const seenBy = async (office: string) => {
    const person_id = await officeOf(world.owner, office)
    const rows = await look(world.database, { person_id }, tx => listMissing(tx, { unit: largest, campaign_id: 1, day: '2026-11-24' }))
    return rows.map(({ obligation_id }) => Number(obligation_id)).sort((a, b) => a - b)
  }
  const without = await read(`
    select o.obligation_id
      from unit u cross join lateral units_by_branch('party', u.unit_id, '2026-11-24', recorded_now()) a join obligation o on o.unit_id = a.unit_id
     where u.key = '${largest}' and not exists (select from commitment c where c.obligation_id = o.obligation_id) order by 1`)
  expect(without.length).toBeGreaterThan(0)
  expect(await seenBy(largest)).toEqual(without.map(({ obligation_id }) => Number(obligation_id)))
  expect(await seenBy(other)).toEqual([])
})

async function read(sql: string): Promise<Record<string, unknown>[]> {
  return (await world.owner.query<Record<string, unknown>>(sql)).rows
}
