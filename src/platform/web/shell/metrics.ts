import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Answer } from '../overload/admission.ts'
import { pathOf, type Traffic } from './traffic.ts'

/** Numbers by name, as `backup_age_seconds`; null where nobody knows at the moment. */
export type Gauges = Readonly<Record<string, number | null>>

export type Measuring = {
  /** Who may ask from elsewhere shows it: `Authorization: Bearer …`. Null: only this machine may. */
  token: string | null
  traffic: Traffic
  /** What holds at the moment: of the site, and of the register. */
  gauges: () => Promise<Gauges>
  headers: readonly (readonly [string, string])[]
}

/**
 * `/metrics` in the text format of Prometheus, for this machine itself and for whoever has the token; for all others
 * there is no such page. It takes no turn: whoever watches must see a crowd.
 */
export function withMetrics({ token, traffic, gauges, headers }: Measuring): (within: Answer) => Answer {
  return within => (request, response) =>
    pathOf(request) === '/metrics' && request.method === 'GET' && mayMeasure(request, token)
      ? answer(response, { traffic, gauges, headers })
      : within(request, response)
}

/** Behind a proxy on this machine everybody comes from here; but then the proxy says for whom. */
function mayMeasure({ socket, headers }: IncomingMessage, token: string | null): boolean {
  const shown = headers.authorization?.replace(/^Bearer /, '') ?? ''
  if (token !== null && isSame(shown, token)) return true
  const is_passed_on = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some(name => lookUp(headers, name) !== undefined)
  return !is_passed_on && /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
}

function isSame(shown: string, token: string): boolean {
  const [a, b] = [shown, token].map(text => createHash('sha256').update(text).digest()) as [Buffer, Buffer]
  return timingSafeEqual(a, b)
}

async function answer(response: ServerResponse, { traffic, gauges, headers }: Omit<Measuring, 'token'>): Promise<void> {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const all: Gauges = {
    process_resident_memory_bytes: rss,
    nodejs_heap_used_bytes: heapUsed,
    process_cpu_seconds_total: (user + system) / 1e6,
    process_uptime_seconds: process.uptime(),
    ...(await gauges()),
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
  response.writeHead(200, [...headers.flat(), 'content-type', 'text/plain; version=0.0.4; charset=utf-8', 'cache-control', 'no-store'])
  response.end(`${[...lines, ...traffic.lines()].join('\n')}\n`)
}
