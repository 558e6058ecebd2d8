import { describe, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays, dayOf, endOf } from '../../basis/shared/dates.ts'
import { listHoldings } from './list-holdings.ts'
import { listStandingDecisions } from './list-standing-decisions.ts'
import { recogniseStanding } from './recognise-standing.ts'
import type { StandingDecision } from './standing.ts'

const world = withDatabase('territory', { until: '2021-02-19' })
const clerk = { person_id: null, name: 'test' }
const today = dayOf(new Date())

const forgotten: StandingDecision = {
  unit: 'xa-dong-vien',
  standing_level: 'standard',
  verdict: 'recognised',
  instrument: { number: '9/QĐ-TEST', kind: 'decision', issuer: 'Ủy ban nhân dân tỉnh', title: 'Công nhận', signed_on: '2019-12-20' },
  decided_on: '2019-12-20',
  effective_year: 2019,
}

async function codesOf(more: Partial<StandingDecision>): Promise<string[]> {
  const outcome = await world.changeAsOwner(tx => recogniseStanding(tx, clerk, { ...forgotten, ...more }))
  return outcome.ok
    ? []
    : outcome.problems.map(({ code, field, limit }) => [code, field, limit].filter(part => part !== undefined).join(' '))
}

describe('a decision that cannot be is refused', () => {
  test.each<[string, Partial<StandingDecision>, string[]]>([
    ['an unknown unit', { unit: 'xa-khong-co' }, ['unknown-unit unit']],
    ['an unknown level', { standing_level: 'perfect' }, ['unknown-level standing_level']],
    ['a day before the commune existed', { unit: 'xa-dong-thang' }, ['before-unit decided_on 2020-02-01']],
    ['a day after the commune ended', { decided_on: '2020-02-01' }, ['unit-ended decided_on 2020-02-01']],
    ['a township', { unit: 'thi-tran-yen-lac' }, ['kind-cannot-hold unit']],
    ['a day to come', { unit: 'xa-kim-lu', decided_on: addDays(today, 1) }, [`day-to-come decided_on ${today}`]],
    ['a day that does not exist', { decided_on: '2019-02-29' }, ['no-such-day decided_on']],
    ['a year after the decision', { effective_year: 2020 }, ['no-such-year effective_year']],
    ['publishing before deciding', { published_on: '2019-12-19' }, ['published-before-decided published_on 2019-12-20']],
    ['no number', { instrument: { ...forgotten.instrument, number: '' } }, ['missing instrument.number']],
    ['what was decided already', { unit: 'xa-ra-ban', decided_on: '2017-12-29', effective_year: 2017 }, ['decided-already effective_year']],
    [
      'all at once',
      { unit: 'xa-khong-co', standing_level: 'perfect', decided_on: addDays(today, 1) },
      ['unknown-level standing_level', `day-to-come decided_on ${today}`, 'unknown-unit unit'],
    ],
  ])('%s', async (_, more, codes) => {
    expect(await codesOf(more)).toEqual(codes)
  })
})

test('a decision of 2019 that is entered today changes what is now known of 2021, and not what was known then', async () => {
  const holders = async (recorded_as_of: string) => {
    const clocks = { valid_as_of: '2021-02-19', recorded_as_of }
    return [...(await listHoldings(world.db, { ...clocks, unit: 'tinh-bac-kan', map_day: '2021-02-19' })).keys()].sort()
  }
  const before = await holders(endOf('2021-02-19'))
  const outcome = await world.changeAsOwner(tx => recogniseStanding(tx, clerk, forgotten))
  expect(outcome).toEqual({ ok: true, value: { standing_decision_id: expect.any(Number) } })

  expect(await holders(endOf('2021-02-19'))).toEqual(before)
  // Rã Bản and Đông Viên became Đồng Thắng: now that both are known to have had it, it is carried under «all».
  expect(await holders(endOf(today))).toEqual([...before, 'xa-dong-thang'].sort())
  const decisions = await listStandingDecisions(world.db, { unit: 'tinh-bac-kan', valid_as_of: today, recorded_as_of: endOf(today) })
  expect(decisions.find(decision => decision.unit === 'xa-dong-vien')).toMatchObject({
    ...{ instrument: '9/QĐ-TEST', decided_on: '2019-12-20', effective_year: 2019, published_on: null, is_member: true },
  })
})
