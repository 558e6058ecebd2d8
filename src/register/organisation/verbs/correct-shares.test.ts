import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { endOf } from '../../../basis/shared/dates.ts'
import { listSuccessions } from '../reads/list-successions.ts'
import { correctShares, type ShareCorrection } from './correct-shares.ts'

const world = withDatabase('territory')
const clerk = { person_id: null, name: 'test' }
const part = (successor: string, share: number | null) => ({
  predecessor: 'xa-luong-ha',
  successor,
  population_share: share,
  area_share: share,
})
const correct = (...edges: ShareCorrection['edges']) =>
  world.changeAsOwner(tx => correctShares(tx, clerk, { effective_on: '2020-02-01', edges }))

async function sharesOfLuongHa(recorded_as_of = endOf('2199-12-31')) {
  const edges = await listSuccessions(world.db, { valid_as_of: '2026-11-24', recorded_as_of })
  return edges.filter(edge => edge.predecessor === 'xa-luong-ha').map(edge => [edge.successor, edge.area_share])
}

test('shares that become known are known from now on, and were unknown before', async () => {
  const before = new Date().toISOString()
  expect(await correct(part('thi-tran-yen-lac-2020', 0.6), part('xa-cuong-loi-2020', 0.4))).toEqual({ ok: true, value: { corrected: 2 } })
  expect(await sharesOfLuongHa()).toEqual([
    ['thi-tran-yen-lac-2020', '0.6'],
    ['xa-cuong-loi-2020', '0.4'],
  ])
  expect(await sharesOfLuongHa(before)).toEqual([
    ['thi-tran-yen-lac-2020', null],
    ['xa-cuong-loi-2020', null],
  ])
})

test('shares that do not sum to one, an edge that is none and a share that is none are refused', async () => {
  const refused = (...problems: object[]) => ({ ok: false, problems })
  expect(await correct(part('thi-tran-yen-lac-2020', 0.9))).toMatchObject(refused({ code: 'shares-over-one' }))
  expect(await correct(part('thi-tran-yen-lac-2020', 0.1))).toMatchObject(refused({ code: 'shares-over-one' }))
  expect(await correct(part('xa-kim-lu', 0.6))).toMatchObject(refused({ code: 'unknown-edge', field: 'edges.0' }))
  expect(await correct(part('thi-tran-yen-lac-2020', 1.1))).toMatchObject(
    refused({ code: 'share-out-of-range', field: 'edges.0.population_share' }, { code: 'share-out-of-range', field: 'edges.0.area_share' }),
  )
})
