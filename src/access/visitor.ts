import { getCookie, setCookie } from 'hono/cookie'
import type { WebContext } from '../web/index.ts'
import type { Doors } from './doors.ts'
import { seal, unseal } from './sealing.ts'

const token_name = 'neu-guong'
const step_name = 'neu-guong-buoc'
const step_lasts_ms = 10 * 60_000

/** The token of the session, as the browser sends it. */
export function tokenOf(c: WebContext, doors: Doors): string | null {
  return getCookie(c, token_name, prefixOf(doors)) ?? null
}

/** For this browser until it is closed; how long it may live is for the server to say. Lax, so that a link in a mail opens signed in. */
export function giveToken(c: WebContext, doors: Doors, token: string): void {
  setCookie(c, token_name, token, cookieOf(doors))
}

/** Nothing of the user remains: the cookie, what is kept of pages, and all storage of this site. */
export function forgetUser(c: WebContext, doors: Doors): void {
  setCookie(c, token_name, '', { ...cookieOf(doors), maxAge: 0 })
  c.header('clear-site-data', '"cache", "cookies", "storage"')
}

/** What the server must find again after a step elsewhere (a challenge, the state of a sign-on): sealed, in the browser, for ten minutes. */
export function giveStep(c: WebContext, doors: Doors, purpose: string, value: unknown): void {
  const until = new Date(doors.now().getTime() + step_lasts_ms)
  setCookie(c, step_name, seal(doors.key, purpose, value, until), { ...cookieOf(doors), maxAge: step_lasts_ms / 1000 })
}

/** Takes a step back, once. */
export function takeStep<T>(c: WebContext, doors: Doors, purpose: string): T | null {
  const sealed = getCookie(c, step_name, prefixOf(doors))
  if (sealed === undefined) return null
  setCookie(c, step_name, '', { ...cookieOf(doors), maxAge: 0 })
  return unseal<T>(doors.key, purpose, sealed, doors.now())
}

function cookieOf(doors: Doors) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: doors.is_behind_tls, prefix: prefixOf(doors) } as const
}

function prefixOf({ is_behind_tls }: Doors): 'host' | undefined {
  return is_behind_tls ? 'host' : undefined
}

export function agentOf(c: WebContext): string {
  return c.req.header('user-agent')?.slice(0, 400) ?? ''
}

/** The address by which the reader reached us. */
export function originOf(c: WebContext, { is_behind_tls }: Doors): URL {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return new URL(`${is_behind_tls ? 'https' : 'http'}://${host}`)
}
