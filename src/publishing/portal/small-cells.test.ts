import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { withPortal } from '../../../test/harness/portal.ts'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { addDays, endOf } from '../../basis/shared/dates.ts'
import { type Answer, answerFigure, type Definition, type FigureRow, findRun } from '../../numbers/figure/index.ts'
import { listUnits } from '../../register/organisation/index.ts'
import { csvOf, jsonOf } from './answer-data.ts'
import { sayValue } from './say.ts'
import { words } from './words.ts'

/**
 * What an attack found on the pages of the demo province, tried again: each trick must work on what the register knows,
 * and fail on what is public.
 */
const world = withDatabase('demo')
const portal = withPortal(world)
const now = new Date()
const day = '2021-02-19'
const years = [2018, 2019, 2020]
let units: string[]
let pages: Answer[]

beforeAll(async () => {
  const rows = await listUnits(world.db, {
    hierarchy: 'party',
    unit: 'tinh-uy-bac-kan',
    valid_as_of: day,
    recorded_as_of: now.toISOString(),
  })
  // Of bases and districts there are some hundred; cells would add nothing but their number.
  units = [
    ...rows.filter(({ key }) => key.startsWith('dang-bo-')),
    ...rows.filter(({ key }) => key.startsWith('chi-bo-')).slice(0, 60),
  ].map(({ key }) => key)
  pages = await Promise.all(units.map(unit => known('F1', { unit })))
})

async function known(figure: string, asked: object): Promise<Answer> {
  return (await knownAt(figure, asked)) ?? expect.fail(`nothing is known of ${JSON.stringify(asked)}`)
}

async function knownAt(figure: string, asked: object): Promise<Answer | null> {
  const outcome = await answerFigure(world.db, figure, { valid_as_of: day, ...asked }, now)
  return outcome.ok ? outcome.value : null
}

async function shown(path: string): Promise<string> {
  return (await fetch(`${portal.address}${path}`)).text()
}
const shownJson = async (figure: string, asked: Record<string, string>) =>
  JSON.parse(await shown(`/so-lieu/${figure}.json?${new URLSearchParams({ valid_as_of: day, ...asked })}`))

/**
 * The rows with a small one's counts left out; of all that they may be, those whose digest is the one that was printed.
 */
function recovered(rows: readonly FigureRow[], small: FigureRow, digest: string): FigureRow[] {
  const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i)
  const tries = upTo(9).flatMap(due =>
    upTo(due).flatMap(submitted =>
      upTo(submitted).flatMap(on_time => upTo(submitted).map(approved => ({ ...small, due, submitted, on_time, approved }))),
    ),
  )
  return tries.filter(one => digestOf(rows.map(row => (row.key === small.key ? one : row))) === digest)
}

test('a digest gives no blanked row away: that of all rows would, and it is on no page, in no file and in no run', async () => {
  const with_small = pages.filter(({ rows }) => rows.some(({ due }) => Number(due) < 10))
  expect(with_small.length).toBeGreaterThan(20)
  for (const {
    rows,
    digest,
    parameters: { unit },
  } of with_small.slice(0, 20)) {
    const small = rows.find(({ due }) => Number(due) < 10)!
    expect(recovered(rows, small, digest)).toEqual([small])
    const json = await shownJson('F1', { unit })
    expect(json.digest).toBe(digestOf(json.rows))
    expect(recovered(rows, small, json.digest)).toEqual([])
    for (const path of [`/so-lieu/F1?valid_as_of=${day}&unit=${unit}`, `/so-lieu/F1.json?valid_as_of=${day}&unit=${unit}`])
      expect(await shown(path)).not.toContain(digest)
  }
  const { rows } = await world.owner.query<{ figure_run_id: number }>(`select figure_run_id from figure_run where figure in ('F1', 'F3')`)
  expect(rows.length).toBeGreaterThan(0)
  for (const { figure_run_id } of rows) {
    const { digest } = (await findRun(world.db, figure_run_id))!
    const json = await shown(`/so-lieu/lan-tinh/${figure_run_id}.json`)
    expect(Object.keys(JSON.parse(json).run).sort()).toEqual(['figure', 'figure_run_id', 'parameters', 'value', 'version'])
    expect([json.includes(digest), (await shown(`/so-lieu/lan-tinh/${figure_run_id}`)).includes(digest)]).toEqual([false, false])
  }
})

