-- What was revised, and what came with a note, of one indicator in the places of U: of the months of a year and the two
-- before it, the newest first. `stood`: the value that a revision took the place of. A place counts in the months on
-- whose last day it belonged to U.
with members as materialized (
  select d.unit_id, d.since, d.until
    from members_during('territory', (select unit_id from unit where key = :unit), make_date(:year::integer - 2, 1, 1),
                        least(make_date(:year::integer, 12, 31), :valid_as_of::date), :recorded_as_of::timestamptz) d
), noted as (
  select v.indicator_value_id, v.indicator_id, v.place_id, v.month,
         (v.month + interval '1 month - 1 day')::date as last_day,
         v.quantity, v.note, lower(v.recorded) as recorded_at, i.measure, count(*) over ()::int as of_all
    from indicator i
    join indicator_value v on v.indicator_id = i.indicator_id
    join members d         on d.unit_id = v.place_id
                          and v.month + interval '1 month - 1 day' >= d.since
                          and v.month + interval '1 month - 1 day' < d.until
   where i.key = :kind and i.recorded @> :recorded_as_of::timestamptz
     and v.month between make_date(:year::integer - 2, 1, 1) and least(make_date(:year::integer, 12, 31),
                                                                       :valid_as_of::date)
     and lower(v.recorded) <= :recorded_as_of::timestamptz
     and (v.note is not null or exists (
           select from indicator_value b
            where b.indicator_id = v.indicator_id and b.place_id = v.place_id and b.month = v.month
              and upper(b.recorded) <= lower(v.recorded)))
   order by recorded_at desc, v.indicator_value_id desc
   limit :most
)
select to_char(n.month, 'YYYY-MM') as month, k.name_vi || ' ' || p.name as place_name, n.quantity, n.measure, n.note,
       n.recorded_at, n.of_all,
       (select b.quantity
          from indicator_value b
         where b.indicator_id = n.indicator_id and b.place_id = n.place_id and b.month = n.month
           and upper(b.recorded) <= n.recorded_at
         order by upper(b.recorded) desc
         limit 1) as stood
  from noted n
  join unit_version p on p.unit_id = n.place_id and is_open(p.recorded) and p.valid @> n.last_day
  join unit_kind k    using (unit_kind)
 order by n.recorded_at desc, n.indicator_value_id desc
