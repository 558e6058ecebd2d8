import type { IncomingMessage } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import type pg from 'pg'
import { type Asset, assets as own_assets } from '../assets.ts'
import { ChangeListener } from '../freshness/change-listener.ts'
import { type Purgeable, TaggedCache } from '../freshness/tagged-cache.ts'
import type { SiteProps } from '../layout.tsx'
import type { Log } from '../log.ts'
import { type Answer, admission } from '../overload/admission.ts'
import { Bodies } from '../overload/bodies.ts'
import { watchLag } from '../overload/lag.ts'
import { PriorityQueue } from '../overload/priority-queue.ts'
import { receiveFirst } from '../overload/receive-first.ts'
import { answerInFront } from '../page-cache/answer-in-front.ts'
import { type Page, weightOf } from '../page-cache/page.ts'
import { clientAddress, clientNetwork, type TrustProxy, trustNobody } from './client-address.ts'
import { type Conditions, healthRoutes, measureHealth, type Readiness } from './health.ts'
import { openHttpServer } from './http-server.ts'
import { variantsOf } from './keepable.ts'
import { type Gauges, withMetrics } from './metrics.ts'
import { plain_files } from './plain-files.ts'
import { for_an_hour, prepareAssets } from './prepare-assets.ts'
import { securityHeaders } from './security-headers.ts'
import { openShell } from './shell.tsx'
import { Traffic, watchTraffic } from './traffic.ts'
import type { WebEnv } from './web-env.ts'

export type SiteOptions = {
  /** What every page knows of the site. */
  site?: SiteProps
  rooms: readonly Hono<WebEnv>[]
  /** The files of the rooms, besides the shell's own. */
  assets?: readonly Asset[]
  /** What else must forget when rows change: remembered answers of figures. */
  memories?: readonly Purgeable[]
  /** A new connection as the application, to listen on. */
  connect: () => Promise<pg.Client>
  /** Tables of which no page is shown while the database is away: what somebody may take back at any moment. */
  never_left?: readonly string[]
  readiness?: Readiness
  conditions?: Conditions
  /** What of the register is measured, by name; asked when somebody asks for `/metrics`. */
  gauges?: () => Promise<Gauges>
  /** With which others than this machine may ask for `/metrics`. */
  metrics_token?: string | null
  /** Whether each public page that goes out is written down. */
  writes_access?: boolean
  /** False renders every page for each reader: for measuring what that costs. */
  keeps_pages?: boolean
  log: Log
  is_behind_tls?: boolean
  /** Whose word is taken on where a request comes from; nobody's, if absent. */
  trust_proxy?: TrustProxy
  /** By which clock the pages are dated. */
  now?: () => Date
  /** How many requests are worked on at once, the others in their lanes; 0: all, however many. */
  requests_at_once?: number
  port: number
  host: string
}

/** The portal on the air. */
export type Site = { port: number; pages: TaggedCache<Page>; app: Hono<WebEnv>; stop(): Promise<void> }

const most_bytes_of_pages = 64 * 1024 * 1024
/** For how long pages of before are shown while the database is away. */
const longest_left_ms = 15 * 60_000

/** Puts the rooms on the air: shell, page cache before it, the ear at the database, the port. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const {
    site = {},
    log,
    connect,
    memories = [],
    readiness = {},
    conditions = {},
    is_behind_tls = false,
    keeps_pages = true,
    requests_at_once = 0,
    never_left = [],
    gauges = async () => ({}),
    metrics_token = null,
    writes_access = false,
    trust_proxy = trustNobody,
    now,
  } = options
  const pages = new TaggedCache<Page>({
    most_bytes: most_bytes_of_pages,
    weigh: weightOf,
    left: { longest_ms: longest_left_ms, never: never_left },
  })
  const changes = new ChangeListener({ connect, memories: keeps_pages ? [pages, ...memories] : memories, log })
  const needed = { ...readiness, listening: () => changes.hears }
  const machine = healthRoutes(needed, { conditions })
  const lag = watchLag()
  const lanes =
    requests_at_once > 0 ? new PriorityQueue({ most_at_once: requests_at_once, least_at_once: 3, lag_ms: lag.lag_ms }) : undefined
  const app = openShell({ site, rooms: options.rooms, machine, log, is_behind_tls, trust_proxy, now })
  const headers = securityHeaders({ is_behind_tls })
  const assets = new Map([
    ...(await prepareAssets([...own_assets, ...(options.assets ?? [])], headers)),
    ...(await prepareAssets(plain_files, headers, for_an_hour)),
  ])
  const otherwise = getRequestListener((request, env) => app.fetch(request, env), {
    errorHandler: error => answerOutside(error, headers, log),
  })
  const bodies = new Bodies({ clientOf: request => clientOf(request, trust_proxy) })
  const receive = receiveFirst(bodies, { site, headers, log })
  const inTurn = lanes ? admission({ site, lanes, headers, log }) : (within: Answer) => within
  const traffic = new Traffic()
  const watched = watchTraffic({ traffic, access_log: writes_access ? log : null, isPublic: path => variantsOf(path) !== null })
  const measured = withMetrics({
    ...{ token: metrics_token, traffic, headers },
    gauges: async () => ({
      neu_guong_pages_kept: pages.size,
      neu_guong_pages_bytes: pages.bytes,
      neu_guong_event_loop_lag_seconds: lag.lag_ms() / 1000,
      ...(await measureHealth(needed, conditions)),
      ...(await gauges()),
    }),
  })
  const answering = answerInFront({ assets, pages, variantsOf, app, admission: within => receive(inTurn(within)), otherwise })
  const listener = watched(measured(answering))
  const stopWatching = () => {
    lag.stop()
    bodies.stop()
  }
  await changes.tried
  try {
    const server = await openHttpServer({ port: options.port, host: options.host, listener })
    return {
      port: server.port,
      pages,
      app,
      stop: () =>
        server
          .stop()
          .then(() => changes.stop())
          .finally(stopWatching),
    }
  } catch (error) {
    stopWatching()
    await changes.stop()
    throw error
  }
}

/** Counts of a client go by the network it has at hand; who comes by a way that has no addresses is one client. */
function clientOf({ socket, headers }: IncomingMessage, trust_proxy: TrustProxy): string {
  const heard = { remote_address: socket.remoteAddress, headers: { 'x-forwarded-for': headers['x-forwarded-for'] } }
  const address = clientAddress(heard, trust_proxy)
  return address === null ? '' : clientNetwork(address)
}

/** What never reached the shell, because its headers name no host, or left it by a failure of the error page itself. */
function answerOutside(error: unknown, headers: [string, string][], log: Log): Response {
  if (error instanceof RequestError) return new Response(null, { status: 400, headers })
  log.fatal({ error: String(error) }, 'a failure outside the shell')
  return new Response(null, { status: 500, headers })
}
