import type { MiddlewareHandler } from 'hono'
import { renderPage } from '../layout.tsx'
import { CrowdPage, type Sent } from './crowd-page.tsx'
import { laneOf } from './lane-of.ts'
import type { Lane, Lanes } from './lanes.ts'
import type { WebContext, WebEnv } from './web-env.ts'

/** Seconds after which to come again, by lane; as much again by chance, so that not all come at once. */
const come_again: Record<Lane, number> = { save: 3, staff: 5, public: 10, bulk: 30 }

export function comeAgain(lane: Lane): number {
  return Math.ceil(come_again[lane] * (1 + Math.random()))
}

/** Every request takes its turn in its lane; who cannot be served in time is told so at once. */
export function keepCrowdOut(lanes: Lanes): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const lane = laneOf(c.req.method, new URL(c.req.url))
    const leave = await lanes.enter(lane, forget => onceGone(c, forget))
    if (leave === null) return refuseForNow(c, lane)
    try {
      await next()
    } finally {
      leave()
    }
  }
}

/** Whoever closed the page while waiting keeps no place. A page that is made for the cache has nobody waiting. */
function onceGone(c: WebContext, forget: () => void): void {
  const { outgoing } = (c.env ?? {}) as { outgoing?: { once(event: 'close', listener: () => void): void } }
  outgoing?.once('close', forget)
}

async function refuseForNow(c: WebContext, lane: Lane): Promise<Response> {
  const seconds = comeAgain(lane)
  const headers = { 'retry-after': String(seconds) }
  if (c.req.header('accept') === 'application/json') return c.json({}, 503, headers)
  return c.html(renderPage(<CrowdPage {...{ reading: c.var.reading, seconds, sent: await sentBy(c) }} />), 503, headers)
}

/** What is told at the door is not repeated in a page. */
const door = /^(?:\/en)?\/(?:dang-nhap|tai-khoan)(?:\/|$)/

async function sentBy(c: WebContext): Promise<Sent | undefined> {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method !== 'POST' || door.test(pathname)) return undefined
  const entries = Object.entries(await c.req.parseBody({ all: true })).flatMap(([name, values]) =>
    [values].flat().map(value => [name, value] as const),
  )
  const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { path: pathname + search, fields, had_files: fields.length < entries.length }
}
