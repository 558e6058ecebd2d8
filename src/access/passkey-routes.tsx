import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { Hono } from 'hono'
import type { Problem } from '../shared/outcome.ts'
import { returnPath, type WebContext, type WebEnv } from '../web/index.ts'
import { addPasskey, askForNewPasskey, removePasskey } from './add-passkey.ts'
import type { Doors } from './doors.ts'
import { formOf, telling } from './forms.ts'
import { endSession } from './sessions.ts'
import { askForPasskey, signInWithPasskey } from './sign-in-with-passkey.ts'
import { signedIn } from './signed-in.tsx'
import { agentOf, giveSession, giveStep, originOf, takeStep, tokenOf } from './visitor.ts'
import { complaintsOf } from './words.ts'

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
  routes.post('/tai-khoan/khoa', async c => {
    const who = await signedIn(c, doors)
    if (who instanceof Response) return who
    const options = await askForNewPasskey(doors.database, who, originOf(c, doors))
    giveStep(c, doors, `new passkey ${who.person_id}`, { challenge: options.challenge })
    return c.json(options)
  })
  routes.post('/tai-khoan/khoa/tra-loi', c => takeNewPasskey(c, doors))
  routes.post('/tai-khoan/khoa/bo', async c => {
    const who = await signedIn(c, doors)
    if (who instanceof Response) return who
    await removePasskey(doors.database, who, Number((await formOf(c)).passkey_id) || 0)
    return c.redirect(c.var.reading.to.account(), 303)
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
  return c.json({ onward: step.back ?? c.var.reading.to.my_commitments() })
}

async function takeNewPasskey(c: WebContext, doors: Doors): Promise<Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response) return who
  const step = await takeStep<{ challenge: string }>(c, doors, `new passkey ${who.person_id}`)
  if (step === null) return refuseStep(c, [{ code: 'expired-step' }])
  const { credential } = await jsonOf<{ credential: RegistrationResponseJSON }>(c)
  const outcome = await addPasskey(doors.database, who, {
    credential,
    challenge: step.challenge,
    origin: originOf(c, doors),
    agent: agentOf(c),
  })
  if (!outcome.ok) return refuseStep(c, outcome.problems)
  return c.json({ onward: telling(c.var.reading.to.account(), { xong: 'khoa' }) })
}

function refuseStep(c: WebContext, problems: Problem[]): Response {
  const [first] = complaintsOf(c.var.reading.lang, problems)
  return c.json({ say: first!.say }, 422)
}

/** What cannot be read as an object of JSON is an empty question. */
async function jsonOf<T>(c: WebContext): Promise<Partial<T> & T> {
  const read: unknown = await c.req.json().catch(() => null)
  return (typeof read === 'object' && read !== null ? read : {}) as Partial<T> & T
}
