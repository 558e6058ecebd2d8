import { expect, test } from 'vitest'
import { addDays } from '../../basis/shared/dates.ts'
import { doubtsAbout, problemsWithCall, usualWindow } from './campaign.ts'

test('what a form suggests on any day of two years is neither wrong nor doubtful', () => {
  const days = Array.from({ length: 731 }, (_, i) => addDays('2027-01-01', i))
  const odd = days.flatMap(today => {
    const call = { ...usualWindow(today), theme: 'Nói đi đôi với làm', deeds_least: 2, deeds_most: 3, form_version: 1 }
    return [
      ...problemsWithCall(call),
      ...doubtsAbout({ ...call, joins_until: '' }, { others: [], bounds: { deeds_least: 2, deeds_most: 3 }, theme: null }),
    ].map(({ code }) => `${today} ${code}`)
  })
  expect(odd).toEqual([])
})

test('in autumn it is the year to come', () => {
  expect([usualWindow('2026-09-30').year, usualWindow('2026-10-01').year, usualWindow('2026-12-01').due_on]).toEqual([
    2026,
    2027,
    '2026-12-31',
  ])
})
