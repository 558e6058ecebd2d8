import * as oidc from 'openid-client'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../../database/index.ts'
import { accountOf, closedNow, isOpen, noteAct } from '../../role/index.ts'
import type { AccessCode } from '../problem-words.ts'
import { become, present } from '../session/look.ts'
import { endSessionsOf, openSession, type SignedIn } from '../session/sessions.ts'
import type { Opened } from './sign-in-with-password.ts'
import { askSignOn, type SignOn } from './sign-on.ts'

/**
 * What must be known again when the reader comes back from elsewhere. `linking` is the person who wants the two joined;
 * null: to sign in, and then nothing is joined.
 */
export type Journey = { state: string; nonce: string; verifier: string; back?: string; linking: number | null }
/** Who somebody is elsewhere, and as what they are known there by people. */
export type Elsewhere = Identity & { name: string }
export type Identity = { issuer: string; subject: string }

/**
 * Where to send the reader, and what to keep until they are back: authorization code with PKCE, state and nonce.
 * Whoever sits there shows who they are each time (`prompt=login`): on a computer that is shared, the other place may
 * still remember the last user. Throws where it cannot be reached.
 */
export async function leaveFor(sign_on: SignOn, { callback, back, linking }: { callback: URL; back?: string; linking: number | null }) {
  const there = await askSignOn(sign_on, found => found)
  const journey: Journey = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), back, linking }
  const address = oidc.buildAuthorizationUrl(there, {
    redirect_uri: callback.href,
    scope: 'openid profile',
    prompt: 'login',
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    state: journey.state,
    nonce: journey.nonce,
  })
  return { address, journey }
}

/**
 * Who has come back. Throws where the other place does not say so, says it of another journey, or its signature is not
 * right.
 */
export async function comeBack(sign_on: SignOn, address: URL, { state, nonce, verifier }: Journey): Promise<Elsewhere> {
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  const granted = await askSignOn(sign_on, there => oidc.authorizationCodeGrant(there, address, checks))
  const claims = granted.claims()!
  return { issuer: claims.iss, subject: claims.sub, name: nameIn(claims) }
}

function nameIn(claims: oidc.IDToken): string {
  const named = [claims.name, claims.preferred_username, claims.email].find(claim => typeof claim === 'string' && claim.trim() !== '')
  return String(named ?? claims.sub).slice(0, 200)
}

/** Where the other place signs out whoever came from it, and sends them back; null where it has no such address. */
export async function signOutAddress(sign_on: SignOn, back: URL): Promise<URL | null> {
  const there = await askSignOn(sign_on, found => found)
  if (there.serverMetadata().end_session_endpoint === undefined) return null
  return oidc.buildEndSessionUrl(there, { post_logout_redirect_uri: back.href })
}

/** Opens a session for whom the other place names, who must have been linked before. Refusal: `not-linked`. */
export function signInElsewhere(
  database: Pick<Database, 'kysely'>,
  { issuer, subject }: Identity,
  agent: string,
  now: Date,
): Promise<Outcome<Opened, AccessCode>> {
  return change(database, { person_id: null, name: 'access' }, async tx => {
    await present(tx, `${issuer} ${subject}`)
    const person_id = await personOfIdentity(tx, { issuer, subject })
    if (person_id === null) return refused({ code: 'not-linked' })
    await become(tx, person_id)
    const account = await accountOf(tx, person_id)
    if (!account) return refused({ code: 'not-linked' })
    await noteAct(tx, { person_id, name: account.sign_in_name }, 'sign-in', 'account', person_id)
    const token = await openSession(tx, { person_id, stage: 'whole', means: 'elsewhere', agent, now })
    return done({ token, stage: 'whole', person_id })
  })
}

/** Joins an identity elsewhere to whoever is signed in. Refusal: `linked-to-another`. Linking again changes nothing. */
export function linkElsewhere(
  database: Pick<Database, 'kysely'>,
  who: SignedIn,
  { issuer, subject }: Identity,
): Promise<Outcome<null, AccessCode>> {
  const { person_id } = who
  return change(database, who, async tx => {
    await present(tx, `${issuer} ${subject}`)
    const linked = await personOfIdentity(tx, { issuer, subject })
    if (linked !== null) return linked === person_id ? done(null) : refused({ code: 'linked-to-another' })
    await tx.insertInto('external_identity').values({ person_id, issuer, subject }).execute()
    await noteAct(tx, who, 'link-identity', 'account', person_id)
    return done(null)
  })
}

/**
 * Parts what was joined: that place opens the account no more, and whoever is signed in by it is signed out, but for
 * the session at hand. Gives whether anything was joined.
 */
export function unlinkElsewhere(
  database: Pick<Database, 'kysely'>,
  { person_id, session_id, name }: SignedIn,
  issuer: string,
  now: Date,
): Promise<Outcome<boolean, AccessCode>> {
  const actor = { person_id, name }
  return change(database, actor, async tx => {
    const unlinked = await tx
      .updateTable('external_identity')
      .set({ recorded: closedNow })
      .where('person_id', '=', person_id)
      .where('issuer', '=', issuer)
      .where(isOpen)
      .returning('issuer')
      .execute()
    if (unlinked.length === 0) return done(false)
    await endSessionsOf(tx, { person_id, but: session_id, by: person_id, now, means: 'elsewhere' })
    await noteAct(tx, actor, 'unlink-identity', 'account', person_id)
    return done(true)
  })
}

/** Whose identity elsewhere it is, once it has been presented; null where it is nobody's. */
async function personOfIdentity(tx: Tx, { issuer, subject }: Identity): Promise<number | null> {
  const row = await tx
    .selectFrom('external_identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where(isOpen)
    .executeTakeFirst()
  return row ? row.person_id : null
}
