import type { Hono } from 'hono'
import type { Asset, WebContext, WebEnv } from '../web/index.ts'
import { staff_style } from '../web/index.ts'
import { accountRoutes } from './account-routes.tsx'
import { empty_storage_script } from './browser/empty-storage-script.ts'
import { passkey_script } from './browser/passkey-script.ts'
import type { Doors } from './doors.ts'
import { elsewhereRoutes } from './elsewhere-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { powerRoutes } from './power-routes.tsx'
import { proofRoutes } from './proof-routes.tsx'
import { refusalRoutes } from './refusal-routes.tsx'
import { secondStepRoutes } from './second-step-routes.tsx'
import type { SignedIn } from './sessions.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { signOutRoutes } from './sign-out-routes.tsx'
import { signedIn } from './signed-in.tsx'
import { originOf } from './visitor.ts'

export type AccessOptions = Omit<Doors, 'site_address' | 'sign_on' | 'now'> & Partial<Pick<Doors, 'site_address' | 'sign_on' | 'now'>>

/** The room as the house opens it: its pages, its files, and for other rooms who is signed in, or what to answer instead. */
export type Access = {
  routes: Hono<WebEnv>[]
  assets: Asset[]
  signedIn(c: WebContext): Promise<SignedIn | Response>
  /** The portal's own address outside, or else that by which the reader reached us, TLS in front of us included: what squares and letters lead to. */
  originOf(c: WebContext): URL
}

export function openAccess({ site_address = null, sign_on = null, now = () => new Date(), ...options }: AccessOptions): Access {
  const doors: Doors = { ...options, site_address, sign_on, now }
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
    ],
    assets: [staff_style, passkey_script, empty_storage_script],
  }
}
