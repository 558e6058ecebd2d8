import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { tries } from '../../../test/harness/tries.ts'
import { mergeUnits, reviseUnit } from '../organisation/index.ts'
import { startSummariser } from './start-summariser.ts'
import { summariseTallies } from './summarise-tallies.ts'

const world = withDatabase('demo')
const now = () => world.owner.query('select clock_timestamp() as now').then(({ rows }) => rows[0].now as string)
let campaign: { campaign_id: number; unit_id: number; closes_on: string }
let units: number[]

beforeAll(async () => {
  campaign = (
    await world.owner.query(
      `select c.campaign_id, c.unit_id, t.closes_on from campaign c join campaign_terms t using (campaign_id) where c.year = 2020 and upper(t.recorded) = 'infinity'`,
    )
  ).rows[0]
  const { rows } = await world.owner.query('select u.unit_id from units_by_branch($1, $2, $3, recorded_now()) u order by 1', [
    'party',
    campaign.unit_id,
    campaign.closes_on,
  ])
  units = rows.map(row => row.unit_id)
})

type Question = { unit_id: number; day: string; valid_as_of: string; recorded_as_of: string }

const of_clocks = '($1, $2, $3::date, $4::date, $5::timestamptz)'
const folded = {
  commitments: `select branch_id, deeds, sum(due)::int as due, sum(submitted)::int as submitted, sum(on_time)::int as on_time, sum(approved)::int as approved
                  from part group by 1, 2 having sum(due) <> 0 or sum(submitted) <> 0 or sum(on_time) <> 0 or sum(approved) <> 0 order by 1, 2`,
  deeds: `select branch_id, 'deeds', sum(commitments)::int, sum(registered)::int, sum(done)::int, sum(partly)::int, sum(not_done)::int
            from part group by 1 having sum(commitments) <> 0 or sum(registered) <> 0 or sum(done) <> 0 or sum(partly) <> 0 or sum(not_done) <> 0 order by 1`,
}

/**
 * The same question of the two ways: what the reads ask, and the walk down the tree with every tally under it; of
 * commitments, then of deeds.
 */
async function bothWays(owner: pg.Client, { unit_id, day, valid_as_of, recorded_as_of }: Question) {
  const ask = async (of: keyof typeof folded, part: string) =>
    (
      await owner.query({
        text: `with part as (${part}) ${folded[of]}`,
        values: [campaign.campaign_id, unit_id, day, valid_as_of, recorded_as_of],
        rowMode: 'array',
      })
    ).rows
  const walk = (table: string) =>
    `select b.branch_id, t.*
       from units_by_branch('party', $2, $3::date, $5::timestamptz) b
      cross join lateral (select * from ${table} t where t.campaign_id = $1 and t.unit_id = b.unit_id and t.valid_on <= $4::date and t.recorded_at <= $5::timestamptz offset 0) t`
  return {
    read: [
      ...(await ask('commitments', `select * from counted_under${of_clocks}`)),
      ...(await ask('deeds', `select * from reported_under${of_clocks}`)),
    ],
    walked: [...(await ask('commitments', walk('commitment_tally'))), ...(await ask('deeds', walk('deed_tally')))],
  }
}

const usesSummary = async (question: Question) =>
  (
    await world.owner.query(
      `select from tally_summary s where s.settled_at <= $2 and s.last_valid_on <= $3::date and is_same_tree(s.day, s.settled_at, $1::date)`,
      [question.day, question.recorded_as_of, question.valid_as_of],
    )
  ).rowCount === 1

const summarise = () => summariseTallies(world.database, tester, campaign)
const append = (unit_id: number, deeds: number, valid_on: string, counts: number[]) =>
  world.changeAsOwner(async tx => {
    const [due, submitted, on_time, approved] = counts
    await tx
      .insertInto('commitment_tally')
      .values({ campaign_id: campaign.campaign_id, unit_id, deeds, valid_on, due, submitted, on_time, approved })
      .execute()
    return { ok: true, value: null }
  })

