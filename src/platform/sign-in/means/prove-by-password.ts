import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Database } from '../../database/index.ts'
import { change } from '../../database/index.ts'
import { passwordOf } from '../../role/index.ts'
import type { AccessCode } from '../problem-words.ts'
import { noteAttempt, noteRight } from '../session/back-off.ts'
import { browserKeyAt, type KnownAt } from '../session/known-browser.ts'
import { look } from '../session/look.ts'
import type { SignedIn } from '../session/sessions.ts'
import { isPassword } from './password.ts'

export type ProofAsked = { password: string; address: string | null; known: KnownAt[] }

/**
 * Whoever is signed in shows once more that it is they. Refusals: `wrong-password`; those of `noteAttempt`, for guesses
 * count as at the door.
 */
export async function proveByPassword(
  database: Pick<Database, 'kysely'>,
  who: SignedIn,
  { password, address, known }: ProofAsked,
  now: Date,
): Promise<Outcome<null, AccessCode>> {
  const own = await look(database, who, db => passwordOf(db, who.person_id))
  const browser = browserKeyAt(known, who.person_id, own?.since ?? null)
  const noted = await noteAttempt(database, { kind: 'password', name: who.sign_in_name, address, browser, field: 'password' }, now)
  if (!noted.ok) return noted
  if (!(await isPassword(password.slice(0, 1000), own?.phc ?? null))) return refused({ code: 'wrong-password', field: 'password' })
  return change(database, who, async tx => {
    await noteRight(tx, noted.value)
    return done(null)
  })
}
