import { sql } from 'kysely'
import type { Actor, Tx } from '../database/index.ts'
import { dayOf } from '../shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf } from '../shared/outcome.ts'
import { noteAct } from './note-act.ts'
import { closedNow, isOpen } from './open-rows.ts'
import { type Held, type Role, wholeActs } from './policies.ts'
import { rolesOf } from './roles-of.ts'

export type DelegationAsked = {
  receiver_id: number
  role: Role
  unit_id: number
  /** «commitment.endorse», which lends what it presupposes as well; null lends all acts of the role. */
  acts: string[] | null
  /** ISO days, the last one included. */
  from: string
  to: string
}

/** Lends a role of one's own until a day. Refusals: `to-oneself`, `no-end`, `not-held` (not one's own today, or lent by somebody else). */
export async function delegateRole(
  tx: Tx,
  actor: Actor & { person_id: number },
  asked: DelegationAsked,
  now: Date,
): Promise<Outcome<number>> {
  const held = await rolesOf(tx, actor.person_id, dayOf(now))
  const refusal = problemsOf(problemsWith(actor, asked, held))
  if (refusal) return refusal
  const { receiver_id, role, unit_id, from, to } = asked
  const acts = asked.acts && wholeActs(asked.acts)
  const valid = sql<string>`daterange(${from}::date, ${to}::date, '[]')`
  const { delegation_id } = await tx
    .insertInto('delegation')
    .values({ giver_id: actor.person_id, receiver_id, role, unit_id, acts, valid })
    .returning('delegation_id')
    .executeTakeFirstOrThrow()
  await noteAct(tx, actor, 'lend-role', 'delegation', delegation_id, { ...asked, acts })
  return done(delegation_id)
}

/** Takes a lent role back at once; one that is not one's own, or is over, stays as it is. Gives whether anything ended. */
export async function endDelegation(tx: Tx, actor: Actor & { person_id: number }, delegation_id: number): Promise<Outcome<boolean>> {
  const closed = await tx
    .updateTable('delegation')
    .set({ recorded: closedNow })
    .where('delegation_id', '=', delegation_id)
    .where('giver_id', '=', actor.person_id)
    .where(isOpen)
    .returning('delegation_id')
    .executeTakeFirst()
  if (closed) await noteAct(tx, actor, 'take-role-back', 'delegation', delegation_id)
  return done(closed !== undefined)
}

function* problemsWith({ person_id }: Actor, { receiver_id, role, unit_id, from, to }: DelegationAsked, held: Held[]): Generator<Problem> {
  if (receiver_id === person_id) yield { code: 'to-oneself', field: 'receiver_id' }
  if (!(from <= to)) yield { code: 'no-end', field: 'to' }
  if (!held.some(own => own.giver_id === null && own.role === role && own.unit_id === unit_id)) yield { code: 'not-held', field: 'role' }
}
