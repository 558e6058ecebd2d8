import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../../database/index.ts'
import { accountOf, closedNow, isOpen, noteAct } from '../../role/index.ts'
import type { AccessCode } from '../problem-words.ts'
import { become, present } from '../session/look.ts'
import { openSession } from '../session/sessions.ts'
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

/**
 * A device has shown a passkey and that its owner holds it: that is both steps in one. Refusals: those of
 * `judgePasskey`.
 */
export async function signInWithPasskey(
  database: Pick<Database, 'kysely'>,
  shown: PasskeyShown,
  now: Date,
): Promise<Outcome<Opened, AccessCode>> {
  const judged = await judgePasskey(database, shown, now)
  if (!judged.ok) return judged
  const { person_id } = judged.value
  return change(database, { person_id, name: 'access' }, async tx => {
    const account = await accountOf(tx, person_id)
    if (!account) return refused({ code: 'passkey-failed' })
    await noteAct(tx, { person_id, name: account.sign_in_name }, 'sign-in', 'account', person_id)
    const token = await openSession(tx, { person_id, stage: 'whole', means: 'passkey', agent: shown.agent, now })
    return done({ token, stage: 'whole', person_id })
  })
}

/**
 * Whose passkey a device has shown. Refusals: `passkey-failed`, whatever the cause; `passkey-copied` where its counter
 * has gone back (WebAuthn, 6.1.1): its owner then finds a warning on their account.
 */
export async function judgePasskey(
  database: Pick<Database, 'kysely'>,
  shown: PasskeyShown,
  now: Date,
): Promise<Outcome<{ person_id: number }, AccessCode>> {
  const outcome = await change(database, { person_id: null, name: 'access' }, async tx => {
    const passkey = await passkeyAtTheDoor(tx, idOf(shown.credential))
    const counter = passkey ? await counterShown(passkey, shown) : null
    if (!passkey || counter === null) return refused({ code: 'passkey-failed' })
    await become(tx, passkey.person_id)
    const is_back = hasGoneBack(passkey, counter)
    if (is_back) await warnOwner(tx, passkey, counter, now)
    else if (!(await moveCounter(tx, passkey, counter))) return refused({ code: 'passkey-failed' })
    return done({ person_id: passkey.person_id, is_back })
  })
  if (!outcome.ok) return outcome
  const { person_id, is_back } = outcome.value
  return is_back ? refused({ code: 'passkey-copied' }) : done({ person_id })
}

/** A device that counts shows more each time; one that does not shows 0. */
function hasGoneBack(passkey: Passkey, counter: number): boolean {
  return (counter > 0 || passkey.counter > 0) && counter <= passkey.counter
}

async function warnOwner(
  tx: Tx,
  { person_id, credential_id, counter: known_counter, name }: Passkey,
  shown_counter: number,
  now: Date,
): Promise<void> {
  await tx.insertInto('passkey_warning').values({ person_id, credential_id, known_counter, shown_counter, happened_at: now }).execute()
  await noteAct(tx, { person_id, name }, 'passkey-went-back', 'account', person_id)
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

/** The counter that the device has reached, whatever it was before; null where its answer is not right. */
async function counterShown(
  { credential_id, public_key }: Passkey,
  { credential, challenge, origin }: PasskeyShown,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: origin.origin,
      expectedRPID: origin.hostname,
      credential: { id: credential_id, publicKey: new Uint8Array(Buffer.from(public_key, 'base64url')), counter: 0 },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

/** As far as the device counts. False where the same passkey was shown twice at once, and the other came first. */
async function moveCounter(tx: Tx, { passkey_id, ...passkey }: Passkey, counter: number): Promise<boolean> {
  if (counter === passkey.counter) return true
  const closed = tx.updateTable('passkey').set({ recorded: closedNow }).where('passkey_id', '=', passkey_id).where(isOpen)
  if (!(await closed.returning('passkey_id').executeTakeFirst())) return false
  await tx
    .insertInto('passkey')
    .values({ ...passkey, counter })
    .execute()
  await noteAct(tx, passkey, 'show-passkey', 'account', passkey.person_id)
  return true
}
