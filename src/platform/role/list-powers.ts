import { query } from '../database/index.ts'
import type { GrantedRole } from './grant-role.ts'
import type { Role } from './policies.ts'

export type UnitRow = { unit_id: number; key: string; name: string }
/** A party unit with those directly under it, itself first. */
export const listUnitsHere = query<{ unit: string; day: string }, UnitRow>(`
  select u.unit_id, u.key, v.name
    from unit root
    join lateral (select root.unit_id, 0 as place
                  union all
                  select p.unit_id, 1 from placement p
                   where p.hierarchy = 'party' and p.parent_id = root.unit_id and p.valid @> :day::date and upper(p.recorded) = 'infinity') b on true
    join unit u         on u.unit_id = b.unit_id
    join unit_version v on v.unit_id = u.unit_id and v.valid @> last_day_alive(u.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   where root.key = :unit
   order by b.place, v.name collate "vi-x-icu"`)

export type GrantRow = {
  role_grant_id: number
  person_id: number
  full_name: string
  role: GrantedRole
  unit_name: string
  since: string
  until: string | null
  instrument: string | null
  /** How many there are in all. */
  of: number
}
/**
 * The roles granted at a unit and directly under it that are not over; `until` is the last day. Those whom one does not
 * administer are not among them.
 */
export const listGrants = query<{ unit_ids: number[]; day: string; most: number }, GrantRow>(`
  select g.role_grant_id, g.person_id, p.full_name, g.role, v.name as unit_name, lower(g.valid)::text as since,
         case when upper(g.valid) < 'infinity' then (upper(g.valid) - 1)::text end as until, i.number as instrument,
         count(*) over ()::int as of
    from role_grant g
    join person_version p  on p.person_id = g.person_id and upper(p.recorded) = 'infinity'
    join unit_version v    on v.unit_id = g.unit_id and v.valid @> last_day_alive(g.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
    left join instrument i on i.instrument_id = g.instrument_id
   where g.unit_id = any (:unit_ids::integer[]) and upper(g.valid) > :day::date and upper(g.recorded) = 'infinity'
   order by v.name collate "vi-x-icu", g.role, p.full_name collate "vi-x-icu"
   limit :most`)

export type Lendable = { role: Role; unit_id: number; unit_name: string }
/** What somebody holds of themselves and may lend. */
export const listLendable = query<{ person_id: number; day: string }, Lendable>(`
  select o.role, o.unit_id, v.name as unit_name
    from roles_held(:person_id::bigint, :day::date, recorded_now()) o
    join role_act a     on o.giver_id is null and a.role = o.role and a.noun = 'delegation' and a.act = 'give'
    join unit_version v on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   order by o.role, v.name collate "vi-x-icu"`)

export type LentRow = {
  delegation_id: number
  full_name: string
  role: Role
  unit_name: string
  acts: string[] | null
  since: string
  until: string
}
/** What somebody has lent that is not over; `until` is the last day. */
export const listLent = query<{ person_id: number; day: string }, LentRow>(`
  select d.delegation_id, p.full_name, d.role, v.name as unit_name, d.acts, lower(d.valid)::text as since, (upper(d.valid) - 1)::text as until
    from delegation d
    join person_version p on p.person_id = d.receiver_id and upper(p.recorded) = 'infinity'
    join unit_version v   on v.unit_id = d.unit_id and v.valid @> last_day_alive(d.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   where d.giver_id = :person_id and upper(d.valid) > :day::date and upper(d.recorded) = 'infinity'
   order by lower(d.valid), p.full_name collate "vi-x-icu"`)

export type FoundPerson = { person_id: number; full_name: string; unit_name: string; above_name: string | null }
/** How many a search shows. */
export const most_people = 20

/**
 * Those whom who asks may read, by name, with or without marks; at most `most_people`, and not oneself. Those first
 * whose given name is what is looked for.
 */
export const findPeople = query<{ name: string; day: string; asking: number }, FoundPerson>(`
  with shown as materialized (
         select p.person_id, p.full_name, m.unit_id
           from membership m
           join person_version p on p.person_id = m.person_id and upper(p.recorded) = 'infinity'
          where m.valid @> :day::date and upper(m.recorded) = 'infinity' and m.person_id <> :asking
            and folded(p.full_name) like '%' || folded(:name) || '%'
          order by folded(p.full_name) like '% ' || folded(:name) desc, p.full_name collate "vi-x-icu", p.person_id
          limit ${most_people})
  select s.person_id, s.full_name, v.name as unit_name,
         (select w.name
            from placement q
            join unit_version w on w.unit_id = q.parent_id and w.valid @> last_day_alive(q.unit_id, :day::date, recorded_now()) and upper(w.recorded) = 'infinity'
           where q.unit_id = s.unit_id and q.hierarchy = 'party' and q.valid @> last_day_alive(q.unit_id, :day::date, recorded_now())
             and upper(q.recorded) = 'infinity') as above_name
    from shown s
    join unit_version v on v.unit_id = s.unit_id and v.valid @> last_day_alive(s.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   order by folded(s.full_name) like '% ' || folded(:name) desc, s.full_name collate "vi-x-icu", s.person_id`)

/** The instrument of a number; the latest where several issuers used it. */
export const findInstrument = query<{ number: string }, { instrument_id: number }>(`
  select instrument_id from instrument where number = :number and upper(recorded) = 'infinity' order by signed_on desc limit 1`)
