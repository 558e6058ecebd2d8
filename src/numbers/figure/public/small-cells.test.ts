import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { branchesTold, type Cell, least_unit, type Step, stepsTold, sumOf } from './small-cells.ts'

const due: Step = { name: 'due', of: null, base: 'due', parts: ['due'] }
const submitted: Step = { name: 'submitted', of: 'due', base: 'due', parts: ['submitted', 'missing'] }
const approved: Step = { name: 'approved', of: 'submitted', base: 'due', parts: ['approved', 'waiting'] }
const steps = [due, submitted, approved]

const cell = (due: number, submitted = due, approved = submitted): Cell => ({
  ...{ due, submitted, approved, missing: due - submitted, waiting: submitted - approved },
})
const { at_month_end, on_any_day } = least_unit
function told(branches: Record<string, Cell>, least: 10 | 50 = at_month_end) {
  const cells = new Map(Object.entries(branches))
  const by_step = branchesTold(cells, steps, stepsTold(sumOf([...cells.values()]), steps, least), least)
  return Object.fromEntries([...by_step].map(([step, keys]) => [step, [...keys].sort().join('')]))
}

test('a branch under ten is not told, and the next smallest joins it, for subtraction would tell the one', () => {
  expect(told({ a: cell(400, 200, 100), b: cell(30, 15, 10), c: cell(4, 2, 1), d: cell(50, 25, 10) })).toEqual({
    due: 'ad',
    submitted: 'ad',
    approved: 'ad',
  })
  expect(told({ a: cell(400), b: cell(30), c: cell(4), d: cell(3) }).due).toBe('a')
})

test('where one to four are missing who is due is told, and what they did is not, nor of the next smallest', () => {
  expect(told({ a: cell(400, 200, 100), b: cell(30, 28, 28), c: cell(40, 20, 10) })).toEqual({ due: 'abc', submitted: 'a', approved: 'a' })
})

test('nothing is told of a branch that is not told of the unit: two missing in a province are two in whichever of its units', () => {
  expect(told({ a: cell(400, 398, 300), b: cell(300, 300, 200) })).toEqual({ due: 'ab', submitted: '', approved: '' })
})

test('«all» of a rest with a branch under ten would be «all» of that branch: another joins, unless it is so of the whole unit', () => {
  expect(told({ a: cell(400, 200, 200), b: cell(30, 30), c: cell(7, 7), d: cell(60, 30) })).toMatchObject({ due: 'ad', submitted: 'a' })
  expect(told({ a: cell(400), b: cell(30), c: cell(7), d: cell(60) })).toEqual({ due: 'ad', submitted: 'ad', approved: 'ad' })
})

test('on any day but the last of a month a branch under fifty is not told, nor a larger one that a difference with it would tell', () => {
  const branches = { a: cell(400, 200, 100), b: cell(60, 30, 10), c: cell(20, 10, 5) }
  expect([told(branches).due, told(branches, on_any_day).due]).toEqual(['abc', 'a'])
})

const counts = fc
  .tuple(fc.oneof(fc.nat(15), fc.nat(70), fc.nat(400)), fc.nat(400), fc.nat(400))
  .map(([due, missing, waiting]) => cell(due, Math.max(0, due - missing), Math.max(0, due - missing - waiting)))
const unit = fc.array(counts, { minLength: 1, maxLength: 9 }).map(cells => new Map(cells.map((one, i) => [String(i), one])))

test('the rest of every step holds two branches that count something, and passes the test of a unit itself', () => {
  fc.assert(
    fc.property(unit, fc.constantFrom(at_month_end, on_any_day), (cells, least) => {
      const of_unit = stepsTold(sumOf([...cells.values()]), steps, least)
      for (const [name, keys] of branchesTold(cells, steps, of_unit, least)) {
        const step = steps.find(one => one.name === name)!
        const rest = [...cells].filter(([key]) => !keys.has(key)).map(([, one]) => one)
        const counting = rest.filter(one => step.parts.some(part => one[part]! > 0))
        if (!of_unit.has(name)) expect(keys.size).toBe(0)
        else if (counting.length > 0 && [...keys].some(key => cells.get(key)!.due! > 0)) {
          expect(counting.length).toBeGreaterThan(1)
          const sum = sumOf(rest)
          expect(step.parts.filter(part => sum[part]! > 0 && sum[part]! < 5)).toEqual([])
          expect(sum.due).toBeGreaterThanOrEqual(step.of === null ? least : 10)
        }
      }
    }),
    tries(1000),
  )
})

test('of the same numbers, nothing is told on any day that is not told at the end of a month', () => {
  fc.assert(
    fc.property(unit, cells => {
      const whole = sumOf([...cells.values()])
      const [daily, monthly] = [on_any_day, at_month_end].map(least =>
        branchesTold(cells, steps, stepsTold(whole, steps, least), least),
      ) as [ReturnType<typeof branchesTold>, ReturnType<typeof branchesTold>]
      for (const { name } of steps) expect([...daily.get(name)!].filter(key => !monthly.get(name)!.has(key))).toEqual([])
    }),
    tries(1000),
  )
})
