import type { Actor, Database } from '../database/index.ts'
import { isOpen } from '../role/index.ts'
import { become, present } from './session/look.ts'

/**
 * Whose open account goes by a sign-in name, for a command that is given in their name; null where nobody's does. Their
 * own rows say what they are called.
 */
export function findAccount({ kysely }: Pick<Database, 'kysely'>, sign_in_name: string): Promise<(Actor & { person_id: number }) | null> {
  return kysely.transaction().execute(async tx => {
    await present(tx, sign_in_name)
    const account = await tx
      .selectFrom('account')
      .select('person_id')
      .where('sign_in_name', '=', sign_in_name)
      .where(isOpen)
      .executeTakeFirst()
    if (!account) return null
    await become(tx, account.person_id)
    const person = await tx
      .selectFrom('person_version')
      .select('full_name')
      .where('person_id', '=', account.person_id)
      .where(isOpen)
      .executeTakeFirst()
    return { person_id: account.person_id, name: person?.full_name ?? sign_in_name }
  })
}
