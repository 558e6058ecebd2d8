import type { Hono } from 'hono'
import { count_script, staff_style } from '../staff/index.ts'
import type { Asset, WebContext, WebEnv } from '../web/index.ts'
import { batchRoutes } from './batch/batch-routes.tsx'
import { empty_storage_script } from './browser/empty-storage-script.ts'
import type { Doors } from './doors.ts'
import { passkey_script } from './means/browser/passkey-script.ts'
import { powerRoutes } from './power/power-routes.tsx'
import { accountRoutes } from './routes/account-routes.tsx'
import { elsewhereRoutes } from './routes/elsewhere-routes.tsx'
import { invitationRoutes } from './routes/invitation-routes.tsx'
import { passkeyRoutes } from './routes/passkey-routes.tsx'
import { proofRoutes } from './routes/proof-routes.tsx'
import { refusalRoutes } from './routes/refusal-routes.tsx'
import { secondStepRoutes } from './routes/second-step-routes.tsx'
import { signInRoutes } from './routes/sign-in-routes.tsx'
import { signOutRoutes } from './routes/sign-out-routes.tsx'
import type { SignedIn } from './session/sessions.ts'
import { signedIn } from './session/signed-in.tsx'
import { originOf } from './session/visitor.ts'

type Presumed = 'site_address' | 'sign_on' | 'now' | 'can_mail'
export type AccessOptions = Omit<Doors, Presumed> & Partial<Pick<Doors, Presumed>>

/**
 * The room as the house opens it: its pages, its files, and for other rooms who is signed in, or what to answer
 * instead.
 */
export type Access = {
  routes: Hono<WebEnv>[]
  assets: Asset[]
  signedIn(c: WebContext): Promise<SignedIn | Response>
  /**
   * The portal's own address outside, or else that by which the reader reached us, TLS in front of us included: what
   * squares and letters lead to.
   */
  originOf(c: WebContext): URL
}

export function openAccess({
  site_address = null,
  sign_on = null,
  now = () => new Date(),
  can_mail = false,
  ...options
}: AccessOptions): Access {
  const doors: Doors = { ...options, site_address, sign_on, now, can_mail }
  const access: Pick<Access, 'signedIn' | 'originOf'> = { signedIn: c => signedIn(c, doors), originOf: c => originOf(c, doors) }
  const { database } = doors
  return {
    ...access,
    routes: [
      signInRoutes(doors),
      signOutRoutes(doors),
      secondStepRoutes(doors),
      accountRoutes(doors),
      refusalRoutes(doors),
      invitationRoutes(doors),
      passkeyRoutes(doors),
      proofRoutes(doors),
      elsewhereRoutes(doors),
      powerRoutes({ database, access, now }),
      batchRoutes({ database, access, now, key: doors.key, can_mail }),
    ],
    assets: [staff_style, count_script, passkey_script, empty_storage_script],
  }
}
