-- The tiles of U's map as it was last drawn by the day, each with its unit and what it stands under.
select u.key, v.name, v.unit_kind, pv.name as parent_name, pv.unit_kind as parent_kind, t.map_column, t.map_row
  from map_tile t
  join unit u               on u.unit_id = t.unit_id
  join unit_version v       on v.unit_id = t.unit_id and v.valid @> :valid_as_of::date and v.recorded @> :recorded_as_of::timestamptz
  left join placement p     on p.unit_id = t.unit_id and p.hierarchy = 'territory'
                           and p.valid @> :valid_as_of::date and p.recorded @> :recorded_as_of::timestamptz
  left join unit_version pv on pv.unit_id = p.parent_id
                           and pv.valid @> :valid_as_of::date and pv.recorded @> :recorded_as_of::timestamptz
 where t.drawn_from = (select max(drawn_from) from map_tile where drawn_from <= :valid_as_of::date)
 order by t.map_row, t.map_column
