import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { PublicAnswer } from '../../../numbers/figure/index.ts'
import { TrendSaid } from './series-parts.tsx'
import { trendOf } from './trend.ts'

/** Months from January on. */
function year(of: number, ...months: ([quantity: number | null, whole?: number] | null)[]): Pick<PublicAnswer, 'rows'> {
  const rows = months.map((month, i) => ({ key: `${of}-0${i + 1}`, quantity: month?.[0] ?? null, ...(month?.[1] && { whole: month[1] }) }))
  return { rows } as unknown as Pick<PublicAnswer, 'rows'>
}

test('a year is compared over the months that it and the year before both have', () => {
  const trend = trendOf(year(2026, [120], null, [90]), year(2025, [100], [500], [80], [700]), 2025, 'up')
  expect(trend).toEqual({
    ...{ year: 2025, months: 2, left_out: 0, is_better: true },
    ...{ now: { quantity: 210, whole: null }, before: { quantity: 180, whole: null } },
  })
})

test('a part is compared by its rate; whether more is better the indicator says', () => {
  const [newest, earlier] = [year(2026, [60, 100]), year(2025, [70, 140])]
  expect(trendOf(newest, earlier, 2025, 'up')).toMatchObject({ now: { quantity: 60, whole: 100 }, is_better: true })
  expect(trendOf(newest, earlier, 2025, 'down')).toMatchObject({ is_better: false })
  expect(trendOf(newest, earlier, 2025, 'none')).toMatchObject({ is_better: null })
  expect(trendOf(newest, newest, 2025, 'up')).toMatchObject({ is_better: null })
})

test('a month that fewer places told of is not compared with one that all told of', () => {
  const from = (places: number, { rows }: Pick<PublicAnswer, 'rows'>) => ({ rows: rows.map(row => ({ ...row, places })) })
  const [newest, earlier] = [year(2026, [60], [70]), year(2025, [90], [100])]
  expect(trendOf(from(2, newest), from(3, earlier), 2025, 'up')).toBeNull()
  const mixed = { rows: [...from(3, earlier).rows.slice(0, 1), ...from(2, earlier).rows.slice(1)] }
  expect(trendOf(from(2, newest), mixed, 2025, 'up')).toMatchObject({
    months: 1,
    left_out: 1,
    now: { quantity: 70 },
    before: { quantity: 100 },
  })
})

test('without a month of both years, or where nothing came in, nothing is compared', () => {
  expect(trendOf(year(2026, [60]), year(2025, null, [70]), 2025, 'up')).toBeNull()
  expect(trendOf(year(2026, [60]), year(2025, [0]), 2025, 'up')).toBeNull()
})

test('it is said in one sentence that names both years: sums in per cent, rates in percentage points', () => {
  const sum = trendOf(year(2026, [120], [90]), year(2025, [100], [100]), 2025, 'none')!
  const rate = trendOf(year(2026, [60, 100]), year(2025, [70, 140]), 2025, 'up')!
  const said = (trend: typeof sum, measure: string | null, lang: 'vi' | 'en') => renderToString(<TrendSaid {...{ trend, measure, lang }} />)
  expect(said(sum, 'hồ sơ', 'vi')).toContain('So với 2 tháng cùng có số liệu của năm 2025 (200 hồ sơ), năm 2026 nhiều hơn 5%.')
  expect(said(rate, null, 'vi')).toContain('So với tháng cùng có số liệu của năm 2025 (50%), năm 2026 cao hơn 10 điểm phần trăm (tốt lên).')
  expect(said({ ...sum, left_out: 6 }, 'hồ sơ', 'vi')).toContain('Không so 6 tháng có số nơi gửi khác năm trước.')
  expect(said(rate, null, 'en')).toContain('Against the same month of 2025 (50%), 2026: 10 percentage points higher (better).')
})
