-- The programme with which the register was begun, and its directive. Its years are counted from the directive's own
-- day.
select p.key, p.name_vi, p.name_en, p.started_on, i.number as instrument,
       extract(year from age(:valid_as_of::date, p.started_on))::int + 1 as programme_year
  from programme p
  join instrument i using (instrument_id)
 where p.started_on <= :valid_as_of::date and p.recorded @> :recorded_as_of::timestamptz
 order by p.programme_id
 limit 1
