import { change, type Database } from '../database/index.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import { noteAttempt, noteSuccess } from './back-off.ts'
import { become, present } from './look.ts'
import { noteAct } from './note-act.ts'
import { isOpen } from './open-rows.ts'
import { isPassword } from './password.ts'
import { openSession, type Stage } from './sessions.ts'

export type SignInAsked = { sign_in_name: string; password: string; address: string | null; agent: string }
/** The token of the new session, and whether the code is still to come. */
export type Opened = { token: string; stage: Stage; person_id: number }

/**
 * The name and the password. Refusals: `wrong-name-or-password`, the same and as late for a name nobody has; `wait`, with seconds.
 * A demo account needs no second step, and opens only where the loader of the demo has left its mark.
 */
export async function signInWithPassword(
  database: Pick<Database, 'kysely'>,
  { sign_in_name, password, address, agent }: SignInAsked,
  now: Date,
): Promise<Outcome<Opened>> {
  const name = sign_in_name.trim().toLowerCase()
  const attempt = { name, address }
  const seconds = await noteAttempt(database, attempt, now)
  if (seconds > 0) return refused({ code: 'wait', field: 'password', limit: seconds })
  const known = await findMeans(database, name)
  const is_right = await isPassword(password.slice(0, 1000), known.phc)
  if (!is_right || (known.is_demo && !known.has_mark)) return refused({ code: 'wrong-name-or-password', field: 'sign_in_name' })
  const stage: Stage = known.is_demo ? 'whole' : 'password'
  return change(database, { person_id: known.person_id, name: 'access' }, async tx => {
    await noteSuccess(tx, attempt, now)
    const token = await openSession(tx, { person_id: known.person_id, stage, means: 'password', agent, now })
    await noteAct(tx, { person_id: known.person_id, name }, 'give-password', 'account', known.person_id)
    return done({ token, stage, person_id: known.person_id })
  })
}

type Known = { person_id: number; is_demo: boolean; has_mark: boolean; phc: string | null }

/** The same questions for a name that nobody has. */
function findMeans({ kysely }: Pick<Database, 'kysely'>, name: string): Promise<Known> {
  return kysely.transaction().execute(async tx => {
    await present(tx, name)
    const account = await tx
      .selectFrom('account')
      .select(['person_id', 'is_demo'])
      .where('sign_in_name', '=', name)
      .where(isOpen)
      .executeTakeFirst()
    await become(tx, account?.person_id ?? 0)
    const password = await tx
      .selectFrom('password')
      .select('phc')
      .where('person_id', '=', account?.person_id ?? 0)
      .where(isOpen)
      .executeTakeFirst()
    const mark = await tx.selectFrom('demo_mark').select('demo_mark').executeTakeFirst()
    return {
      person_id: account?.person_id ?? 0,
      is_demo: account?.is_demo ?? false,
      has_mark: mark !== undefined,
      phc: account ? (password?.phc ?? null) : null,
    }
  })
}
