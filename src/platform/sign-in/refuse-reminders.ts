import { done, type Outcome } from '../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Tx } from '../database/index.ts'
import { closedNow, isOpen, noteAct } from '../role/index.ts'
import { staff_paths } from '../web/index.ts'
import { digestOf, seal, unseal } from './means/sealing.ts'
import type { AccessCode } from './problem-words.ts'

const purpose = 'refuse reminders'

/**
 * For whom a letter was, and the digest of the mailbox it went to: a letter from before somebody gave another address
 * refuses nothing there.
 */
type Refusal = { people: number[]; mailbox: string }

/**
 * Where whoever reads a mailbox refuses further reminders for the people of a letter: without signing in, for the
 * address is sealed. It does not expire, and opens nothing else.
 */
export function refusalAddress(
  { key, site_address }: { key: Buffer; site_address: string },
  { people, email }: { people: number[]; email: string },
): string {
  const refusal: Refusal = { people, mailbox: mailboxOf(email) }
  return `${site_address}${staff_paths.refuse_reminders}?ma=${seal(key, purpose, refusal)}`
}

/** What an address says; null where it is not one of ours. */
export function refusalOf(key: Buffer, sealed: string, now: Date): Refusal | null {
  return unseal<Refusal>(key, purpose, sealed, now)
}

/** Refuses reminders by mail for the people of a letter, each in their own name. Done twice it is done once. */
export async function refuseReminders(database: Pick<Database, 'kysely'>, { people, mailbox }: Refusal): Promise<void> {
  for (const person_id of people) {
    const actor = { person_id, name: 'letter' }
    await change(database, actor, tx => refuseOne(tx, actor, mailbox))
  }
}

async function refuseOne(tx: Tx, actor: Actor & { person_id: number }, mailbox: string): Promise<Outcome<null, AccessCode>> {
  const { person_id } = actor
  const open = tx.selectFrom('contact').select(['email', 'takes_reminders']).where('person_id', '=', person_id).where(isOpen)
  const contact = await open.forUpdate().executeTakeFirst()
  if (!contact?.takes_reminders || mailboxOf(contact.email) !== mailbox) return done(null)
  await tx.updateTable('contact').set({ recorded: closedNow }).where('person_id', '=', person_id).where(isOpen).execute()
  await tx.insertInto('contact').values({ person_id, email: contact.email, takes_reminders: false }).execute()
  await noteAct(tx, actor, 'refuse-reminders', 'contact', person_id)
  return done(null)
}

function mailboxOf(email: string): string {
  return digestOf(email.toLowerCase())
}
