import { dayOf } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../database/index.ts'
import { closedNow, isOpen, may, noteAct, standingOf } from '../../role/index.ts'
import { type Typed, typedInto } from '../../staff/index.ts'
import { isAddress } from '../forms.ts'
import type { AccessCode } from '../problem-words.ts'
import { most_in_batch } from './batch.ts'
import { addressField, addressForm } from './forms.ts'
import { keepCovered } from './keep-covered.ts'
import { findInviteUnit, listNotCome, type NotCome } from './list-not-come.ts'

type Noted = { unit: string; sent: Typed }

/**
 * Writes down where the invitations of a unit's people go, until they open their accounts: from then on the address is
 * theirs. An empty one takes it back. Gives how many changed. Refusals: `not-yours`, and `no-address` at its person.
 */
export async function noteAddresses(
  tx: Tx,
  actor: Actor & { person_id: number },
  { unit, sent }: Noted,
  now: Date,
): Promise<Outcome<number, AccessCode>> {
  const day = dayOf(now)
  const [found] = await findInviteUnit(tx, { unit, day })
  const standing = await standingOf(tx, actor.person_id, day)
  if (!found || !may(standing, 'account', 'invite', found).allowed) return refused({ code: 'not-yours', field: 'whom' })
  const not_come = await listNotCome(tx, { unit_id: found.unit_id, day, now, most: most_in_batch })
  const people = await keepCovered(tx, actor.person_id, not_come, now)
  const typed = typedInto(addressForm(people), sent)
  const problems = problemsOf(problemsWithAddresses(people, typed))
  if (problems) return problems
  const changed = people.filter(one => isChanged(one, typed))
  for (const { person_id } of changed) await noteAddress(tx, actor, person_id, addressIn(typed, person_id)!)
  return done(changed.length)
}

function* problemsWithAddresses(people: readonly NotCome[], typed: Typed): Generator<Problem<AccessCode>> {
  for (const one of people) {
    const sent = addressIn(typed, one.person_id)
    if (isChanged(one, typed) && sent && !isAddress(sent)) yield { code: 'no-address', field: addressField(one.person_id) }
  }
}

function addressIn(typed: Typed, person_id: number): string | undefined {
  return lookUp<string | undefined>(typed, addressField(person_id))
}

/** Who was not on the page when it was sent keeps what they have. */
function isChanged({ person_id, email }: NotCome, typed: Typed): boolean {
  const sent = addressIn(typed, person_id)
  return sent !== undefined && sent !== (email ?? '')
}

async function noteAddress(tx: Tx, actor: Actor, person_id: number, email: string): Promise<void> {
  await tx.updateTable('contact').set({ recorded: closedNow }).where('person_id', '=', person_id).where(isOpen).execute()
  if (email) await tx.insertInto('contact').values({ person_id, email }).execute()
  await noteAct(tx, actor, email ? 'note-address' : 'remove-address', 'contact', person_id)
}
