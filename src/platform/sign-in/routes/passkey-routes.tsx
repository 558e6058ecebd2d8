import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { Hono } from 'hono'
import { returnPath, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { addPasskey, askForNewPasskey, removePasskey } from '../means/add-passkey.ts'
import { dropProof, hasProof } from '../means/fresh-proof.ts'
import { askForPasskey, signInWithPasskey } from '../means/sign-in-with-passkey.ts'
import { PasskeyPage } from '../pages/proof.tsx'
import { endSession, familyOf, type SignedIn } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { shownTo } from '../session/shown-to.ts'
import { signedIn } from '../session/signed-in.tsx'
import { staffPageOf } from '../session/staff-context.ts'
import { agentOf, giveSession, giveStep, originOf, takeStep, tokenOf } from '../session/visitor.ts'
import { formOf, withFlash } from './forms.ts'
import { jsonOf, refuseStep } from './json-steps.ts'
import { lacksProof } from './proof-routes.tsx'

/** Passkeys: the browser's module asks with JSON, and is told where to go on. */
export function passkeyRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.post('/dang-nhap/khoa', async c => {
    const { back } = await jsonOf<{ back?: unknown }>(c)
    const options = await askForPasskey(originOf(c, doors))
    giveStep(c, doors, 'passkey', { challenge: options.challenge, back: typeof back === 'string' ? returnPath(back) : undefined })
    return c.json(options)
  })
  routes.post('/dang-nhap/khoa/tra-loi', c => takePasskey(c, doors))
  routes.get('/tai-khoan/khoa/them', c => offerNewPasskey(c, doors))
  routes.post('/tai-khoan/khoa', c => askForNew(c, doors))
  routes.post('/tai-khoan/khoa/tra-loi', c => takeNewPasskey(c, doors))
  routes.post('/tai-khoan/khoa/bo', async c => {
    const who = await signedIn(c, doors)
    if (who instanceof Response) return who
    await removePasskey(doors.database, who, Number((await formOf(c)).passkey_id) || 0)
    return c.redirect(c.var.view.to.account(), 303)
  })
  return routes
}

async function takePasskey(c: WebContext, doors: Doors): Promise<Response> {
  const step = await takeStep<{ challenge: string; back?: string }>(c, doors, 'passkey')
  if (step === null) return refuseStep(c, [{ code: 'expired-step' }])
  const { credential } = await jsonOf<{ credential: AuthenticationResponseJSON }>(c)
  const shown = { credential, challenge: step.challenge, origin: originOf(c, doors), agent: agentOf(c) }
  const outcome = await signInWithPasskey(doors.database, shown, doors.now())
  if (!outcome.ok) return refuseStep(c, outcome.problems)
  const former = tokenOf(c, doors)
  if (former) await endSession(doors.database, former, doors.now())
  giveSession(c, doors, outcome.value)
  return c.json({ onward: step.back ?? c.var.view.to.my_commitments() })
}

async function offerNewPasskey(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const { staff_page } = await staffPageOf(c, doors.database, who)
  return lacksProof(c, doors, who, 'khoa') ?? showStaffPage(c, <PasskeyPage {...staff_page} name={familyOf(agentOf(c))} />)
}

/** Whoever sits there has just shown who they are, on a page that was made for them. */
async function whoAddsKey(c: WebContext, doors: Doors): Promise<SignedIn | Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const is_theirs = (await shownTo(c, doors)) === who.person_id && hasProof(c, doors, who, 'khoa')
  return is_theirs ? who : refuseStep(c, [{ code: 'no-proof' }], 403)
}

async function askForNew(c: WebContext, doors: Doors): Promise<Response> {
  const who = await whoAddsKey(c, doors)
  if (who instanceof Response) return who
  const options = await askForNewPasskey(doors.database, who, originOf(c, doors))
  giveStep(c, doors, `new passkey ${who.person_id}`, { challenge: options.challenge })
  return c.json(options)
}

async function takeNewPasskey(c: WebContext, doors: Doors): Promise<Response> {
  const who = await whoAddsKey(c, doors)
  if (who instanceof Response) return who
  const step = await takeStep<{ challenge: string }>(c, doors, `new passkey ${who.person_id}`)
  if (step === null) return refuseStep(c, [{ code: 'expired-step' }])
  const { credential, name } = await jsonOf<{ credential: RegistrationResponseJSON; name: unknown }>(c)
  const made = { credential, challenge: step.challenge, origin: originOf(c, doors), name: nameOf(name) || familyOf(agentOf(c)) }
  const outcome = await addPasskey(doors.database, who, made)
  if (!outcome.ok) return refuseStep(c, outcome.problems)
  dropProof(c, doors)
  return c.json({ onward: withFlash(c.var.view.to.account(), { xong: 'khoa' }) })
}

function nameOf(typed: unknown): string {
  return typeof typed === 'string'
    ? typed
        .normalize('NFC')
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 60)
    : ''
}
