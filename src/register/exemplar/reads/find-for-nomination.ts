import { query } from '../../../platform/database/index.ts'

/** A unit of the party's tree, with the name it has or had last; whether it lives on the day. */
export const findPartyUnit = query<{ unit: string; day: string }, { unit_id: number; name: string; alive: boolean }>(`
  select u.unit_id, v.name, v.valid @> :day::date as alive
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> last_day_alive(u.unit_id, :day::date, recorded_now()) and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
   where u.key = :unit`)

/** Somebody who belongs on a day to a unit, or to one below it. */
export const findMember = query<{ person_id: number; unit_id: number; day: string }, { full_name: string }>(`
  select v.full_name
    from membership m
    join person_version v on v.person_id = m.person_id and is_open(v.recorded)
   where m.person_id = :person_id::bigint and m.valid @> :day::date and is_open(m.recorded)
     and is_under(m.unit_id, 'party', :unit_id::int, :day::date, recorded_now())
   limit 1`)

/**
 * The members of a unit and of those below it, who may be put forward by name. Of a unit with more than `most` there is
 * no list: whoever is to be chosen is chosen in their own cell or organisation.
 */
export const listMembers = query<{ unit_id: number; day: string; most: number }, { person_id: number; full_name: string }>(`
  with belonging as materialized (
    select m.person_id
      from membership m
      join members_of('party', :unit_id::int, :day::date, recorded_now()) u on u.unit_id = m.unit_id
     where m.valid @> :day::date and is_open(m.recorded)
     limit :most + 1)
  select b.person_id, v.full_name
    from belonging b
    join person_version v on v.person_id = b.person_id and is_open(v.recorded)
   where (select count(*) from belonging) <= :most
   order by v.full_name collate "vi-x-icu", b.person_id`)

/** A commune, ward or township that lives on a day, by its key. */
export const findPlaceOf = query<{ place: string; day: string }, { unit_id: number }>(`
  select u.unit_id
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> :day::date and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'territory'
   where u.key = :place`)

/** The places that may be named: the units of the lowest level of the map on a day. */
export const listPlaces = query<{ day: string }, { key: string; name: string; unit_kind: string }>(`
  select u.key, v.name, v.unit_kind
    from unit_version v
    join unit u      on u.unit_id = v.unit_id
    join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'territory'
   where v.valid @> :day::date and is_open(v.recorded)
     and k.rank = (select max(x.rank) from unit_kind x where x.hierarchy = 'territory')
   order by v.name collate "vi-x-icu", u.key`)
