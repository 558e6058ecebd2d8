import { expect, test } from 'vitest'
import { type CarryRule, carry, type RankDecision } from './carry.ts'
import type { SuccessionRow } from './reads/list-successions.ts'

const edge = (predecessor: string, successor: string, more: Partial<SuccessionRow> = {}): SuccessionRow => ({
  event: 1,
  kind: 'merged',
  effective_on: '2020-02-01',
  instrument: '855/NQ-UBTVQH14',
  predecessor,
  predecessor_name: predecessor,
  predecessor_kind: 'commune',
  predecessor_population: null,
  predecessor_goes_on: false,
  successor,
  successor_name: successor,
  successor_kind: 'commune',
  successor_existed: false,
  population_share: null,
  area_share: null,
  certainty: 'documented',
  rule: 'all',
  least_share: null,
  stated: false,
  ...more,
})
const recognised = (unit: string, decided_on: string, rank = 1): RankDecision => ({
  unit,
  decided_on,
  rank,
  verdict: 'recognised',
  instrument: 'QĐ',
})
const holders = (rule: CarryRule | null, decisions: RankDecision[], edges: SuccessionRow[]) =>
  [...carry(decisions, edges, { rule, kinds: ['commune'] }).values()].map(h => `${h.unit}:${h.rank}`).sort()

const joined = [edge('rã-bản', 'đồng-thắng'), edge('đông-viên', 'đồng-thắng')]

test('a merged commune keeps the standard under «all» only when every predecessor had it', () => {
  expect(holders('all', [recognised('rã-bản', '2017-12-29')], joined)).toEqual([])
  expect(holders('all', [recognised('rã-bản', '2017-12-29'), recognised('đông-viên', '2018-12-29')], joined)).toEqual(['đồng-thắng:1'])
})

test('under «any» one recognised predecessor is enough, and under «none» nothing is carried', () => {
  expect(holders('any', [recognised('rã-bản', '2017-12-29', 2)], joined)).toEqual(['đồng-thắng:2'])
  expect(holders('none', [recognised('rã-bản', '2017-12-29')], joined)).toEqual([])
})

test('a new decision after the merger restores what lapsed', () => {
  const decisions = [recognised('rã-bản', '2017-12-29'), recognised('đồng-thắng', '2021-12-31')]
  expect(holders(null, decisions, joined)).toEqual(['đồng-thắng:1'])
})

test('a town among the predecessors neither keeps nor ends a commune’s recognition', () => {
  const edges = [edge('như-cố', 'chợ-mới'), edge('đồng-tâm', 'chợ-mới', { predecessor_kind: 'township' })]
  expect(holders('all', [recognised('như-cố', '2017-12-29')], edges)).toEqual(['chợ-mới:1'])
})

test('unknown numbers of people carry nothing under «population»', () => {
  const known = [
    edge('a', 'c', { predecessor_population: 3000, population_share: '1' }),
    edge('b', 'c', { predecessor_population: 1000, population_share: '1' }),
  ]
  const by_people = { rule: 'population' as const, least_share: 0.7, kinds: ['commune'] }
  expect(carry([recognised('a', '2017-12-29')], known, by_people).get('c')?.rank).toBe(1)
  expect(carry([recognised('b', '2017-12-29')], known, by_people).has('c')).toBe(false)
  expect(carry([recognised('a', '2017-12-29')], joinedUnknown(), by_people).has('c')).toBe(false)
})

test('a commune that gives a part away, or receives one, and lives on keeps what it holds and gains nothing', () => {
  const gift = edge('như-cố', 'quảng-chu', { predecessor_goes_on: true, successor_existed: true })
  expect(holders('all', [recognised('như-cố', '2017-12-29')], [gift])).toEqual(['như-cố:1'])
  expect(holders('all', [recognised('quảng-chu', '2017-12-29')], [gift])).toEqual(['quảng-chu:1'])
  expect(holders('any', [recognised('như-cố', '2017-12-29')], [gift])).toEqual(['như-cố:1'])
})

test('a revocation takes its rank and all above it; of the lowest rank nothing remains', () => {
  const revoked = (rank: number) => ({ ...recognised('kim-lư', '2024-01-01', rank), verdict: 'revoked' as const })
  expect(holders('all', [recognised('kim-lư', '2020-12-31', 2), revoked(2)], [])).toEqual(['kim-lư:1'])
  expect(holders('all', [recognised('kim-lư', '2020-12-31', 2), revoked(1)], [])).toEqual([])
  expect(holders('all', [revoked(2)], [])).toEqual([])
})

function joinedUnknown() {
  return [edge('a', 'c', { predecessor_population: 3000, population_share: '1' }), edge('b', 'c')]
}
