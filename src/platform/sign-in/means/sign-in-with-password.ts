import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database } from '../../database/index.ts'
import { isOpen, noteAct, passwordOf } from '../../role/index.ts'
import { countPrintedCodes, digitsIn, hasPrintedCode, isLongCode, spendPrintedCode } from '../invitation/printed-codes.ts'
import type { AccessCode } from '../problem-words.ts'
import { noteAttempt, noteRight } from '../session/back-off.ts'
import { browserKeyAt, type KnownAt } from '../session/known-browser.ts'
import { become, present } from '../session/look.ts'
import { openSession, type Stage } from '../session/sessions.ts'
import { isPassword } from './password.ts'

export type SignInAsked = {
  sign_in_name: string
  password: string
  printed_code?: string
  address: string | null
  agent: string
  known: KnownAt[]
}
/**
 * The token of the new session, and whether the code is still to come; how many printed codes are left, where one was
 * used.
 */
export type Opened = { token: string; stage: Stage; person_id: number; codes_left?: number }

/**
 * The name and the password. Refusals: `wrong-name-or-password`, the same and as late for a name nobody has; those of
 * `noteAttempt`. A printed code beside the password is the second step as well, and opens while others guess at the
 * name; refusal: `wrong-code`. A demo account needs no second step, and opens only where the loader of the demo has
 * left its mark.
 */
export async function signInWithPassword(
  database: Pick<Database, 'kysely'>,
  asked: SignInAsked,
  now: Date,
): Promise<Outcome<Opened, AccessCode>> {
  const { address, agent } = asked
  const name = plainName(asked.sign_in_name)
  const means = await findMeans(database, name)
  const printed = await findPrinted(database, means.person_id, { ...asked, name }, now)
  if (!printed.ok) return printed
  const browser = printed.value ?? browserKeyAt(asked.known, means.person_id, means.since)
  const noted = await noteAttempt(database, { kind: 'password', name, address, browser, field: 'password' }, now)
  if (!noted.ok) return noted
  const is_right = await isPassword(asked.password.slice(0, 1000), means.phc)
  if (!is_right || (means.is_demo && !means.has_mark)) return refused({ code: 'wrong-name-or-password', field: 'sign_in_name' })
  const { person_id } = means
  return change(database, { person_id, name: 'access' }, async tx => {
    await noteRight(tx, noted.value)
    if (printed.value !== null && !(await spendPrintedCode(tx, person_id, printed.value))) return refused(wrong_code)
    const stage: Stage = means.is_demo || printed.value !== null ? 'whole' : 'password'
    const token = await openSession(tx, { person_id, stage, means: 'password', agent, now })
    await noteAct(tx, { person_id, name }, stage === 'whole' ? 'sign-in' : 'give-password', 'account', person_id)
    const codes_left = printed.value === null ? undefined : await countPrintedCodes(tx, person_id)
    return done({ token, stage, person_id, codes_left })
  })
}

/** As it was printed, however it was typed. */
function plainName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().slice(0, 200)
}

const wrong_code = { code: 'wrong-code', field: 'printed_code' } as const

/**
 * The digits of a printed code that was given and is still to be used; null where none was given. It stands for a
 * browser that is known.
 */
async function findPrinted(
  database: Pick<Database, 'kysely'>,
  person_id: number,
  { printed_code = '', name, address }: Pick<SignInAsked, 'printed_code' | 'address'> & { name: string },
  now: Date,
): Promise<Outcome<string | null, AccessCode>> {
  if (printed_code.trim() === '') return done(null)
  const digits = digitsIn(printed_code)
  if (!isLongCode(digits)) return refused(wrong_code)
  const noted = await noteAttempt(database, { kind: 'printed', name: `${name} ${digits}`, address, field: 'printed_code' }, now)
  if (!noted.ok) return noted
  return change(database, { person_id, name: 'access' }, async tx => {
    if (!(await hasPrintedCode(tx, person_id, digits))) return refused(wrong_code)
    await noteRight(tx, noted.value)
    return done(digits)
  })
}

type Means = { person_id: number; is_demo: boolean; has_mark: boolean; phc: string | null; since: Date | null }

/** The same questions for a name that nobody has. */
function findMeans({ kysely }: Pick<Database, 'kysely'>, name: string): Promise<Means> {
  return kysely.transaction().execute(async tx => {
    await present(tx, name)
    const account = await tx
      .selectFrom('account')
      .select(['person_id', 'is_demo'])
      .where('sign_in_name', '=', name)
      .where(isOpen)
      .executeTakeFirst()
    const person_id = account?.person_id ?? 0
    await become(tx, person_id)
    const password = await passwordOf(tx, person_id)
    const mark = await tx.selectFrom('demo_mark').select('demo_mark').executeTakeFirst()
    const { is_demo = false } = account ?? {}
    return { person_id, is_demo, has_mark: mark !== undefined, phc: password?.phc ?? null, since: password?.since ?? null }
  })
}
