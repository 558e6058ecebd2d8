import { sql } from 'kysely'
import type { Actor, Tx } from '../database/index.ts'
import { dayOf } from '../shared/dates.ts'
import { done, type Outcome, refused } from '../shared/outcome.ts'
import { noteAct } from './note-act.ts'
import { closedNow, isOpen } from './open-rows.ts'
import { may } from './policies.ts'
import { standingOf } from './roles-of.ts'

export type GrantedRole = 'unit-office' | 'superior-office' | 'administrator' | 'auditor'
export type GrantAsked = {
  person_id: number
  role: GrantedRole
  unit_id: number
  instrument_id: number | null
  from: string
  to: string | null
}

/** Gives a role at a unit that the actor administers, from a day on, perhaps until another. Refusal: `not-yours` (the unit is not, or it would be to oneself). */
export async function grantRole(tx: Tx, actor: Actor & { person_id: number }, asked: GrantAsked, now: Date): Promise<Outcome<number>> {
  const { person_id, role, unit_id, instrument_id, from, to } = asked
  const standing = await standingOf(tx, actor.person_id, dayOf(now))
  if (!may(standing, 'account', 'grant', { unit_id, person_id }).allowed) return refused({ code: 'not-yours', field: 'unit_id' })
  const valid = sql<string>`daterange(${from}::date, coalesce(${to}::date + 1, 'infinity'))`
  const { role_grant_id } = await tx
    .insertInto('role_grant')
    .values({ person_id, role, unit_id, instrument_id, granted_by: actor.person_id, valid })
    .returning('role_grant_id')
    .executeTakeFirstOrThrow()
  await noteAct(tx, actor, 'grant-role', 'role_grant', role_grant_id, asked)
  return done(role_grant_id)
}

/** Ends a granted role at once. Gives whether anything ended: a grant at a unit that is not the actor's to administer, or their own, stays. */
export async function endGrant(tx: Tx, actor: Actor, role_grant_id: number): Promise<Outcome<boolean>> {
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
