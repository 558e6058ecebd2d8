import { expect, test } from 'vitest'
import { endOf } from '../../src/basis/shared/dates.ts'
import { type Asked, answerFigure, printValue } from '../../src/numbers/figure/index.ts'
import { listSeriesNotes } from '../../src/register/indicator/index.ts'
import { withDatabase } from '../../test/harness/database.ts'

const world = withDatabase('demo')
const now = new Date('2026-11-24T03:00:00Z')

/** The answer on a day as known that evening. */
async function ask(figure: string, valid_as_of: string) {
  const answer = await answerFigure(world.db, figure, { valid_as_of, recorded_as_of: endOf(valid_as_of) }, now)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.value
}

test('in 2020, and in no year before, everybody who was due has an approved commitment', async () => {
  const answers = [
    await ask('F1', '2018-02-19'),
    await ask('F1', '2019-02-19'),
    await ask('F1', '2020-02-19'),
    await ask('F1', '2021-02-19'),
  ]
  expect(answers.map(({ numerator, denominator }) => numerator === denominator)).toEqual([false, false, false, true])
  expect(answers.map(({ numerator, denominator }) => numerator! / denominator! > 0.95)).toEqual([true, true, true, true])
  expect(answers.map(({ rows }) => rows.length)).toEqual([11, 11, 11, 11])
})

test('each has two or three deeds', async () => {
  for (const day of ['2019-02-19', '2020-02-19', '2021-02-19']) {
    const { value, numerator, denominator } = await ask('F3', day)
    expect(value).toMatchObject({ kind: 'bounds', least: 2, most: 3 })
    expect(numerator).toBe(denominator)
  }
})

test('most hand in on time, and at the end of 2020 nobody is missing; in the years before, some are', async () => {
  const on_time = [await ask('F2', '2019-02-19'), await ask('F2', '2021-02-19')]
  expect(on_time.map(({ numerator, denominator }) => numerator! / denominator! > 0.9 && numerator! < denominator!)).toEqual([true, true])
  const [before, after] = [await ask('F4', '2019-02-19'), await ask('F4', '2021-02-19')]
  expect([before.value, after.value]).toEqual([
    { kind: 'count', count: before.numerator },
    { kind: 'count', count: 0 },
  ])
  expect(before.numerator).toBeGreaterThan(0)
  expect(before.rows.map(({ missing }) => missing).reduce((sum: number, n) => sum + Number(n), 0)).toBe(before.numerator)
})

test('deeds are done, partly done, not done or not reported; together they are the registered', async () => {
  const { rows, numerator, denominator } = await ask('F5', '2021-02-19')
  const sums = ['registered', 'done', 'partly', 'not_done', 'not_reported'].map(column =>
    rows.reduce((sum, row) => sum + Number(row[column]), 0),
  )
  expect(sums.every(sum => sum > 0)).toBe(true)
  expect(sums[0]).toBe(sums.slice(1).reduce((sum, n) => sum + n))
  expect([sums[1], sums[0]]).toEqual([numerator, denominator])
  expect(numerator! / denominator!).toBeGreaterThan(0.85)
})

test('leaders come to a plan more often every year, and all of them in 2020', async () => {
  const answers = [await ask('F6', '2017-02-19'), await ask('F6', '2019-02-19'), await ask('F6', '2021-02-19')]
  const shares = answers.map(({ numerator, denominator }) => numerator! / denominator!)
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
  expect(shares.map(share => share === 1)).toEqual([false, false, true])
})

test('more plans of leaders are found good every year', async () => {
  const answers = [await ask('F7', '2017-02-19'), await ask('F7', '2019-02-19'), await ask('F7', '2021-02-19')]
  expect(answers.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [342, 533],
    [437, 559],
    [518, 567],
  ])
})

test('exemplars are counted once, and the one whose recognition was revoked no longer', async () => {
  const answers = [await ask('F11', '2019-02-19'), await ask('F11', '2020-02-19'), await ask('F11', '2021-02-19')]
  expect(answers.map(({ rows }) => new Set(rows.map(row => row.key)).size)).toEqual([239, 346, 468])
  const keys = answers.map(({ rows }) => rows.map(row => row.key))
  expect(keys[0]!.filter(key => !keys[1]!.includes(key))).toEqual(['exemplar-239'])
})

