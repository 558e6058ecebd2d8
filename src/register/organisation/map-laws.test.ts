import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

/** The law of the map stands in the schema: here the owner of the database breaks it, past every verb. */
const world = withDatabase('territory')

beforeEach(async () => {
  await world.owner.query('begin')
})
afterEach(async () => {
  await world.owner.query('rollback')
})

/** The constraint that refuses the statements, or null. */
async function refusedBy(...statements: string[]): Promise<string | null> {
  try {
    for (const statement of [...statements, 'set constraints all immediate']) await world.owner.query(statement)
    return null
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  }
}

const id = (key: string) => `(select unit_id from unit where key = '${key}')`
const place = (unit: string, parent: string, from: string, to = 'infinity') =>
  `insert into placement (unit_id, hierarchy, parent_id, valid) values (${id(unit)}, 'territory', ${id(parent)}, daterange('${from}', '${to}'))`
const begin = (key: string, from: string) => [
  `insert into unit (key) values ('${key}')`,
  `insert into unit_version (unit_id, name, unit_kind, valid) values (${id(key)}, 'Mới', 'commune', daterange('${from}', 'infinity'))`,
]
const event = (day: string) =>
  `insert into succession_event (kind, effective_on, instrument_id) values ('merged', '${day}', (select min(instrument_id) from instrument))`
const succeed = (from: string, to: string, share: number | null = null) =>
  `insert into succession (succession_event_id, predecessor_id, successor_id, population_share, area_share)
   values ((select max(succession_event_id) from succession_event), ${id(from)}, ${id(to)}, ${share}, ${share})`
const end = (unit: string, day: string) =>
  `with closed as (
     update unit_version set recorded = closed(recorded)
      where unit_id = ${id(unit)} and upper(recorded) = 'infinity' and upper(valid) = 'infinity' returning *)
   insert into unit_version (unit_id, code, name, unit_kind, valid)
   select unit_id, code, name, unit_kind, daterange(lower(valid), '${day}') from closed`

describe('placements', () => {
  test('a child stands only where its parent exists', async () => {
    expect(await refusedBy(...begin('xa-moi', '2026-01-01'), place('xa-moi', 'tinh-thai-nguyen-2025', '2026-01-01'))).toBe(null)
    expect(await refusedBy(...begin('xa-moi-hon', '2026-01-01'), place('xa-moi-hon', 'tinh-bac-kan', '2026-01-01'))).toBe(
      'placement_within_parent',
    )
  })

  test('a unit has one parent at a time', async () => {
    expect(await refusedBy(place('xa-ba-be', 'tinh-thai-nguyen-2025', '2026-01-01'))).toBe(
      'placement_unit_id_hierarchy_valid_recorded_excl',
    )
  })

  test('nobody stands under itself by way of others', async () => {
    expect(
      await refusedBy(
        ...begin('xa-a', '2026-01-01'),
        ...begin('xa-b', '2026-01-01'),
        place('xa-a', 'xa-b', '2026-01-01'),
        place('xa-b', 'xa-a', '2026-01-01'),
      ),
    ).toBe('placement_without_cycle')
  })

  test('a parent does not end before its children', async () => {
    expect(await refusedBy(end('tinh-thai-nguyen-2025', '2027-01-01'))).toBe('parent_outlives_children')
  })

  test('a unit without children may end', async () => {
    expect(await refusedBy(end('xa-ba-be', '2027-01-01'))).toBe(null)
  })
})

describe('successions', () => {
  const two = [...begin('xa-a', '2027-01-01'), ...begin('xa-b', '2027-01-01'), event('2027-01-01'), end('xa-ba-be', '2027-01-01')]
  const alive = [...begin('xa-a', '2027-01-01'), event('2027-01-01')]

  test('lead from a unit that stood on the eve to one that stands on the day', async () => {
    expect(await refusedBy(...alive, succeed('xa-ba-be', 'xa-a'))).toBe(null)
  })
  test('do not lead from a unit that had ended, or had not begun', async () => {
    expect(await refusedBy(...alive, succeed('xa-cao-tri', 'xa-a'))).toBe('succession_after_source')
  })
  test('do not lead from a unit that begins on the day', async () => {
    expect(await refusedBy(event('2025-07-01'), succeed('xa-ba-be', 'xa-thuong-quan'))).toBe('succession_after_source')
  })
  test('do not lead to a unit that has ended', async () => {
    expect(await refusedBy(event('2027-01-01'), succeed('xa-ba-be', 'xa-cao-tri'))).toBe('succession_into_a_living_unit')
  })
  test('share a source out whole', async () => {
    expect(await refusedBy(...two, succeed('xa-ba-be', 'xa-a', 0.4), succeed('xa-ba-be', 'xa-b', 0.6))).toBe(null)
  })
  test('do not share out more than a source', async () => {
    expect(await refusedBy(...two, succeed('xa-ba-be', 'xa-a', 0.5), succeed('xa-ba-be', 'xa-b', 0.6))).toBe('succession_shares_sum_to_one')
  })
  test('do not lose a part of a source that ends', async () => {
    expect(await refusedBy(...two, succeed('xa-ba-be', 'xa-a', 0.4), succeed('xa-ba-be', 'xa-b', 0.4))).toBe('succession_shares_sum_to_one')
  })
  test('leave the rest to a source that goes on', async () => {
    expect(await refusedBy(...alive, succeed('xa-ba-be', 'xa-a', 0.4))).toBe(null)
  })
  test('never lead back', async () => {
    expect(await refusedBy(event('2027-01-01'), succeed('xa-ba-be', 'xa-cho-ra'), succeed('xa-cho-ra', 'xa-ba-be'))).toBe(
      'succession_without_cycle',
    )
  })
})

describe('history', () => {
  test('two versions of a unit are never both true and both known', async () => {
    expect(
      await refusedBy(
        `insert into unit_version (unit_id, name, unit_kind, valid) values (${id('xa-ba-be')}, 'Ba Bể', 'commune', '[2026-01-01,infinity)')`,
      ),
    ).toBe('unit_version_unit_id_valid_recorded_excl')
  })
  test.each(['unit_version', 'placement', 'succession_event', 'succession', 'carry_rule', 'instrument'])(
    'rows of %s are not rewritten and not deleted',
    async table => {
      await world.owner.query('savepoint before')
      expect(await refusedBy(`delete from ${table}`)).toMatch(/history_is_kept|fkey/)
      await world.owner.query('rollback to before')
      expect(await refusedBy(`update ${table} set recorded = tstzrange('2015-01-01', 'infinity')`)).toBe('history_is_kept')
    },
  )
  test('a key is one unit’s for ever', async () => {
    expect(await refusedBy(`insert into unit (key) values ('xa-cao-tri')`)).toBe('unit_key_key')
  })
})
