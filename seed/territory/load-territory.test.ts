import { beforeAll, describe, expect, test } from 'vitest'
import { type Clocks, endOf } from '../../src/basis/shared/dates.ts'
import type { Db } from '../../src/platform/database/index.ts'
import { findUnit, listSuccessions, listUnits, type UnitRow } from '../../src/register/organisation/index.ts'
import { withDatabase } from '../../test/harness/database.ts'
import { loadTerritory } from './load-territory.ts'

const today = '2026-11-24'
const commune_level = ['commune', 'ward', 'township']

describe('the register that knows all', () => {
  const world = worldUntil('infinity')
  const unitsOn = async (valid_as_of: string, recorded_on = today) => {
    const question = { hierarchy: 'territory', unit: 'tinh-bac-kan', valid_as_of, recorded_as_of: endOf(recorded_on) }
    return (await listUnits(world.db, question)).filter(unit => commune_level.includes(unit.unit_kind))
  }

  test('counts the communes, wards and townships of each day', async () => {
    const counts = await Promise.all(
      ['2016-01-01', '2020-01-31', '2020-02-01', '2023-04-10', '2025-06-30', '2025-07-01', today].map(async day =>
        byKind(await unitsOn(day)),
      ),
    )
    expect(counts).toEqual([
      [110, 6, 6],
      [110, 6, 6],
      [96, 6, 6],
      [95, 6, 7],
      [95, 6, 7],
      [35, 2, 0],
      [35, 2, 0],
    ])
  })

  test('knew nothing of 2025 when the article of 19/02/2021 was printed', async () => {
    expect(byKind(await unitsOn(today, '2021-02-19'))).toEqual([96, 6, 6])
    expect(byKind(await unitsOn('2020-02-01', '2020-01-10'))).toEqual([110, 6, 6])
    expect(await unitsOn('2021-02-19', '2015-12-31')).toEqual([])
  })

  test('places each commune in the district it stood in, and in the new province after the districts', async () => {
    const parentsOf = async (day: string) => new Set((await unitsOn(day)).map(unit => unit.parent))
    expect([...(await parentsOf('2025-07-01'))]).toEqual(['tinh-thai-nguyen-2025'])
    expect([...(await parentsOf('2025-06-30'))].sort()).toEqual([
      'huyen-ba-be',
      'huyen-bach-thong',
      'huyen-cho-don',
      'huyen-cho-moi',
      'huyen-na-ri',
      'huyen-ngan-son',
      'huyen-pac-nam',
      'thanh-pho-bac-kan',
    ])
  })
})

describe('the register on the evening of 19/02/2021', () => {
  const [then, later] = [worldUntil('2021-02-19'), worldUntil('infinity')]

  test('holds what the register of today shows for that evening, in every read', async () => {
    const clocks = ['2016-01-01', '2020-01-31', '2020-02-01', '2021-02-19', today].map(valid_as_of => ({
      valid_as_of,
      recorded_as_of: endOf('2021-02-19'),
    }))
    for (const clock of clocks) {
      expect(await readAll(then.db, clock)).toEqual(await readAll(later.db, clock))
    }
  })

  test('holds nothing of 2025, not even where no read looks', async () => {
    const instruments = await then.owner.query<{ number: string }>('select number from instrument order by number')
    expect(instruments.rows.map(row => row.number)).toEqual(['855/NQ-UBTVQH14'])
    const later_days = await then.owner.query(
      `select key from unit join unit_version using (unit_id) where upper(valid) > '2021-02-19' and upper(valid) <> 'infinity'`,
    )
    expect(later_days.rows).toEqual([])
    const maps = await then.owner.query<{ drawn_from: string }>('select distinct drawn_from from map_tile order by drawn_from')
    expect(maps.rows.map(row => row.drawn_from)).toEqual(['2015-01-01', '2020-02-01'])
  })
})

async function readAll(db: Db, clocks: Clocks) {
  const question = { ...clocks, hierarchy: 'territory', unit: 'tinh-bac-kan' }
  const successions = await listSuccessions(db, clocks)
  return { units: await listUnits(db, question), unit: await findUnit(db, question), edges: successions.map(({ event, ...edge }) => edge) }
}

function worldUntil(until: string) {
  const world = withDatabase('empty')
  beforeAll(async () => {
    await world.owner.query('begin')
    await loadTerritory(world.owner, { until })
    await world.owner.query('commit')
  })
  return world
}

function byKind(units: UnitRow[]): number[] {
  return commune_level.map(kind => units.filter(unit => unit.unit_kind === kind).length)
}
