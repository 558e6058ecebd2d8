import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../../database/index.ts'
import { closeOwn, noteAct } from '../../role/index.ts'
import { plainCode } from '../means/one-time-codes.ts'
import { hashPassword, problemsWithPassword } from '../means/password.ts'
import { digestOf } from '../means/sealing.ts'
import type { Opened } from '../means/sign-in-with-password.ts'
import type { AccessCode } from '../problem-words.ts'
import { noteAttempt, noteRight } from '../session/back-off.ts'
import { become, present } from '../session/look.ts'
import { endSessionsOf, openSession } from '../session/sessions.ts'

/** Whom a code invites. `was_opened`: whether what opened the account before will be closed. */
export type Invited = { invitation_id: number; person_id: number; full_name: string; sign_in_name: string; was_opened: boolean }

/**
 * Reads a printed code. Refusals: `wrong-code` (unknown, used, withdrawn or expired: they are not told apart);
 * `needs-second` (nobody has confirmed it yet); `outgrown` (whoever printed it does not cover what its person holds
 * now); those of `noteAttempt`.
 */
export async function findInvitation(
  database: Pick<Database, 'kysely'>,
  { code, address }: { code: string; address: string | null },
  now: Date,
): Promise<Outcome<Invited, AccessCode>> {
  const noted = await noteAttempt(database, { kind: 'printed', name: plainCode(code), address, field: 'code' }, now)
  if (!noted.ok) return noted
  const found = await change(database, { person_id: null, name: 'access' }, async tx => {
    const outcome = await invitedBy(tx, code, now)
    // A code that waits for a second person, or is outgrown, was no guess.
    if (outcome.ok || outcome.problems.every(({ code }) => code !== 'wrong-code')) await noteRight(tx, noted.value)
    return done(outcome)
  })
  return found.ok ? found.value : found
}

/**
 * Sets the password of whoever holds the code, and opens half a session: the second means comes next. What opened the
 * account before is closed, the sign-on elsewhere too, and so is every session: a code is also given where a telephone
 * was lost. Refusals: those of the code and of the password.
 */
export async function acceptInvitation(
  database: Pick<Database, 'kysely'>,
  { code, password, agent }: { code: string; password: string; agent: string },
  now: Date,
): Promise<Outcome<Opened, AccessCode>> {
  const phc = await hashPassword(password.slice(0, 1000))
  return change(database, { person_id: null, name: 'access' }, async tx => {
    const outcome = await invitedBy(tx, code, now)
    if (!outcome.ok) return outcome
    const invited = outcome.value
    const problems = problemsOf(problemsWith(password, invited))
    if (problems) return problems
    const { person_id, invitation_id } = invited
    // First of all: with the password set, the account would be one that was opened before.
    if (!(await isFirstUse(tx, invitation_id, now))) return refused({ code: 'wrong-code', field: 'code' })
    await replaceMeans(tx, { person_id, phc, invitation_id }, now)
    await noteAct(tx, { person_id, name: invited.full_name }, 'accept-invitation', 'invitation', invited.invitation_id)
    return done({
      token: await openSession(tx, { person_id, stage: 'password', means: 'invitation', agent, now }),
      stage: 'password',
      person_id,
    })
  })
}

function problemsWith(password: string, { sign_in_name }: Invited): Generator<Problem<AccessCode>> {
  return problemsWithPassword(password, sign_in_name)
}

async function isFirstUse(tx: Tx, invitation_id: number, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('invitation')
    .set({
      used_at: now,
      asked_at: sql`coalesce(asked_at, case when exists (select from held_by(person_id)) then ${now}::timestamptz end)`,
    })
    .where('invitation_id', '=', invitation_id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst()
  return used !== undefined
}

type NewMeans = { person_id: number; phc: string; invitation_id: number }

async function replaceMeans(tx: Tx, { person_id, phc, invitation_id }: NewMeans, now: Date): Promise<void> {
  for (const table of ['password', 'totp', 'recovery_code', 'passkey', 'external_identity'] as const) await closeOwn(tx, table, person_id)
  await endSessionsOf(tx, { person_id, by: person_id, now })
  await tx.insertInto('password').values({ person_id, phc, invitation_id }).execute()
}

type Found = { invitation_id: number; person_id: number; expires_at: string; used_at: string | null; withdrawn_at: string | null }

/** Whom a code invites today; from here on they are who asks. */
async function invitedBy(tx: Tx, code: string, now: Date): Promise<Outcome<Invited, AccessCode>> {
  const code_digest = digestOf(plainCode(code))
  await present(tx, code_digest)
  const row = await tx
    .selectFrom('invitation')
    .select(['invitation_id', 'person_id', 'expires_at', 'used_at', 'withdrawn_at'])
    .where('code_digest', '=', code_digest)
    .executeTakeFirst()
  const invited = row && isOpenAt(row, now) ? await openedBy(tx, row) : undefined
  if (!invited) return refused({ code: 'wrong-code', field: 'code' })
  const { standing, ...who } = invited
  if (standing === 'waits') return refused({ code: 'needs-second', field: 'code' })
  return standing === 'works' ? done(who) : refused({ code: 'outgrown', field: 'code' })
}

function isOpenAt({ used_at, withdrawn_at, expires_at }: Found, now: Date): boolean {
  return used_at === null && withdrawn_at === null && new Date(expires_at) > now
}

type Standing = 'works' | 'waits' | 'outgrown'

async function openedBy(tx: Tx, { invitation_id, person_id }: Found): Promise<(Invited & { standing: Standing }) | undefined> {
  await become(tx, person_id)
  const { rows } = await sql<Invited & { standing: Standing }>`
    select ${invitation_id}::bigint as invitation_id, a.person_id, a.sign_in_name, v.full_name, is_opened(a.person_id) as was_opened,
           invitation_standing(${invitation_id}) as standing
      from account a
      join person_version v on v.person_id = a.person_id and upper(v.recorded) = 'infinity'
     where a.person_id = ${person_id} and upper(a.recorded) = 'infinity'`.execute(tx)
  return rows[0]
}
