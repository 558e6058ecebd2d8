import { change, type Database, type Tx } from '../database/index.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../shared/outcome.ts'
import { noteAttempt, noteRight } from './back-off.ts'
import { become, present } from './look.ts'
import { noteAct } from './note-act.ts'
import { plainCode } from './one-time-codes.ts'
import { accountOf, closeOwn, isOpen } from './open-rows.ts'
import { hashPassword, problemsWithPassword } from './password.ts'
import { digestOf } from './sealing.ts'
import { endSessionsOf, openSession } from './sessions.ts'
import type { Opened } from './sign-in-with-password.ts'

/** Whom a code invites. */
export type Invited = { invitation_id: number; person_id: number; full_name: string; sign_in_name: string }

/** Reads a printed code. Refusals: `wrong-code` (unknown, used, withdrawn or expired: they are not told apart); those of `noteAttempt`. */
export async function findInvitation(
  database: Pick<Database, 'kysely'>,
  { code, address }: { code: string; address: string | null },
  now: Date,
): Promise<Outcome<Invited>> {
  const noted = await noteAttempt(database, { kind: 'printed', name: plainCode(code), address, field: 'code' }, now)
  if (!noted.ok) return noted
  return change(database, { person_id: null, name: 'access' }, async tx => {
    const invited = await invitedBy(tx, code, now)
    if (!invited) return refused({ code: 'wrong-code', field: 'code' })
    await noteRight(tx, noted.value)
    return done(invited)
  })
}

/**
 * Sets the password of whoever holds the code, and opens half a session: the second means comes next. What opened the account before is closed, and so is
 * every session: a code is also given where a telephone was lost. Refusals: those of the code and of the password.
 */
export async function acceptInvitation(
  database: Pick<Database, 'kysely'>,
  { code, password, agent }: { code: string; password: string; agent: string },
  now: Date,
): Promise<Outcome<Opened>> {
  const phc = await hashPassword(password.slice(0, 1000))
  return change(database, { person_id: null, name: 'access' }, async tx => {
    const invited = await invitedBy(tx, code, now)
    if (!invited) return refused({ code: 'wrong-code', field: 'code' })
    const problems = problemsOf(problemsWith(password, invited))
    if (problems) return problems
    const { person_id } = invited
    await become(tx, person_id)
    await replaceMeans(tx, person_id, phc, now)
    const used = await tx
      .updateTable('invitation')
      .set({ used_at: now })
      .where('invitation_id', '=', invited.invitation_id)
      .where('used_at', 'is', null)
      .returning('invitation_id')
      .executeTakeFirst()
    if (!used) return refused({ code: 'wrong-code', field: 'code' })
    await noteAct(tx, { person_id, name: invited.full_name }, 'accept-invitation', 'invitation', invited.invitation_id)
    return done({
      token: await openSession(tx, { person_id, stage: 'password', means: 'invitation', agent, now }),
      stage: 'password',
      person_id,
    })
  })
}

function problemsWith(password: string, { sign_in_name }: Invited): Generator<Problem> {
  return problemsWithPassword(password, sign_in_name)
}

async function replaceMeans(tx: Tx, person_id: number, phc: string, now: Date): Promise<void> {
  for (const table of ['password', 'totp', 'recovery_code', 'passkey'] as const) await closeOwn(tx, table, person_id)
  await endSessionsOf(tx, { person_id, by: person_id, now })
  await tx.insertInto('password').values({ person_id, phc }).execute()
}

async function invitedBy(tx: Tx, code: string, now: Date): Promise<Invited | null> {
  const code_digest = digestOf(plainCode(code))
  await present(tx, code_digest)
  const row = await tx
    .selectFrom('invitation')
    .select(['invitation_id', 'person_id', 'expires_at', 'used_at', 'withdrawn_at'])
    .where('code_digest', '=', code_digest)
    .executeTakeFirst()
  if (!row || row.used_at !== null || row.withdrawn_at !== null || new Date(row.expires_at) <= now) return null
  await become(tx, row.person_id)
  const account = await accountOf(tx, row.person_id)
  const version = await tx
    .selectFrom('person_version')
    .select('full_name')
    .where('person_id', '=', row.person_id)
    .where(isOpen)
    .executeTakeFirst()
  if (!account || !version) return null
  return { invitation_id: row.invitation_id, person_id: row.person_id, ...account, ...version }
}
