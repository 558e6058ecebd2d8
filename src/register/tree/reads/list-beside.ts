import { query } from '../../../platform/database/index.ts'
import type { UnitBeside } from '../list/compare-units.ts'

/** The units of a hierarchy that stand today, and which of them are a unit or stand under it. */
export const listBeside = query<{ unit_id: number; hierarchy: string; day: string }, UnitBeside>(`
  with below as materialized (select s.unit_id from subtree(:hierarchy, :unit_id, :day, recorded_now()) s)
  select u.key, v.name, v.code, v.unit_kind, pu.key as parent, b.unit_id is not null as is_below
    from unit_version v
    join unit u          using (unit_id)
    join unit_kind k     on k.unit_kind = v.unit_kind and k.hierarchy = :hierarchy
    left join placement p on p.unit_id = v.unit_id and p.hierarchy = :hierarchy and p.valid @> :day::date and is_open(p.recorded)
    left join unit pu     on pu.unit_id = p.parent_id
    left join below b     on b.unit_id = v.unit_id
   where v.valid @> :day::date and is_open(v.recorded)`)
