import { Hono } from 'hono'
import type { WebContext, WebEnv } from './web-env.ts'

/**
 * One thing that must be so before readers are sent here; false or thrown: it is not. A text says why not, and what to
 * do: no secret and no path stands in it.
 */
export type Readiness = Readonly<Record<string, () => boolean | string | Promise<boolean | string>>>

/** What whoever watches the machines should know, and what keeps no reader away: a number each, 0 where all is well. */
export type Conditions = Readonly<Record<string, () => Promise<number>>>

/**
 * `/healthz`: the process lives. `/readyz`: what it needs is there, each by name and within `patience_ms`, and the
 * conditions. For machines: JSON, never kept.
 */
export function healthRoutes(readiness: Readiness, { conditions = {}, patience_ms = 2000 }: HealthOptions = {}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/healthz', c => c.json({ status: 'ok' }))
  routes.get('/readyz', c => answerReadiness(c, readiness, { conditions, patience_ms }))
  return routes
}

/** The same as numbers, for whoever draws curves: 1 and 0 for what must be so, and the conditions. */
export async function measureHealth(
  readiness: Readiness,
  conditions: Conditions,
  patience_ms = 2000,
): Promise<Record<string, number | null>> {
  const found = await eachOf(readiness, isSo => inTime<boolean | string>(async () => isSo(), patience_ms, false))
  const told = await eachOf(conditions, ask => inTime<number | null>(ask, patience_ms, null))
  return {
    ...Object.fromEntries(Object.entries(found).map(([name, so]) => [`neu_guong_ready{check="${name}"}`, Number(so === true)])),
    ...Object.fromEntries(Object.entries(told).map(([name, n]) => [`neu_guong_${name}`, n])),
  }
}

type HealthOptions = { conditions?: Conditions; patience_ms?: number }

async function answerReadiness(
  c: WebContext,
  readiness: Readiness,
  { conditions, patience_ms }: Required<HealthOptions>,
): Promise<Response> {
  const [found, told] = await Promise.all([
    eachOf(readiness, isSo => inTime<boolean | string>(async () => isSo(), patience_ms, false)),
    eachOf(conditions, ask => inTime<number | null>(ask, patience_ms, null)),
  ])
  const is_ready = Object.values(found).every(so => so === true)
  const held = Object.fromEntries(Object.entries(found).map(([name, so]) => [name, so === true]))
  const why = Object.fromEntries(Object.entries(found).filter(([, so]) => typeof so === 'string'))
  const reasons = Object.keys(why).length > 0 ? { why } : {}
  return c.json({ status: is_ready ? 'ready' : 'not-ready', ...held, ...told, ...reasons }, is_ready ? 200 : 503)
}

async function eachOf<Asked, T>(named: Readonly<Record<string, Asked>>, ask: (asked: Asked) => Promise<T>): Promise<Record<string, T>> {
  return Object.fromEntries(await Promise.all(Object.entries(named).map(async ([name, asked]) => [name, await ask(asked)] as const)))
}

/** What fails, or does not answer in time, is `otherwise`. */
async function inTime<T>(ask: () => Promise<T>, patience_ms: number, otherwise: T): Promise<T> {
  const { promise: tired, resolve } = Promise.withResolvers<T>()
  const timer = setTimeout(() => resolve(otherwise), patience_ms)
  try {
    return await Promise.race([ask(), tired])
  } catch {
    return otherwise
  } finally {
    clearTimeout(timer)
  }
}
