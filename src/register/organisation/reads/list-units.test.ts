import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { endOf } from '../../../basis/shared/dates.ts'
import type { Merger } from '../merger.ts'
import { mergeUnits } from '../verbs/merge-units.ts'
import { listTiles } from './list-tiles.ts'
import { listUnits } from './list-units.ts'

const world = withDatabase('territory')
const recorded_as_of = endOf('2199-12-31')
const keysOf = async (unit: string, valid_as_of: string) =>
  (await listUnits(world.db, { hierarchy: 'territory', unit, valid_as_of, recorded_as_of })).map(row => row.key)

const unknown = { population_share: null, area_share: null }
const ordered = {
  hierarchy: 'territory',
  instrument: { number: 'N', kind: 'resolution', issuer: 'Quốc hội', title: 'Thử', signed_on: '2024-01-01' },
} as const

/**
 * A commune of the old Thái Nguyên, which the seed leaves out; what Quảng Chu gave it in 2024; and a merger across the
 * old border in 2027.
 */
beforeAll(async () => {
  await world.owner.query(`insert into unit (key) values ('xa-ngoai')`)
  await world.owner.query(
    `insert into unit_version (unit_id, name, unit_kind, valid)
     select unit_id, 'Ngoài', 'commune', daterange('2015-01-01', 'infinity') from unit where key = 'xa-ngoai'`,
  )
  await world.owner.query(
    `insert into placement (unit_id, hierarchy, parent_id, valid)
     select c.unit_id, 'territory', p.unit_id, p.during
       from unit c,
            (values ('tinh-thai-nguyen', daterange('2015-01-01', '2025-07-01')), ('tinh-thai-nguyen-2025', daterange('2025-07-01', 'infinity'))) r (key, during)
       join unit using (key),
            lateral (select unit.unit_id, r.during) p
      where c.key = 'xa-ngoai'`,
  )
  await merge({
    effective_on: '2024-05-01',
    successors: [],
    edges: [{ predecessor: 'xa-quang-chu', successor: 'xa-ngoai', ...unknown }],
    going_on: ['xa-quang-chu'],
  })
})

async function merge(merger: Pick<Merger, 'effective_on' | 'successors' | 'edges' | 'going_on'>): Promise<void> {
  expect(
    await world.changeAsOwner(tx =>
      mergeUnits(
        tx,
        { person_id: null, name: 'test' },
        { ...ordered, instrument: { ...ordered.instrument, signed_on: merger.effective_on }, ...merger },
      ),
    ),
  ).toMatchObject({
    ok: true,
  })
}

test('a neighbour that received a part before the province ended stays outside', async () => {
  expect(await keysOf('tinh-bac-kan', '2026-11-24')).not.toContain('xa-ngoai')
})

test('a unit that is made across the old border belongs to what came out of both provinces', async () => {
  const successors = [{ key: 'xa-hai-tinh', code: null, name: 'Hai Tỉnh', unit_kind: 'commune', parent: 'tinh-thai-nguyen-2025' }]
  const edges = ['xa-ngoai', 'xa-cho-moi'].map(predecessor => ({ predecessor, successor: 'xa-hai-tinh', ...unknown }))
  await merge({ effective_on: '2027-01-01', successors, edges })
  const [before, after] = [await keysOf('tinh-bac-kan', '2026-12-31'), await keysOf('tinh-bac-kan', '2027-01-01')]
  expect(before.filter(key => !after.includes(key))).toEqual(['xa-cho-moi'])
  expect(after.filter(key => !before.includes(key))).toEqual(['xa-hai-tinh'])
  expect(await keysOf('tinh-thai-nguyen', '2027-01-01')).toContain('xa-hai-tinh')
})

test('a district that was abolished has what came out of its communes', async () => {
  expect(await keysOf('huyen-pac-nam', '2025-06-30')).toHaveLength(11)
  expect(await keysOf('huyen-pac-nam', '2026-11-24')).toEqual(['xa-bang-thanh-2025', 'xa-cao-minh', 'xa-nghien-loan-2025'])
})

test('a province that is unknown, or not yet there, has nobody', async () => {
  expect([await keysOf('tinh-khong-co', '2026-11-24'), await keysOf('tinh-thai-nguyen-2025', '2025-06-30')]).toEqual([[], []])
})

test('the map shows the communes of its day, as the register knew them', async () => {
  const counted = async (valid_as_of: string, known = recorded_as_of) => {
    const tiles = await listTiles(world.db, { valid_as_of, recorded_as_of: known })
    return [tiles.length, new Set(tiles.map(tile => tile.parent)).size]
  }
  expect(await Promise.all(['2019-06-01', '2020-02-01', '2024-01-01', '2026-11-24'].map(day => counted(day)))).toEqual([
    [122, 8],
    [108, 8],
    [108, 8],
    [37, 1],
  ])
  expect(await counted('2026-11-24', endOf('2021-02-19'))).toEqual([108, 8])
  const [first] = await listTiles(world.db, { valid_as_of: '2021-02-19', recorded_as_of })
  expect(first).toEqual({
    key: 'xa-nhan-mon',
    name: 'Nhạn Môn',
    unit_kind: 'commune',
    parent: 'huyen-pac-nam',
    parent_name: 'Pác Nặm',
    map_column: 3,
    map_row: 0,
  })
})
