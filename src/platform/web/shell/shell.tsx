import { randomUUID } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { dayOf } from '../../../basis/shared/dates.ts'
import { displayIn } from '../display.ts'
import { api_paths, pathForLog, staff_paths } from '../href.ts'
import { languageOf } from '../language.ts'
import { renderPage, type SiteProps, viewContextOf } from '../layout.tsx'
import type { Log } from '../log.ts'
import { type Surplus, surplusIn } from '../questions.ts'
import { canonicalPath } from './canonical-path.ts'
import { clientAddress, type TrustProxy, trustNobody } from './client-address.ts'
import { isAway } from './database-away.ts'
import { ErrorPage } from './error-page.tsx'
import type { ErrorStatus } from './error-words.ts'
import { isFromOurPage, isReadable, isUnreadableForm } from './refuse-requests.ts'
import { securityHeaders, setHeaders } from './security-headers.ts'
import { SurplusPage } from './surplus-page.tsx'
import type { WebContext, WebEnv } from './web-env.ts'

type ShellOptions = {
  /** What every page knows of the site. */
  site?: SiteProps
  /** The rooms' routes, each at its Vietnamese address; the shell shows them in English under /en as well. */
  rooms: readonly Hono<WebEnv>[]
  /** Routes that have no language: health, readiness. */
  machine?: Hono<WebEnv>
  log: Log
  is_behind_tls: boolean
  /** Whose word is taken on where a request comes from; nobody's, if absent. */
  trust_proxy?: TrustProxy
  /** By which clock the pages are dated: this machine's, if absent. */
  now?: () => Date
}

/** What all rooms stand in: who may ask what, what every answer carries, and what is said when something goes wrong. */
export function openShell({
  site = {},
  rooms,
  machine,
  log,
  is_behind_tls,
  trust_proxy = trustNobody,
  now = () => new Date(),
}: ShellOptions): Hono<WebEnv> {
  const shell = new Hono<WebEnv>()
  shell.use(layReady({ log, site, trust_proxy, now }), setHeaders(securityHeaders({ is_behind_tls })), refuse)
  if (machine) shell.route('/', machine)
  for (const room of rooms) {
    shell.route('/', room)
    shell.route('/en', room)
  }
  const methodsAt = methodsOf(shell)
  shell.notFound(c => answerUnknown(c, methodsAt(c.req.path)))
  shell.onError((error, c) => answerFailure(error, c))
  return shell
}

type Laid = { log: Log; site: SiteProps; trust_proxy: TrustProxy; now: () => Date }

/** Gives the handlers what they need, and writes one line a request when it is over. */
function layReady({ log, site, trust_proxy, now }: Laid): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const lang = languageOf(c.req.path)
    const view = viewContextOf(lang, displayIn(new URL(c.req.url).searchParams), site)
    c.set('view', { ...view, dated: dayOf(now()) })
    c.set('client_address', addressOf(c, trust_proxy))
    c.set('request_id', randomUUID().slice(0, 8))
    c.set('log', log)
    c.header('content-language', lang)
    c.header('cache-control', 'no-store')
    const began_at = performance.now()
    await next()
    const { method, path } = c.req
    log.info({
      request: c.var.request_id,
      method,
      path: pathForLog(path),
      status: c.res.status,
      ms: Math.round(performance.now() - began_at),
    })
  }
}

function addressOf(c: WebContext, trust_proxy: TrustProxy): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const headers = { 'x-forwarded-for': c.req.header('x-forwarded-for') }
  return clientAddress({ remote_address: incoming?.socket?.remoteAddress, headers }, trust_proxy)
}

/**
 * What programs ask in nobody's name: a mail program says in its sealed address what it may (RFC 8058), a system of an
 * office shows its key. No cookie is read there.
 */
const open_to_programs: readonly string[] = [staff_paths.refuse_reminders, api_paths.indicator_values]

const refuse: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!isReadable(c.req.url)) return showError(c, 400)
  const { method, path } = c.req
  if (!open_to_programs.includes(path) && !isFromOurPage(method, name => c.req.raw.headers.get(name))) return showError(c, 403)
  const surplus = c.req.url.includes('?') ? surplusIn(new URL(c.req.url)) : []
  if (surplus.length > 0) return showSurplus(c, surplus)
  return next()
}

/** Who asked for data reads data. */
function showSurplus(c: WebContext, surplus: Surplus[]): Response {
  if (c.req.path.endsWith('.json')) return c.json({ problems: surplus }, 422)
  return c.html(renderPage(<SurplusPage view={c.var.view} surplus={surplus} />), 422)
}

function answerUnknown(c: WebContext, methods: string[]): Response {
  if (methods.length > 0 && c.req.method === 'OPTIONS') return c.body(null, 204, { allow: [...methods, 'OPTIONS'].join(', ') })
  const is_reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (methods.length > 0 && !is_reading) return showError(c, 405, { allow: [...methods, 'OPTIONS'].join(', ') })
  const canonical = methods.length === 0 && is_reading ? canonicalPath(c.req.path) : null
  if (canonical === null) return showError(c, 404)
  c.header('cache-control', 'no-cache')
  return c.redirect(canonical + new URL(c.req.url).search, 301)
}

function answerFailure(error: Error, c: WebContext): Response {
  if (isUnreadableForm(error)) return showError(c, 422)
  const away = isAway(error)
  c.var.log.error(
    { request: c.var.request_id, path: pathForLog(c.req.path), error: error.stack ?? String(error) },
    away ? 'the database is away' : 'failure',
  )
  return away ? showError(c, 503, { 'retry-after': '5' }) : showError(c, 500)
}

/** Answers with the page of an error, in the reader's language; 5xx with the number under which the log has it. */
export function showError(c: WebContext, status: ErrorStatus, headers: Record<string, string> = {}): Response {
  const incident = status >= 500 ? c.var.request_id : undefined
  return c.html(renderPage(<ErrorPage view={c.var.view} status={status} incident={incident} />), status, headers)
}

/** Which methods an address takes: what an answer 405 must name. */
function methodsOf(shell: Hono<WebEnv>): (path: string) => string[] {
  const router = new TrieRouter<true>()
  const routes = shell.routes.filter(({ method }) => method !== 'ALL')
  for (const { method, path } of routes) router.add(method, path, true)
  const methods = [...new Set(routes.map(({ method }) => method))]
  return path =>
    methods.filter(method => router.match(method, path)[0].length > 0).flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}
