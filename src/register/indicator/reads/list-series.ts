import { query } from '../../../platform/database/index.ts'
import { sender_places } from './list-sender-places.ts'

/** A series that an office sends: its last month and value (decimal text), and which months are missing since its first. */
export type Series = {
  indicator: string
  name_vi: string
  name_en: string
  measure: string
  place: string
  place_name: string
  last_month: string
  quantity: string
  missing: string[]
}

/** The series of the places under a unit, for which who asks may send. A month counts as missing once it is over. */
export const listSeries = query<{ unit_id: number; day: string }, Series>(`
  with place as materialized (${sender_places}),
  sent as (
    select v.indicator_id, v.place_id, min(v.month) as first_month, max(v.month) as last_month, array_agg(v.month) as months
      from indicator_value v
      join place p using (place_id)
     where is_open(v.recorded)
     group by v.indicator_id, v.place_id)
  select i.key as indicator, i.name_vi, i.name_en, i.measure, u.key as place, k.name_vi || ' ' || n.name as place_name,
         to_char(s.last_month, 'YYYY-MM') as last_month, v.quantity,
         array(select to_char(m, 'YYYY-MM')
                 from generate_series(s.first_month, date_trunc('month', least(upper(n.valid), :day::date)) - interval '1 month', interval '1 month') m
                where m::date <> all (s.months)
                order by m) as missing
    from sent s
    join indicator i       on i.indicator_id = s.indicator_id and is_open(i.recorded)
    join indicator_value v on v.indicator_id = s.indicator_id and v.place_id = s.place_id and v.month = s.last_month and is_open(v.recorded)
    join unit u            on u.unit_id = s.place_id
    join unit_version n    on n.unit_id = s.place_id and is_open(n.recorded) and n.valid @> (s.last_month + interval '1 month - 1 day')::date
    join unit_kind k       using (unit_kind)
   order by i.indicator_id, k.name_vi collate "vi-x-icu", n.name collate "vi-x-icu"`)
