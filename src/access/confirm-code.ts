import { CompiledQuery } from 'kysely'
import { change, type Database, type Tx } from '../database/index.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import { noteAttempt, noteSuccess } from './back-off.ts'
import { look } from './look.ts'
import { noteAct } from './note-act.ts'
import { counterOf } from './one-time-codes.ts'
import { isOpen } from './open-rows.ts'
import { digestOf, unseal } from './sealing.ts'
import { openSession, type SignedIn } from './sessions.ts'
import type { Opened } from './sign-in-with-password.ts'

export type CodeAsked = { half: SignedIn; code: string; address: string | null; agent: string }

/** What somebody has for the second step: the six digits of a telephone, a sheet of printed codes, both or neither yet. */
export type SecondMeans = { has_telephone: boolean; printed_codes: number }

export function findSecondMeans(database: Pick<Database, 'kysely'>, { person_id }: Pick<SignedIn, 'person_id'>): Promise<SecondMeans> {
  return look(database, { person_id }, async db => {
    const telephone = await db.selectFrom('totp').select('person_id').where('person_id', '=', person_id).where(isOpen).executeTakeFirst()
    const codes = await db.selectFrom('recovery_code').select('code_digest').where('person_id', '=', person_id).where(isOpen).execute()
    return { has_telephone: telephone !== undefined, printed_codes: codes.length }
  })
}

/** The second step: six digits of the telephone, or a printed code; each opens once. Refusals: `wrong-code`; `wait`, with seconds. */
export async function confirmCode(
  database: Pick<Database, 'kysely'>,
  key: Buffer,
  { half, code, address, agent }: CodeAsked,
  now: Date,
): Promise<Outcome<Opened>> {
  const { person_id } = half
  const attempt = { name: `code ${person_id}`, address }
  const seconds = await noteAttempt(database, attempt, now)
  if (seconds > 0) return refused({ code: 'wait', field: 'code', limit: seconds })
  return change(database, { person_id, name: half.name }, async tx => {
    const is_right = (await isOfTelephone(tx, key, person_id, code, now)) || (await isPrinted(tx, person_id, code))
    if (!is_right) return refused({ code: 'wrong-code', field: 'code' })
    await noteSuccess(tx, attempt, now)
    return done(await openWhole(tx, { half, agent, now }))
  })
}

/** The half session ends and a whole one begins, with a token of its own. */
export async function openWhole(tx: Tx, { half, agent, now }: { half: SignedIn; agent: string; now: Date }): Promise<Opened> {
  const { person_id, session_id } = half
  await tx
    .updateTable('session')
    .set({ ended_at: now, ended_by: person_id })
    .where('session_id', '=', session_id)
    .where('ended_at', 'is', null)
    .execute()
  await noteAct(tx, { person_id, name: half.name }, 'sign-in', 'account', person_id)
  const token = await openSession(tx, { person_id, stage: 'whole', means: 'password', agent, now })
  return { token, stage: 'whole', person_id }
}

async function isOfTelephone(tx: Tx, key: Buffer, person_id: number, code: string, now: Date): Promise<boolean> {
  const row = await tx.selectFrom('totp').select('sealed').where('person_id', '=', person_id).where(isOpen).executeTakeFirst()
  const secret = row && unseal<string>(key, `totp ${person_id}`, row.sealed, now)
  const counter = secret ? counterOf(secret, code, now) : null
  return counter !== null && (await isFirstUse(tx, person_id, counter))
}

async function isFirstUse(tx: Tx, person_id: number, counter: number): Promise<boolean> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw('insert into totp_use (person_id, counter) values ($1, $2) on conflict do nothing returning counter', [
      person_id,
      counter,
    ]),
  )
  return rows.length === 1
}

async function isPrinted(tx: Tx, person_id: number, code: string): Promise<boolean> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(
      `update recovery_code set recorded = tstzrange(lower(recorded), transaction_timestamp())
        where person_id = $1 and code_digest = $2 and upper(recorded) = 'infinity' returning person_id`,
      [person_id, recoveryDigest(person_id, code)],
    ),
  )
  return rows.length === 1
}

/** Eight digits alone could be tried from a stolen table: the person's number keeps one table from serving all, and the back-off does the rest. */
export function recoveryDigest(person_id: number, code: string): string {
  return digestOf(`recovery ${person_id} ${code.replace(/\D/g, '')}`)
}
