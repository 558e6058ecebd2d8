import { query } from '../../../platform/database/index.ts'
import type { SenderPlace } from '../indicator.ts'

/** The places where units under `:unit_id` work on `:day`, of those for which who asks may send. */
export const sender_places = `
    select distinct v.place_id
      from reach_kept(:unit_id::integer, :day::date, recorded_now()) r
      join unit_version v on v.unit_id = r.unit_id and is_open(v.recorded)
     where v.place_id in (select p.place_id from places_of_sender() p)`

/** The places where units under a unit work, as they were called in each time; of those for which who asks may send. */
export const listSenderPlaces = query<{ unit_id: number; day: string }, SenderPlace>(`
  with place as materialized (${sender_places})
  select v.unit_id as place_id, u.key, v.code, v.name, k.name_vi as kind, lower(v.valid)::text as since,
         case when upper(v.valid) < 'infinity' then upper(v.valid)::text end as until
    from place p
    join unit u         on u.unit_id = p.place_id
    join unit_version v on v.unit_id = p.place_id and is_open(v.recorded)
    join unit_kind k    using (unit_kind)
   order by v.unit_id, lower(v.valid)`)
