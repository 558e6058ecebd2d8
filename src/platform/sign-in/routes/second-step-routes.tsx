import { Hono } from 'hono'
import { answersIn, type FieldError, sayProblems, typedInto } from '../../staff/index.ts'
import { returnPath, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { code_form, telephone_form } from '../forms.ts'
import { confirmCode, findSecondMeans } from '../means/confirm-code.ts'
import { dropProof } from '../means/fresh-proof.ts'
import { addressOf as addressOfSecret, newSecret } from '../means/one-time-codes.ts'
import { seal, unseal } from '../means/sealing.ts'
import { setUpCode } from '../means/set-up-code.ts'
import { CodePage, CodesPage, SetUpPage } from '../pages/codes.tsx'
import { NoSecondStepPage } from '../pages/proof.tsx'
import { access_problems } from '../problem-words.ts'
import { knownAt } from '../session/known-browser.ts'
import { lives, meansOf, type SignedIn } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { personOf, signedIn } from '../session/signed-in.tsx'
import { agentOf, giveSession, originOf } from '../session/visitor.ts'
import { formOf } from './forms.ts'
import { lacksProof } from './proof-routes.tsx'
import { goOn } from './sign-in-routes.tsx'

/** The second step of signing in, and choosing one. */
export function secondStepRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/dang-nhap/ma-xac-nhan', c => askForCode(c, doors))
  routes.post('/dang-nhap/ma-xac-nhan', c => takeCode(c, doors))
  routes.get('/dang-nhap/buoc-hai', c => offerSecondStep(c, doors))
  routes.post('/dang-nhap/buoc-hai', c => takeSecondStep(c, doors))
  return routes
}

async function askForCode(c: WebContext, doors: Doors): Promise<Response> {
  const half = await signedIn(c, doors, 'password')
  if (half instanceof Response) return half
  const back = returnPath(c.req.query('ve'))
  if (half.stage === 'whole') return c.redirect(back ?? c.var.view.to.my_commitments(), 303)
  const { has_telephone, printed_codes } = await findSecondMeans(doors.database, half)
  if (!has_telephone && printed_codes === 0) return withoutSecondStep(c, doors, half, c.redirect(c.var.view.to.set_up_code({ back }), 303))
  return showStaffPage(c, <CodePage {...{ view: c.var.view, back }} />)
}

async function takeCode(c: WebContext, doors: Doors): Promise<Response> {
  const half = await signedIn(c, doors, 'password')
  if (half instanceof Response) return half
  const { ve, ...sent } = await formOf(c)
  const { code } = answersIn(code_form, typedInto(code_form, sent))
  const asked = { half, code, address: c.var.client_address, agent: agentOf(c), known: knownAt(c, doors) }
  const outcome = await confirmCode(doors.database, doors.key, asked, doors.now())
  if (outcome.ok) return goOn(c, doors, outcome.value, returnPath(ve))
  const { view } = c.var
  const field_errors = sayProblems(access_problems, view, outcome.problems)
  return showStaffPage(c, <CodePage {...{ view, back: returnPath(ve), field_errors }} />, 422)
}

/**
 * A half session chooses its first second step right after an invitation, and never on the password alone: whoever has
 * only that would open the account for themselves.
 */
async function withoutSecondStep<T>(c: WebContext, doors: Doors, half: SignedIn, allowed: T): Promise<T | Response> {
  if ((await meansOf(doors.database, half)) === 'invitation') return allowed
  return showStaffPage(c, <NoSecondStepPage view={c.var.view} />, 403)
}

/**
 * Whoever was just invited and has none yet; and whoever is wholly signed in and has shown once more who they are. A
 * half session that has one must take it first.
 */
async function mayChoose(c: WebContext, doors: Doors): Promise<SignedIn | Response> {
  const who = await signedIn(c, doors, 'password')
  if (who instanceof Response) return who
  if (who.stage === 'whole') return lacksProof(c, doors, who, 'buoc-hai') ?? who
  const { has_telephone, printed_codes } = await findSecondMeans(doors.database, who)
  return has_telephone || printed_codes > 0 ? c.redirect(c.var.view.to.sign_in_code(), 303) : withoutSecondStep(c, doors, who, who)
}

async function offerSecondStep(c: WebContext, doors: Doors): Promise<Response> {
  const who = await mayChoose(c, doors)
  if (who instanceof Response) return who
  return showStaffPage(c, setUpPage(c, doors, who, newSecret(), { back: returnPath(c.req.query('ve')) }))
}

function setUpPage(c: WebContext, doors: Doors, who: SignedIn, secret: string, more: { back?: string; field_errors?: FieldError[] }) {
  const { view } = c.var
  const sealed = seal(doors.key, `new totp ${who.person_id}`, secret, new Date(doors.now().getTime() + 30 * 60_000))
  const address = addressOfSecret(secret, who.sign_in_name, `Neu Guong ${originOf(c, doors).host}`.replaceAll(':', ' '))
  const minutes = who.stage === 'password' ? lives.half / 60_000 : null
  return <SetUpPage {...{ view, person: personOf(view.lang, who), secret, sealed, address, minutes, ...more }} />
}

async function takeSecondStep(c: WebContext, doors: Doors): Promise<Response> {
  const who = await mayChoose(c, doors)
  if (who instanceof Response) return who
  const { sealed = '', paper, ve, ...sent } = await formOf(c)
  const { code } = answersIn(telephone_form, typedInto(telephone_form, sent))
  const [back, agent] = [returnPath(ve), agentOf(c)]
  const secret = paper ? null : unseal<string>(doors.key, `new totp ${who.person_id}`, sealed, doors.now())
  if (!paper && secret === null) return c.redirect(c.var.view.to.set_up_code({ back }), 303)
  const asked = secret === null ? { signed_in: who, agent, without_telephone: true as const } : { signed_in: who, agent, secret, code }
  const outcome = await setUpCode(doors.database, doors.key, asked, doors.now())
  if (!outcome.ok)
    return showStaffPage(
      c,
      setUpPage(c, doors, who, secret!, { back, field_errors: sayProblems(access_problems, c.var.view, outcome.problems) }),
      422,
    )
  const { codes, opened } = outcome.value
  if (opened) giveSession(c, doors, opened)
  dropProof(c, doors)
  const { view } = c.var
  return showStaffPage(c, <CodesPage {...{ view, codes, person: personOf(view.lang, who), onward: back ?? view.to.my_commitments() }} />)
}
