import type { IncomingMessage, ServerResponse } from 'node:http'
import { lookUp } from '../../shared/look-up.ts'
import { displayIn } from '../display.ts'
import { languageOf } from '../language.ts'
import type { Log } from '../log.ts'
import { isFromOurPage } from '../shell/refuse-requests.ts'
import { crowdPage, type Turned } from './crowd-page.tsx'
import { laneOf } from './lane-of.ts'
import type { Lane, Lanes } from './lanes.ts'
import { sentIn } from './sent-in.ts'

/** Answers a request; a promise, where it is kept, is kept when the work is done. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** Seconds after which to come again, by lane; as much again by chance, so that not all come at once. */
const come_again: Record<Lane, number> = { save: 3, staff: 5, public: 10, bulk: 30 }
const is_told_every_ms = 10_000

export type GateOptions = { lanes: Lanes; headers: readonly [string, string][]; log: Log }

/**
 * Stands before the framework: every request takes its turn in its lane, and whoever cannot be served in time is told so. That costs a tenth of what it would within: under a rush most of the time would
 * else be spent on refusing. Health is always answered, and what no page of ours has sent is refused within.
 */
export function gate({ lanes, headers, log }: GateOptions): (within: Answer) => Answer {
  const note = noteTurnedAway(log)
  return within => async (request, response) => {
    const lane = laneAt(request)
    if (lane === null) return within(request, response)
    const leave = await lanes.enter(lane, forget => response.once('close', forget))
    if (leave === null) {
      note(lane)
      return turnAway(request, response, lane, headers)
    }
    try {
      await within(request, response)
    } finally {
      leave()
    }
  }
}

const machine = new Set(['/healthz', '/readyz'])

function laneAt({ method = '', url = '', headers }: IncomingMessage): Lane | null {
  const address = URL.parse(url, 'http://here.invalid')
  if (address === null || machine.has(address.pathname) || !isFromOurPage(method, name => lookUp(headers, name))) return null
  return laneOf(method, address)
}

const no_data = Buffer.from('{}')
/** What is told at the door is not repeated in a page. */
const door = /^(?:\/en)?\/(?:dang-nhap|tai-khoan)(?:[/?]|$)/

async function turnAway(request: IncomingMessage, response: ServerResponse, lane: Lane, headers: GateOptions['headers']): Promise<void> {
  const seconds = Math.ceil(come_again[lane] * (1 + Math.random()))
  // Read also where it is not given back: the next request on this connection comes after it.
  const sent = request.method === 'POST' ? await sentIn(request).catch(() => null) : null
  const is_script = request.headers.accept === 'application/json'
  const turned = turnedAt(request.url!)
  const body = is_script ? no_data : crowdPage(turned, seconds, door.test(request.url!) ? null : sent)
  response.writeHead(503, [
    ...headers.flat(),
    ...['content-type', is_script ? 'application/json' : 'text/html; charset=UTF-8', 'content-language', turned.lang],
    ...['cache-control', 'no-store', 'retry-after', String(seconds), 'content-length', String(body.length)],
  ])
  response.end(request.method === 'HEAD' ? undefined : body)
}

function turnedAt(address: string): Turned {
  const { pathname, searchParams } = new URL(address, 'http://here.invalid')
  return { lang: languageOf(pathname), display: displayIn(searchParams) }
}

/** A line in the log for all who were turned away within some seconds, not one for each: a rush has enough to do. */
function noteTurnedAway(log: Log): (lane: Lane) => void {
  let counts: Partial<Record<Lane, number>> | null = null
  return lane => {
    if (counts === null) {
      counts = {}
      const say = () => {
        log.warn({ turned_away: counts }, 'more came than could be served in time')
        counts = null
      }
      setTimeout(say, is_told_every_ms).unref()
    }
    counts[lane] = (counts[lane] ?? 0) + 1
  }
}