const report = (unit_id: number, valid_on: string, counts: number[]) =>
  world.changeAsOwner(async tx => {
    const [commitments, registered, done_, partly, not_done] = counts
    await tx
      .insertInto('deed_tally')
      .values({ campaign_id: campaign.campaign_id, unit_id, valid_on, commitments, registered, done: done_, partly, not_done })
      .execute()
    return { ok: true, value: null }
  })

const question = async (): Promise<Question> => ({
  unit_id: campaign.unit_id,
  day: campaign.closes_on,
  valid_as_of: '2026-11-24',
  recorded_as_of: await now(),
})

async function expectSame(asked: Question) {
  const { read, walked } = await bothWays(world.owner, asked)
  expect(read).toEqual(walked)
  return read
}

test('a summary comes to what a walk down the tree comes to, for every unit under it', async () => {
  expect(await summarise()).toEqual({ ok: true, value: 'anew' })
  const asked = await question()
  expect(await usesSummary(asked)).toBe(true)
  for (const unit_id of units.filter((_, i) => i % 101 === 0)) await expectSame({ ...asked, unit_id })
  expect((await expectSame(asked)).length).toBeGreaterThan(10)
})

test('what is written after the summary is counted at once, before and after it is added', async () => {
  const cell = units.at(-1)!
  await append(cell, 0, '2020-12-30', [3, 2, 1, 0])
  await append(cell, 4, '2020-12-30', [0, 0, 0, 5])
  await append(campaign.unit_id, 0, '2020-12-30', [1, 0, 0, 0])
  await report(cell, '2020-12-30', [2, 5, 3, 1, 1])
  await report(campaign.unit_id, '2020-12-30', [0, 1, 0, 0, 1])
  const asked = await question()
  expect(await usesSummary(asked)).toBe(true)
  const before = await expectSame(asked)
  expect(before.some(([, deeds]) => deeds === 4)).toBe(true)
  expect(before.filter(([branch, of]) => of === 'deeds' && branch === campaign.unit_id)).not.toEqual([])
  expect(await summarise()).toEqual({ ok: true, value: 'added' })
  expect(await expectSame(await question())).toEqual(before)
  expect(await summarise()).toEqual({ ok: true, value: 'untouched' })
})

test.for(['approved', 'done'])('a wrong line would be noticed: the comparison can fail in what is %s', async column => {
  await world.owner.query('begin')
  await world.owner.query(`update tally_summary_line set ${column} = ${column} + 1 where deeds = 0 and unit_id = $1`, [campaign.unit_id])
  const { read, walked } = await bothWays(world.owner, await question())
  await world.owner.query('rollback')
  expect(read).not.toEqual(walked)
})

test('an earlier day, or what was known earlier, is answered by the tree', async () => {
  const asked = await question()
  for (const earlier of [{ valid_as_of: '2020-02-15', day: '2020-02-15' }, { recorded_as_of: '2020-04-02T00:00:00Z' }]) {
    expect(await usesSummary({ ...asked, ...earlier })).toBe(false)
    await expectSame({ ...asked, ...earlier })
  }
})

const instrument = (number: string) => ({ number, kind: 'decision', issuer: 'Tỉnh ủy', title: 'x', signed_on: '2020-06-01' }) as const

