import { query } from '../../../platform/database/index.ts'

export type NamedUnit = { key: string; name: string; unit_kind: string }

/** Units by their keys, as they are called on a day or were on their last one. */
export const listNamed = query<{ units: string[]; day: string }, NamedUnit>(`
  select u.key, v.name, v.unit_kind
    from unit u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(u.unit_id, :day::date, recorded_now())
   where u.key = any (:units::text[])`)
