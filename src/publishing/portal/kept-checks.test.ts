import { expect, test, vi } from 'vitest'
import { type CheckedPaste, KeptChecks } from './kept-checks.ts'

const result = (text: string): CheckedPaste => ({
  pasted: { text, day: '' },
  checked: { date: '2026-12-01', dated_by: 'today', legacy: '', quantities: [], left_out: 0 },
})
const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 3, minute))

test('a result is found for half an hour by its own name alone', () => {
  const kept = new KeptChecks()
  const [one, other] = [kept.keep(result('một'), at(0)), kept.keep(result('hai'), at(10))]
  expect([one.length, one === other]).toEqual([22, false])
  expect([kept.find(one, at(29)), kept.find(one, at(30)), kept.find(other, at(30)), kept.find('__proto__', at(0))]).toEqual([
    ...[result('một'), null, result('hai'), null],
  ])
})

test('after half an hour nothing of it is in memory, though nobody asks', () => {
  vi.useFakeTimers()
  const kept = new KeptChecks()
  kept.keep(result('một'), at(0))
  vi.advanceTimersByTime(29 * 60_000)
  kept.keep(result('hai'), at(29))
  expect(kept.size).toBe(2)
  vi.advanceTimersByTime(60_000)
  expect(kept.size).toBe(1)
  vi.advanceTimersByTime(29 * 60_000)
  expect(kept.size).toBe(0)
  vi.useRealTimers()
})

test('where too many are kept the oldest go first, and one that is too large goes at once', () => {
  const bytes = Buffer.byteLength(JSON.stringify(result('x'.repeat(1000))))
  const kept = new KeptChecks({ bytes: 3 * bytes })
  const names = Array.from({ length: 5 }, (_, i) => kept.keep(result(String(i).repeat(1000)), at(i)))
  expect(names.map(name => kept.find(name, at(5)) !== null)).toEqual([false, false, true, true, true])
  const large = kept.keep(result('y'.repeat(4000)), at(6))
  expect([...names, large].map(name => kept.find(name, at(6)))).toEqual(Array(6).fill(null))
  expect(kept.find(kept.keep(result('z'), at(7)), at(7))).toEqual(result('z'))
})
