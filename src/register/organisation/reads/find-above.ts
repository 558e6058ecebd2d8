import { query } from '../../../platform/database/index.ts'

/** The party unit directly above another on a day; at most one row. */
export const findAbove = query<{ unit: string; day: string }, { unit_id: number; key: string; name: string }>(`
  select p.parent_id as unit_id, a.key, v.name
    from unit u
    join placement p    on p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> :day::date and upper(p.recorded) = 'infinity'
    join unit a         on a.unit_id = p.parent_id
    join unit_version v on v.unit_id = p.parent_id and v.valid @> :day::date and upper(v.recorded) = 'infinity'
   where u.key = :unit`)
