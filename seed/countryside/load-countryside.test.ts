import { describe, expect, test } from 'vitest'
import { endOf } from '../../src/basis/shared/dates.ts'
import { findStandingStatus, listHoldings, listStandingDecisions, type StandingDecisionRow } from '../../src/register/countryside/index.ts'
import { type CarryRule, listUnits } from '../../src/register/organisation/index.ts'
import { withDatabase } from '../../test/harness/database.ts'

const world = withDatabase('territory')
const printed_on = '2021-02-19'
const unit = 'tinh-bac-kan'

/** The communes of the day that hold at least the rank. */
async function communesHolding(valid_as_of: string, rank = 1, rule: CarryRule | null = null, recorded_on = valid_as_of): Promise<string[]> {
  const clocks = { valid_as_of, recorded_as_of: endOf(recorded_on) }
  const holdings = await listHoldings(world.db, { ...clocks, unit, map_day: valid_as_of, rule })
  const units = await listUnits(world.db, { ...clocks, hierarchy: 'territory', unit })
  return units.filter(row => row.unit_kind === 'commune' && (holdings.get(row.key)?.rank ?? 0) >= rank).map(row => row.key)
}

async function everRecognised(recorded_on: string): Promise<StandingDecisionRow[]> {
  const rows = await listStandingDecisions(world.db, { unit, valid_as_of: recorded_on, recorded_as_of: endOf(recorded_on) })
  return rows.filter(row => row.is_member && row.unit_kind === 'commune' && row.standing_level === 'standard')
}

const recognised_until_2020 = [
  'xa-cao-tri',
  'xa-cuong-loi',
  'xa-kim-lu',
  'xa-quang-thuan',
  'xa-ra-ban',
  'xa-nhu-co',
  'xa-nong-thuong',
  'xa-binh-van',
  'xa-tan-tien',
  'xa-van-tung',
  'xa-hao-nghia',
  'xa-boc-bo',
  'xa-giao-hieu',
  'xa-ha-hieu',
  'xa-yen-dinh',
  'xa-yen-thuong',
  'xa-phuong-linh',
  'xa-dia-linh',
  'xa-duong-quang',
  'xa-nong-thinh',
  'xa-khang-ninh',
  'xa-duc-van',
  'xa-bang-van',
].sort()

/** What the mergers of 2020 ended: five in communes with an unattained part, three in a township or with one. */
const lapsed_in_2020 = [
  'xa-cao-tri',
  'xa-cuong-loi',
  'xa-ra-ban',
  'xa-tan-tien',
  'xa-hao-nghia',
  'xa-nong-thinh',
  'xa-yen-dinh',
  'xa-phuong-linh',
]
const standing_in_2021 = recognised_until_2020.filter(key => !lapsed_in_2020.includes(key))
const their_heirs = ['xa-thuong-giao-2020', 'xa-cuong-loi-2020', 'xa-dong-thang', 'xa-tan-tu', 'xa-tran-phu', 'xa-thanh-thinh']
const recognised_for_2021 = ['xa-phuong-vien', 'xa-yen-thinh', 'xa-thanh-thinh', 'xa-quan-ha', 'xa-cuong-loi-2020', 'xa-thuong-giao-2020']

describe('on 19/02/2021', () => {
  test('23 communes had been recognised', async () => {
    const units = (await everRecognised(printed_on)).map(row => row.unit)
    expect(units.sort()).toEqual(recognised_until_2020)
    expect(units).toHaveLength(23)
  })

  test('15 of them stand under «all», which Resolution 855 names', async () => {
    const standing = await communesHolding(printed_on)
    expect(standing).toEqual(standing_in_2021)
    expect(standing).toHaveLength(15)
    expect(await communesHolding(printed_on, 1, 'all')).toEqual(standing)
  })

  test('21 would stand under «any», and they are other communes than the 21 of 2021', async () => {
    const any = await communesHolding(printed_on, 1, 'any')
    expect(any).toEqual([...standing_in_2021, ...their_heirs].sort())
    expect(any).toHaveLength(21)
    expect(any).not.toEqual([...standing_in_2021, ...recognised_for_2021].sort())
  })

  test('Quang Thuận and Kim Lư are advanced', async () => {
    expect(await communesHolding(printed_on, 2)).toEqual(['xa-kim-lu', 'xa-quang-thuan'])
  })

  test('the city is completing the conditions', async () => {
    const [city] = await findStandingStatus(world.db, {
      unit: 'thanh-pho-bac-kan',
      valid_as_of: printed_on,
      recorded_as_of: endOf(printed_on),
    })
    expect(city).toMatchObject({ step: 'completing', step_since: '2019-12-30', verdict: null, decided_on: null })
  })
})