test('F11 and F12 on three days: who was recognised and how often, models in operation and who has taken them up', async () => {
  const golden = []
  for (const day of ['2019-12-31', '2021-02-19', '2026-06-30']) {
    const [recognised, models] = [(await ask('F11', day)).rows, (await ask('F12', day)).rows]
    const sum = (rows: typeof models, column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
    golden.push(`${day}: ${recognised.length} · ${sum(recognised, 'awards')} · ${models.length} · ${sum(models, 'adoptions')}`)
  }
  expect(golden).toEqual(['2019-12-31: 346 · 365 · 3 · 13', '2021-02-19: 468 · 490 · 6 · 29', '2026-06-30: 532 · 554 · 5 · 39'])
})

test('land given is a number in the hundreds of thousands of square metres, the same at every scale', async () => {
  expect((await ask('F13', '2021-02-19')).value).toEqual({ kind: 'quantity', quantity: '365640', measure: 'm2' })
})

test('F13 to F19 on three days: before the mergers of 2020, on the day of the article, and after those of 2025', async () => {
  const figures = ['F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19']
  const golden = []
  for (const day of ['2019-12-31', '2021-02-19', '2026-11-30']) {
    const answers = []
    for (const figure of figures) answers.push(printValue((await ask(figure, day)).value))
    golden.push(`${day}: ${answers.join(' · ')}`)
  }
  expect(golden).toEqual([
    '2019-12-31: 282.210 m² · 2.247 · 14 · 14 · 0 · 12,73% · 8,7 tiêu chí',
    '2021-02-19: 365.640 m² · 2.917 · 23 · 15 · 2 · 15,63% · 8,1 tiêu chí',
    '2026-11-30: 366.400 m² · 2.926 · 29 · 1 · 0 · 2,86% · 6,7 tiêu chí',
  ])
})

test('F22: what three centres sent, before and after the merger of their places; the month that nobody sent is empty', async () => {
  const of = async (kind: string, unit: string, valid_as_of: string) => {
    const answer = await answerFigure(world.db, 'F22', { kind, unit, valid_as_of }, new Date('2026-12-01T03:00:00Z'))
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
    const { value, rows, kind_name } = answer.value
    return { value, empty: rows.filter(({ quantity }) => quantity === null).map(({ key }) => key), said: kind_name?.vi }
  }
  const golden = [
    await of('ho-so-tiep-nhan', 'tinh-bac-kan', '2024-12-31'),
    await of('ho-so-truc-tuyen', 'xa-ba-be', '2025-12-31'),
    await of('ho-so-dung-han', 'tinh-thai-nguyen-2025', '2026-11-30'),
  ]
  // Before it lived, and the month that nobody sent.
  const months = [...[1, 2, 3, 4, 5, 6].map(month => `2025-0${month}`), '2025-11']
  expect(golden).toEqual([
    { value: { kind: 'quantity', quantity: '41583', measure: 'hồ sơ' }, empty: [], said: 'Hồ sơ tiếp nhận' },
    { value: { kind: 'rate', numerator: 1445, denominator: 1895 }, empty: months, said: 'Hồ sơ nộp trực tuyến' },
    { value: { kind: 'rate', numerator: 32459, denominator: 33252 }, empty: ['2026-11'], said: 'Hồ sơ giải quyết đúng hạn' },
  ])
  // The month that was revised says what it said before to whoever asks as of then.
  const may = async (recorded_as_of: string) => {
    const asked = { kind: 'ho-so-tiep-nhan', unit: 'thanh-pho-bac-kan', year: '2024', valid_as_of: '2024-12-31', recorded_as_of }
    const answer = await answerFigure(world.db, 'F22', asked, now)
    return answer.ok ? Number(answer.value.rows.find(({ key }) => key === '2024-05')!.quantity) : 0
  }
  const [before, after] = [await may(endOf('2024-06-30')), await may(endOf('2024-12-31'))]
  expect(after - before).toBe(37)
  const noted = async (unit: string, year: number) => {
    const at = { valid_as_of: '2026-11-30', recorded_as_of: now.toISOString() }
    const notes = await listSeriesNotes(world.db, { ...at, unit, kind: 'ho-so-tiep-nhan', year, most: 12 })
    return notes.map(({ month, quantity, stood, note }) => [month, Number(quantity), stood && Number(stood), note])
  }
  expect(await noted('thanh-pho-bac-kan', 2024)).toEqual([['2024-05', after, before, 'Đếm sót 37 hồ sơ nộp qua bưu chính.']])
  expect(await noted('xa-ba-be', 2026)).toEqual([['2026-03', 253, null, expect.stringContaining('khôi phục ngày 20/4')]])
})

test('F8, F9, F10: what was repaired, whose review is concluded, who is at the highest level, each at three dates', async () => {
  const today = new Date(Date.now() + 60_000)
  const of = async (figure: string, asked: Asked) => {
    const answer = await answerFigure(world.db, figure, asked, today)
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
    const { numerator, denominator, rows } = answer.value
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)
    const apart = { F8: ['carried_twice'], F9: [], F10: ['level_2', 'level_3', 'level_4', 'headroom'] }[figure]!
    return [numerator, denominator, ...apart.map(sum)]
  }
  const base = 'dang-bo-phuong-bac-kan'
  const golden = [
    await of('F8', { valid_as_of: '2018-12-31', year: 2018 }),
    await of('F8', { valid_as_of: '2020-12-31', year: 2020 }),
    await of('F8', { valid_as_of: '2022-12-31', year: 2022 }),
    await of('F9', { valid_as_of: '2018-12-31' }),
    await of('F9', { valid_as_of: '2020-02-19' }),
    await of('F9', { valid_as_of: '2021-02-19' }),
    await of('F10', { unit: base, valid_as_of: '2026-11-30' }),
    await of('F10', { unit: base }),
    await of('F10', { unit: base, year: 2026, kind: 'quarter' }),
  ]
  const of_base = [1, 19, 17, 1, 0, 2]
  expect(golden).toEqual([[9, 28, 0], [17, 114, 0], [0, 97, 27], [769, 785], [776, 810], [788, 813], [0, 0, 0, 0, 0, 0], of_base, of_base])
  const unasked = await answerFigure(world.db, 'F8', { valid_as_of: '2026-11-30' }, today)
  expect(unasked.ok && unasked.value.parameters.year).toBe(2020)
})
