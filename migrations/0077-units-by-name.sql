-- organisation/: what a unit is called on a day, for the reads that end in a name. Each is looked up by itself: as a join, all units there are may be read for a few.
create function unit_named(of_unit integer, on_day date, known_at timestamptz) returns table (key text, name text) language sql stable parallel safe rows 1 as $$
  select u.key, v.name
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> on_day and v.recorded @> known_at
   where u.unit_id = of_unit
  offset 0
$$;
