import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { laneOf } from './lane-of.ts'
import { type Lane, lanes, PriorityQueue } from './priority-queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Requests that come, take their time and leave; what became of each, in the order in which they came. */
type Coming = { lane: Lane; after_ms: number; takes_ms: number; leaves_after_ms: number | null }
type Fate = { lane: Lane; came_at: number; answered_at: number; served: boolean | 'gone'; order: number }

async function play(queue: PriorityQueue, coming: Coming[], note: (under_way: Lane[]) => void = () => {}): Promise<Fate[]> {
  const fates: Fate[] = []
  const under_way: Lane[] = []
  let order = 0
  for (const { lane, after_ms, takes_ms, leaves_after_ms } of coming) {
    await later(after_ms)
    const came_at = performance.now()
    let is_gone = false
    const forgotten = (forget: () => void) => {
      if (leaves_after_ms !== null)
        setTimeout(() => {
          is_gone = true
          forget()
        }, leaves_after_ms)
    }
    queue.enter(lane, forgotten).then(leave => {
      fates.push({ lane, came_at, answered_at: performance.now(), served: leave ? true : is_gone ? 'gone' : false, order: order++ })
      if (!leave) return
      under_way.push(lane)
      note(under_way)
      setTimeout(() => {
        under_way.splice(under_way.indexOf(lane), 1)
        leave()
      }, takes_ms)
    })
    await later(0)
  }
  await later(100_000)
  return fates
}

const rush = fc.array(
  fc.record<Coming>({
    lane: fc.constantFrom(...lanes),
    after_ms: fc.integer({ min: 0, max: 30 }),
    takes_ms: fc.integer({ min: 1, max: 200 }),
    leaves_after_ms: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 5 }),
  }),
  { maxLength: 120, size: 'max' },
)

test('however they come: never more than the most are under way, everybody is answered within the time, and who came first in a lane goes first', async () => {
  await fc.assert(
    fc.asyncProperty(rush, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 1500), async (coming, most_at_once, burst_ms) => {
      const queue = new PriorityQueue({ most_at_once, in_time_ms: 500, burst_ms, most_waiting: 20 })
      const fates = await play(queue, coming, under_way => {
        expect(under_way.length).toBeLessThanOrEqual(most_at_once)
        expect(under_way.filter(lane => lane === 'bulk').length).toBeLessThanOrEqual(Math.max(1, most_at_once * 0.25))
      })
      expect(fates).toHaveLength(coming.length)
      for (const { came_at, answered_at } of fates) expect(answered_at - came_at).toBeLessThanOrEqual(Math.max(500, burst_ms))
      for (const lane of lanes) {
        const served = fates.filter(fate => fate.lane === lane && fate.served === true)
        expect(served.map(({ came_at }) => came_at)).toEqual(served.map(({ came_at }) => came_at).toSorted((a, b) => a - b))
      }
    }),
    tries(60),
  )
})

test('after any rush the queue is as free as before it', async () => {
  await fc.assert(
    fc.asyncProperty(rush, async coming => {
      const queue = new PriorityQueue({ most_at_once: 4 })
      await play(queue, coming)
      const entered = await Promise.all([1, 2, 3, 4].map(() => queue.enter('save')))
      expect(entered.every(leave => leave !== null)).toBe(true)
    }),
    tries(30),
  )
})

/** A queue of one place, taken; what waits then is told when it starts. */
async function taken(most_waiting = 500) {
  const queue = new PriorityQueue({ most_at_once: 1, most_waiting })
  const leave = (await queue.enter('save'))!
  const told: string[] = []
  const come = (lane: Lane, name: string) =>
    void queue.enter(lane).then(next => {
      told.push(next ? name : `${name} refused`)
      if (next) setTimeout(next, 1)
    })
  return { leave, told, come }
}

test('a higher lane goes first, whoever came earlier below it', async () => {
  const { leave, told, come } = await taken()
  come('bulk', 'export')
  come('public', 'article')
  come('staff', 'cell')
  come('save', 'Lan')
  come('save', 'Quý')
  leave()
  await later(100)
  expect(told).toEqual(['Lan', 'Quý', 'cell', 'article', 'export'])
})

