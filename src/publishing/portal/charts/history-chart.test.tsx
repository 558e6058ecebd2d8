import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Asking } from '../blocks/block.ts'
import { historyOf } from '../history.ts'
import { HistoryChart } from './history-chart.tsx'

type Month = [quantity: string | null, whole?: string]

/** A register that answers for 2025 and 2026 alone. */
function askingOf(kind: 'quantity' | 'rate' | 'none-due', years: Record<number, Month[]>): Pick<Asking, 'ask' | 'day' | 'view'> {
  const ask = async (_: string, { year = 2026 }: { year?: number }) => {
    const rows = years[year]?.map(([quantity, whole], i) => ({ name: `0${i + 1}/${year}`, quantity, whole }))
    return rows ? { parameters: { year }, value: { kind }, rows } : null
  }
  return { ask, day: '2026-04-01', view: { lang: 'vi' } } as unknown as Pick<Asking, 'ask' | 'day' | 'view'>
}

test('a monthly indicator is told by its months: those before the first value are left out, one without a value is a gap', async () => {
  const asking = askingOf('quantity', { 2025: [[null], ['1200'], ['900']], 2026: [['1000'], [null], ['1100']] })
  const points = await historyOf(asking, 'F22', {})
  expect(points.map(({ label, said }) => `${label} ${said}`)).toEqual([
    ...['02/2025 1.200', '03/2025 900', '01/2026 1.000', '02/2026 –', '03/2026 1.100'],
  ])
  const drawn = renderToString(<HistoryChart points={points} label="" />)
  expect(/class="line" d="([^"]*)"/.exec(drawn)?.[1]?.match(/M/g)).toHaveLength(2)
  expect(drawn.match(/<circle/g)).toHaveLength(4)
})

test('of an indicator that is a part, a month is its rate; where nothing came in, there is none', async () => {
  const points = await historyOf(
    askingOf('rate', {
      2026: [
        ['50', '80'],
        ['0', '0'],
        ['80', '80'],
      ],
    }),
    'F22',
    {},
  )
  expect(points.map(({ amount, said }) => [amount, said])).toEqual([
    [0.625, '62,5%'],
    [null, '–'],
    [1, '100%'],
  ])
})

test('of an indicator that is a part, months in which nothing came in are no course, and none of them is a 0', async () => {
  expect(
    await historyOf(
      askingOf('none-due', {
        2026: [
          ['0', '0'],
          ['0', '0'],
        ],
      }),
      'F22',
      {},
    ),
  ).toEqual([])
})

test('however many months there are, the values that are written stand apart and within the drawing', () => {
  const points = Array.from({ length: 36 }, (_, i) => ({ label: `${i}`.padStart(7, '0'), amount: 1000 + i, said: '123.456.789' }))
  const drawn = renderToString(<HistoryChart points={points} label="" />)
  const places = [...drawn.matchAll(/<text class="v" x="([\d.]+)"/g)].map(([, x]) => Number(x))
  expect(places.length).toBeGreaterThan(2)
  for (const [i, x] of places.entries()) {
    expect(x - (places[i - 1] ?? -72)).toBeGreaterThanOrEqual(140)
    expect(x).toBeLessThanOrEqual(640 - 72)
  }
})

test('the course of a mean stays within one set of criteria: years under an older set are no part of it', async () => {
  const of_set: Record<string, [string, string]> = {
    '2019': ['1980', '8.7'],
    '2020': ['1980', '9'],
    '2023': ['318', '12'],
    '2024': ['318', '13'],
  }
  const ask = async (_: string, { valid_as_of = '' }: { valid_as_of?: string }) => {
    const found = of_set[valid_as_of.slice(0, 4)]
    const rows = found ? [{ key: 'a', name: 'A', instrument: found[0] }] : []
    return found ? { rows, value: { kind: 'quantity', quantity: found[1], measure: 'tiêu chí' } } : null
  }
  const asking = { ask, day: '2024-12-31', view: { lang: 'vi' } } as unknown as Pick<Asking, 'ask' | 'day' | 'view'>
  const points = await historyOf(asking, 'F19', { valid_as_of: '2024-12-31' })
  expect(points.flatMap(({ label, amount }) => (amount === null ? [] : [[label, amount]]))).toEqual([
    ['2023', 12],
    ['2024', 13],
  ])
})
