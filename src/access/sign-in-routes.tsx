import { Hono } from 'hono'
import { returnPath, type WebContext, type WebEnv } from '../web/index.ts'
import { acceptInvitation, findInvitation, type Invited } from './accept-invitation.ts'
import { confirmCode, findSecondMeans } from './confirm-code.ts'
import type { Doors } from './doors.ts'
import { formOf } from './forms.ts'
import { openKeptForm } from './kept-form.ts'
import { knownAt } from './known-browser.ts'
import { addressOf as addressOfSecret, newSecret } from './one-time-codes.ts'
import { CodePage, CodesPage, SetUpPage } from './pages/codes.tsx'
import { InvitationPage, NewPasswordPage } from './pages/invitation.tsx'
import { ResumePage, SignInPage, SignOutPage } from './pages/sign-in.tsx'
import { seal, unseal } from './sealing.ts'
import { endSession, findSession, type SignedIn } from './sessions.ts'
import { setUpCode } from './set-up-code.ts'
import { showStaffPage } from './show-staff-page.ts'
import { type Opened, signInWithPassword } from './sign-in-with-password.ts'
import { personOf, signedIn } from './signed-in.tsx'
import { agentOf, forgetUser, giveSession, originOf, tokenOf } from './visitor.ts'
import { complaintsOf } from './words.ts'

/** Signing in with a password and a second step, by invitation, and signing out. */
export function signInRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/dang-nhap', c => {
    const { ve, da_thoat } = c.req.query()
    const was_signed_out = da_thoat === '1'
    return showStaffPage(
      c,
      <SignInPage {...{ reading: c.var.reading, back: returnPath(ve), sign_on: doors.sign_on?.label, was_signed_out }} />,
    )
  })
  routes.post('/dang-nhap', c => signIn(c, doors))
  routes.get('/dang-nhap/ma-xac-nhan', c => askForCode(c, doors))
  routes.post('/dang-nhap/ma-xac-nhan', c => takeCode(c, doors))
  routes.get('/dang-nhap/buoc-hai', c => offerSecondStep(c, doors))
  routes.post('/dang-nhap/buoc-hai', c => takeSecondStep(c, doors))
  routes.get('/dang-nhap/thu-moi', c => showStaffPage(c, <InvitationPage reading={c.var.reading} code={c.req.query('ma')} />))
  routes.post('/dang-nhap/thu-moi', c => takeInvitation(c, doors))
  routes.get('/thoat', c => offerSigningOut(c, doors))
  routes.post('/thoat', c => signOut(c, doors))
  return routes
}

async function signIn(c: WebContext, doors: Doors): Promise<Response> {
  const { sign_in_name = '', password = '', printed_code, ve, kept } = await formOf(c)
  const from = { address: c.var.client_address, agent: agentOf(c), known: knownAt(c, doors) }
  const outcome = await signInWithPassword(doors.database, { sign_in_name, password, printed_code, ...from }, doors.now())
  if (!outcome.ok) {
    const { reading } = c.var
    const complaints = complaintsOf(reading.lang, outcome.problems)
    return showStaffPage(
      c,
      <SignInPage
        {...{ reading, back: returnPath(ve), kept, sign_in_name, complaints, sign_on: doors.sign_on?.label }}
        asks_printed_code={printed_code !== undefined || outcome.problems.some(({ code }) => code === 'wait' || code === 'guessed')}
      />,
      422,
    )
  }
  return goOn(c, doors, outcome.value, { back: returnPath(ve), kept })
}

type Carried = { back?: string; kept?: string }

/** A session has begun: to the second step, to the form that waits, or to where they wanted to go. A session that was open before in this browser ends. */
export async function goOn(c: WebContext, doors: Doors, opened: Opened, { back, kept }: Carried): Promise<Response> {
  const { reading } = c.var
  const { token, stage, person_id } = opened
  const former = tokenOf(c, doors)
  if (former) await endSession(doors.database, former, doors.now())
  giveSession(c, doors, opened)
  const form = openKeptForm(doors, kept, person_id)
  if (stage === 'password') {
    if (form) return showStaffPage(c, <CodePage {...{ reading, back, kept }} />)
    return c.redirect(reading.to.sign_in_code({ back }), 303)
  }
  if (form) return showStaffPage(c, <ResumePage {...{ reading, kept: form, person: await personBehind(c, doors, token) }} />)
  return c.redirect(back ?? reading.to.my_commitments(), 303)
}

async function personBehind(c: WebContext, doors: Doors, token: string) {
  const found = await findSession(doors.database, token, doors.now())
  return found.state === 'open' ? personOf(c.var.reading.lang, found.signed_in) : { name: '' }
}

async function askForCode(c: WebContext, doors: Doors): Promise<Response> {
  const half = await signedIn(c, doors, 'password')
  if (half instanceof Response) return half
  const back = returnPath(c.req.query('ve'))
  if (half.stage === 'whole') return c.redirect(back ?? c.var.reading.to.my_commitments(), 303)
  const { has_telephone, printed_codes } = await findSecondMeans(doors.database, half)
  if (!has_telephone && printed_codes === 0) return c.redirect(c.var.reading.to.set_up_code({ back }), 303)
  return showStaffPage(c, <CodePage {...{ reading: c.var.reading, back }} />)
}

