import { done, type Outcome, problemsOf } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../database/index.ts'
import { closedNow, isOpen, noteAct } from '../role/index.ts'
import { problemsWith } from '../staff/index.ts'
import { address_form } from './forms.ts'
import type { AccessCode } from './problem-words.ts'

/**
 * Says where one's mail goes, reminders too, even if they were refused there; empty takes the address back. Its letters
 * come without any name or text, and nobody but whoever may remind writes to it. Refusal: no-address.
 */
export async function giveAddress(
  tx: Tx,
  actor: Actor & { person_id: number },
  { email }: { email: string },
): Promise<Outcome<string | null, AccessCode>> {
  const { person_id } = actor
  const given = address_form.email.read(email)
  const wrong = problemsOf(problemsWith(address_form, { email: given }))
  if (wrong) return wrong
  const open = tx.selectFrom('contact').select(['email', 'takes_reminders']).where('person_id', '=', person_id).where(isOpen)
  const before = await open.executeTakeFirst()
  if ((before?.email ?? '') === given && before?.takes_reminders !== false) return done(given || null)
  await tx.updateTable('contact').set({ recorded: closedNow }).where('person_id', '=', person_id).where(isOpen).execute()
  if (given !== '') await tx.insertInto('contact').values({ person_id, email: given }).execute()
  await noteAct(tx, actor, given === '' ? 'take-address-back' : 'give-address', 'contact', person_id)
  return done(given || null)
}
