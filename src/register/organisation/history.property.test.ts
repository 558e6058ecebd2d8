import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { tries } from '../../../test/harness/tries.ts'
import { addDays } from '../../basis/shared/dates.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Merger } from './merger.ts'
import { listSuccessions } from './reads/list-successions.ts'
import { listUnits } from './reads/list-units.ts'
import { reviseUnit } from './revise-units.ts'
import { mergeUnits } from './verbs/merge-units.ts'

const world = withDatabase('territory')
const clerk = { person_id: null, name: 'test' }
const instrument = (number: string) => ({ number, kind: 'resolution', issuer: 'Quốc hội', title: 'Thử', signed_on: '2026-11-24' }) as const
const province = 'tinh-thai-nguyen-2025'
const days = ['2019-06-01', '2021-02-19', '2025-07-01', '2027-06-01', '2030-01-01', '2040-01-01']

type Act = { what: 'merge' | 'split' | 'give' | 'rename' | 'reclassify'; who: number; whom: number; days_later: number }
const act = fc.record<Act>({
  what: fc.constantFrom('merge', 'split', 'give', 'rename', 'reclassify'),
  who: fc.nat(),
  whom: fc.nat(),
  days_later: fc.integer({ min: 0, max: 400 }),
})
/** What every read of the map answers, for a few days, as known at an instant. */
type Seen = { recorded_as_of: string; map: unknown[] }

/** One long life of one register: each run goes on where the last one stopped. */
let alive: string[] = []
let last_day = '2027-01-01'
let made = 0
const seen: Seen[] = []

test('after any row of mergers, divisions and corrections the register still answers for each past instant what it answered then', async () => {
  alive = (await listUnits(world.db, { hierarchy: 'territory', unit: province, valid_as_of: last_day, recorded_as_of: await now() }))
    .map(unit => unit.key)
    .filter(key => key !== province)
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), async acts => {
      for (const one of acts) {
        await carryOut(one)
        seen.push(await readMap(world.db, await now()))
      }
      for (const past of seen.slice(-12)) expect((await readMap(world.db, past.recorded_as_of)).map).toEqual(past.map)
      const units = await listUnits(world.db, {
        hierarchy: 'territory',
        unit: province,
        valid_as_of: '2199-01-01',
        recorded_as_of: await now(),
      })
      expect(units.map(unit => unit.key)).toEqual([province, ...alive].sort())
    }),
    { ...tries(12), endOnFailure: true },
  )
  expect(seen.length).toBeGreaterThan(1)
  for (const past of seen) expect((await readMap(world.db, past.recorded_as_of)).map).toEqual(past.map)
})

test('no unit had two versions or two parents on one day at any instant, and nobody stood under a unit that was not there', async () => {
  const twice = await world.owner.query(
    `select a.unit_id from unit_version a join unit_version b using (unit_id)
      where a.unit_version_id < b.unit_version_id and a.valid && b.valid and a.recorded && b.recorded
      union all
     select a.unit_id from placement a join placement b using (unit_id, hierarchy)
      where a.placement_id < b.placement_id and a.valid && b.valid and a.recorded && b.recorded`,
  )
  expect(twice.rows).toEqual([])
  const orphans = await world.owner.query(
    `select p.unit_id, i.at
       from placement p
       join (select distinct lower(recorded) as at from unit_version) i on p.recorded @> i.at
      where not p.valid <@ (select range_agg(v.valid) from unit_version v where v.unit_id = p.parent_id and v.recorded @> i.at)
         or not p.valid <@ (select range_agg(v.valid) from unit_version v where v.unit_id = p.unit_id and v.recorded @> i.at)`,
  )
  expect(orphans.rows).toEqual([])
})

async function carryOut({ what, who, whom, days_later }: Act): Promise<void> {
  const [one, other] = [alive[who % alive.length]!, alive[whom % alive.length]!]
  if (what === 'rename' || what === 'reclassify') return revise(what, one, days_later)
  if (one === other) return
  last_day = addDays(last_day, 1 + (days_later % 60))
  const [first, second] = [newUnit(), newUnit()]
  if (what === 'merge') await merge([first], [edge(one, first, 1), edge(other, first, 1)])
  if (what === 'split') await merge([first, second], [edge(one, first, null), edge(one, second, null)])
  if (what === 'give') await merge([first], [edge(one, first, 0.25), edge(other, first, 1)], [one])
}

/** A correction may reach far back: to any day since the unit began. */
async function revise(what: 'rename' | 'reclassify', unit: string, days_later: number): Promise<void> {
  const { rows } = await world.owner.query<{ first_day: string }>(
    `select min(lower(valid)) as first_day from unit join unit_version using (unit_id) where key = $1`,
    [unit],
  )
  const change = what === 'rename' ? { name: `Tên ${++made}` } : { unit_kind: made++ % 2 ? 'ward' : 'commune' }
  const from = addDays(rows[0]!.first_day, days_later)
  const outcome = await world.changeAsOwner(tx => reviseUnit(tx, clerk, { unit, from, ...change, instrument: instrument(`R${made}`) }))
  expect(outcome).toMatchObject({ ok: true })
}

async function merge(begun: string[], edges: Merger['edges'], going_on: string[] = []): Promise<void> {
  const successors = begun.map(key => ({ key, code: null, name: key, unit_kind: 'commune', parent: province }))
  const merger: Merger = {
    hierarchy: 'territory',
    effective_on: last_day,
    successors,
    edges,
    going_on,
    instrument: instrument(`M${++made}`),
  }
  expect(await world.changeAsOwner(tx => mergeUnits(tx, clerk, merger))).toMatchObject({ ok: true })
  const ended = edges.map(({ predecessor }) => predecessor).filter(key => !going_on.includes(key))
  alive = [...alive.filter(key => !ended.includes(key)), ...begun]
}

function edge(predecessor: string, successor: string, share: number | null): Merger['edges'][number] {
  return { predecessor, successor, population_share: share, area_share: share }
}

function newUnit(): string {
  return `xa-${++made}`
}

async function readMap(db: Db, recorded_as_of: string): Promise<Seen> {
  const map: unknown[] = []
  for (const valid_as_of of days) {
    const clocks = { valid_as_of, recorded_as_of }
    map.push(await listUnits(db, { hierarchy: 'territory', unit: 'tinh-bac-kan', ...clocks }))
    map.push(
      (await listUnits(db, { hierarchy: 'territory', unit: province, ...clocks })).map(unit => [unit.key, unit.name, unit.unit_kind]),
    )
  }
  return { recorded_as_of, map: [...map, await listSuccessions(db, { valid_as_of: '2199-01-01', recorded_as_of })] }
}

async function now(): Promise<string> {
  return (await world.owner.query<{ at: string }>('select clock_timestamp() as at')).rows[0]!.at
}
