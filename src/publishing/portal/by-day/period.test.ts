import { expect, test } from 'vitest'
import { periodIn, sayPeriod } from './period.ts'

test('a year, a month and a day begin and end in Vietnam', () => {
  const spans = ['2021', '2024-02', '2021-12-31'].map(text => periodIn(text)!).map(({ kind, since, until }) => [kind, since, until])
  expect(spans).toEqual([
    ['year', '2020-12-31T17:00:00.000Z', '2021-12-31T17:00:00.000Z'],
    ['month', '2024-01-31T17:00:00.000Z', '2024-02-29T17:00:00.000Z'],
    ['day', '2021-12-30T17:00:00.000Z', '2021-12-31T17:00:00.000Z'],
  ])
})

test('what is no period is none', () => {
  for (const text of ['', '21', '2021-13', '2021-02-30', '1021', '2021-2', '2021-02-1', 'abcd', '20210218'])
    expect([text, periodIn(text)]).toEqual([text, null])
})

test('periods are said in both languages', () => {
  const said = ['2021', '2021-02', '2021-02-18'].map(text => [sayPeriod(text, 'vi'), sayPeriod(text, 'en')])
  expect(said).toEqual([
    ['năm 2021', '2021'],
    ['tháng 2/2021', 'February 2021'],
    ['ngày 18/02/2021', '18 February 2021'],
  ])
})
