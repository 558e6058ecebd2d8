import type { IncomingMessage } from 'node:http'
import { pathForLog } from '../href.ts'
import type { Log } from '../log.ts'
import type { Answer } from '../overload/admission.ts'

/** Upper ends of the classes by which the time of an answer is counted, in seconds. */
const ends = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10] as const

/** What has been answered since the start: by class of status («2xx»), and how long it took. */
export class Traffic {
  readonly statuses = new Map<string, number>()
  readonly #within = ends.map(() => 0)
  #seconds = 0
  #count = 0

  add(status: number, seconds: number): void {
    const name = `${Math.floor(status / 100)}xx`
    this.statuses.set(name, (this.statuses.get(name) ?? 0) + 1)
    this.#seconds += seconds
    this.#count++
    ends.forEach((end, i) => {
      if (seconds <= end) this.#within[i]!++
    })
  }

  /** In the text format of Prometheus. */
  lines(): string[] {
    const name = 'neu_guong_request_seconds'
    return [
      '# TYPE neu_guong_requests_total counter',
      ...[...this.statuses].map(([status, n]) => `neu_guong_requests_total{status="${status}"} ${n}`),
      `# TYPE ${name} histogram`,
      ...ends.map((end, i) => `${name}_bucket{le="${end}"} ${this.#within[i]}`),
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#seconds}`,
      `${name}_count ${this.#count}`,
    ]
  }
}

export type Watching = {
  traffic: Traffic
  /**
   * Where public pages are written down, one line each; nowhere, if null. No address of a reader and nothing that they
   * asked stands in it.
   */
  access_log: Log | null
  isPublic: (path: string) => boolean
}

/** Counts each answer when it has gone out, whoever gave it: a kept page as well. */
export function watchTraffic({ traffic, access_log, isPublic }: Watching): (within: Answer) => Answer {
  return within => (request, response) => {
    const began_at = performance.now()
    response.once('close', () => {
      const ms = performance.now() - began_at
      traffic.add(response.statusCode, ms / 1000)
      const path = pathOf(request)
      if (access_log && isPublic(path))
        access_log.info({ public: pathForLog(path), method: request.method, status: response.statusCode, ms: Math.round(ms) })
    })
    return within(request, response)
  }
}

export function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0]!
}
