import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { endOf } from '../../basis/shared/dates.ts'
import { listContributingHouseholds } from './list-contributing-households.ts'
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

/** What a household, or another giver, gave: money, so that the land above stays what it is. */
async function giveBy(
  giver: string,
  place: string,
  given_on: string,
  { kind = 'household', verified_on = given_on as string | null } = {},
) {
  const { rows } = await world.owner.query(
    `insert into contribution (contribution_kind, quantity, work, place_id, given_on)
     select 'money', 1, 'đường', unit_id, $1 from unit where key = $2 returning contribution_id`,
    [given_on, place],
  )
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  await world.owner.query('insert into contribution_giver (contribution_id, household, giver_kind) values ($1, $2, $3)', [
    rows[0].contribution_id,
    giver,
    kind,
  ])
  await world.owner.query('commit')
  const verify = 'insert into contribution_verification (contribution_id, verified_on) values ($1, $2)'
  if (verified_on !== null) await world.owner.query(verify, [rows[0].contribution_id, verified_on])
}

test('F14: a household counts once, before and after its commune was merged; of two communes that were, people of one name are two', async () => {
  await giveBy('Hộ ông Nông Văn Páo', 'xa-lang-ngam', '2018-03-01')
  await giveBy('Hộ ông Nông Văn Páo', 'xa-huong-ne', '2018-04-01')
  await giveBy('ong nong van pao', 'xa-hiep-luc', '2022-05-01')
  await giveBy('Nông Văn Páo', 'xa-lang-ngam', '2018-03-09')
  await giveBy('Hộ bà Lý Thị Sinh', 'xa-kim-lu', '2019-01-05', { verified_on: '2021-01-05' })
  await giveBy('Hộ bà Lý Thị Sinh, Khuổi Lót', 'xa-kim-lu', '2019-01-05', { verified_on: null })
  await giveBy('Chi đoàn xã', 'xa-kim-lu', '2019-01-05', { kind: 'collective' })
  const households = async (valid_as_of: string, unit = 'tinh-bac-kan', from = '2016-01-01') => {
    const rows = await listContributingHouseholds(world.db, { valid_as_of, recorded_as_of: endOf('2199-12-31'), unit, from })
    return rows.map(row => `${row.key} ${row.households}`)
  }
  expect(await households('2019-12-31')).toEqual(['huyen-ngan-son 2'])
  expect(await households('2022-12-31')).toEqual(['huyen-na-ri 1', 'huyen-ngan-son 2'])
  expect(await households('2022-12-31', 'huyen-ngan-son')).toEqual(['xa-hiep-luc 2'])
  expect(await households('2022-12-31', 'huyen-ngan-son', '2020-01-01')).toEqual(['xa-hiep-luc 1'])
  // A province that has ended has what it had on its last day; its heir has the communes of today.
  expect(await households('2026-11-30')).toEqual(['huyen-na-ri 1', 'huyen-ngan-son 2'])
  expect(await households('2026-11-30', 'tinh-thai-nguyen-2025')).toEqual(['xa-hiep-luc-2025 2', 'xa-na-ri 1'])
})
