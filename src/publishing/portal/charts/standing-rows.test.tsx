import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Course } from '../../../numbers/figure/index.ts'
import { StandingLines } from './standing-lines.tsx'
import { rowsOf } from './standing-rows.ts'

const course = (unit: string, from: string, more: Partial<Course> = {}): Course => ({
  ...{ unit, name: unit.toUpperCase(), from, until: null, held: [{ from, until: more.until ?? null, rank: 1 }], into: [] },
  ...more,
})
const merged = { until: '2020-02-01', into: ['c'] }
const courses = [
  course('a', '2018-01-01', merged),
  course('x', '2018-06-01'),
  course('b', '2019-01-01', merged),
  course('c', '2020-02-01', { held: [] }),
]

test('a successor goes on in the row of the first of its predecessors; the others end right below it', () => {
  expect(rowsOf(courses).map(({ key, names, ends, joins }) => [key, names.join(' › '), ends, joins])).toEqual([
    ['a', 'A › C', null, null],
    ['b', 'B', '2020-02-01', 'a'],
    ['x', 'X', null, null],
  ])
})

test('what holds at the end has a point there; what lapsed has none, and joins the line that it went into', () => {
  const drawn = renderToString(<StandingLines rows={rowsOf(courses)} until="2021-01-01" mergers={['2020-02-01']} label="từng xã" />)
  expect(drawn.match(/<circle/g)).toHaveLength(1)
  expect(drawn.match(/class="held"/g)).toHaveLength(3)
  expect(drawn).toMatch(/class="gone" d="M[\d.]+ 76V46"/)
  expect(drawn).toContain('aria-label="từng xã"')
})
