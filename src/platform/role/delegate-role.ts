import { sql } from 'kysely'
import { dayOf, isDay } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../database/index.ts'
import { noteAct } from './note-act.ts'
import { closedNow, isOpen } from './open-rows.ts'
import { actsOf, type Held, type Role, rolesThatMay, wholeActs } from './policies.ts'
import type { LendingCode } from './problem-codes.ts'
import { rolesOf } from './roles-of.ts'

export type DelegationAsked = {
  receiver_id: number
  role: Role
  unit_id: number
  /** «commitment.endorse», which lends what it presupposes as well; null lends all acts of the role. */
  acts: string[] | null
  /** ISO days, the last one included; from today on. */
  from: string
  to: string
}

/**
 * Lends a role of one's own until a day. Refusals: `to-oneself`, `no-such-day`, `begun-already` (a day before today),
 * `no-end`, `lent-too-long`, `not-held` (not one's own today, or lent by somebody else), `not-lendable` (a role that is
 * nobody's to lend), `no-act` (an act that is not of the role), `unknown-receiver` (nobody one may read),
 * `lent-already`.
 */
export async function delegateRole(
  tx: Tx,
  actor: Actor & { person_id: number },
  asked: DelegationAsked,
  now: Date,
): Promise<Outcome<number, LendingCode>> {
  const today = dayOf(now)
  const held = await rolesOf(tx, actor.person_id, today)
  const refusal = problemsOf(problemsWith(actor, asked, held, today))
  if (refusal) return refusal
  const { receiver_id, role, unit_id, from, to } = asked
  const acts = asked.acts && wholeActs(asked.acts)
  const valid = sql<string>`daterange(${from}::date, ${to}::date, '[]')`
  const { rows } = await sql<{ is_known: boolean; is_lent: boolean }>`
    select exists (select from person_version p where p.person_id = ${receiver_id} and upper(p.recorded) = 'infinity') as is_known,
           exists (select from delegation d
                    where d.giver_id = ${actor.person_id} and d.receiver_id = ${receiver_id} and d.role = ${role} and d.unit_id = ${unit_id}
                      and d.valid && ${valid} and upper(d.recorded) = 'infinity') as is_lent`.execute(tx)
  if (!rows[0]!.is_known) return refused({ code: 'unknown-receiver', field: 'receiver_id' })
  if (rows[0]!.is_lent) return refused({ code: 'lent-already', field: 'from' })
  const { delegation_id } = await tx
    .insertInto('delegation')
    .values({ giver_id: actor.person_id, receiver_id, role, unit_id, acts, valid })
    .returning('delegation_id')
    .executeTakeFirstOrThrow()
  await noteAct(tx, actor, 'lend-role', 'delegation', delegation_id, { ...asked, acts })
  return done(delegation_id)
}

/**
 * Takes a lent role back at once; one that is not one's own, or is over, stays as it is. Gives whether anything ended.
 */
export async function endDelegation(
  tx: Tx,
  actor: Actor & { person_id: number },
  delegation_id: number,
): Promise<Outcome<boolean, LendingCode>> {
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

/** Half a year: what lasts longer is a grant, or another's post. Our own limit. */
const longest_days = 184

function* problemsWith(
  { person_id }: Actor,
  { receiver_id, role, unit_id, acts, from, to }: DelegationAsked,
  held: Held[],
  today: string,
): Generator<Problem<LendingCode>> {
  if (receiver_id === 0) yield { code: 'unknown-receiver', field: 'receiver_id' }
  if (receiver_id === person_id) yield { code: 'to-oneself', field: 'receiver_id' }
  if (!isDay(from)) yield { code: 'no-such-day', field: 'from' }
  else if (from < today) yield { code: 'begun-already', field: 'from' }
  if (!isDay(to) || to < from) yield { code: 'no-end', field: 'to' }
  else if (Date.parse(to) - Date.parse(from) > longest_days * 86_400_000) yield { code: 'lent-too-long', field: 'to', limit: longest_days }
  if (acts?.some(act => !actsOf(role).includes(act))) yield { code: 'no-act', field: 'acts' }
  if (!held.some(own => own.giver_id === null && own.role === role && own.unit_id === unit_id)) yield { code: 'not-held', field: 'role' }
  else if (!rolesThatMay('delegation', 'give').includes(role)) yield { code: 'not-lendable', field: 'role' }
}
