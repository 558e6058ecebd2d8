import { query } from '../../../platform/database/index.ts'

/** Of whom something may be found wanting: an obligation of a unit, by name. At most one row. */
export const findOwing = query<
  { obligation_id: number; unit: string; day: string },
  { obligation_id: number; unit_id: number; full_name: string; unit_name: string }
>(`
  select o.obligation_id, o.unit_id, p.full_name, v.name as unit_name
    from obligation o
    join unit u           on u.unit_id = o.unit_id and u.key = :unit
    join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
    join unit_version v   on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   where o.obligation_id = :obligation_id and upper(o.recorded) = 'infinity'`)
