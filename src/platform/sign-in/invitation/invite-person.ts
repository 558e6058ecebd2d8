import { CompiledQuery } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Db } from '../../database/index.ts'
import { may, mayRestore, type Standing, standingOf } from '../../role/index.ts'
import { newPrintedCode } from '../means/one-time-codes.ts'
import type { AccessCode } from '../problem-words.ts'
import { look } from '../session/look.ts'
import { addInvitation } from './add-invitation.ts'

/** How many a search shows. */
export const most_found = 50

/** A sheet to be handed over: shown once, for the register keeps only the digest of its code. */
export type Invitation = {
  code: string
  person_id: number
  full_name: string
  sign_in_name: string
  unit_name: string
  above_name: string | null
  expires_at: string
  /** Whether it opens nothing before a second person has confirmed it. */
  needs_second: boolean
}
/**
 * Somebody of an administrator's units. `is_covered`: whether their reach covers all that this person holds, so that
 * they may invite them. `has_come`: their account is open; until then `email` is where their invitation can go.
 */
export type Invitable = {
  person_id: number
  full_name: string
  unit_id: number
  unit: string
  unit_name: string
  above_name: string | null
  sign_in_name: string | null
  needs_second: boolean
  is_covered: boolean
  has_come: boolean
  email: string | null
}

/**
 * A one-time code on paper, for somebody who has no account yet or has lost the means of theirs. It replaces the code
 * before it. The administrator learns no password and sets none. Where the person holds a role, or has opened their
 * account before, it waits for a second person; the person and the head of their unit are told. Refusals: `not-yours`
 * (nobody of the administrator's units, or themselves), `beyond-reach` (they hold a role that reaches further).
 */
export async function invitePerson(
  database: Pick<Database, 'kysely'>,
  actor: Actor,
  { person_id }: { person_id: number },
  now: Date,
): Promise<Outcome<Invitation, AccessCode>> {
  const code = newPrintedCode()
  return change(database, actor, async tx => {
    const found = await findToInvite(tx, actor, person_id, now)
    if (!found.ok) return found
    const { sign_in_name, expires_at } = await addInvitation(tx, actor, { person: found.value, code }, now)
    const { full_name, unit_name, above_name, needs_second } = found.value
    return done({ code, person_id, full_name, unit_name, above_name, needs_second, sign_in_name, expires_at })
  })
}

/** Somebody whom this administrator may invite. Refusals: `not-yours`, `beyond-reach`. */
export async function findToInvite(
  db: Db,
  { person_id: asking }: Pick<Actor, 'person_id'>,
  person_id: number,
  now: Date,
): Promise<Outcome<Invitable, AccessCode>> {
  const [person] = asking === null ? [] : await listInvitableBy(db, asking, { person_id }, now)
  if (!person) return refused({ code: 'not-yours', field: 'person_id' })
  return person.is_covered ? done(person) : refused({ code: 'beyond-reach', field: 'person_id' })
}

type Row = Omit<Invitable, 'is_covered'> & { reached: number[] }

/**
 * The people of an administrator's units, by name; at most `most_found`, those first whose given name is what is looked
 * for.
 */
export async function listInvitable(
  database: Pick<Database, 'kysely'>,
  { person_id: asking }: Pick<Actor, 'person_id'>,
  { name }: { name: string },
  now: Date,
): Promise<Invitable[]> {
  if (asking === null) return []
  return look(database, { person_id: asking }, db => listInvitableBy(db, asking, { name }, now))
}

async function listInvitableBy(
  db: Db,
  asking: number,
  { name = '', person_id = null }: { name?: string; person_id?: number | null },
  now: Date,
): Promise<Invitable[]> {
  const standing = await standingOf(db, asking, dayOf(now))
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(invitable, [dayOf(now), unitsOf(standing), name, person_id, most_found]))
  return rows
    .filter(row => may(standing, 'account', 'invite', row).allowed)
    .map(({ reached, ...row }) => ({ ...row, is_covered: mayRestore(standing, 'invite', { ...row, reached }) }))
}

/**
 * Whose name it is comes first, then what else is asked of so few. «is true»: the units are looked up in a hash, not
 * joined; behind the policies the planner takes tens of thousands of members for a few, and would walk through them for
 * each.
 */
const invitable = `
  with here as materialized (
         select m.person_id, m.unit_id
           from membership m
          where m.valid @> $1::date and upper(m.recorded) = 'infinity'
            and ($4::bigint is null or m.person_id = $4)
            and (m.unit_id in (select unnest($2::integer[]))) is true),
       shown as (
         select h.person_id, h.unit_id, p.full_name
           from here h
           join person_version p on p.person_id = h.person_id and upper(p.recorded) = 'infinity'
          where folded(p.full_name) like '%' || folded($3) || '%'
          order by folded(p.full_name) like '% ' || folded($3) desc, p.full_name collate "vi-x-icu", h.person_id
          limit $5)
  select s.person_id, s.full_name, s.unit_id, u.key as unit, v.name as unit_name, a.sign_in_name, c.has_come,
         case when not c.has_come then k.email end as email,
         needs_second(s.person_id) as needs_second, array(select r.unit_id from reached_by(s.person_id) r) as reached,
         (select w.name
            from placement q
            join unit_version w on w.unit_id = q.parent_id and w.valid @> last_day_alive(q.unit_id, $1::date, recorded_now()) and upper(w.recorded) = 'infinity'
           where q.unit_id = s.unit_id and q.hierarchy = 'party' and q.valid @> last_day_alive(q.unit_id, $1::date, recorded_now())
             and upper(q.recorded) = 'infinity') as above_name
    from shown s
   cross join lateral coming_of(s.person_id) c
    join unit u         on u.unit_id = s.unit_id
    join unit_version v on v.unit_id = s.unit_id and v.valid @> last_day_alive(s.unit_id, $1::date, recorded_now()) and upper(v.recorded) = 'infinity'
    left join account a on a.person_id = s.person_id and upper(a.recorded) = 'infinity'
    left join contact k on k.person_id = s.person_id and upper(k.recorded) = 'infinity'
   order by folded(s.full_name) like '% ' || folded($3) desc, s.full_name collate "vi-x-icu", s.person_id`

function unitsOf({ held }: Standing): number[] {
  return held.filter(({ role }) => role === 'administrator').flatMap(({ reach }) => [...reach])
}
