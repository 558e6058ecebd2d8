import { type Database, type Db, query } from '../../database/index.ts'
import { rolesThatMay } from '../../role/index.ts'
import { look } from '../session/look.ts'
import type { SignedIn } from '../session/sessions.ts'
import { type AccountNotice, listAccountNotices } from './account-notices.ts'
import { listWaiting } from './confirm-invitation.ts'

/**
 * What the home page says of accounts. `waiting`: how many invitations one may confirm; `second`: whether one's own
 * roles wait for a second person, and whether that was asked for.
 */
export type AccountTold = { notices: AccountNotice[]; waiting: number; second: 'asked' | 'unasked' | null }

export async function findAccountNotices(database: Pick<Database, 'kysely'>, who: SignedIn, now: Date): Promise<AccountTold> {
  const own = await look(database, who, async db => ({
    notices: await listAccountNotices(db, now),
    // Whoever holds a role today has nothing that waits.
    second: who.held.length > 0 ? null : await findSecond(db, who.person_id),
  }))
  const confirms = who.held.some(({ role, giver_id }) => giver_id === null && rolesThatMay('account', 'confirm').includes(role))
  return { ...own, waiting: confirms ? (await listWaiting(database, who, now)).length : 0 }
}

/** Whether somebody's roles wait for a second person. Ask it in their own name. */
export async function findSecond(db: Db, person_id: number): Promise<AccountTold['second']> {
  return (await secondOf(db, { person_id }))[0]?.second ?? null
}

const secondOf = query<{ person_id: number }, { second: 'asked' | 'unasked' }>(`
  select case when i.asked_at is null then 'unasked' else 'asked' end as second
    from invitation i
   where i.person_id = :person_id::bigint and i.used_at is not null and stands_on_one_word(:person_id) and exists (select from held_by(:person_id))
   order by i.used_at desc, i.invitation_id desc
   limit 1`)
