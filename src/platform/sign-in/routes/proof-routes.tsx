import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { sayProblems, typedInto } from '../../staff/index.ts'
import { type Href, staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { proof_form } from '../forms.ts'
import { giveProof, hasProof, type ProvenAct, provenActOf } from '../means/fresh-proof.ts'
import { proveByPassword } from '../means/prove-by-password.ts'
import { askForPasskey, judgePasskey } from '../means/sign-in-with-passkey.ts'
import { ProofPage } from '../pages/proof.tsx'
import { type AccessCode, access_problems } from '../problem-words.ts'
import { knownAt } from '../session/known-browser.ts'
import type { SignedIn } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { signedIn } from '../session/signed-in.tsx'
import { staffPageOf } from '../session/staff-context.ts'
import { agentOf, giveStep, originOf, takeStep } from '../session/visitor.ts'
import { formOf } from './forms.ts'
import { jsonOf, refuseStep } from './json-steps.ts'

/** Showing once more who sits there, by password or passkey. */
export function proofRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(staff_paths.prove, c => askForProof(c, doors, c.req.query('viec')))
  routes.post(staff_paths.prove, c => takeProof(c, doors))
  routes.post(staff_paths.prove_question, c => askDevice(c, doors))
  routes.post(staff_paths.prove_answer, c => takeAnswer(c, doors))
  return routes
}

/** Null where somebody has shown just now who they are; else the way to do so. */
export function lacksProof(c: WebContext, doors: Doors, who: SignedIn, act: ProvenAct): Response | null {
  return hasProof(c, doors, who, act) ? null : c.redirect(c.var.view.to.prove({ act }), 303)
}

function onwardOf(to: Href, act: ProvenAct): string {
  return { 'buoc-hai': to.set_up_code(), khoa: to.add_passkey(), 'noi-khac': to.link_elsewhere() }[act]
}

async function askForProof(c: WebContext, doors: Doors, asked: string | undefined): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const act = provenActOf(asked)
  return act === null ? c.redirect(c.var.view.to.account(), 303) : showProof(c, doors, who, act)
}

async function showProof(
  c: WebContext,
  doors: Doors,
  who: SignedIn,
  act: ProvenAct,
  problems: Problem<AccessCode>[] = [],
): Promise<Response> {
  const { staff_page } = await staffPageOf(c, doors.database, who)
  const field_errors = sayProblems(access_problems, c.var.view, problems)
  return showStaffPage(c, <ProofPage {...{ ...staff_page, act, field_errors }} />, problems.length > 0 ? 422 : 200)
}

/** A form without a password asks for the page; with one it is the proof. */
async function takeProof(c: WebContext, doors: Doors): Promise<Response> {
  const { viec, ...sent } = await formOf(c)
  const { password } = typedInto(proof_form, sent)
  if (password === undefined) return askForProof(c, doors, viec)
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const act = provenActOf(viec)
  if (act === null) return c.redirect(c.var.view.to.account(), 303)
  const asked = { password, address: c.var.client_address, known: knownAt(c, doors) }
  const outcome = await proveByPassword(doors.database, who, asked, doors.now())
  if (!outcome.ok) return showProof(c, doors, who, act, outcome.problems)
  giveProof(c, doors, who, act)
  return c.redirect(onwardOf(c.var.view.to, act), 303)
}

async function askDevice(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const options = await askForPasskey(originOf(c, doors))
  giveStep(c, doors, `proof ${who.session_id}`, { challenge: options.challenge })
  return c.json(options)
}

async function takeAnswer(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const { credential, act: asked } = await jsonOf<{ credential: AuthenticationResponseJSON; act: string }>(c)
  const [step, act] = [await takeStep<{ challenge: string }>(c, doors, `proof ${who.session_id}`), provenActOf(asked)]
  if (step === null || act === null) return refuseStep(c, [{ code: 'expired-step' }])
  const shown = { credential, challenge: step.challenge, origin: originOf(c, doors), agent: agentOf(c) }
  const judged = await judgePasskey(doors.database, shown, doors.now())
  if (!judged.ok) return refuseStep(c, judged.problems)
  if (judged.value.person_id !== who.person_id) return refuseStep(c, [{ code: 'passkey-failed' }])
  giveProof(c, doors, who, act)
  return c.json({ onward: onwardOf(c.var.view.to, act) })
}
