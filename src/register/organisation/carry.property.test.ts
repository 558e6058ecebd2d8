import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../test/harness/tries.ts'
import { type CarryOptions, type CarryRule, carry, type RankDecision } from './carry.ts'
import type { SuccessionRow } from './reads/list-successions.ts'
import { restate } from './restate.ts'

/**
 * A made-up province: some units, then years in which decisions are taken and, on the last day, units are merged and
 * divided.
 */
type History = { decisions: RankDecision[]; successions: SuccessionRow[]; units: string[]; alive: string[] }
type Year = { decisions: [number, number, RankDecision['verdict']][]; into: number[]; halves: number[]; shared: boolean }

const year = fc.record<Year>({
  decisions: fc.array(
    fc.tuple(
      fc.nat(40),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom<RankDecision['verdict'][]>('recognised', 'recognised', 'acknowledged', 'revoked'),
    ),
    { maxLength: 6 },
  ),
  into: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 8 }),
  halves: fc.array(fc.nat(7), { maxLength: 2 }),
  shared: fc.boolean(),
})
const history = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.array(year, { minLength: 1, maxLength: 4 }))
  .map(([count, years]) => play(count, years))

const kinds = ['commune']
const ranksUnder = ({ decisions, successions }: History, options: Partial<CarryOptions>) =>
  new Map([...carry(decisions, successions, { kinds, ...options })].map(([unit, holding]) => [unit, holding.rank]))
const rankOf = (ranks: Map<string, number>, unit: string) => ranks.get(unit) ?? 0

test('whoever holds a standing under «none» holds it under «all», and under «all» holds it under «any»', () => {
  fc.assert(
    fc.property(history, past => {
      const [none, all, any] = (['none', 'all', 'any'] as const).map(rule => ranksUnder(past, { rule })) as [Ranks, Ranks, Ranks]
      const out_of_order = past.units.filter(unit => rankOf(none, unit) > rankOf(all, unit) || rankOf(all, unit) > rankOf(any, unit))
      expect(out_of_order).toEqual([])
    }),
    tries(),
  )
})

test('under «none» a unit holds what its own decisions say, and nothing else', () => {
  fc.assert(
    fc.property(history, past => {
      const own = past.alive.map(unit => [unit, lastRankOf(past.decisions.filter(decision => decision.unit === unit))] as const)
      expect([...ranksUnder(past, { rule: 'none' })].sort()).toEqual(own.filter(([, rank]) => rank > 0).sort())
    }),
    tries(),
  )
})

test('nobody holds anything after its end, and nobody holds a rank of nothing', () => {
  fc.assert(
    fc.property(history, fc.constantFrom<CarryRule[]>('all', 'any', 'none', 'population', 'as-stated'), (past, rule) => {
      const held = [...carry(past.decisions, past.successions, { kinds, rule, least_share: 0.5 }).values()]
      expect(held.filter(holding => !past.alive.includes(holding.unit) || holding.rank < 1)).toEqual([])
    }),
    tries(),
  )
})

test('in which order a day’s successions are told does not matter', () => {
  fc.assert(
    fc.property(
      history,
      fc.constantFrom<CarryRule[]>('all', 'any', 'none'),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (past, rule, dice) => {
        const shuffled = past.successions
          .map(edge => ({ edge, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ edge }) => edge)
        expect(sorted(ranksUnder({ ...past, successions: shuffled }, { rule }))).toEqual(sorted(ranksUnder(past, { rule })))
      },
    ),
    tries(),
  )
})

test('where all people are known, «population» asks for all of them like «all», and for hardly any like «any»', () => {
  fc.assert(
    fc.property(history, past => {
      const counted = {
        ...past,
        successions: past.successions.map(edge => ({ ...edge, predecessor_population: 1000, population_share: '1' })),
      }
      expect(sorted(ranksUnder(counted, { rule: 'population', least_share: 1 }))).toEqual(sorted(ranksUnder(past, { rule: 'all' })))
      expect(sorted(ranksUnder(counted, { rule: 'population', least_share: 1e-9 }))).toEqual(sorted(ranksUnder(past, { rule: 'any' })))
    }),
    tries(),
  )
})

