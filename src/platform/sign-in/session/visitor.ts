import { getCookie, setCookie } from 'hono/cookie'
import type { WebContext } from '../../web/index.ts'
import { cookieOf, type Doors, prefixOf } from '../doors.ts'
import { digestOf, seal, unseal } from '../means/sealing.ts'
import type { Opened } from '../means/sign-in-with-password.ts'
import { rememberBrowser } from './known-browser.ts'

const token_name = 'neu-guong'
const step_name = 'neu-guong-buoc'
const left_name = 'neu-guong-thoat'
const step_lasts_ms = 10 * 60_000

/** The token of the session, as the browser sends it. */
export function tokenOf(c: WebContext, doors: Doors): string | null {
  return getCookie(c, token_name, prefixOf(doors)) ?? null
}

/**
 * A session has begun: its token is for this browser until it is closed, and how long it may live is for the server to
 * say. Whoever is wholly in is known here.
 */
export function giveSession(c: WebContext, doors: Doors, { token, stage, person_id }: Opened): void {
  setCookie(c, token_name, token, cookieOf(doors))
  if (stage === 'whole') rememberBrowser(c, doors, person_id)
}

/**
 * Nothing of the user remains: the cookies, what is kept of pages, and all storage of this site. That somebody once
 * signed in here stays, sealed.
 */
export function forgetUser(c: WebContext, doors: Doors): void {
  for (const name of [token_name, step_name]) setCookie(c, name, '', { ...cookieOf(doors), maxAge: 0 })
  setCookie(c, left_name, '1', { ...cookieOf(doors), maxAge: step_lasts_ms / 1000 })
  c.header('clear-site-data', '"cache", "storage"')
}

/**
 * Whether somebody has just signed out in this browser, once: an address alone, which anybody can send, empties
 * nobody's storage.
 */
export function hasJustLeft(c: WebContext, doors: Doors): boolean {
  if (getCookie(c, left_name, prefixOf(doors)) === undefined) return false
  setCookie(c, left_name, '', { ...cookieOf(doors), maxAge: 0 })
  return true
}

/**
 * What the server must find again after a step elsewhere (a challenge, the state of a sign-on): sealed, in the browser,
 * for ten minutes.
 */
export function giveStep(c: WebContext, doors: Doors, purpose: string, value: unknown): void {
  const until = new Date(doors.now().getTime() + step_lasts_ms)
  setCookie(c, step_name, seal(doors.key, purpose, value, until), { ...cookieOf(doors), maxAge: step_lasts_ms / 1000 })
}

/** Takes a step back, once: also from whoever kept a copy of the cookie. */
export async function takeStep<T>(c: WebContext, doors: Doors, purpose: string): Promise<T | null> {
  const sealed = getCookie(c, step_name, prefixOf(doors))
  if (sealed === undefined) return null
  setCookie(c, step_name, '', { ...cookieOf(doors), maxAge: 0 })
  const value = unseal<T>(doors.key, purpose, sealed, doors.now())
  return value !== null && (await isFirstTaken(doors, digestOf(`${purpose} ${JSON.stringify(value)}`))) ? value : null
}

async function isFirstTaken({ database, now }: Doors, digest: string): Promise<boolean> {
  const row = { digest, taken_at: now() }
  const taken = database.kysely
    .insertInto('taken_step')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
  return (await taken.returning('digest').executeTakeFirst()) !== undefined
}

export function agentOf(c: WebContext): string {
  return c.req.header('user-agent')?.slice(0, 400) ?? ''
}

/**
 * The portal's own address: passkeys belong to it, a sign-on elsewhere returns to it, squares and letters lead to it.
 * Where none is set, that by which we were reached.
 */
export function originOf(c: WebContext, { is_behind_tls, site_address }: Doors): URL {
  if (site_address !== null) return new URL(site_address)
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return new URL(`${is_behind_tls ? 'https' : 'http'}://${host}`)
}
