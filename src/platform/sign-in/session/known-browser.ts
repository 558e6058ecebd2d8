import { randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { WebContext } from '../../web/index.ts'
import { cookieOf, type Doors, prefixOf } from '../doors.ts'
import { seal, unseal } from '../means/sealing.ts'

const cookie_name = 'neu-guong-may'
const purpose = 'known browser'
const lasts_days = 180
/** A computer that an office shares knows many; a cookie holds about four thousand letters. */
const most_names = 30

/** At whose name a browser is known: since when, and by which key its failures are counted. */
export type KnownAt = { person_id: number; key: string; since: string }

/**
 * The names at which this browser is known: those of whoever has signed in with it. Sealed, so that nobody reads them
 * out of the browser.
 */
export function knownAt(c: WebContext, doors: Doors): KnownAt[] {
  const sealed = getCookie(c, cookie_name, prefixOf(doors))
  return sealed === undefined ? [] : (unseal<KnownAt[]>(doors.key, purpose, sealed, doors.now()) ?? [])
}

/**
 * From now on this browser is known at somebody's name, by a new key: a copy of the cookie that was taken before counts
 * for itself.
 */
export function rememberBrowser(c: WebContext, doors: Doors, person_id: number): void {
  const now = doors.now()
  const others = knownAt(c, doors).filter(known => known.person_id !== person_id)
  const known = [{ person_id, key: randomBytes(9).toString('base64url'), since: now.toISOString() }, ...others].slice(0, most_names)
  const until = new Date(now.getTime() + lasts_days * 86_400_000)
  setCookie(c, cookie_name, seal(doors.key, purpose, known, until), { ...cookieOf(doors), maxAge: lasts_days * 86_400 })
}

/**
 * The key of a browser at a name; null where it is not known there, or was before the password was set anew: then it
 * may be an intruder's.
 */
export function browserKeyAt(known: readonly KnownAt[], person_id: number, password_since: Date | null): string | null {
  const found = known.find(at => at.person_id === person_id)
  return found && (password_since === null || new Date(found.since) >= password_since) ? found.key : null
}
