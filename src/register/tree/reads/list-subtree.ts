import { query } from '../../../platform/database/index.ts'

/** A unit as a list of units has it, so that what was written out can be read in again. */
export type SubtreeUnit = {
  key: string
  name: string
  kind: string
  parent: string | null
  since: string
  code: string | null
  place: string | null
}

/** A unit with all below it on a day, the upper before the lower. */
export const listSubtree = query<{ unit_id: number; hierarchy: string; day: string }, SubtreeUnit>(`
  with recursive under (unit_id, parent_id, depth, path) as (
         select :unit_id::integer, null::integer, 0, array['']::text[]
          union all
         select p.unit_id, p.parent_id, u.depth + 1, u.path || k.key
           from under u
           join placement p on p.hierarchy = :hierarchy and p.parent_id = u.unit_id and p.valid @> :day::date and is_open(p.recorded)
           join unit k on k.unit_id = p.unit_id
          where u.depth < 30)
  select u.key, v.name, k.name_vi as kind, pu.key as parent, (select min(lower(f.valid)) from unit_version f where f.unit_id = u.unit_id and is_open(f.recorded)) as since,
         v.code, l.key as place
    from under x
    join unit u         using (unit_id)
    join unit_version v on v.unit_id = x.unit_id and is_open(v.recorded) and v.valid @> :day::date
    join unit_kind k    using (unit_kind)
    left join unit pu   on pu.unit_id = x.parent_id
    left join unit l    on l.unit_id = v.place_id
   order by x.path`)
