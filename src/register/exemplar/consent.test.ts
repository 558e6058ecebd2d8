import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { endOf } from '../../basis/shared/dates.ts'
import { listPublishedExemplars } from './reads/list-published-exemplars.ts'
import { listRecognisedExemplars } from './reads/list-recognised-exemplars.ts'

const world = withDatabase('empty')
const clocks = { valid_as_of: '2026-11-24', recorded_as_of: endOf('2026-11-24') }

beforeAll(async () => {
  await world.owner.query(`
    set neu_guong.loading = 'yes';
    insert into instrument (instrument_id, number, kind, issuer, title, signed_on) values (1, '12/QĐ-UBND', 'decision', 'UBND', 'x', '2018-05-17');
    insert into unit (unit_id, key) values (1, 'tinh'), (2, 'xa');
    insert into unit_version (unit_id, name, unit_kind, valid, recorded)
    values (1, 'Tỉnh', 'province', '[2015-01-01,infinity)', '[2016-01-01,infinity)'), (2, 'Nà', 'commune', '[2015-01-01,infinity)', '[2016-01-01,infinity)');
    insert into placement (unit_id, hierarchy, parent_id, valid, recorded) values (2, 'territory', 1, '[2015-01-01,infinity)', '[2016-01-01,infinity)');
    insert into exemplar (exemplar_id, kind, field, unit_id, recorded)
    select n, 'individual', 'economy', 2, '[2018-05-18,infinity)' from generate_series(1, 4) n;
    insert into exemplar_profile (exemplar_id, name, recorded)
    select n, 'Người số ' || n, '[2018-05-18,infinity)' from generate_series(1, 4) n;
    insert into exemplar_story (exemplar_id, story_vi, story_en, recorded)
    select n, 'Chuyện ' || n, 'Story ' || n, '[2018-05-18,infinity)' from generate_series(1, 4) n;
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on, recorded)
    select n, 'province', 'commendation', 'Làm kinh tế giỏi', 1, '2018-05-17', '[2018-05-18,infinity)' from generate_series(1, 4) n;
    insert into consent (exemplar_id, scope, valid, recorded)
    values (1, 'name', '[2018-06-01,infinity)', '[2018-06-01,infinity)'), (1, 'story', '[2018-06-01,infinity)', '[2018-06-01,infinity)'),
           (1, 'place', '[2018-06-01,infinity)', '[2018-06-01,infinity)'),
           (2, 'name', '[2018-06-01,infinity)', '[2018-06-01,infinity)'),
           (3, 'name', '[2018-06-01,2020-06-30)', '[2018-06-01,infinity)'), (3, 'story', '[2018-06-01,2020-06-30)', '[2018-06-01,infinity)');`)
})

test('named are those whose consent is in force, each with as much as they allowed', async () => {
  const rows = await listPublishedExemplars(world.db, clocks)
  expect(rows.map(row => [row.name, row.story_en, row.place])).toEqual([
    ['Người số 1', 'Story 1', 'xa'],
    ['Người số 2', null, null],
  ])
})

test('the application reads no name and no story past the policies, whatever it asks', async () => {
  const app = await world.connect('neu_guong_app')
  expect((await app.query('select name from exemplar_profile order by 1')).rows).toEqual([{ name: 'Người số 1' }, { name: 'Người số 2' }])
  expect((await app.query('select story_en from exemplar_story')).rows).toEqual([{ story_en: 'Story 1' }])
})

test('a page about the past does not name who has withdrawn since', async () => {
  const then = await listPublishedExemplars(world.db, { valid_as_of: '2019-01-01', recorded_as_of: endOf('2019-01-01') })
  expect(then.map(row => row.name)).toEqual(['Người số 1', 'Người số 2'])
})

test('withdrawing takes the name away at once; the count stays', async () => {
  const before = await listRecognisedExemplars(world.db, { ...clocks, unit: 'tinh', from: '2016-01-01' })
  await world.owner.query(`begin;
    update consent set recorded = closed(recorded) where exemplar_id = 1 and scope = 'name';
    insert into consent (exemplar_id, scope, valid, recorded) values (1, 'name', '[2018-06-01,2019-01-01)', tstzrange(transaction_timestamp(), 'infinity'));
    commit`)
  const now = { valid_as_of: clocks.valid_as_of, recorded_as_of: 'infinity' }
  expect((await listPublishedExemplars(world.db, clocks)).map(row => row.name)).toEqual(['Người số 2'])
  expect(
    await listRecognisedExemplars(world.db, { ...now, recorded_as_of: clocks.recorded_as_of, unit: 'tinh', from: '2016-01-01' }),
  ).toEqual(before)
  expect(before.map(row => row.key)).toEqual(['exemplar-1', 'exemplar-2', 'exemplar-3', 'exemplar-4'])
})

test('one award for one achievement, until it is corrected', async () => {
  const again = `insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on) values (1, 'nation', 'order', 'Làm kinh tế giỏi', 1, '2019-01-01')`
  await expect(world.owner.query(again)).rejects.toMatchObject({ constraint: 'one_award_an_achievement' })
  await world.owner.query(again.replace('Làm kinh tế giỏi', 'Hiến đất'))
})