test('where all places to wait are taken, the last of the lowest lane gives way to a higher one, and nobody to their like', async () => {
  const { leave, told, come } = await taken(2)
  come('bulk', 'export')
  come('staff', 'cell')
  come('save', 'Lan')
  come('staff', 'another cell')
  await later(0)
  leave()
  await later(100)
  expect(told).toEqual(['export refused', 'another cell refused', 'Lan', 'cell'])
})

test('who could not be served in time is told at once, not when the time is over', async () => {
  const queue = new PriorityQueue({ most_at_once: 1, in_time_ms: 600, burst_ms: 0 })
  for (let i = 0; i < 40; i++) {
    const leave = (await queue.enter('save'))!
    await later(200)
    leave()
  }
  await queue.enter('save')
  const told: string[] = []
  for (const name of ['first', 'second', 'third']) queue.enter('save').then(leave => told.push(`${name} ${leave ? 'served' : 'refused'}`))
  await later(0)
  expect(told).toEqual(['third refused'])
  await later(600)
  expect(told).toEqual(['third refused', 'first refused', 'second refused'])
})

test('a burst that passes is waited for, slow as the first answers of a program may be; a crowd that stays is not', async () => {
  const queue = new PriorityQueue({ most_at_once: 8, least_at_once: 3, in_time_ms: 600, burst_ms: 2000 })
  const slowly = (n: number) =>
    Array.from({ length: n }, () => ({ lane: 'save', after_ms: 0, takes_ms: 450, leaves_after_ms: null }) as const)
  expect((await play(queue, slowly(20))).map(({ served }) => served)).toEqual(Array(20).fill(true))
  const crowd = Array.from({ length: 400 }, () => ({ lane: 'public', after_ms: 20, takes_ms: 450, leaves_after_ms: null }) as const)
  const served = (await play(queue, crowd)).filter(fate => fate.served === true)
  const late = served.filter(({ came_at, answered_at }) => answered_at - came_at > 600)
  expect([late.length > 0, late.length < 20, served.length < 100]).toEqual([true, true, true])
})

test('so many at once that they cannot be served in time are a rush at once, however short', async () => {
  const queue = new PriorityQueue({ most_at_once: 8, in_time_ms: 600, burst_ms: 2000 })
  const crowd = Array.from({ length: 300 }, () => ({ lane: 'save', after_ms: 1, takes_ms: 100, leaves_after_ms: null }) as const)
  const served = (await play(queue, crowd)).filter(fate => fate.served === true)
  expect(served.filter(({ came_at, answered_at }) => answered_at - came_at > 600)).toEqual([])
  expect(served.length).toBeGreaterThan(40)
})

test('where a lane is refused, those below it are, however quick their own work is', async () => {
  const queue = new PriorityQueue({ most_at_once: 1, in_time_ms: 600, burst_ms: 0 })
  for (let i = 0; i < 40; i++) {
    const leave = (await queue.enter('save'))!
    await later(200)
    leave()
  }
  await queue.enter('save')
  for (let i = 0; i < 2; i++) void queue.enter('save')
  expect(lanes.map(lane => queue.refuses(lane))).toEqual([true, true, true, true, true])
})

test('each request has its lane by method and address, in both languages', () => {
  const cases: Record<Lane, string[]> = {
    save: [
      'POST /cam-ket/7/nop',
      'POST /cam-ket/7/viec-1',
      'POST /chi-bo/x/xac-nhan',
      'POST /en/viec/3',
      'GET /dang-nhap',
      'POST /dang-nhap',
    ],
    staff: ['GET /cam-ket', 'GET /en/cam-ket/7/kiem-tra', 'GET /chi-bo/x/doc', 'GET /doi-soat/x', 'GET /nhan-su/x'],
    public: ['GET /', 'GET /en', 'GET /bai/7-x', 'GET /so-lieu/F16', 'GET /kiem-so', 'GET /khong-co'],
    bulk: [
      'GET /so-lieu/F16.csv',
      'GET /so-lieu/lan-tinh/3.json',
      'GET /nhan-su/x?ten=Lan',
      'POST /danh-sach/x',
      'POST /kiem-so',
      'GET /nhac/x/dot/1/phieu',
    ],
    search: ['GET /tim?q=xa', 'GET /en/tim', 'GET /tim'],
  }
  for (const [lane, asked] of Object.entries(cases))
    for (const line of asked) {
      const [method, address] = line.split(' ') as [string, string]
      expect([line, laneOf(method, new URL(address, 'http://here.invalid'))]).toEqual([line, lane])
    }
})