describe('afterwards', () => {
  test('the six of 2021 make 21 of 96', async () => {
    expect(await communesHolding('2022-06-01')).toEqual([...standing_in_2021, ...recognised_for_2021].sort())
  })

  test('the city is recognised on 03/06/2022 for 2020', async () => {
    const status = async (day: string) =>
      (await findStandingStatus(world.db, { unit: 'thanh-pho-bac-kan', valid_as_of: day, recorded_as_of: endOf(day) }))[0]!
    expect(await status('2022-06-02')).toMatchObject({ step: 'assessed', verdict: null })
    expect(await status('2022-06-03')).toMatchObject({
      ...{ verdict: 'recognised', decided_on: '2022-06-03', effective_year: 2020, published_on: '2022-06-03' },
      ...{ instrument: '675/QĐ-TTg', step: null },
    })
  })

  test('Vân Tùng leaves the set when it becomes a township', async () => {
    const [before, after] = [await communesHolding('2023-04-09'), await communesHolding('2023-04-10')]
    expect(before.filter(key => !after.includes(key))).toEqual(['xa-van-tung'])
  })
})

test('every row of the files found its unit', async () => {
  const { rows } = await world.owner.query<Record<string, number>>(
    `select (select count(*) from standing_decision) as decisions, (select count(*) from standing_step) as steps,
            (select count(*) from assessment) as assessments, (select count(*) from criteria_set) as sets`,
  )
  expect(rows).toEqual([{ decisions: 32, steps: 6, assessments: 110, sets: 8 }])
})

test('each set has its document, as many criteria as it says, and the indicators that are known of it', async () => {
  const { rows } = await world.owner.query<{ said: string }>(
    `select concat_ws(' ', i.number, s.of_kind, s.standing_level, s.criteria, count(distinct k.criterion_id), count(x.criterion_indicator_id)) as said
       from criteria_set s
       join instrument i using (instrument_id)
       join criterion k using (criteria_set_id)
       left join criterion_indicator x using (criterion_id)
      group by s.criteria_set_id, i.number
      order by 1`,
  )
  expect(rows.map(({ said }) => said)).toEqual([
    '1980/QĐ-TTg commune standard 19 19 49',
    '318/QĐ-TTg commune advanced 19 19 0',
    '318/QĐ-TTg commune standard 19 19 57',
    '319/QĐ-TTg commune model 4 4 0',
    '320/QĐ-TTg district advanced 9 9 0',
    '320/QĐ-TTg district standard 9 9 0',
    '321/QĐ-TTg province standard 4 4 0',
    '51/2025/QĐ-TTg commune standard 10 10 0',
  ])
})

test('at the end of 2017 the communes met 8.7 criteria in the mean: 9 all of them, 23 ten to fourteen, 74 five to nine, 4 fewer', async () => {
  const { rows } = await world.owner.query<{ met: number }>(
    `select met from assessment where assessed_on = '2017-12-31' and upper(recorded) = 'infinity'`,
  )
  const between = (least: number, most: number) => rows.filter(({ met }) => met >= least && met <= most).length
  expect([between(19, 19), between(10, 14), between(5, 9), between(0, 4)]).toEqual([9, 23, 74, 4])
  expect(rows.reduce((sum, { met }) => sum + met, 0) / rows.length).toBe(8.7)
})
