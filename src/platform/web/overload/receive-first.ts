import type { IncomingMessage, ServerResponse } from 'node:http'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { isFromOurPage, isReading } from '../shell/refuse-requests.ts'
import type { AdmissionOptions, Answer } from './admission.ts'
import type { Bodies, BodyRefusal } from './bodies.ts'
import { refusalPage } from './refusal-page.tsx'
import { noteRefusals, sendRefusal, turnedAt } from './send-refusal.ts'

/** Under this name the framework looks for a body that somebody has received already. */
type Received = IncomingMessage & { rawBody?: Buffer }

const come_again_s = 10

/**
 * Stands before the queue: a request takes its turn only when all that it brings is here. What no page of ours has sent
 * is refused within, unread.
 */
export function receiveFirst(bodies: Bodies, { site, headers, log }: Omit<AdmissionOptions, 'lanes'>): (within: Answer) => Answer {
  const note = noteRefusals(log, 'bodies_refused', 'bodies came too slowly, were too long, or there was no room for them')
  return within => async (request, response) => {
    if (!isBringing(request)) return within(request, response)
    const received = await bodies.receive(request, why => {
      note(why)
      refuseBody(request, response, why, { site, headers })
    })
    if (received === null) return
    if (response.closed) return received.release()
    response.once('close', received.release)
    ;(request as Received).rawBody = received.body
    return within(request, response)
  }
}

/** What a request brought; empty where it brought nothing. */
export function bodyOf(request: IncomingMessage): Buffer {
  return (request as Received).rawBody ?? Buffer.alloc(0)
}

function isBringing({ method = '', headers }: IncomingMessage): boolean {
  const has_body = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  return has_body && !isReading(method) && isFromOurPage(method, name => lookUp(headers, name))
}

/**
 * The connection is left open: what still comes is thrown away, so that its sender reads the answer and not a broken
 * line.
 */
function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  why: BodyRefusal,
  { site, headers }: Omit<AdmissionOptions, 'lanes' | 'log'>,
): void {
  const page = refusalPage(turnedAt(request.url!, site), why)
  sendRefusal(request, response, headers, { status: why, page, retry_after: why === 503 ? come_again_s : undefined })
}
