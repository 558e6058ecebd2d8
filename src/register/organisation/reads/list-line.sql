-- A unit and all above it, the top first, as they stood on its last day up to the day asked.
with recursive line (unit_id, day, depth) as (
       select u.unit_id, last_day_alive(u.unit_id, :valid_as_of, :recorded_as_of), 0
         from unit u
        where u.key = :unit
       union all
       select p.parent_id, l.day, l.depth + 1
         from line l
         join placement p on p.unit_id = l.unit_id and p.hierarchy = :hierarchy
                         and p.valid @> l.day and p.recorded @> :recorded_as_of::timestamptz
        where l.depth < 30
     )
select u.key, l.day
  from line l
  join unit u using (unit_id)
 where l.day is not null
 order by l.depth desc
