-- Cells in which somebody may keep persons, whose name, or that of the unit above them, holds the words; with that
-- unit.
select u.key, v.name, a.name as above_name
  from units_where_may('person', 'keep') w
  join unit u         using (unit_id)
  join unit_version v on v.unit_id = w.unit_id and v.valid @> :day::date and upper(v.recorded) = 'infinity'
  join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party' and k.rank >= 3
  left join placement p    on p.unit_id = w.unit_id and p.hierarchy = 'party' and p.valid @> :day::date
                          and upper(p.recorded) = 'infinity'
  left join unit_version a on a.unit_id = p.parent_id and a.valid @> :day::date and upper(a.recorded) = 'infinity'
 where folded(v.name || ' ' || coalesce(a.name, '')) like '%' || folded(:words) || '%'
 order by a.name collate "vi-x-icu" nulls first, v.name collate "vi-x-icu"
 limit 100
