import type { IncomingMessage, ServerResponse } from 'node:http'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { SiteProps } from '../layout.tsx'
import type { Log } from '../log.ts'
import { isFromOurPage } from '../shell/refuse-requests.ts'
import { busyPage } from './busy-page.tsx'
import { laneOf } from './lane-of.ts'
import { Place } from './place.ts'
import type { Lane, PriorityQueue } from './priority-queue.ts'
import { noteRefusals, type SecurityHeaders, sendRefusal, turnedAt } from './send-refusal.ts'
import { sentIn } from './sent-in.ts'

/** Answers a request; a promise, where it is kept, is kept when the work is done. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** Seconds after which to come again, by lane; as much again by chance, so that not all come at once. */
const come_again: Record<Lane, number> = { save: 3, staff: 5, public: 10, bulk: 30, search: 30 }

export type AdmissionOptions = { site?: SiteProps; lanes: PriorityQueue; headers: SecurityHeaders; log: Log }

/**
 * Stands before the framework: every request takes its turn in its lane, and whoever cannot be served in time is told
 * so. That costs a tenth of what it would within: under a rush most of the time would else be spent on refusing. Health
 * is always answered, and what no page of ours has sent is refused within.
 */
export function admission({ site, lanes, headers, log }: AdmissionOptions): (within: Answer) => Answer {
  const note = noteRefusals(log, 'turned_away', 'more came than could be served in time')
  return within => async (request, response) => {
    const lane = laneAt(request)
    if (lane === null) return within(request, response)
    const leave = await lanes.enter(lane, forget => response.once('close', forget))
    if (leave === null) {
      note(lane)
      return turnAway(request, response, lane, { site, headers })
    }
    const place = new Place(request, lanes, lane, leave)
    try {
      await within(request, response)
    } finally {
      place.end()
    }
  }
}

const machine = new Set(['/healthz', '/readyz'])

function laneAt({ method = '', url = '', headers }: IncomingMessage): Lane | null {
  const address = URL.parse(url, 'http://here.invalid')
  if (address === null || machine.has(address.pathname) || !isFromOurPage(method, name => lookUp(headers, name))) return null
  return laneOf(method, address)
}

/** What is told at the door is not repeated in a page. */
const door = /^(?:\/en)?\/(?:dang-nhap|tai-khoan)(?:[/?]|$)/

async function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  lane: Lane,
  { site, headers }: Omit<AdmissionOptions, 'lanes' | 'log'>,
): Promise<void> {
  const seconds = Math.ceil(come_again[lane] * (1 + Math.random()))
  const sent = request.method === 'POST' && !door.test(request.url!) ? await sentIn(request) : null
  const page = busyPage(turnedAt(request.url!, site), seconds, sent)
  sendRefusal(request, response, headers, { status: 503, page, retry_after: seconds })
}
