-- What is measured, as the register knew it at an instant.
select i.indicator_id, i.key, i.name_vi, i.name_en, i.measure, b.key as base, i.direction, i.due_day, i.plausible_most
  from indicator i
  left join indicator b on b.indicator_id = i.base_id
 where i.recorded @> :recorded_as_of::timestamptz
 order by i.indicator_id
