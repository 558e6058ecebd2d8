import { query } from '../../database/index.ts'
import not_come from './list-not-come.sql?raw'

/**
 * Somebody who has not opened an account. `invited_at`, `until`: of the last invitation that was printed for them;
 * `is_open`: it still works. `email`: where their invitation can go.
 */
export type NotCome = {
  person_id: number
  unit_id: number
  full_name: string
  unit_name: string
  above_name: string | null
  invited_at: string | null
  until: string | null
  is_open: boolean
  email: string | null
}
type Asked = { unit_id: number; day: string; now: Date; most: number }

/** Who of a unit and below has not come. Ask it in the name of an administrator of that unit. */
export const listNotCome = query<Asked, NotCome>(not_come)

/** A unit of an administrator: how many belong to it and below, and the units right below. */
export type InviteUnit = {
  unit_id: number
  key: string
  name: string
  people: number
  above: (UnitBelow & { unit_id: number }) | null
  below: UnitBelow[]
}
export type UnitBelow = { key: string; name: string }

/** A unit that lives on a day, by its key. */
export const findInviteUnit = query<{ unit: string; day: string }, InviteUnit>(`
  select u.unit_id, u.key, v.name,
         (select count(*)
            from membership m
           where m.valid @> :day::date and upper(m.recorded) = 'infinity'
             and (m.unit_id in (select r.unit_id from reach_kept(u.unit_id, :day::date, recorded_now()) r)) is true)::integer as people,
         (select jsonb_build_object('unit_id', p.parent_id, 'key', n.key, 'name', n.name)
            from placement p
           cross join lateral unit_named(p.parent_id, :day::date, recorded_now()) n
           where p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> :day::date and upper(p.recorded) = 'infinity') as above,
         (select coalesce(jsonb_agg(jsonb_build_object('key', n.key, 'name', n.name) order by n.name collate "vi-x-icu"), '[]')
            from placement p
           cross join lateral unit_named(p.unit_id, :day::date, recorded_now()) n
           where p.parent_id = u.unit_id and p.hierarchy = 'party' and p.valid @> :day::date and upper(p.recorded) = 'infinity') as below
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> :day::date and upper(v.recorded) = 'infinity'
   where u.key = :unit`)
