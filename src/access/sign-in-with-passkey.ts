import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { change, type Database, type Tx } from '../database/index.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import { become, present } from './look.ts'
import { noteAct } from './note-act.ts'
import { accountOf, closedNow, isOpen } from './open-rows.ts'
import { openSession } from './sessions.ts'
import type { Opened } from './sign-in-with-password.ts'

/** What a device is asked for: whichever passkey it has for this site. `challenge` is to be kept until it answers. */
export function askForPasskey(origin: URL) {
  return generateAuthenticationOptions({ rpID: origin.hostname, userVerification: 'required' })
}

export type PasskeyShown = { credential: AuthenticationResponseJSON; challenge: string; origin: URL; agent: string }
type Passkey = {
  passkey_id: number
  person_id: number
  credential_id: string
  public_key: string
  counter: number
  transports: string[]
  name: string
  rp_id: string | null
}

/** A device has shown a passkey and that its owner holds it: that is both steps in one. Refusal: `passkey-failed`, whatever the cause. */
export function signInWithPasskey(database: Pick<Database, 'kysely'>, shown: PasskeyShown, now: Date): Promise<Outcome<Opened>> {
  return change(database, { person_id: null, name: 'access' }, async tx => {
    const passkey = await passkeyAtTheDoor(tx, idOf(shown.credential))
    const counter = passkey ? await counterShown(passkey, shown) : null
    if (!passkey || counter === null) return refused({ code: 'passkey-failed' })
    const { person_id } = passkey
    await become(tx, person_id)
    const account = await accountOf(tx, person_id)
    if (!account) return refused({ code: 'passkey-failed' })
    if (counter !== passkey.counter) await moveCounter(tx, passkey, counter)
    await noteAct(tx, { person_id, name: account.sign_in_name }, 'sign-in', 'account', person_id)
    const token = await openSession(tx, { person_id, stage: 'whole', means: 'passkey', agent: shown.agent, now })
    return done({ token, stage: 'whole', person_id })
  })
}

/** As a browser writes it; what it would not write is nobody's. */
function idOf(credential: AuthenticationResponseJSON | undefined): string {
  const id = String(credential?.id ?? '')
  return /^[\w-]{1,1400}$/.test(id) ? id : ''
}

async function passkeyAtTheDoor(tx: Tx, credential_id: string): Promise<Passkey | undefined> {
  await present(tx, credential_id)
  return tx
    .selectFrom('passkey')
    .select(['passkey_id', 'person_id', 'credential_id', 'public_key', 'counter', 'transports', 'name', 'rp_id'])
    .where('credential_id', '=', credential_id)
    .where(isOpen)
    .executeTakeFirst() as Promise<Passkey | undefined>
}

/** The counter that the device has reached; null where its answer is not right. */
async function counterShown(
  { credential_id, public_key, counter }: Passkey,
  { credential, challenge, origin }: PasskeyShown,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: origin.origin,
      expectedRPID: origin.hostname,
      credential: { id: credential_id, publicKey: new Uint8Array(Buffer.from(public_key, 'base64url')), counter },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

async function moveCounter(tx: Tx, { passkey_id, ...passkey }: Passkey, counter: number): Promise<void> {
  await tx.updateTable('passkey').set({ recorded: closedNow }).where('passkey_id', '=', passkey_id).execute()
  await tx
    .insertInto('passkey')
    .values({ ...passkey, counter })
    .execute()
}
