import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('empty')

const beginning = `
  set local neu_guong.loading = 'yes';
  insert into unit (unit_id, key) values (1, 'chi-bo-mot'), (2, 'chi-bo-hai');
  insert into person (person_id) values (1), (2);
  insert into post (post_id, unit_id, title, is_head) values (1, 1, 'Bí thư', true), (2, 1, 'Phó Bí thư', false);`
const member = (unit: number, valid: string) =>
  `insert into membership (person_id, unit_id, kind, valid) values (1, ${unit}, 'party-member', '${valid}');`
const holds = (person: number, valid: string) => `insert into tenure (post_id, person_id, valid) values (1, ${person}, '${valid}');`

async function verdictOn(...statements: string[]): Promise<string | null> {
  await world.owner.query('begin')
  try {
    await world.owner.query([beginning, ...statements].join('\n'))
    return null
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  } finally {
    await world.owner.query('rollback')
  }
}

test('a person is in one cell at a time, and may move to another', async () => {
  expect(await verdictOn(member(1, '[2016-01-01,2018-01-01)'), member(2, '[2018-01-01,infinity)'))).toBeNull()
  expect(await verdictOn(member(1, '[2016-01-01,infinity)'), member(2, '[2018-01-01,infinity)'))).toBe('one_cell_a_person')
})

test('a post has one holder at a time, and a unit one head', async () => {
  expect(await verdictOn(holds(1, '[2016-01-01,2018-01-01)'), holds(2, '[2018-01-01,infinity)'))).toBeNull()
  expect(await verdictOn(holds(1, '[2016-01-01,infinity)'), holds(2, '[2018-01-01,2018-02-01)'))).toBe('one_holder_a_post')
  expect(await verdictOn(`insert into post (post_id, unit_id, title, is_head) values (3, 1, 'Chủ tịch', true);`)).toBe('one_head_a_unit')
})

test('what is known of a person has one open version', async () => {
  const version = `insert into person_version (person_id, full_name) values (1, 'Nông Thị Lan');`
  expect(await verdictOn(version)).toBeNull()
  expect(await verdictOn(version, version)).toBe('one_open_version_a_person')
})
