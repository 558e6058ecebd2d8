import { getCookie, setCookie } from 'hono/cookie'
import type { WebContext } from '../../web/index.ts'
import { cookieOf, type Doors, prefixOf } from '../doors.ts'
import type { SignedIn } from '../session/sessions.ts'
import { seal, unseal } from './sealing.ts'

const cookie_name = 'neu-guong-chung'
const purpose = 'fresh proof'
const lasts_ms = 5 * 60_000

/**
 * What changes how an account is opened, by its name in addresses. A session that was left open is no proof of who sits
 * there: each asks once more.
 */
export const proven_acts = ['buoc-hai', 'khoa', 'noi-khac'] as const
export type ProvenAct = (typeof proven_acts)[number]

export function provenActOf(text: string | undefined): ProvenAct | null {
  return proven_acts.find(act => act === text) ?? null
}

/** Somebody has just shown who they are, for one act within this session and five minutes. */
export function giveProof(c: WebContext, doors: Doors, { session_id }: SignedIn, act: ProvenAct): void {
  const until = new Date(doors.now().getTime() + lasts_ms)
  setCookie(c, cookie_name, seal(doors.key, purpose, { session_id, act }, until), { ...cookieOf(doors), maxAge: lasts_ms / 1000 })
}

export function hasProof(c: WebContext, doors: Doors, { session_id }: SignedIn, act: ProvenAct): boolean {
  const sealed = getCookie(c, cookie_name, prefixOf(doors))
  const proof = sealed === undefined ? null : unseal<{ session_id: number; act: ProvenAct }>(doors.key, purpose, sealed, doors.now())
  return proof?.session_id === session_id && proof.act === act
}

/** The act is done: the next one asks again. */
export function dropProof(c: WebContext, doors: Doors): void {
  setCookie(c, cookie_name, '', { ...cookieOf(doors), maxAge: 0 })
}