test('after a unit is renamed or merged the summary rests, nothing is counted wrong, and the next one stands on the new tree', async () => {
  const pair = (
    await world.owner.query(
      `select u.key, u.unit_id, k.key as parent from placement p join unit u using (unit_id) join unit k on k.unit_id = p.parent_id join unit_version v on v.unit_id = u.unit_id
        where v.unit_kind = 'cell' and v.valid @> date '2020-12-31' and upper(v.valid) = 'infinity' and upper(p.valid) = 'infinity' and upper(p.recorded) = 'infinity'
          and upper(v.recorded) = 'infinity' and p.hierarchy = 'party' and lower(p.valid) < '2020-06-01' and lower(v.valid) < '2020-06-01' order by p.parent_id, u.unit_id limit 2`,
    )
  ).rows as { key: string; unit_id: number; parent: string }[]
  await summarise()
  const renamed = await world.changeAsOwner(tx =>
    reviseUnit(tx, tester, { unit: pair[0]!.key, from: '2020-06-15', name: 'Chi bộ mới', instrument: instrument('1-QĐ/TU') }),
  )
  expect(renamed.ok).toBe(true)
  expect(await usesSummary(await question())).toBe(false)
  await expectSame(await question())
  expect(await summarise()).toEqual({ ok: true, value: 'anew' })
  const merged = await world.changeAsOwner(tx =>
    mergeUnits(tx, tester, {
      kind: 'merged',
      hierarchy: 'party',
      effective_on: '2020-07-01',
      instrument: instrument('2-QĐ/TU'),
      successors: [
        { key: 'chi-bo-hop-nhat', code: null, name: 'Chi bộ hợp nhất', unit_kind: 'cell', parent: pair[0]!.parent, population: null },
      ],
      edges: pair.map(({ key }) => ({
        predecessor: key,
        successor: 'chi-bo-hop-nhat',
        population_share: 1,
        area_share: null,
        certainty: 'documented',
      })),
    } as unknown as Parameters<typeof mergeUnits>[2]),
  )
  expect(merged).toMatchObject({ ok: true })
  const asked = await question()
  expect(await usesSummary(asked)).toBe(false)
  const walked = await expectSame(asked)
  expect(await summarise()).toEqual({ ok: true, value: 'anew' })
  const again = await question()
  expect(await usesSummary(again)).toBe(true)
  expect(await expectSame(again)).toEqual(walked)
  // What is written under the ended cells' own names counts for their heir.
  await append(pair[0]!.unit_id, 0, '2020-12-30', [1, 0, 0, 0])
  await report(pair[0]!.unit_id, '2020-12-30', [1, 2, 1, 0, 0])
  for (const unit_id of units.filter((_, i) => i % 101 === 0)) await expectSame({ ...(await question()), unit_id })
})

async function write(one: { at: number; deeds: number; month: number; counts: number[]; is_report: boolean }): Promise<void> {
  const unit_id = units[one.at % units.length]!
  const valid_on = `2020-${String(one.month).padStart(2, '0')}-11`
  if (one.is_report) await report(unit_id, valid_on, one.counts)
  else await append(unit_id, one.deeds, valid_on, one.counts)
}

test('whatever is written in whatever order, and whenever it is summarised, both ways agree', async () => {
  const step = fc.oneof(
    fc.constant('summarise' as const),
    fc.record({
      at: fc.nat(10_000),
      deeds: fc.constantFrom(0, 2, 3),
      month: fc.integer({ min: 1, max: 12 }),
      counts: fc.array(fc.integer({ min: -2, max: 5 }), { minLength: 5, maxLength: 5 }),
      is_report: fc.boolean(),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(10_000), async (steps, at) => {
      for (const one of steps) {
        if (one === 'summarise') await summarise()
        else await write(one)
      }
      const asked = await question()
      await expectSame({ ...asked, unit_id: units[at % units.length]! })
      await expectSame(asked)
    }),
    tries(8),
  )
})

test('while the portal serves the campaigns are summarised by themselves, what was recorded last before it stops too; and no page is taken away by it', async () => {
  await world.owner.query('delete from tally_summary_line')
  await world.owner.query('delete from tally_summary')
  const said: string[] = []
  const heard: string[] = []
  const listener = await world.connect('neu_guong_app')
  listener.on('notification', ({ payload }) => heard.push(payload!))
  const { rows } = await listener.query(`select distinct campaign_id from campaign_terms where opens_on <= current_date order by 1`)
  await listener.query('listen neu_guong_changed')
  const running = startSummariser(world.database, { every_ms: 5, say: line => said.push(line) })
  const summarised = async () => (await world.owner.query('select campaign_id from tally_summary order by 1')).rows
  while ((await summarised()).length < rows.length);
  await running.stop()
  expect(await summarised()).toEqual(rows)
  await listener.query('select 1')
  expect([said, heard.filter(name => name.startsWith('tally_summary'))]).toEqual([[], []])
})
