import { sql } from 'kysely'
import { dayOf, isDay } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../database/index.ts'
import { noteAct } from './note-act.ts'
import { closedNow, isOpen } from './open-rows.ts'
import { may, type Role } from './policies.ts'
import type { GrantCode } from './problem-codes.ts'
import { standingOf } from './roles-of.ts'

export type GrantedRole = Exclude<Role, 'secretary' | 'leader'>
export type GrantAsked = {
  person_id: number
  role: GrantedRole
  unit_id: number
  instrument_id: number | null
  from: string
  to: string | null
}

export const granted_roles: readonly GrantedRole[] = [
  'unit-office',
  'superior-office',
  'administrator',
  'auditor',
  'reporter',
  'editor',
  'fact-checker',
  'publisher',
]

/**
 * Gives a role at a unit that the actor administers, to somebody of the units they administer, from a day on, perhaps
 * until another. Refusals: `no-person`, `no-unit`, `no-role`, `no-such-day`, `ends-before`, `to-oneself`, `not-yours`
 * (the unit), `not-administered` (the person), `granted-already`.
 */
export async function grantRole(
  tx: Tx,
  actor: Actor & { person_id: number },
  asked: GrantAsked,
  now: Date,
): Promise<Outcome<number, GrantCode>> {
  const { person_id, role, unit_id, instrument_id, from, to } = asked
  const wrong = problemsOf(problemsWithGrant(asked))
  if (wrong) return wrong
  if (person_id === actor.person_id) return refused({ code: 'to-oneself', field: 'person_id' })
  const standing = await standingOf(tx, actor.person_id, dayOf(now))
  if (!may(standing, 'account', 'grant', { unit_id, person_id }).allowed) return refused({ code: 'not-yours', field: 'unit_id' })
  const valid = sql<string>`daterange(${from}::date, coalesce(${to}::date + 1, 'infinity'))`
  const known = await sql<{ is_theirs: boolean; is_held: boolean }>`
    select may_to_person(${person_id}, 'account', 'read') as is_theirs,
           exists (select from role_grant g
                    where g.person_id = ${person_id} and g.role = ${role} and g.unit_id = ${unit_id} and g.valid && ${valid} and upper(g.recorded) = 'infinity') as is_held`.execute(
    tx,
  )
  const { is_theirs, is_held } = known.rows[0]!
  if (!is_theirs) return refused({ code: 'not-administered', field: 'person_id' })
  if (is_held) return refused({ code: 'granted-already', field: 'role' })
  const { role_grant_id } = await tx
    .insertInto('role_grant')
    .values({ person_id, role, unit_id, instrument_id, granted_by: actor.person_id, valid })
    .returning('role_grant_id')
    .executeTakeFirstOrThrow()
  await noteAct(tx, actor, 'grant-role', 'role_grant', role_grant_id, asked)
  return done(role_grant_id)
}

export function* problemsWithGrant({ person_id, unit_id, role, from, to }: GrantAsked): Generator<Problem<GrantCode>> {
  if (person_id === 0) yield { code: 'no-person', field: 'person_id' }
  if (unit_id === 0) yield { code: 'no-unit', field: 'unit_id' }
  if (!granted_roles.includes(role)) yield { code: 'no-role', field: 'role' }
  if (!isDay(from)) yield { code: 'no-such-day', field: 'from' }
  if (to !== null && !isDay(to)) yield { code: 'no-such-day', field: 'to' }
  else if (to !== null && to < from) yield { code: 'ends-before', field: 'to' }
}

/**
 * Ends a granted role at once. Gives whether anything ended: a grant at a unit that is not the actor's to administer,
 * or their own, stays.
 */
export async function endGrant(tx: Tx, actor: Actor, role_grant_id: number): Promise<Outcome<boolean, GrantCode>> {
  const closed = await tx
    .updateTable('role_grant')
    .set({ recorded: closedNow })
    .where('role_grant_id', '=', role_grant_id)
    .where('person_id', '<>', actor.person_id)
    .where(isOpen)
    .returning('role_grant_id')
    .executeTakeFirst()
  if (closed) await noteAct(tx, actor, 'end-grant', 'role_grant', role_grant_id)
  return done(closed !== undefined)
}
