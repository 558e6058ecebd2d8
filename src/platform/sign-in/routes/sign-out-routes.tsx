import { Hono } from 'hono'
import { outOfLane, staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { signOutAddress } from '../means/sign-in-elsewhere.ts'
import { isUnreached } from '../means/sign-on.ts'
import { LeavingPage } from '../pages/proof.tsx'
import { SignOutPage } from '../pages/sign-in.tsx'
import { endSession } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { personOf, signedIn } from '../session/signed-in.tsx'
import { forgetUser, originOf, tokenOf } from '../session/visitor.ts'
import { withFlash } from './forms.ts'

/** Signing out, so that somebody else may sit down. */
export function signOutRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(staff_paths.sign_out, c => offerSigningOut(c, doors))
  routes.post(staff_paths.sign_out, c => signOut(c, doors))
  return routes
}

async function offerSigningOut(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors, 'password')
  if (who instanceof Response) return who
  return showStaffPage(c, <SignOutPage view={c.var.view} person={personOf(c.var.view.lang, who)} />)
}

/**
 * Here first; then, by a page that goes on by itself, where the account came from: the policy of our pages lets no form
 * lead away.
 */
async function signOut(c: WebContext, doors: Doors): Promise<Response> {
  const { view } = c.var
  const token = tokenOf(c, doors)
  const means = token ? await endSession(doors.database, token, doors.now()) : null
  forgetUser(c, doors)
  const address = means === 'elsewhere' ? await addressElsewhere(c, doors) : null
  if (address === null) return c.redirect(withFlash(view.to.sign_in(), { da_thoat: '1' }), 303)
  c.header('refresh', `1; url=${address.href}`)
  return showStaffPage(c, <LeavingPage {...{ view, label: doors.sign_on!.label, address: address.href }} />)
}

async function addressElsewhere(c: WebContext, doors: Doors): Promise<URL | null> {
  const { sign_on } = doors
  if (sign_on === null) return null
  const back = new URL(`${staff_paths.sign_in}?da_thoat=1`, originOf(c, doors))
  try {
    return await outOfLane(c, () => signOutAddress(sign_on, back))
  } catch (error) {
    if (isUnreached(error)) return null
    c.var.log.warn({ request: c.var.request_id, error: String(error) }, 'the sign-on elsewhere cannot be reached to sign out')
    return null
  }
}
