import { Hono } from 'hono'
import type { Problem } from '../shared/outcome.ts'
import { returnPath, staff_paths, type WebContext, type WebEnv } from '../web/index.ts'
import { showAccount } from './account-routes.tsx'
import type { Doors } from './doors.ts'
import { formOf, telling } from './forms.ts'
import { SignInPage } from './pages/sign-in.tsx'
import { findSession, type SignedIn } from './sessions.ts'
import { showStaffPage } from './show-staff-page.ts'
import { comeBack, type Elsewhere, type Journey, leaveFor, linkElsewhere, signInElsewhere, unlinkElsewhere } from './sign-in-elsewhere.ts'
import { goOn } from './sign-in-routes.tsx'
import { signedIn } from './signed-in.tsx'
import { agentOf, giveStep, originOf, takeStep, tokenOf } from './visitor.ts'
import { complaintsOf } from './words.ts'

/** The province's own sign-on. Leaving is a link, not a form: the policy of our pages lets no form lead away. */
export function elsewhereRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/dang-nhap/noi-khac', c => leave(c, doors))
  routes.get('/dang-nhap/noi-khac/ve', c => comeHome(c, doors))
  routes.post(staff_paths.unlink_elsewhere, c => unlink(c, doors))
  return routes
}

async function leave(c: WebContext, doors: Doors): Promise<Response> {
  if (doors.sign_on === null) return c.notFound()
  const callback = new URL(staff_paths.elsewhere_back, originOf(c, doors))
  const token = tokenOf(c, doors)
  const found = token ? await findSession(doors.database, token, doors.now()) : null
  const linking = found?.state === 'open' && found.signed_in.stage === 'whole' ? found.signed_in.person_id : null
  try {
    const { address, journey } = await leaveFor(doors.sign_on, { callback, back: returnPath(c.req.query('ve')), linking })
    giveStep(c, doors, 'elsewhere', journey)
    return c.redirect(address.href, 302)
  } catch (error) {
    c.var.log.warn({ request: c.var.request_id, error: String(error) }, 'the sign-on elsewhere cannot be reached')
    return refuse(c, doors, [{ code: 'elsewhere-failed' }])
  }
}

async function comeHome(c: WebContext, doors: Doors): Promise<Response> {
  if (doors.sign_on === null) return c.notFound()
  const journey = await takeStep<Journey>(c, doors, 'elsewhere')
  if (journey === null) return refuse(c, doors, [{ code: 'expired-step' }])
  const here = new URL(staff_paths.elsewhere_back + new URL(c.req.url).search, originOf(c, doors))
  const elsewhere = await comeBack(doors.sign_on, here, journey)
  if (elsewhere === null) return refuse(c, doors, [{ code: 'elsewhere-failed' }])
  return journey.linking === null ? enter(c, doors, elsewhere, journey.back) : link(c, doors, elsewhere, journey.linking)
}

async function enter(c: WebContext, doors: Doors, elsewhere: Elsewhere, back: string | undefined): Promise<Response> {
  const outcome = await signInElsewhere(doors.database, elsewhere, agentOf(c), doors.now())
  return outcome.ok ? goOn(c, doors, outcome.value, back) : refuse(c, doors, outcome.problems)
}

/** Whoever left to link must be the one who comes back. */
async function link(c: WebContext, doors: Doors, elsewhere: Elsewhere, person_id: number): Promise<Response> {
  const who: SignedIn | Response = await signedIn(c, doors)
  if (who instanceof Response) return who
  if (who.person_id !== person_id) return refuse(c, doors, [{ code: 'expired-step' }])
  const outcome = await linkElsewhere(doors.database, who, elsewhere)
  if (!outcome.ok) return showAccount(c, doors, who, { complaints: complaintsOf(c.var.reading.lang, outcome.problems) })
  return c.redirect(telling(c.var.reading.to.account(), { xong: 'noi' }), 303)
}

async function unlink(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const { issuer = '' } = await formOf(c)
  const outcome = await unlinkElsewhere(doors.database, who, issuer, doors.now())
  const { to } = c.var.reading
  return c.redirect(outcome.ok && outcome.value ? telling(to.account(), { xong: 'bo-noi' }) : to.account(), 303)
}

function refuse(c: WebContext, doors: Doors, problems: Problem[]): Response {
  const { reading } = c.var
  return showStaffPage(
    c,
    <SignInPage {...{ reading, sign_on: doors.sign_on?.label, complaints: complaintsOf(reading.lang, problems) }} />,
    422,
  )
}
