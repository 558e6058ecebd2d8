-- A party unit of a day with those directly under it, by rank and name; whether people are in it themselves.
select u.unit_id, u.key, v.name, k.rank >= 3 as takes_members, u.key = :unit as is_root
  from unit root
  join lateral (select root.unit_id
                union all
                select p.unit_id from placement p
                 where p.hierarchy = 'party' and p.parent_id = root.unit_id and p.valid @> :day::date
                   and upper(p.recorded) = 'infinity') b on true
  join unit u         on u.unit_id = b.unit_id
  join unit_version v on v.unit_id = u.unit_id and v.valid @> last_day_alive(u.unit_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
  join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
 where root.key = :unit
 order by is_root desc, k.rank, v.name collate "vi-x-icu"
