import type { Actor } from '../../database/index.ts'
import type { MenuItem } from '../../staff/index.ts'
import type { WebContext } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { Forbidden, type Person, SignInPage } from '../pages/sign-in.tsx'
import { refuseStep } from '../routes/json-steps.ts'
import { role_words } from '../words.ts'
import { findKeptForm, keepForm } from './kept-form.ts'
import { findSession, type SignedIn, type Stage } from './sessions.ts'
import { showStaffPage } from './show-staff-page.ts'
import { markShownTo, shownTo } from './shown-to.ts'
import { tokenOf } from './visitor.ts'

/** Who asks, for verbs that write in their name. */
export function actorOf({ person_id, name }: SignedIn): Actor {
  return { person_id, name }
}

/**
 * Who is signed in; or the answer to send instead. A page leads to signing in and back (303). A form belongs to the
 * person it was shown to: where their session has ended, or somebody else has signed in meanwhile, nothing is written,
 * and the sign-in page (401) leads back to what was typed.
 */
export async function signedIn(c: WebContext, doors: Doors, stage: Stage = 'whole'): Promise<SignedIn | Response> {
  const token = tokenOf(c, doors)
  const found = token ? await findSession(doors.database, token, doors.now()) : ({ state: 'none' } as const)
  const is_read = c.req.method === 'GET' || c.req.method === 'HEAD'
  const owner = is_read ? null : await shownTo(c, doors)
  if (found.state === 'open' && (found.signed_in.stage === 'whole' || stage === 'password')) {
    const { person_id } = found.signed_in
    markShownTo(c, doors, person_id)
    if (is_read) await takeKept(c, doors, person_id)
    return owner === null || owner === person_id ? found.signed_in : askAgain(c, doors, { owner, stage, now_in: found.signed_in })
  }
  if (is_read) return c.redirect(c.var.view.to.sign_in({ back: hereOf(c) }), 303)
  return askAgain(c, doors, { owner: owner ?? (found.state === 'over' ? found.person_id : null), stage })
}

/** A page that is asked for with what was kept of one of its forms. */
async function takeKept(c: WebContext, doors: Doors, person_id: number): Promise<void> {
  const kept = c.req.query('giu') ? await findKeptForm(doors, c.req.query('giu')!, person_id) : null
  if (kept !== null) c.set('kept_form', kept)
}

function hereOf(c: WebContext): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

type Refused = { owner: number | null; stage: Stage; now_in?: SignedIn }

/** Whose form it is signs in, and finds it again. Steps of signing in are not kept: they begin anew. */
async function askAgain(c: WebContext, doors: Doors, { owner, stage, now_in }: Refused): Promise<Response> {
  const { view } = c.var
  if (c.req.header('content-type')?.startsWith('application/json'))
    return refuseStep(c, [{ code: now_in ? 'shown-to-another' : 'session-over' }], 403)
  const kept = owner === null || stage === 'password' ? null : await keepForm(c, doors, owner)
  const back = kept === null ? undefined : view.to.resume({ kept })
  const shown = { view, back, is_kept: kept !== null, sign_on: doors.sign_on?.label, now_in: now_in && personOf(view.lang, now_in) }
  c.set('shown_to', undefined)
  return showStaffPage(c, <SignInPage {...shown} />, 401)
}

/** The name and the first role of who is signed in, for the top of a page. */
export function personOf(lang: 'vi' | 'en', { name, held }: SignedIn): Person {
  const first = held.find(({ giver_id }) => giver_id === null) ?? held[0]
  return { name, role: first && role_words[lang][first.role] }
}

/** The page of somebody whose account does not do this: it says who can. */
export function forbid(c: WebContext, who: SignedIn & { menu: MenuItem[] }, roles: readonly string[]): Response {
  const { view } = c.var
  return showStaffPage(c, <Forbidden {...{ view, roles, person: personOf(view.lang, who), menu: who.menu }} />, 403)
}
