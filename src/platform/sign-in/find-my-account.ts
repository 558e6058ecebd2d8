import { dayOf } from '../../basis/shared/dates.ts'
import { type Database, query } from '../database/index.ts'
import type { Role } from '../role/index.ts'
import find_my_account from './find-my-account.sql?raw'
import { look } from './session/look.ts'
import type { SignedIn } from './session/sessions.ts'

type Row = {
  sign_in_name: string
  email: string | null
  /** Reminders by mail were refused, by the link of a letter. */
  refuses_reminders: boolean
  has_password: boolean
  has_telephone: boolean
  printed_codes: number
  passkeys: { passkey_id: number; name: string; since: string }[]
  /** Keys of this account that showed a counter which had gone back. */
  warnings: { name: string; happened_at: string }[]
  elsewhere: { issuer: string }[]
  sessions: { session_id: number; agent: string; begun_at: string }[]
  roles: { role: Role; unit_name: string; giver: string | null }[]
  /** Whether one's roles wait for a second person, and whether that was asked for. */
  second: 'asked' | 'unasked' | null
  readings: { read_at: string; noun: string; reader: string; on_behalf_of: string | null }[]
}

/**
 * An account as its owner sees it: its means without any secret, where it is open, its roles, and the last hundred
 * readings of one's file by others.
 */
export type MyAccount = Omit<Row, 'sessions'> & { sessions: (Row['sessions'][number] & { is_this: boolean })[] }

const findRow = query<{ person_id: number; day: string; now: Date }, Row>(find_my_account)

export async function findMyAccount(
  database: Pick<Database, 'kysely'>,
  { person_id, session_id }: SignedIn,
  now: Date,
): Promise<MyAccount> {
  const row = (await look(database, { person_id }, db => findRow(db, { person_id, day: dayOf(now), now })))[0]!
  return {
    ...row,
    sessions: row.sessions.map(session => ({ ...session, is_this: session.session_id === session_id })),
  }
}
