import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { addPerson, beginMembership, findCell } from '../known.ts'
import type { PersonText } from '../person.ts'

/**
 * Enters a member before there is anybody who may: for the founding of a register, as its owner. What was typed is
 * judged before. Refusals at `field`: unknown-unit, not-a-cell.
 */
export async function enterFirstPerson(
  tx: Tx,
  actor: Actor,
  { person, cell, from, field }: { person: PersonText; cell: string; from: string; field: string },
): Promise<Outcome<{ person_id: number }, 'unknown-unit' | 'not-a-cell'>> {
  const found = await findCell(tx, cell, from)
  if (!found) return refused({ code: 'unknown-unit', field, values: { unit: cell } })
  if (!found.takes_members) return refused({ code: 'not-a-cell', field, values: { unit: cell } })
  const person_id = await addPerson(tx, person)
  await beginMembership(tx, { person_id, unit_id: found.unit_id, kind: 'party-member', from })
  const digest = digestOf({ person, cell, from })
  await record(tx, actor, { act: 'enrol-person', object: 'person', object_id: String(person_id), digest, retention: 'conduct' })
  return done({ person_id })
}
