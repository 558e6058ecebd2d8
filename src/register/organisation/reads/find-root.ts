import { query } from '../../../platform/database/index.ts'

/**
 * The unit with which a register was begun in a hierarchy: the first that ever stood under none, by its name on a day,
 * or the last it had. At most one row.
 */
export const findRoot = query<{ hierarchy: string; day: string }, { key: string; name: string; unit_kind: string }>(`
  select u.key, v.name, v.unit_kind
    from unit u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded)
                       and v.valid @> last_day_alive(u.unit_id, :day::date, recorded_now())
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = :hierarchy
   where not exists (select from placement p where p.unit_id = u.unit_id and p.hierarchy = :hierarchy and is_open(p.recorded))
   order by u.recorded_at, u.unit_id
   limit 1`)
