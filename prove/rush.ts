import { setImmediate as letOthers, setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { addDays } from '../src/basis/shared/dates.ts'
import { type Lane, lanes } from '../src/platform/web/overload/priority-queue.ts'
import { type Answer, tokenOf } from './door.ts'

/** Of a hundred who come on the last evening, how many want what. */
export const mix: Record<Lane, number> = { save: 15, staff: 35, public: 30, bulk: 15, search: 5 }

/**
 * The door of the program, with as many connections as it takes; the next member who has not handed in; and for whom
 * the browser was led on to the receipt.
 */
export type Crowd = { door: Pool; year: number; first_person: number; next_person: number; acknowledged: Set<number> }

export const first_person = 1_000_000

export function crowdAt(address: string, year: number): Crowd {
  const door = new Pool(address, { keepAliveTimeout: 3000 })
  return { door, year, first_person, next_person: first_person + 50, acknowledged: new Set() }
}

/**
 * One request: what became of it, and how long it took from the moment it was due, in milliseconds, and how much later
 * than that it was sent. `is_refused`: told when to come again. `kept`: what was typed stands in that page.
 */
export type Asked = { lane: Lane; took_ms: number; late_ms: number; is_served: boolean; is_refused: boolean; kept: boolean }

let count = 0

/**
 * One of the crowd: a member hands in, a member reads, somebody asks for the front page of a day that the cache does
 * not know, an office takes a table along, somebody looks for words.
 */
export async function come(crowd: Crowd, lane: Lane, due_at = performance.now()): Promise<Asked> {
  const person = lane === 'save' ? crowd.next_person++ : crowd.first_person + (count++ % 50)
  const late_ms = performance.now() - due_at
  const answer = await sent(crowd, lane, person).catch((): Answer => ({ status: 0, location: null, retry_after: null, text: '' }))
  const is_receipt = answer.status === 303 && answer.location?.startsWith(`/cam-ket/${person}/giay-nhan`) === true
  if (is_receipt) crowd.acknowledged.add(person)
  return {
    lane,
    took_ms: performance.now() - due_at,
    late_ms,
    is_served: lane === 'save' ? is_receipt : answer.status === 200,
    is_refused: answer.status === 503 && Number(answer.retry_after) > 0,
    kept: lane !== 'save' || answer.text.includes(keyOf(person)),
  }
}

const keyOf = (person: number) => `mot-lan-nop-${person}`

function sent({ door, year }: Crowd, lane: Lane, person: number): Promise<Answer> {
  if (lane === 'save') return ask(door, person, `/cam-ket/${person}/nop`, { draft_version: '1', key: keyOf(person) })
  if (lane === 'staff') return ask(door, person, '/cam-ket')
  if (lane === 'public') return ask(door, person, `/?ngay=${addDays('1990-01-01', count % 13_000)}`)
  if (lane === 'search') return ask(door, person, `/tim?q=duong+so+${count}`)
  return ask(door, person, `/so-lieu/F1.csv?unit=huyen-uy&year=${year}`)
}

/**
 * As cheap as can be: the crowd lives on the machine that serves it, and what it takes is missing there. Only a page
 * that gives back what was sent is read.
 */
function ask(door: Pool, person_id: number, path: string, fields?: Record<string, string>): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const headers = { cookie: `neu-guong=${tokenOf(person_id)}`, 'sec-fetch-site': 'same-origin' }
  const form = fields && { method: 'POST', body: String(new URLSearchParams(fields)), headers: { ...headers, ...as_form } }
  const answer: Answer = { status: 0, location: null, retry_after: null, text: '' }
  door.dispatch(
    { path, method: 'GET', headers, ...form },
    {
      // Sought for, though there is nothing to do.
      onRequestStart() {},
      onResponseStart(_, status, { location, 'retry-after': retry_after }) {
        Object.assign(answer, { status, location: location ?? null, retry_after: retry_after ?? null })
      },
      onResponseData(_, chunk) {
        if (form && answer.status === 503) answer.text += chunk
      },
      onResponseEnd: () => resolve(answer),
      onResponseError: (_, error) => reject(error),
    },
  )
  return promise
}

const as_form = { 'content-type': 'application/x-www-form-urlencoded' }

/**
 * How many a second of one lane are served at best: when as many ask as can be worked on, as fast as they are answered.
 */
export async function capacityOf(crowd: Crowd, lane: Lane, ms: number): Promise<number> {
  const began_at = performance.now()
  let served = 0
  const askAgain = async () => {
    while (performance.now() - began_at < ms) {
      const { is_served } = await come(crowd, lane)
      served += Number(is_served)
      if (!is_served) await wait(50)
    }
  }
  await Promise.all(Array.from({ length: 12 }, askAgain))
  return served / ((performance.now() - began_at) / 1000)
}

/** They come at a rate a second, whatever becomes of those before them, and each lane by its share. */
export async function rush(crowd: Crowd, { rate, seconds }: { rate: number; seconds: number }): Promise<Asked[]> {
  const began_at = performance.now()
  const asked: Promise<Asked>[] = []
  const order = inTurn()
  for (let due_at = began_at; due_at < began_at + seconds * 1000; due_at += 1000 / rate) {
    // Also where it is late it lets go: what was sent before must be able to leave and to be answered. A timer would
    // make it later still, by a millisecond each.
    const early_ms = due_at - performance.now()
    await (early_ms > 1 ? wait(early_ms) : letOthers())
    asked.push(come(crowd, order.next().value, due_at))
  }
  return Promise.all(asked)
}

/** The lanes well mixed: always the one that is furthest behind its share. */
function* inTurn(): Generator<Lane, never> {
  const owed: Record<Lane, number> = { save: 0, staff: 0, public: 0, bulk: 0, search: 0 }
  for (;;) {
    for (const lane of lanes) owed[lane] += mix[lane]
    const next = lanes.toSorted((a, b) => owed[b] - owed[a])[0]!
    owed[next] -= 100
    yield next
  }
}

/** What all but one in a hundred stay within. */
export function percentile(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY
}
