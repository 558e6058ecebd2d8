import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read, root, sources } from './tree.ts'

/**
 * A row closed, begun or read «as known now» by the clock: `tstzrange(…, transaction_timestamp())`,
 * `reach_of(unit_id, :day, now())`. A day of the calendar and «older than a day» may ask the clock.
 */
const by_the_clock = /tstzrange\((?:[^\n]*, *)?transaction_timestamp\(\)|(?:day\b|::date|today_in_vietnam\(\)|opens_on\b), now\(\)/

function offencesIn(text: string): string[] {
  return text.split('\n').flatMap(line => by_the_clock.exec(line)?.[0] ?? [])
}

test('SQL closes a row with closed(recorded), and reads «as known now» with recorded_now(): the clock may go back', () => {
  const verbs = sources().filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path))
  const schema = globSync(['src/**/schema/*.sql', 'migrations/*.sql'], { cwd: root }).map(path => ({ path, text: read(path) }))
  const found = [...verbs, ...schema].flatMap(({ path, text }) => offencesIn(text).map(offence => `${path}: ${offence}`))
  expect(found).toEqual([])
})

test('each way of asking the clock is found, and what may ask it is not', () => {
  const offence = [
    `set recorded = tstzrange(lower(recorded), transaction_timestamp())`,
    `recorded tstzrange not null default tstzrange(transaction_timestamp(), 'infinity')`,
    `cross join lateral units_by_branch('party', u.unit_id, :day, now()) a`,
    `successor_of(p.unit_id, today_in_vietnam(), now())`,
  ]
  expect(offence.map(line => offencesIn(line).length)).toEqual(offence.map(() => 1))
  expect(offencesIn(`(now() at time zone 'Asia/Ho_Chi_Minh')::date; where kept_at < now() - interval '1 day'`)).toEqual([])
})
