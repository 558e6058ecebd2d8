import { query } from '../../../platform/database/index.ts'
import type { Way } from '../indicator.ts'

/** A delivery of a unit: when, how, by whom, and how many values it wrote. */
export type Delivery = {
  indicator_delivery_id: number
  received_at: string
  way: Way
  file_name: string | null
  by: string
  key_name: string | null
  n: number
}

/** The newest deliveries of a unit. */
export const listDeliveries = query<{ unit_id: number }, Delivery>(`
  select d.indicator_delivery_id, d.received_at, d.way, d.file_name, name_of(d.sent_by) as by, k.name as key_name,
         count(v.indicator_value_id)::int as n
    from indicator_delivery d
    left join indicator_key k   using (indicator_key_id)
    left join indicator_value v using (indicator_delivery_id)
   where d.unit_id = :unit_id
   group by d.indicator_delivery_id, k.name
   order by d.received_at desc
   limit 20`)
