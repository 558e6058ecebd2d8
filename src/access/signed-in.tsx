import type { Actor } from '../database/index.ts'
import type { Chore, WebContext } from '../web/index.ts'
import type { Doors } from './doors.ts'
import { keepForm } from './kept-form.ts'
import { Forbidden, type Person, SignInPage } from './pages/sign-in.tsx'
import { findSession, type SignedIn, type Stage } from './sessions.ts'
import { showStaffPage } from './show-staff-page.ts'
import { tokenOf } from './visitor.ts'
import { role_words } from './words.ts'

/** Who asks, for verbs that write in their name. */
export function actorOf({ person_id, name }: SignedIn): Actor {
  return { person_id, name }
}

/**
 * Who is signed in; or the answer to send instead. A page leads to signing in and back (303). A form whose session has ended gets the sign-in page (401)
 * with all that was typed sealed into it, so that nothing is lost.
 */
export async function signedIn(c: WebContext, doors: Doors, stage: Stage = 'whole'): Promise<SignedIn | Response> {
  const token = tokenOf(c, doors)
  const found = token ? await findSession(doors.database, token, doors.now()) : ({ state: 'none' } as const)
  if (found.state === 'open' && (found.signed_in.stage === 'whole' || stage === 'password')) return found.signed_in
  const { reading } = c.var
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(reading.to.sign_in({ back: pathname + search }), 303)
  const kept = found.state === 'over' ? await keepForm(c, doors, found.person_id) : undefined
  return showStaffPage(c, <SignInPage {...{ reading, kept, sign_on: doors.sign_on?.label }} />, 401)
}

/** The name and the first role of who is signed in, for the top of a page. */
export function personOf(lang: 'vi' | 'en', { name, held }: SignedIn): Person {
  const first = held.find(({ giver_id }) => giver_id === null) ?? held[0]
  return { name, role: first && role_words[lang][first.role] }
}

/** The page of somebody whose account does not do this: it says who can. */
export function forbid(c: WebContext, who: SignedIn & { menu: Chore[] }, roles: readonly string[]): Response {
  const { reading } = c.var
  return showStaffPage(c, <Forbidden {...{ reading, roles, person: personOf(reading.lang, who), menu: who.menu }} />, 403)
}
