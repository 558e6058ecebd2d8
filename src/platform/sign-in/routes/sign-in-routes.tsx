import { Hono } from 'hono'
import { answersIn, sayProblems, typedInto } from '../../staff/index.ts'
import { returnPath, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { invitation_form, new_password_form, sign_in_form } from '../forms.ts'
import { acceptInvitation, findInvitation, type Invited } from '../invitation/accept-invitation.ts'
import { type Opened, signInWithPassword } from '../means/sign-in-with-password.ts'
import { InvitationPage, NewPasswordPage } from '../pages/invitation.tsx'
import { FewCodesPage } from '../pages/proof.tsx'
import { ResumePage, SignInPage } from '../pages/sign-in.tsx'
import { access_problems } from '../problem-words.ts'
import { findKeptForm } from '../session/kept-form.ts'
import { knownAt } from '../session/known-browser.ts'
import { endSession } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { personOf, signedIn } from '../session/signed-in.tsx'
import { agentOf, giveSession, hasJustLeft, tokenOf } from '../session/visitor.ts'
import { formOf } from './forms.ts'

/** Signing in with a password, and by invitation. */
export function signInRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/dang-nhap', c => {
    const { ve, da_thoat } = c.req.query()
    const was_signed_out = da_thoat === '1' && hasJustLeft(c, doors)
    return showStaffPage(c, <SignInPage {...{ view: c.var.view, back: returnPath(ve), sign_on: doors.sign_on?.label, was_signed_out }} />)
  })
  routes.post('/dang-nhap', c => signIn(c, doors))
  routes.get('/dang-nhap/gui-tiep', c => resume(c, doors))
  routes.get('/dang-nhap/thu-moi', c =>
    showStaffPage(c, <InvitationPage view={c.var.view} typed={typedInto(invitation_form, { code: c.req.query('ma') ?? '' })} />),
  )
  routes.post('/dang-nhap/thu-moi', c => takeInvitation(c, doors))
  return routes
}

async function signIn(c: WebContext, doors: Doors): Promise<Response> {
  const { ve, ...sent } = await formOf(c)
  const typed = typedInto(sign_in_form, sent)
  const from = { address: c.var.client_address, agent: agentOf(c), known: knownAt(c, doors) }
  const outcome = await signInWithPassword(doors.database, { ...answersIn(sign_in_form, typed), ...from }, doors.now())
  if (!outcome.ok) {
    const { view } = c.var
    const field_errors = sayProblems(access_problems, { ...view, form: sign_in_form }, outcome.problems)
    return showStaffPage(
      c,
      <SignInPage
        {...{ view, back: returnPath(ve), typed, field_errors, sign_on: doors.sign_on?.label }}
        asks_printed_code={typed.printed_code !== undefined || outcome.problems.some(({ code }) => code === 'wait' || code === 'guessed')}
      />,
      422,
    )
  }
  return goOn(c, doors, outcome.value, returnPath(ve))
}

const few_codes = 5

/**
 * A session has begun: to the second step, or to where they wanted to go; with a word before where few printed codes
 * are left. A session that was open before in this browser ends.
 */
export async function goOn(c: WebContext, doors: Doors, opened: Opened, back: string | undefined): Promise<Response> {
  const { to } = c.var.view
  const former = tokenOf(c, doors)
  if (former) await endSession(doors.database, former, doors.now())
  giveSession(c, doors, opened)
  if (opened.stage === 'password') return c.redirect(to.sign_in_code({ back }), 303)
  const [onward, left] = [back ?? to.my_commitments(), opened.codes_left]
  if (left !== undefined && left <= few_codes) return showStaffPage(c, <FewCodesPage {...{ view: c.var.view, left, onward }} />)
  return c.redirect(onward, 303)
}

/** What was typed when a session had ended: for whom it belongs to, to be sent after all. */
async function resume(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const { view } = c.var
  const token = c.req.query('giu') ?? ''
  const kept = await findKeptForm(doors, token, who.person_id)
  if (kept === null) return c.redirect(view.to.my_commitments(), 303)
  return showStaffPage(c, <ResumePage {...{ view, kept, token, person: personOf(view.lang, who) }} />)
}

/** The code first; then, with the code, a password of their own. */
async function takeInvitation(c: WebContext, doors: Doors): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(invitation_form, sent)
  const { code } = answersIn(invitation_form, typed)
  const { password } = typedInto(new_password_form, sent)
  const { view } = c.var
  const invited = await findInvitation(doors.database, { code, address: c.var.client_address }, doors.now())
  if (!invited.ok)
    return showStaffPage(
      c,
      <InvitationPage {...{ view, typed, field_errors: sayProblems(access_problems, view, invited.problems) }} />,
      422,
    )
  if (password === undefined) return showStaffPage(c, <NewPasswordPage {...{ view, code, ...shownOf(invited.value) }} />)
  const outcome = await acceptInvitation(doors.database, { code, password, agent: agentOf(c) }, doors.now())
  if (outcome.ok) return goOn(c, doors, outcome.value, undefined)
  const field_errors = sayProblems(access_problems, view, outcome.problems)
  return showStaffPage(c, <NewPasswordPage {...{ view, code, ...shownOf(invited.value), field_errors }} />, 422)
}

function shownOf({ full_name, sign_in_name, was_opened }: Invited) {
  return { full_name, sign_in_name, was_opened }
}
