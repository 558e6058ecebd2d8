import { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { sayProblems } from '../../staff/index.ts'
import { outOfLane, returnPath, staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { dropProof, hasProof } from '../means/fresh-proof.ts'
import { seal, unseal } from '../means/sealing.ts'
import {
  comeBack,
  type Elsewhere,
  type Journey,
  leaveFor,
  linkElsewhere,
  signInElsewhere,
  unlinkElsewhere,
} from '../means/sign-in-elsewhere.ts'
import { isUnreached, type SignOn } from '../means/sign-on.ts'
import { LinkBothPage, LinkPage } from '../pages/proof.tsx'
import { SignInPage } from '../pages/sign-in.tsx'
import { type AccessCode, access_problems } from '../problem-words.ts'
import type { SignedIn } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { signedIn } from '../session/signed-in.tsx'
import { staffPageOf } from '../session/staff-context.ts'
import { agentOf, giveStep, originOf, takeStep } from '../session/visitor.ts'
import { showAccount } from './account-routes.tsx'
import { formOf, withFlash } from './forms.ts'
import { lacksProof } from './proof-routes.tsx'
import { goOn } from './sign-in-routes.tsx'

/**
 * The province's own sign-on. A sign-in never links and a link never signs in. Leaving is a link, not a form: the
 * policy of our pages lets no form lead away.
 */
export function elsewhereRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(staff_paths.elsewhere, c => leave(c, doors))
  routes.get(staff_paths.elsewhere_back, c => comeHome(c, doors))
  routes.get(staff_paths.link_elsewhere, c => offerLink(c, doors))
  routes.post(staff_paths.link_elsewhere, c => link(c, doors))
  routes.post(staff_paths.unlink_elsewhere, c => unlink(c, doors))
  return routes
}

/** To sign in. Not from a page of others: nobody is signed in by a link that a stranger wrote. */
async function leave(c: WebContext, doors: Doors): Promise<Response> {
  if (doors.sign_on === null) return c.notFound()
  const back = returnPath(c.req.query('ve'))
  if (c.req.header('sec-fetch-site') === 'cross-site') return c.redirect(c.var.view.to.sign_in({ back }), 303)
  const address = await leaveWith(c, doors, doors.sign_on, { back, linking: null })
  return address === null ? refuse(c, doors, [{ code: 'elsewhere-failed' }]) : c.redirect(address.href, 302)
}

/** Begins a journey; null where the other place cannot be reached. */
async function leaveWith(c: WebContext, doors: Doors, sign_on: SignOn, journey: Pick<Journey, 'back' | 'linking'>): Promise<URL | null> {
  const callback = new URL(staff_paths.elsewhere_back, originOf(c, doors))
  try {
    const left = await outOfLane(c, () => leaveFor(sign_on, { callback, ...journey }))
    giveStep(c, doors, 'elsewhere', left.journey)
    return left.address
  } catch (error) {
    noteFailure(c, error, 'the sign-on elsewhere cannot be reached')
    return null
  }
}

function noteFailure(c: WebContext, error: unknown, what: string): void {
  if (isUnreached(error)) return
  const { code, message, cause } = error as { code?: string; message?: string; cause?: unknown }
  c.var.log.warn({ request: c.var.request_id, code, error: message ?? String(error), cause: cause && String(cause) }, what)
}

async function comeHome(c: WebContext, doors: Doors): Promise<Response> {
  const { sign_on } = doors
  if (sign_on === null) return c.notFound()
  const journey = await takeStep<Journey>(c, doors, 'elsewhere')
  if (journey === null) return refuse(c, doors, [{ code: 'expired-step' }])
  const here = new URL(staff_paths.elsewhere_back + new URL(c.req.url).search, originOf(c, doors))
  try {
    const elsewhere = await outOfLane(c, () => comeBack(sign_on, here, journey))
    return journey.linking === null ? enter(c, doors, elsewhere, journey.back) : offerBoth(c, doors, elsewhere, journey.linking)
  } catch (error) {
    noteFailure(c, error, 'the sign-on elsewhere did not confirm')
    return refuse(c, doors, [{ code: 'elsewhere-failed' }])
  }
}

async function enter(c: WebContext, doors: Doors, elsewhere: Elsewhere, back: string | undefined): Promise<Response> {
  const outcome = await signInElsewhere(doors.database, elsewhere, agentOf(c), doors.now())
  return outcome.ok ? goOn(c, doors, outcome.value, back) : refuse(c, doors, outcome.problems)
}

/** Whoever sits there has just shown who they are; the page says whose account it is, and leads away. */
async function offerLink(c: WebContext, doors: Doors): Promise<Response> {
  const { sign_on } = doors
  if (sign_on === null) return c.notFound()
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const lacking = lacksProof(c, doors, who, 'noi-khac')
  if (lacking) return lacking
  const address = await leaveWith(c, doors, sign_on, { linking: who.person_id })
  if (address === null)
    return showAccount(c, doors, who, { field_errors: sayProblems(access_problems, c.var.view, [{ code: 'elsewhere-failed' }]) })
  const { staff_page } = await staffPageOf(c, doors.database, who)
  return showStaffPage(c, <LinkPage {...staff_page} label={sign_on.label} address={address.href} />)
}

/** Whoever left to link must be the one who comes back. Nothing is linked yet: the page names both. */
async function offerBoth(c: WebContext, doors: Doors, elsewhere: Elsewhere, person_id: number): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  if (who.person_id !== person_id || !hasProof(c, doors, who, 'noi-khac')) return refuse(c, doors, [{ code: 'expired-step' }])
  const sealed = seal(doors.key, purposeOf(who), elsewhere, new Date(doors.now().getTime() + 5 * 60_000))
  const { staff_page } = await staffPageOf(c, doors.database, who)
  return showStaffPage(c, <LinkBothPage {...{ ...staff_page, sealed, label: doors.sign_on!.label, there: elsewhere.name }} />)
}

function purposeOf({ session_id }: SignedIn): string {
  return `link of session ${session_id}`
}

async function link(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const elsewhere = unseal<Elsewhere>(doors.key, purposeOf(who), (await formOf(c)).sealed ?? '', doors.now())
  if (elsewhere === null || !hasProof(c, doors, who, 'noi-khac')) return refuse(c, doors, [{ code: 'expired-step' }])
  const outcome = await linkElsewhere(doors.database, who, elsewhere)
  if (!outcome.ok) return showAccount(c, doors, who, { field_errors: sayProblems(access_problems, c.var.view, outcome.problems) })
  dropProof(c, doors)
  return c.redirect(withFlash(c.var.view.to.account(), { xong: 'noi' }), 303)
}

async function unlink(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const { issuer = '' } = await formOf(c)
  const outcome = await unlinkElsewhere(doors.database, who, issuer, doors.now())
  const { to } = c.var.view
  return c.redirect(outcome.ok && outcome.value ? withFlash(to.account(), { xong: 'bo-noi' }) : to.account(), 303)
}

function refuse(c: WebContext, doors: Doors, problems: Problem<AccessCode>[]): Response {
  const { view } = c.var
  return showStaffPage(
    c,
    <SignInPage {...{ view, sign_on: doors.sign_on?.label, field_errors: sayProblems(access_problems, view, problems) }} />,
    422,
  )
}
