import { sql } from 'kysely'
import type { Actor, Tx } from '../database/index.ts'
import { closedNow, isOpen, noteAct } from '../role/index.ts'

/**
 * Who refused reminders by mail, for the list that is kept outside of every backup. Backups stand to the right of this
 * room: the shape is theirs.
 */
export const refused_reminders = {
  of: 'reminders',
  list: async (db: Tx) => (await listRefused(db)).map(({ person_id, at }) => ({ of: 'reminders', id: person_id, scope: null, at })),
  again: (tx: Tx, actor: Actor, { id, at }: { id: number; at: string }) => refuseAgain(tx, actor, id, at),
}

async function listRefused(db: Tx): Promise<{ person_id: number; at: string }[]> {
  const { rows } = await sql<{ person_id: number; at: string }>`
    select n.person_id, lower(n.recorded) as at
      from contact n
      join contact c on c.person_id = n.person_id and upper(c.recorded) = lower(n.recorded) and c.takes_reminders
     where not n.takes_reminders
     order by 2, 1`.execute(db)
  return rows
}

/** What somebody said after that instant stays. */
async function refuseAgain(tx: Tx, actor: Actor, person_id: number, at: string): Promise<boolean> {
  const open = tx.selectFrom('contact').select(['email', 'takes_reminders']).where('person_id', '=', person_id).where(isOpen)
  const contact = await open.where(sql<boolean>`lower(recorded) < ${at}::timestamptz`).executeTakeFirst()
  if (!contact?.takes_reminders) return false
  await tx.updateTable('contact').set({ recorded: closedNow }).where('person_id', '=', person_id).where(isOpen).execute()
  await tx.insertInto('contact').values({ person_id, email: contact.email, takes_reminders: false }).execute()
  await noteAct(tx, actor, 'refuse-reminders', 'contact', person_id)
  return true
}
