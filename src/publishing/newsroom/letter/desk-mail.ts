import { sql } from 'kysely'
import { type Actor, type Db, query, type Tx } from '../../../platform/database/index.ts'

/** Whether somebody wants letters of drafts that come to lie with them, and where they would go; null: nowhere yet. */
export type DeskMail = { is_wanted: boolean; email: string | null }

const deskMail = query<Record<string, never>, DeskMail>(`
  select coalesce((select m.is_wanted from desk_mail m where m.person_id = current_person_id()), false) as is_wanted,
         (select c.email from contact c
           where c.person_id = current_person_id() and upper(c.recorded) = 'infinity' and c.takes_reminders) as email`)

/** What whoever asks has chosen. */
export async function findDeskMail(db: Db): Promise<DeskMail> {
  return (await deskMail(db, {}))[0]!
}

/** Says that one wants such letters, or no more of them. Said twice it is said once. */
export async function sayDeskMail(tx: Tx, { person_id }: Actor, is_wanted: boolean): Promise<void> {
  await sql`
    insert into desk_mail (person_id, is_wanted)
    values (${person_id}, ${is_wanted})
        on conflict (person_id) do update set is_wanted = excluded.is_wanted, said_at = recorded_now()
     where desk_mail.is_wanted <> excluded.is_wanted`.execute(tx)
}
