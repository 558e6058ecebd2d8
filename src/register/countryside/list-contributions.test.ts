import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { endOf } from '../../basis/shared/dates.ts'
import { listContributions } from './list-contributions.ts'

const world = withDatabase('territory')

beforeAll(async () => {
  await give('xa-cao-tri', '2019-05-01', 100)
  await give('xa-hiep-luc', '2022-05-01', 200)
  await give('xa-hiep-luc', '2022-06-01', 50)
  await give('xa-na-ri', '2025-08-01', 400)
  await give('tinh-thai-nguyen', '2020-05-01', 800)
  await give('xa-kim-lu', '2020-05-01', 1600, null)
  await give('xa-kim-lu', '2020-05-01', 3200, '2023-01-01')
})

/** Land, in m². Verified on the day of giving unless said otherwise; null is never. */
async function give(place: string, given_on: string, quantity: number, verified_on: string | null = given_on): Promise<void> {
  const { rows } = await world.owner.query(
    `insert into contribution (contribution_kind, quantity, work, place_id, given_on)
     select 'land', $1, 'đường', unit_id, $2 from unit where key = $3 returning contribution_id`,
    [quantity, given_on, place],
  )
  if (verified_on === null) return
  const verify = 'insert into contribution_verification (contribution_id, verified_on) values ($1, $2)'
  await world.owner.query(verify, [rows[0].contribution_id, verified_on])
}

async function given(valid_as_of: string, unit = 'tinh-bac-kan', from = '2016-01-01') {
  const clocks = { valid_as_of, recorded_as_of: endOf('2199-12-31') }
  const rows = await listContributions(world.db, { ...clocks, unit, kind: 'land', from, to: valid_as_of })
  return rows.map(row => `${row.place} ${row.quantity} ${row.contributions}`)
}

test('what was given in a commune that lived only between two mergers is counted after the second', async () => {
  expect(await given('2026-11-24')).toEqual(['xa-cao-tri 100 1', 'xa-hiep-luc 250 2', 'xa-kim-lu 3200 1', 'xa-na-ri 400 1'])
})

test('only what was given, and verified, by the day', async () => {
  expect(await given('2022-12-31')).toEqual(['xa-cao-tri 100 1', 'xa-hiep-luc 250 2'])
  expect(await given('2022-05-31')).toEqual(['xa-cao-tri 100 1', 'xa-hiep-luc 200 1'])
})

test('of a district only what was given while it had the commune', async () => {
  expect(await given('2022-12-31', 'huyen-ngan-son')).toEqual(['xa-hiep-luc 250 2'])
  expect(await given('2026-11-24', 'huyen-ngan-son')).toEqual(['xa-hiep-luc 250 2'])
})
