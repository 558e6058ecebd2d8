import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { tellApart } from './tell-apart.ts'

const world = withDatabase('empty')
const [day, merged_on] = ['2026-03-01', '2025-07-01']

/** Two wards become one: each had a school of one name, and a cell of a name of its own. */
beforeAll(async () => {
  await world.owner.query(`
    set neu_guong.loading = 'yes';
    insert into unit (unit_id, key)
    values (1, 'phuong-a'), (2, 'phuong-b'), (3, 'phuong-moi'), (11, 'truong-a'), (12, 'truong-b'), (13, 'to-1'), (14, 'truong-moi');
    insert into unit_version (unit_id, name, unit_kind, valid, recorded)
    select unit_id, name, kind, daterange('2015-01-01', until::date), tstzrange('2015-01-01', 'infinity')
      from (values (1, 'Đảng bộ phường A', 'base-organisation', '${merged_on}'), (2, 'Đảng bộ phường B', 'base-organisation', '${merged_on}'),
                   (3, 'Đảng bộ phường Mới', 'base-organisation', 'infinity'), (11, 'Chi bộ Trường THCS', 'cell', 'infinity'),
                   (12, 'Chi bộ Trường THCS', 'cell', 'infinity'), (13, 'Chi bộ tổ 1', 'cell', 'infinity'),
                   (14, 'Chi bộ Trường THCS', 'cell', 'infinity')) as v (unit_id, name, kind, until);
    insert into placement (unit_id, hierarchy, parent_id, valid, recorded)
    select unit_id, 'party', parent_id, daterange(since::date, until::date), tstzrange('2015-01-01', 'infinity')
      from (values (11, 1, '2015-01-01', '${merged_on}'), (11, 3, '${merged_on}', 'infinity'), (12, 2, '2015-01-01', '${merged_on}'),
                   (12, 3, '${merged_on}', 'infinity'), (13, 1, '2015-01-01', '${merged_on}'), (13, 3, '${merged_on}', 'infinity'),
                   (14, 3, '${merged_on}', 'infinity')) as p (unit_id, parent_id, since, until);
    reset neu_guong.loading`)
})

test('of units of one list, those that share a name are told apart by what they were under before', async () => {
  const school = 'Chi bộ Trường THCS'
  const units = [
    { key: 'truong-a', name: school },
    { key: 'truong-b', name: school },
    { key: 'truong-moi', name: school },
    { key: 'to-1', name: 'Chi bộ tổ 1' },
  ]
  const told = await tellApart(world.database.db, { hierarchy: 'party', day }, units)
  expect(told.map(({ was_under }) => was_under)).toEqual(['Đảng bộ phường A', 'Đảng bộ phường B', null, null])
  const before = await tellApart(world.database.db, { hierarchy: 'party', day: '2025-01-01' }, units)
  expect(before.map(({ was_under }) => was_under)).toEqual([null, null, null, null])
})
