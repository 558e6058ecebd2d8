import { query } from '../../../platform/database/index.ts'

/** What stands above a unit on a day, the top first. */
export const listAbove = query<{ unit_id: number; hierarchy: string; day: string }, { key: string; name: string; unit_kind: string }>(`
  with recursive above (unit_id, depth) as (
         select :unit_id::integer, 0
          union all
         select p.parent_id, a.depth + 1
           from above a
           join placement p on p.unit_id = a.unit_id and p.hierarchy = :hierarchy and p.valid @> :day::date and is_open(p.recorded)
          where a.depth < 30)
  select u.key, v.name, v.unit_kind
    from above a
    join unit u         using (unit_id)
    join unit_version v on v.unit_id = a.unit_id and is_open(v.recorded) and v.valid @> :day::date
   where a.depth > 0
   order by a.depth desc`)
