-- A unit by its key, as it was on the day or on its last day before it.
select u.unit_id, u.key, v.code, v.name, v.unit_kind, k.hierarchy, lower(v.valid) as since,
       v.valid @> :valid_as_of::date as alive
  from unit u
  join unit_version v on v.unit_id = u.unit_id and v.recorded @> :recorded_as_of::timestamptz
                     and v.valid @> last_day_alive(u.unit_id, :valid_as_of, :recorded_as_of)
  join unit_kind k using (unit_kind)
 where u.key = :unit
