-- A unit by its key as it was on a day, or on its last day before it; where it stands among the kinds; and at which
-- party unit it is judged what is founded under it, and what it is called.
select u.unit_id, u.key, v.code, v.name, v.unit_kind, k.name_vi as kind_vi, k.name_en as kind_en, k.hierarchy, k.rank,
       pu.key as place, pv.name as place_name, pv.unit_kind as place_kind,
       d.day, d.day = :day::date as is_alive, lower(v.valid) as since, upper(v.valid) as until,
       judged_at(u.unit_id) as founds_at, coalesce(judged_at(above.parent_id), judged_at(u.unit_id)) as named_at
  from unit u
 cross join lateral (select last_day_alive(u.unit_id, :day, recorded_now()) as day) d
  join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded) and v.valid @> d.day
  join unit_kind k using (unit_kind)
  left join unit pu         on pu.unit_id = v.place_id
  left join unit_version pv on pv.unit_id = v.place_id and is_open(pv.recorded)
                           and pv.valid @> last_day_alive(v.place_id, :day, recorded_now())
  left join placement above on above.unit_id = u.unit_id and above.hierarchy = k.hierarchy and is_open(above.recorded)
                           and above.valid @> d.day
 where u.key = :unit
