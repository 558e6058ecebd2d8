-- The months of a year of one indicator, for all places of U, each as it belonged on the month's last day. Every
-- month that was over by the day is a row; one without a value is null, which is not zero. Only places that sent both
-- the part and its whole count for a rate.
with asked as (
  select i.indicator_id, i.name_vi, i.name_en, i.measure, i.direction, i.base_id
    from indicator i
   where i.key = :kind and i.recorded @> :recorded_as_of::timestamptz
), months as (
  select m::date as month, (m + interval '1 month - 1 day')::date as last_day
    from generate_series(make_date(:year::integer, 1, 1), make_date(:year::integer, 12, 1), interval '1 month') m
   where m + interval '1 month - 1 day' <= :valid_as_of::date
), members as materialized (
  select d.unit_id, d.since, d.until
    from members_during('territory', (select unit_id from unit where key = :unit), make_date(:year::integer, 1, 1),
                        least(make_date(:year::integer, 12, 31), :valid_as_of::date), :recorded_as_of::timestamptz) d
), sent as (
  select v.month, v.indicator_id, v.place_id, v.quantity
    from indicator_value v
    join months m  on m.month = v.month
    join members d on d.unit_id = v.place_id and m.last_day >= d.since and m.last_day < d.until
   where v.indicator_id in (select unnest(array[a.indicator_id, a.base_id]) from asked a)
     and v.recorded @> :recorded_as_of::timestamptz
)
select to_char(m.month, 'YYYY-MM') as month, a.name_vi, a.name_en, a.measure, a.direction,
       a.base_id is not null as is_part,
       sum(s.quantity) as quantity, sum(w.quantity) as whole, count(s.place_id)::int as places
  from asked a
 cross join months m
  left join sent s on s.indicator_id = a.indicator_id and s.month = m.month
                  and (a.base_id is null or exists (
                        select from sent b where b.indicator_id = a.base_id and b.month = s.month
                           and b.place_id = s.place_id))
  left join sent w on w.indicator_id = a.base_id and w.month = s.month and w.place_id = s.place_id
 group by m.month, a.name_vi, a.name_en, a.measure, a.direction, a.base_id
 order by m.month
