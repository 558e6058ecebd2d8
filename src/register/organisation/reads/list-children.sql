-- The units directly under another on a day.
select u.key
  from placement p
  join unit u using (unit_id)
 where p.parent_id = (select unit_id from unit where key = :unit) and p.hierarchy = :hierarchy
   and p.valid @> :valid_as_of::date and p.recorded @> :recorded_as_of::timestamptz
 order by u.key
