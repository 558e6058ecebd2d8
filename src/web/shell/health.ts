import { Hono } from 'hono'
import type { WebContext, WebEnv } from './web-env.ts'

/** One thing that must be so before readers are sent here; false or thrown: it is not. */
export type Readiness = Readonly<Record<string, () => boolean | Promise<boolean>>>

/** `/healthz`: the process lives. `/readyz`: what it needs is there, each by name and within `patience_ms`. For machines: JSON, never kept. */
export function healthRoutes(readiness: Readiness, patience_ms = 2000): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/healthz', c => c.json({ status: 'ok' }))
  routes.get('/readyz', c => answerReadiness(c, readiness, patience_ms))
  return routes
}

async function answerReadiness(c: WebContext, readiness: Readiness, patience_ms: number): Promise<Response> {
  const found = await Promise.all(Object.entries(readiness).map(async ([name, isSo]) => [name, await holds(isSo, patience_ms)] as const))
  const is_ready = found.every(([, so]) => so)
  return c.json({ status: is_ready ? 'ready' : 'not-ready', ...Object.fromEntries(found) }, is_ready ? 200 : 503)
}

/** What does not answer in time is not so. */
async function holds(isSo: () => boolean | Promise<boolean>, patience_ms: number): Promise<boolean> {
  const { promise: tired, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(() => resolve(false), patience_ms)
  try {
    return await Promise.race([isSo(), tired])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
