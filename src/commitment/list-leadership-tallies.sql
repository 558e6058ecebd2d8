-- Tenures of leadership posts that overlap a year, and those of them with an approved plan, by branch directly under U.
select u.key, v.name, sum(t.tenures) as tenures, sum(t.planned) as planned
  from branches('party', (select unit_id from unit where key = :unit), least(:valid_as_of, make_date(:year, 12, 31)), :recorded_as_of) b
  join leadership_tally t on t.year = :year::int and t.unit_id = b.unit_id
                         and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
  join unit u             on u.unit_id = b.branch_id
  join unit_version v     on v.unit_id = b.branch_id and v.valid @> least(:valid_as_of::date, make_date(:year, 12, 31))
                         and v.recorded @> :recorded_as_of::timestamptz
 group by u.key, v.name
 order by u.key
