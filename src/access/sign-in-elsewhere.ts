import * as oidc from 'openid-client'
import { change, type Database, type Tx } from '../database/index.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import { become, present } from './look.ts'
import { noteAct } from './note-act.ts'
import { accountOf, closedNow, isOpen } from './open-rows.ts'
import { endSessionsOf, openSession, type SignedIn } from './sessions.ts'
import type { Opened } from './sign-in-with-password.ts'
import type { SignOn } from './sign-on.ts'

/** What must be known again when the reader comes back from elsewhere. `linking` is the person who is signed in and wants the two joined. */
export type Journey = { state: string; nonce: string; verifier: string; back?: string; linking: number | null }
/** Who somebody is elsewhere. */
export type Elsewhere = { issuer: string; subject: string }

const found = new Map<string, Promise<oidc.Configuration>>()

/** Where to send the reader, and what to keep until they are back: authorization code with PKCE, state and nonce. Throws where the other place cannot be reached. */
export async function leaveFor(sign_on: SignOn, { callback, back, linking }: { callback: URL; back?: string; linking: number | null }) {
  const there = await discovered(sign_on)
  const journey: Journey = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), back, linking }
  const address = oidc.buildAuthorizationUrl(there, {
    redirect_uri: callback.href,
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    state: journey.state,
    nonce: journey.nonce,
  })
  return { address, journey }
}

/** Who has come back; null where the other place does not say so, or says it of another journey. */
export async function comeBack(sign_on: SignOn, address: URL, { state, nonce, verifier }: Journey): Promise<Elsewhere | null> {
  try {
    const there = await discovered(sign_on)
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
    const claims = (await oidc.authorizationCodeGrant(there, address, checks)).claims()
    return claims ? { issuer: claims.iss, subject: claims.sub } : null
  } catch {
    return null
  }
}

/** Over plain HTTP only on this machine, where tests and trials have their provider. */
function discovered({ issuer, client_id, client_secret }: SignOn): Promise<oidc.Configuration> {
  const known = found.get(issuer)
  if (known) return known
  const url = new URL(issuer)
  const is_here = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  const options = is_here ? { execute: [oidc.allowInsecureRequests] } : undefined
  const asked = oidc.discovery(url, client_id, client_secret, undefined, options)
  found.set(issuer, asked)
  asked.catch(() => found.delete(issuer))
  return asked
}

/** Opens a session for whom the other place names, who must have been linked before. Refusal: `not-linked`. */
export function signInElsewhere(
  database: Pick<Database, 'kysely'>,
  { issuer, subject }: Elsewhere,
  agent: string,
  now: Date,
): Promise<Outcome<Opened>> {
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
export function linkElsewhere(database: Pick<Database, 'kysely'>, who: SignedIn, { issuer, subject }: Elsewhere): Promise<Outcome<null>> {
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

/** Parts what was joined: that place opens the account no more, and whoever is signed in by it is signed out, but for the session at hand. Gives whether anything was joined. */
export function unlinkElsewhere(
  database: Pick<Database, 'kysely'>,
  { person_id, session_id, name }: SignedIn,
  issuer: string,
  now: Date,
): Promise<Outcome<boolean>> {
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
async function personOfIdentity(tx: Tx, { issuer, subject }: Elsewhere): Promise<number | null> {
  const row = await tx
    .selectFrom('external_identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where(isOpen)
    .executeTakeFirst()
  return row ? row.person_id : null
}
