import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { addUnit } from '../../platform/sign-in/invented-commune.ts'
import type { Merger } from './merger.ts'
import { mergeUnits } from './verbs/merge-units.ts'

const world = withDatabase('empty')
const givers = { joined: 'giver', same_day: 'giver-of-a-day', abolished: 'giver-abolished', divided: 'giver-divided' }
let made = 0

beforeAll(async () => {
  const committee = await addUnit(world.owner, 'dang-bo', 'base-organisation', null)
  for (const key of [...Object.values(givers), 'receiver', 'companion', 'second']) await addUnit(world.owner, key, 'cell', committee)
})

async function merge(effective_on: string, merger: Pick<Merger, 'edges'> & Partial<Merger>): Promise<void> {
  const instrument = { number: `${++made}`, kind: 'decision', issuer: 'Đảng ủy', title: 'Sắp xếp', signed_on: effective_on } as const
  const asked = { hierarchy: 'party', effective_on, instrument, successors: [], ...merger }
  const merged = await world.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, asked))
  expect(merged).toMatchObject({ ok: true })
}

const edge = (predecessor: string, successor: string, population_share: number | null = null) => ({
  ...{ predecessor, successor, population_share, area_share: null },
})
const give = (giver: string) => ({ edges: [edge(giver, 'receiver', 0.3)], going_on: [giver] })
const cell = (key: string) => ({ key, code: null, name: key, unit_kind: 'cell', parent: 'dang-bo' })

/** Every way in which the register says who counts for a unit that has ended, each as the key of the unit that does. */
async function countedBy(unit: string, day: string): Promise<Record<string, string | null>> {
  const { rows } = await world.owner.query<{ way: string; by: string | null }>(
    `with asked as (select unit_id, $2::date as day, now() as at from unit where key = $1),
          living as (select u.unit_id, u.key from unit u, asked a where last_day_alive(u.unit_id, a.day, a.at) = a.day and u.key <> 'dang-bo'),
          counting (way, unit_id, counted_id) as (
            select 'answering', l.unit_id, n.unit_id from living l, asked a, units_by_branch('party', l.unit_id, a.day, a.at) n
            union all
            select 'reach', l.unit_id, n.unit_id from living l, asked a, reach_of(l.unit_id, a.day, a.at) n
            union all
            select 'counted', l.unit_id, n.counted_id from living l, asked a, units_counted_for('party', l.unit_id, a.day, a.at) n
            union all
            select 'heir', nullif(successor_of(a.unit_id, a.day, a.at), a.unit_id), a.unit_id from asked a)
     select way, (select string_agg(u.key, ' ') from counting c join unit u using (unit_id), asked a where c.way = w.way and c.counted_id = a.unit_id) as by
       from unnest('{heir,answering,reach,counted}'::text[]) as w (way)`,
    [unit, day],
  )
  return Object.fromEntries(rows.map(({ way, by }) => [way, by]))
}

const all = (key: string | null) => ({ heir: key, answering: key, reach: key, counted: key })

test('who once gave a known part away, and is later joined by unknown shares, is counted in what it was joined into', async () => {
  const giver = givers.joined
  await merge('2021-01-01', give(giver))
  expect(await countedBy(giver, '2021-12-31')).toMatchObject({ heir: null, answering: giver })
  await merge('2022-01-01', { successors: [cell('joined')], edges: [edge(giver, 'joined'), edge('companion', 'joined')] })
  expect(await countedBy(giver, '2022-01-01')).toEqual(all('joined'))
  expect(await countedBy('companion', '2022-01-01')).toEqual(all('joined'))
})

test('where one instrument takes a part and a later one the whole on the same day, the whole decides', async () => {
  const giver = givers.same_day
  await merge('2021-01-01', give(giver))
  await merge('2021-01-01', { edges: [edge(giver, 'second')] })
  expect(await countedBy(giver, '2021-01-01')).toEqual(all('second'))
})

test('who is abolished without a successor is counted by nobody, whatever it gave away before', async () => {
  const giver = givers.abolished
  await merge('2021-01-01', give(giver))
  await merge('2022-01-01', { edges: [], abolished: [giver] })
  expect(await countedBy(giver, '2022-01-01')).toEqual(all(null))
})

test('of several successors of its end, the one with the greatest share counts for it', async () => {
  const giver = givers.divided
  await merge('2021-01-01', { edges: [edge(giver, 'receiver', 0.9)], going_on: [giver] })
  await merge('2022-01-01', { successors: [cell('less'), cell('more')], edges: [edge(giver, 'less', 0.4), edge(giver, 'more', 0.6)] })
  expect(await countedBy(giver, '2022-01-01')).toEqual(all('more'))
})
