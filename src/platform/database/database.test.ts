import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { query } from './query.ts'

const world = withDatabase('empty')

test('a day, an instant, a count and a quantity leave the database as text and numbers that mean the same everywhere', async () => {
  const read = query<Record<string, never>, Record<string, unknown>>(
    `select date '2021-02-19' as day, timestamptz '2021-02-19 08:00:00.25+07' as instant, 42::bigint as count, 1.50::numeric as quantity`,
  )
  expect(await read(world.db, {})).toEqual([{ day: '2021-02-19', instant: '2021-02-19T01:00:00.25Z', count: 42, quantity: '1.50' }])
})

test('so do they in an array', async () => {
  const read = query<Record<string, never>, Record<string, unknown>>(
    `select array[date '2021-02-19', null] as days, array[timestamptz '2021-02-19 08:00:00.25+07'] as instants, array[42::bigint, 7] as counts,
            array[1.50::numeric] as quantities, array['a, "b"', 'NULL'] as texts, '{}'::bigint[] as none`,
  )
  expect(await read(world.db, {})).toEqual([
    {
      days: ['2021-02-19', null],
      instants: ['2021-02-19T01:00:00.25Z'],
      counts: [42, 7],
      quantities: ['1.50'],
      texts: ['a, "b"', 'NULL'],
      none: [],
    },
  ])
})
