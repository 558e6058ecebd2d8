import { query } from '../../../platform/database/index.ts'

/**
 * The unit with which a register was begun in a hierarchy: the first that ever stood under none, by its name on a day,
 * or the last it had. At most one row.
 */
export const findRoot = query<{ hierarchy: string; day: string }, { key: string; name: string; unit_kind: string }>(`
  with under_none as materialized (
    -- Few, and first: on which day a unit lived last is asked of these alone.
    select u.unit_id, u.key, u.recorded_at
      from unit u
     where u.unit_id not in (select p.unit_id from placement p where p.hierarchy = :hierarchy and is_open(p.recorded))
  )
  select u.key, v.name, v.unit_kind
    from under_none u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded)
                       and v.valid @> last_day_alive(u.unit_id, :day::date, recorded_now())
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = :hierarchy
   order by u.recorded_at, u.unit_id
   limit 1`)
