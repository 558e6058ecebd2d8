import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { withPortal } from '../../../test/harness/portal.ts'
import { addDays, dayOf } from '../../basis/shared/dates.ts'
import { checkCommand } from '../../numbers/check/index.ts'
import { figureCommand, figuresAt, type PublicAnswer } from '../../numbers/figure/index.ts'
import type { Db } from '../../platform/database/index.ts'
import { hrefFor, ordinary_display } from '../../platform/web/index.ts'
import { historyOf } from './history.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const now = new Date()
const today = dayOf(now)
const in_a_year = addDays(today, 365)
const too_far = [addDays(in_a_year, 1), '9999-12-31', '1944-12-31', '1000-01-01']
const tomorrow = `${addDays(today, 1)}T08:00:00+07:00`

/** Every question in an address that names a time, with a time that nobody may ask for. */
const too_far_asked: Record<string, string>[] = [
  ...['valid_as_of', 'map_day', 'from', 'to'].flatMap(name => too_far.map(day => ({ [name]: day }))),
  ...['2200', '9999', '1944', '-1', '1e9'].map(year => ({ year })),
  ...[tomorrow, '9999-12-31T00:00:00Z'].map(recorded_as_of => ({ recorded_as_of })),
]

test('a day, a year or an instant too far away is refused at its field, on the page, as data and on the command line alike', async () => {
  for (const asked of too_far_asked) {
    const [[field, value]] = Object.entries(asked) as [[string, string]]
    const address = `${portal.address}/so-lieu/F16`
    const question = String(new URLSearchParams(asked))
    const data = await fetch(`${address}.json?${question}`)
    const { problems } = (await data.json()) as { problems: { field: string; code: string }[] }
    expect([data.status, problems.map(problem => problem.field)], question).toEqual([422, [field]])
    const page = await fetch(`${address}?${question}`)
    expect([page.status, (await page.text()).includes('role="alert"')], question).toEqual([422, true])
    const told = await figureCommand(world.db, ['F16', `--${field.replaceAll('_', '-')}=${value}`], now)
    expect([told.code, told.out, told.err.startsWith(`${field}: `)], question).toEqual([2, '', true])
  }
})

test('the map and the number check refuse such days too', async () => {
  for (const day of too_far) {
    const said = 'Chỉ hỏi được các ngày từ 01/01/1945'
    const home = await fetch(`${portal.address}/?ngay=${day}`)
    expect([home.status, (await home.text()).includes(said)], day).toEqual([422, true])
    const body = new URLSearchParams({ bai: 'Tỉnh có 96 xã.', ngay: day })
    const checked = await fetch(`${portal.address}/kiem-so`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
    expect([checked.status, (await checked.text()).includes(said)], day).toEqual([422, true])
    expect(await checkCommand(world.db, ['src/numbers/check/judge/scene.txt', '--valid-as-of', day], now, false)).toMatchObject({
      code: 2,
      out: '',
    })
  }
  expect(await checkCommand(world.db, ['src/numbers/check/judge/scene.txt', '--recorded-as-of', tomorrow], now, false)).toMatchObject({
    code: 2,
  })
})

test('the last day that may be asked for is answered, and its history ends with what the register knows', async () => {
  const far = await fetch(`${portal.address}/so-lieu/F16?valid_as_of=${in_a_year}`)
  expect(far.status).toBe(200)
  const asked: unknown[] = []
  const ask = (figure: string, question: object): Promise<PublicAnswer | null> => {
    asked.push(question)
    return figuresAt(world.db, now).ask(figure, question)
  }
  const view = {
    lang: 'vi' as const,
    display: ordinary_display,
    to: hrefFor({ lang: 'vi' }),
  }
  const points = await historyOf({ ask, day: today, view }, 'F16', { valid_as_of: in_a_year })
  const this_year = Number(today.slice(0, 4))
  expect(points.at(-1)!.label).toBe(String(this_year))
  expect(asked).toHaveLength(this_year + 1 - 2016 + 1)
})

test('one page asks the database at most four questions at a time', async () => {
  let under_way = 0
  let most = 0
  const watched = {
    executeQuery: async (asked: never) => {
      most = Math.max(most, ++under_way)
      try {
        return await world.db.executeQuery(asked)
      } finally {
        under_way -= 1
      }
    },
  } as unknown as Db
  const { ask } = figuresAt(watched, now)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask('F23', { valid_as_of: addDays('2020-01-01', i) })))
  expect([answers.every(answer => answer !== null), most]).toEqual([true, 4])
})

test('an address that asks for numbers or a list refuses what it does not know, and what it is told twice; trackers and the display are neither', async () => {
  const { rows } = await world.owner.query<{ run: number }>('select min(figure_run_id) as run from figure_run')
  const run = `/so-lieu/lan-tinh/${rows[0]!.run}`
  const strict = [
    '/so-lieu/F16',
    '/en/so-lieu/F16',
    '/so-lieu/F16.csv',
    '/so-lieu/F16.json',
    run,
    `${run}.json`,
    '/kiem-so',
    '/so-lieu',
    '/tin',
  ]
  const statuses = async (query: string) => Promise.all(strict.map(async path => (await fetch(`${portal.address}${path}?${query}`)).status))
  const all = (status: number) => strict.map(() => status)
  for (const query of [
    'x=1',
    'ngay=2021-02-19',
    'co=lon&co=lon',
    'co=lon&co=nho',
    '__proto__=1',
    'constructor',
    'Co=lon',
    'valid_as_of%20=2021-02-19',
  ])
    expect([query, await statuses(query)]).toEqual([query, all(422)])
  for (const query of ['fbclid=x&fbclid=y', 'utm_source=a&utm_campaign_id=b&zarsrc=30&gclid=1', 'co=lon&tp=cao', ''])
    expect([query, await statuses(query)]).toEqual([query, all(200)])
  const data = await fetch(`${portal.address}/so-lieu/F16.json?unit=a&unit=b&x=1`)
  expect(await data.json()).toEqual({
    problems: [
      { code: 'repeated-parameter', field: 'unit' },
      { code: 'unknown-parameter', field: 'x' },
    ],
  })
  const page = await (await fetch(`${portal.address}/so-lieu/F16?${'x'.repeat(500)}=<b>`)).text()
  expect([page.includes(`«${'x'.repeat(60)}»`), page.includes('<b>')]).toEqual([true, false])
  for (const path of ['/', '/gioi-thieu', '/tin.atom'])
    expect([path, (await fetch(`${portal.address}${path}?x=1&x=2`)).status]).toEqual([path, 200])
})

test('on the command line what is given twice is refused, as in an address', async () => {
  for (const twice of [
    ['--year=2019', '--year=2020'],
    ['--unit', 'a', '--unit', 'a'],
  ])
    expect(await figureCommand(world.db, ['F1', ...twice], now)).toMatchObject({ code: 2, out: '' })
  expect(await checkCommand(world.db, ['src/numbers/check/judge/scene.txt', '--json', '--json'], now, false)).toMatchObject({
    code: 2,
    out: '',
  })
})
