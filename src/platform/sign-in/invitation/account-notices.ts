import { sql } from 'kysely'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { type Actor, type Db, query, type Tx } from '../../database/index.ts'
import type { AccessCode } from '../problem-words.ts'
import list_account_notices from './list-account-notices.sql?raw'

/**
 * One notice: of an invitation that was printed or used, for oneself or for somebody of one's unit. `maker_name` is
 * null where it was printed at the machine; `is_open`: it can still be taken back.
 */
export type AccountNotice = {
  account_notice_id: number
  kind: 'printed' | 'used'
  made_at: string
  invitation_id: number
  grounds: 'first' | 'again' | 'machine'
  full_name: string
  is_mine: boolean
  maker_name: string | null
  is_open: boolean
  /** How many people it is about: more than one where one press printed for all of them. */
  people: number
}

const unseenNotices = query<{ now: Date }, AccountNotice>(list_account_notices)

/** What somebody was told of accounts and has not seen yet. Ask it in their own name. */
export function listAccountNotices(db: Db, now: Date): Promise<AccountNotice[]> {
  return unseenNotices(db, { now })
}

/**
 * Says that one has seen a notice of one's own, with those that were told together with it; another's is not there.
 */
export async function seeNotice(tx: Tx, { person_id }: Actor, account_notice_id: number, now: Date): Promise<Outcome<boolean, AccessCode>> {
  const { rows } = await sql`
    update account_notice n
       set seen_at = ${now}
      from invitation i, account_notice shown, invitation of_shown
     where shown.account_notice_id = ${account_notice_id} and shown.person_id = ${person_id} and of_shown.invitation_id = shown.invitation_id
       and i.invitation_id = n.invitation_id and n.person_id = ${person_id} and n.seen_at is null
       and (n.account_notice_id = shown.account_notice_id
            or (n.kind = shown.kind and i.invitation_batch_id = of_shown.invitation_batch_id
                and ${person_id} not in (i.person_id, of_shown.person_id)))
    returning n.account_notice_id`.execute(tx)
  return done(rows.length > 0)
}
