import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../../database/index.ts'
import { isOpen, noteAct, passwordOf } from '../../role/index.ts'
import { countPrintedCodes, digitsIn, isLongCode, spendPrintedCode } from '../invitation/printed-codes.ts'
import type { AccessCode } from '../problem-words.ts'
import { noteAttempt, noteRight } from '../session/back-off.ts'
import { browserKeyAt, type KnownAt } from '../session/known-browser.ts'
import { look } from '../session/look.ts'
import { openSession, type SignedIn } from '../session/sessions.ts'
import { counterOf, isFirstUse } from './one-time-codes.ts'
import { unseal } from './sealing.ts'
import type { Opened } from './sign-in-with-password.ts'

export type CodeAsked = { half: SignedIn; code: string; address: string | null; agent: string; known: KnownAt[] }

/**
 * What somebody has for the second step: the six digits of a telephone, a sheet of printed codes, both or neither yet.
 */
export type SecondMeans = { has_telephone: boolean; printed_codes: number }

export function findSecondMeans(database: Pick<Database, 'kysely'>, { person_id }: Pick<SignedIn, 'person_id'>): Promise<SecondMeans> {
  return look(database, { person_id }, async db => {
    const telephone = await db.selectFrom('totp').select('person_id').where('person_id', '=', person_id).where(isOpen).executeTakeFirst()
    const codes = await db.selectFrom('recovery_code').select('code_digest').where('person_id', '=', person_id).where(isOpen).execute()
    return { has_telephone: telephone !== undefined, printed_codes: codes.length }
  })
}

/**
 * The second step: six digits of the telephone, or a printed code; each opens once. Refusals: `wrong-code`; those of
 * `noteAttempt`.
 */
export async function confirmCode(
  database: Pick<Database, 'kysely'>,
  key: Buffer,
  { half, code, address, agent, known }: CodeAsked,
  now: Date,
): Promise<Outcome<Opened, AccessCode>> {
  const { person_id } = half
  const digits = digitsIn(code)
  const browser = browserKeyAt(known, person_id, await passwordSince(database, half))
  const what = isLongCode(digits)
    ? { kind: 'printed' as const, name: `${person_id} ${digits}` }
    : { kind: 'code' as const, name: String(person_id) }
  const noted = await noteAttempt(database, { ...what, address, browser, field: 'code' }, now)
  if (!noted.ok) return noted
  return change(database, { person_id, name: half.name }, async tx => {
    const is_printed = !(await isOfTelephone(tx, key, person_id, digits, now))
    if (is_printed && !(await spendPrintedCode(tx, person_id, digits))) return refused({ code: 'wrong-code', field: 'code' })
    await noteRight(tx, noted.value)
    const opened = await openWhole(tx, { half, agent, now })
    return done(is_printed ? { ...opened, codes_left: await countPrintedCodes(tx, person_id) } : opened)
  })
}

function passwordSince(database: Pick<Database, 'kysely'>, who: SignedIn): Promise<Date | null> {
  return look(database, who, async db => (await passwordOf(db, who.person_id))?.since ?? null)
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

async function isOfTelephone(tx: Tx, key: Buffer, person_id: number, digits: string, now: Date): Promise<boolean> {
  const row = await tx.selectFrom('totp').select('sealed').where('person_id', '=', person_id).where(isOpen).executeTakeFirst()
  const secret = row && unseal<string>(key, `totp ${person_id}`, row.sealed, now)
  const counter = secret ? counterOf(secret, digits, now) : null
  return counter !== null && (await isFirstUse(tx, person_id, counter))
}
