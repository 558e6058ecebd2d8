import { expect, test } from 'vitest'
import { type CarryRule, carry, type RankDecision } from './carry.ts'
import type { SuccessionRow } from './list-successions.ts'

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

function joinedUnknown() {
  return [edge('a', 'c', { predecessor_population: 3000, population_share: '1' }), edge('b', 'c')]
}
