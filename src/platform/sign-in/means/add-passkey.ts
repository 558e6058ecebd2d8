import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database } from '../../database/index.ts'
import { closedNow, isOpen, noteAct } from '../../role/index.ts'
import type { AccessCode } from '../problem-words.ts'
import { look } from '../session/look.ts'
import type { SignedIn } from '../session/sessions.ts'

/** What a device is asked for; `challenge` is to be kept until it answers. */
export async function askForNewPasskey(database: Pick<Database, 'kysely'>, who: SignedIn, origin: URL) {
  const { person_id, sign_in_name, name } = who
  const known = await look(database, who, db =>
    db.selectFrom('passkey').select('credential_id').where('person_id', '=', person_id).where(isOpen).execute(),
  )
  return generateRegistrationOptions({
    rpName: 'Nêu Gương',
    rpID: origin.hostname,
    userName: sign_in_name,
    userDisplayName: name,
    userID: new TextEncoder().encode(`person ${person_id}`),
    excludeCredentials: known.map(({ credential_id }: { credential_id: string }) => ({ id: credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

export type NewPasskey = { credential: RegistrationResponseJSON; challenge: string; origin: URL; name: string }

/**
 * Keeps a passkey that a device has just made, under the name that its owner gives. Refusal: `passkey-failed`, also
 * where it is kept already.
 */
export async function addPasskey(database: Pick<Database, 'kysely'>, who: SignedIn, asked: NewPasskey): Promise<Outcome<null, AccessCode>> {
  const made = await madeBy(asked)
  if (made === null) return refused({ code: 'passkey-failed' })
  const { person_id } = who
  return change(database, who, async tx => {
    const { id, publicKey, counter, transports = [] } = made
    const row = {
      credential_id: id,
      public_key: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports,
      rp_id: asked.origin.hostname,
      name: asked.name,
    }
    const added = tx
      .insertInto('passkey')
      .values({ person_id, ...row })
      .onConflict(conflict => conflict.doNothing())
    if (!(await added.returning('passkey_id').executeTakeFirst())) return refused({ code: 'passkey-failed' })
    await noteAct(tx, who, 'add-passkey', 'account', person_id)
    return done(null)
  })
}

/** What the library throws is an answer that is not right: the device's, or a stranger's. */
async function madeBy({ credential, challenge, origin }: NewPasskey) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: origin.origin,
      expectedRPID: origin.hostname,
      requireUserVerification: true,
    })
    return verified ? registrationInfo.credential : null
  } catch {
    return null
  }
}

/** Closes one of one's own passkeys. */
export async function removePasskey(
  database: Pick<Database, 'kysely'>,
  who: SignedIn,
  passkey_id: number,
): Promise<Outcome<null, AccessCode>> {
  return change(database, who, async tx => {
    const closed = await tx
      .updateTable('passkey')
      .set({ recorded: closedNow })
      .where('passkey_id', '=', passkey_id)
      .where('person_id', '=', who.person_id)
      .where(isOpen)
      .returning('passkey_id')
      .executeTakeFirst()
    if (closed) await noteAct(tx, who, 'remove-passkey', 'account', who.person_id)
    return done(null)
  })
}
