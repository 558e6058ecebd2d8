import { expect, test } from 'vitest'
import { problemsWithYear } from '../../src/register/exemplar/model/adopt-model.ts'
import { report_form } from '../../src/register/exemplar/model/forms.ts'
import { retention_form } from '../../src/register/rights/forms.ts'
import { readBirth } from '../../src/register/roster/table/read-cells.ts'
import { withDatabase } from '../harness/database.ts'

const world = withDatabase('empty')

const always = { started_on: '0001-01-01', ended_on: null }
const amounts = { income: null, households: 1, jobs: null }
const today = '2090-12-31'

/** Of each column of years that the database bounds, which of them the program takes. */
const taken: Record<string, (year: number) => boolean> = {
  'adoption_report.year': year =>
    [...report_form.year.problems(year), ...problemsWithYear({ year, ...amounts }, always, today)].length === 0,
  'person_version.birth_year': year => {
    const read = readBirth({ text: String(year), number: year } as never, 1900, today)
    return 'value' in read && read.value.birth_year === year
  },
  'retention_rule.years': years => [...retention_form.years.problems(years)].length === 0,
}

/** The columns of years with bounds, each with the first and the last year that it holds. */
async function bounded(): Promise<Map<string, [number, number]>> {
  const { rows } = await world.owner.query(
    `select c.conrelid::regclass || '.' || a.attname as column, a.attname as name, pg_get_expr(c.conbin, c.conrelid) as says
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
      where c.contype = 'c' and a.atttypid = 'integer'::regtype and a.attname ~ 'year' order by 1`,
  )
  const bounds = new Map<string, [number, number]>()
  for (const { column, name, says } of rows) {
    const held = await world.owner.query(
      `select min(${name}) as least, max(${name}) as most from generate_series(-10, 3000) ${name} where ${says}`,
    )
    bounds.set(column, [held.rows[0].least, held.rows[0].most])
  }
  return bounds
}

test('no year that the program takes is one that the database refuses', async () => {
  const bounds = await bounded()
  expect([...bounds.keys()]).toEqual(Object.keys(taken))
  for (const [column, [least, most]] of bounds) {
    const years = Array.from({ length: 3010 }, (_, i) => i - 10).filter(taken[column]!)
    expect(years.length, column).toBeGreaterThan(0)
    expect([column, years.filter(year => year < least || year > most)]).toEqual([column, []])
  }
})