async function takeCode(c: WebContext, doors: Doors): Promise<Response> {
  const half = await signedIn(c, doors, 'password')
  if (half instanceof Response) return half
  const { code = '', ve, kept } = await formOf(c)
  const asked = { half, code, address: c.var.client_address, agent: agentOf(c), known: knownAt(c, doors) }
  const outcome = await confirmCode(doors.database, doors.key, asked, doors.now())
  if (outcome.ok) return goOn(c, doors, outcome.value, { back: returnPath(ve), kept })
  const { reading } = c.var
  const complaints = complaintsOf(reading.lang, outcome.problems)
  return showStaffPage(c, <CodePage {...{ reading, back: returnPath(ve), kept, complaints }} />, 422)
}

/** To whoever has no second step yet, and to whoever is wholly signed in and wants another. A half session that has one must take it first. */
async function mayChoose(c: WebContext, doors: Doors): Promise<SignedIn | Response> {
  const who = await signedIn(c, doors, 'password')
  if (who instanceof Response || who.stage === 'whole') return who
  const { has_telephone, printed_codes } = await findSecondMeans(doors.database, who)
  return has_telephone || printed_codes > 0 ? c.redirect(c.var.reading.to.sign_in_code(), 303) : who
}

async function offerSecondStep(c: WebContext, doors: Doors): Promise<Response> {
  const who = await mayChoose(c, doors)
  if (who instanceof Response) return who
  return showStaffPage(c, setUpPage(c, doors, who, newSecret(), { back: returnPath(c.req.query('ve')) }))
}

function setUpPage(
  c: WebContext,
  doors: Doors,
  who: SignedIn,
  secret: string,
  more: Carried & { complaints?: ReturnType<typeof complaintsOf> },
) {
  const { reading } = c.var
  const sealed = seal(doors.key, `new totp ${who.person_id}`, secret, new Date(doors.now().getTime() + 30 * 60_000))
  const address = addressOfSecret(secret, who.sign_in_name, `Neu Guong ${originOf(c, doors).host}`.replaceAll(':', ' '))
  return <SetUpPage {...{ reading, person: personOf(reading.lang, who), secret, sealed, address, ...more }} />
}

async function takeSecondStep(c: WebContext, doors: Doors): Promise<Response> {
  const who = await mayChoose(c, doors)
  if (who instanceof Response) return who
  const { code = '', sealed = '', paper, ve, kept } = await formOf(c)
  const [back, agent] = [returnPath(ve), agentOf(c)]
  const secret = paper ? null : unseal<string>(doors.key, `new totp ${who.person_id}`, sealed, doors.now())
  if (!paper && secret === null) return c.redirect(c.var.reading.to.set_up_code({ back }), 303)
  const asked = secret === null ? { signed_in: who, agent, without_telephone: true as const } : { signed_in: who, agent, secret, code }
  const outcome = await setUpCode(doors.database, doors.key, asked, doors.now())
  if (!outcome.ok)
    return showStaffPage(
      c,
      setUpPage(c, doors, who, secret!, { back, kept, complaints: complaintsOf(c.var.reading.lang, outcome.problems) }),
      422,
    )
  const { codes, opened } = outcome.value
  if (opened) giveSession(c, doors, opened)
  const { reading } = c.var
  return showStaffPage(
    c,
    <CodesPage {...{ reading, codes, person: personOf(reading.lang, who), onward: back ?? reading.to.my_commitments() }} />,
  )
}

/** The code first; then, with the code, a password of their own. */
async function takeInvitation(c: WebContext, doors: Doors): Promise<Response> {
  const { code = '', password } = await formOf(c)
  const { reading } = c.var
  const invited = await findInvitation(doors.database, { code, address: c.var.client_address }, doors.now())
  if (!invited.ok)
    return showStaffPage(c, <InvitationPage {...{ reading, code, complaints: complaintsOf(reading.lang, invited.problems) }} />, 422)
  if (password === undefined) return showStaffPage(c, <NewPasswordPage {...{ reading, code, ...shownOf(invited.value) }} />)
  const outcome = await acceptInvitation(doors.database, { code, password, agent: agentOf(c) }, doors.now())
  if (outcome.ok) return goOn(c, doors, outcome.value, {})
  const complaints = complaintsOf(reading.lang, outcome.problems)
  return showStaffPage(c, <NewPasswordPage {...{ reading, code, ...shownOf(invited.value), complaints }} />, 422)
}

function shownOf({ full_name, sign_in_name }: Invited) {
  return { full_name, sign_in_name }
}

async function offerSigningOut(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors, 'password')
  if (who instanceof Response) return who
  return showStaffPage(c, <SignOutPage reading={c.var.reading} person={personOf(c.var.reading.lang, who)} />)
}

async function signOut(c: WebContext, doors: Doors): Promise<Response> {
  const token = tokenOf(c, doors)
  if (token) await endSession(doors.database, token, doors.now())
  forgetUser(c, doors)
  return c.redirect(`${c.var.reading.to.sign_in()}${c.var.reading.to.sign_in().includes('?') ? '&' : '?'}da_thoat=1`, 303)
}
