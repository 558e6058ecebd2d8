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
}

const unseenNotices = query<{ now: Date }, AccountNotice>(list_account_notices)

/** What somebody was told of accounts and has not seen yet. Ask it in their own name. */
export function listAccountNotices(db: Db, now: Date): Promise<AccountNotice[]> {
  return unseenNotices(db, { now })
}

/** Says that one has seen a notice of one's own; another's is not there. */
export async function seeNotice(tx: Tx, { person_id }: Actor, account_notice_id: number, now: Date): Promise<Outcome<boolean, AccessCode>> {
  const seen = await tx
    .updateTable('account_notice')
    .set({ seen_at: now })
    .where('account_notice_id', '=', account_notice_id)
    .where('person_id', '=', person_id)
    .where('seen_at', 'is', null)
    .returning('account_notice_id')
    .executeTakeFirst()
  return done(seen !== undefined)
}
