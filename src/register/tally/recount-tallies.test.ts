import { expect, test } from 'vitest'
import { inStretches } from './recount-tallies.ts'

const of = (campaign_id: number, unit_id: number, people: number) => ({ campaign_id, unit_id, people })

test('one question recounts a hundred people of one campaign at most, or one unit that has more', () => {
  const units = [of(1, 1, 60), of(2, 1, 10), of(1, 2, 40), of(1, 3, 1), of(1, 4, 250), of(1, 5, 0)]
  expect(inStretches(units)).toEqual([
    { campaign_id: 1, unit_ids: [1, 2], people: 100 },
    { campaign_id: 1, unit_ids: [3], people: 1 },
    { campaign_id: 1, unit_ids: [4], people: 250 },
    { campaign_id: 1, unit_ids: [5], people: 0 },
    { campaign_id: 2, unit_ids: [1], people: 10 },
  ])
})
