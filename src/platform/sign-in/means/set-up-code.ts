import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database } from '../../database/index.ts'
import { closeOwn, noteAct } from '../../role/index.ts'
import { digitsIn, printCodes } from '../invitation/printed-codes.ts'
import type { AccessCode } from '../problem-words.ts'
import type { SignedIn } from '../session/sessions.ts'
import { openWhole } from './confirm-code.ts'
import { counterOf, isFirstUse } from './one-time-codes.ts'
import { seal } from './sealing.ts'
import type { Opened } from './sign-in-with-password.ts'

const beside_a_telephone = 8
const instead_of_a_telephone = 24

/** The printed codes, to be shown this once; and the whole session, where only half of one was open. */
export type SetUp = { codes: string[]; opened: Opened | null }
export type SetUpAsked = { signed_in: SignedIn; agent: string } & ({ secret: string; code: string } | { without_telephone: true })

/**
 * The second means, chosen while signed in: a telephone that has just shown a right code, with eight printed codes
 * beside it; or, without a telephone, a sheet of 24. What was there before is closed. The code opens nothing
 * afterwards. Refusal: `wrong-code`.
 */
export async function setUpCode(
  database: Pick<Database, 'kysely'>,
  key: Buffer,
  asked: SetUpAsked,
  now: Date,
): Promise<Outcome<SetUp, AccessCode>> {
  const { signed_in, agent } = asked
  const { person_id } = signed_in
  const counter = 'secret' in asked ? counterOf(asked.secret, digitsIn(asked.code), now) : null
  if ('secret' in asked && counter === null) return refused({ code: 'wrong-code', field: 'code' })
  return change(database, { person_id, name: signed_in.name }, async tx => {
    if (counter !== null && !(await isFirstUse(tx, person_id, counter))) return refused({ code: 'wrong-code', field: 'code' })
    await closeOwn(tx, 'totp', person_id)
    await closeOwn(tx, 'recovery_code', person_id)
    if ('secret' in asked)
      await tx
        .insertInto('totp')
        .values({ person_id, sealed: seal(key, `totp ${person_id}`, asked.secret) })
        .execute()
    const codes = await printCodes(tx, person_id, 'secret' in asked ? beside_a_telephone : instead_of_a_telephone)
    await noteAct(tx, { person_id, name: signed_in.name }, 'choose-second-step', 'account', person_id)
    return done({ codes, opened: signed_in.stage === 'whole' ? null : await openWhole(tx, { half: signed_in, agent, now }) })
  })
}