test('where every row is kept back the page says so, and not that there are none', async () => {
  const all_kept = await Promise.all(
    pages.map(async ({ rows, parameters: { unit } }) => {
      const kept = rows.length > 0 && (await shownJson('F1', { unit })).rows.length === 0
      return kept ? [await shown(`/so-lieu/F1?valid_as_of=${day}&unit=${unit}`)] : []
    }),
  )
  const seen = all_kept.flat()
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.filter(page => page.includes(words.vi.no_rows) || !page.includes(words.vi.rows_withheld))).toEqual([])
})

test('the yearly course tells no value of a unit that its own page keeps back', async () => {
  const small = pages.filter(({ denominator }) => denominator! > 0 && denominator! < 10)
  expect(small.length).toBeGreaterThan(40)
  for (const {
    parameters: { unit },
  } of small.slice(0, 40)) {
    expect((await shownJson('F1', { unit })).value).toEqual({ kind: 'withheld' })
    const page = await shown(`/so-lieu/F1?valid_as_of=${day}&unit=${unit}`)
    for (const year of years) {
      const answer = await knownAt('F1', { unit, year })
      if (answer?.denominator) expect(page).not.toContain(`${answer.numerator} trên ${answer.denominator}`)
    }
    expect(page.slice(page.indexOf('<main')).replaceAll('width=&quot;100%&quot;', '')).not.toMatch(/class="chart"|\d%/)
  }
})

test('a unit less those of its branches that are told is never one branch alone', async () => {
  const district = await known('F1', {})
  for (const unit of ['tinh-uy-bac-kan', ...district.rows.map(({ key }) => key)]) {
    const all = await known('F1', { unit })
    const told = (await shownJson('F1', { unit })).rows as FigureRow[]
    const rest = all.rows.filter(row => !told.some(({ key }) => key === row.key))
    expect([rest.length === 1, rest.length > 0 && rest.reduce((sum, { due }) => sum + Number(due), 0) < 10]).toEqual([false, false])
  }
})

test('from day to day, by either clock, a small unit is told the same: the end of the month before', async () => {
  const unit = pages.find(({ denominator }) => denominator! >= 10 && denominator! < 40)!.parameters.unit
  const asked = ['2020-12-03', '2020-12-17', '2020-12-30'].flatMap((day): Record<string, string>[] => [
    { valid_as_of: day },
    { valid_as_of: day, recorded_as_of: endOf(addDays(day, 3)) },
  ])
  const answers = await Promise.all(asked.map(question => shownJson('F1', { unit, year: '2020', ...question })))
  expect(answers.map(({ is_of_month_end, parameters }) => [is_of_month_end, parameters.valid_as_of])).toEqual(
    asked.map(() => [true, '2020-11-30']),
  )
  const { parameters } = await shownJson('F1', { unit, year: '2020', valid_as_of: '2021-01-31', recorded_as_of: endOf('2020-12-15') })
  expect(parameters.recorded_as_of).toBe(endOf('2020-11-30'))
})

test('exemplars are numbers by kind and field, no row each', async () => {
  const { rows, numerator } = await shownJson('F11', {})
  expect(rows.reduce((sum: number, row: FigureRow) => sum + Number(row.exemplars), 0)).toBe(numerator)
  expect(JSON.stringify(rows)).not.toMatch(/exemplar-\d/)
})

test('no public output takes an answer of the register, and no figure is without a word on people: neither compiles', () => {
  const answer = { rows: [] } as unknown as Answer
  // @ts-expect-error: only what was made public
  const json = () => jsonOf(answer)
  // @ts-expect-error: only what was made public
  const csv = () => csvOf(answer)
  // @ts-expect-error: only what was made public
  const said = () => sayValue(answer.value, 'vi')
  // @ts-expect-error: it does not say whether it counts people
  const definition: Definition = {
    id: 'F1',
    version: 1,
    map: 'as-of',
    maps: [],
    defaults: { ...answer.parameters, hierarchy: 'territory' },
    kinds: [],
    reads: [],
    takes: [],
    count: async () => null,
  }
  expect([json, csv, said, definition]).toHaveLength(4)
})