test('an instrument that states every successor carries like «any», one that states none like «none»', () => {
  fc.assert(
    fc.property(history, past => {
      const stating = (stated: boolean) => ({ ...past, successions: past.successions.map(edge => ({ ...edge, stated })) })
      expect(sorted(ranksUnder(stating(true), { rule: 'as-stated' }))).toEqual(sorted(ranksUnder(past, { rule: 'any' })))
      expect(sorted(ranksUnder(stating(false), { rule: 'as-stated' }))).toEqual(sorted(ranksUnder(past, { rule: 'none' })))
    }),
    tries(),
  )
})

test('restating loses nothing and adds nothing, and ends in units that live', () => {
  fc.assert(
    fc.property(history, fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 100_000 })), { maxLength: 10 }), (past, given) => {
      const founders = past.units.filter(unit => unit.startsWith('0-'))
      const facts = given.map(([place, quantity]) => ({ place: founders[place % founders.length]!, name: '', quantity: String(quantity) }))
      const restated = restate(facts, past.successions)
      const total = (quantities: number[]) => quantities.reduce((sum, quantity) => sum + quantity, 0)
      expect(total(restated.map(row => row.quantity))).toBeCloseTo(total(facts.map(fact => Number(fact.quantity))), 6)
      expect(restated.flatMap(row => row.units).filter(unit => !past.alive.includes(unit))).toEqual([])
    }),
    tries(),
  )
})

test('where every share is known each quantity lies in one unit; an unknown one divides nothing by guess', () => {
  fc.assert(
    fc.property(history, past => {
      const facts = past.units.filter(unit => unit.startsWith('0-')).map(place => ({ place, name: '', quantity: '1' }))
      const restated = restate(facts, past.successions)
      const shares = new Set(past.successions.map(edge => edge.area_share))
      if (!shares.has(null)) expect(restated.filter(row => row.units.length !== 1)).toEqual([])
      if (!shares.has('0.5')) expect(restated.filter(row => row.divided)).toEqual([])
    }),
    tries(),
  )
})

type Ranks = Map<string, number>

function sorted(ranks: Ranks): [string, number][] {
  return [...ranks].sort()
}

function lastRankOf(decisions: RankDecision[]): number {
  return decisions.reduce((held, { verdict, rank }) => (verdict === 'revoked' ? Math.min(held, rank - 1) : Math.max(held, rank)), 0)
}

/**
 * Each year: units are numbered into groups (those below zero stay); some are divided between two groups, with known or
 * unknown shares.
 */
function play(count: number, years: Year[]): History {
  let alive = Array.from({ length: count }, (_, i) => `0-${i}`)
  const past: History = { decisions: [], successions: [], units: [...alive], alive }
  for (const [n, { decisions, into, halves, shared }] of years.entries()) {
    for (const [who, rank, verdict] of decisions) {
      past.decisions.push({ unit: alive[who % alive.length]!, decided_on: `20${10 + n}-06-01`, rank, verdict, instrument: `QĐ ${n}` })
    }
    const edges = alive.flatMap((unit, i) => edgesOf(unit, into[i % into.length]!, halves.includes(i), { year: n, shared }))
    const gone = new Set(edges.map(edge => edge.predecessor))
    alive = [...alive.filter(unit => !gone.has(unit)), ...new Set(edges.map(edge => edge.successor))]
    past.successions.push(...edges)
    past.units.push(...edges.map(edge => edge.successor))
  }
  return { ...past, units: [...new Set(past.units)], alive }
}

function edgesOf(unit: string, group: number, is_halved: boolean, { year, shared }: { year: number; shared: boolean }): SuccessionRow[] {
  if (group < 0) return []
  const targets = is_halved ? [group, group + 1] : [group]
  const share = is_halved ? (shared ? '0.5' : null) : '1'
  return targets.map(target => edgeOf(unit, `${year + 1}-${target}`, year, share))
}

function edgeOf(predecessor: string, successor: string, year: number, share: string | null): SuccessionRow {
  return {
    event: year,
    kind: 'rearranged',
    effective_on: `20${10 + year}-12-01`,
    instrument: `NQ ${year}`,
    predecessor,
    predecessor_name: predecessor,
    predecessor_kind: 'commune',
    predecessor_population: null,
    predecessor_goes_on: false,
    successor,
    successor_name: successor,
    successor_kind: 'commune',
    successor_existed: false,
    population_share: share,
    area_share: share,
    certainty: 'documented',
    rule: 'all',
    least_share: null,
    stated: false,
  }
}
