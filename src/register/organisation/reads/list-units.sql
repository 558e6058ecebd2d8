-- The units of U on a day, as the register knew them, with the unit each stands under.
select u.key, v.code, v.name, v.unit_kind, pu.key as parent, pv.name as parent_name, pv.unit_kind as parent_kind,
       lower(v.valid) as since
  from members_of(:hierarchy, (select unit_id from unit where key = :unit), :valid_as_of, :recorded_as_of) m
  join unit u            using (unit_id)
  join unit_version v    on v.unit_id = u.unit_id and v.valid @> :valid_as_of::date
                        and v.recorded @> :recorded_as_of::timestamptz
  left join placement p  on p.unit_id = u.unit_id and p.hierarchy = :hierarchy
                        and p.valid @> :valid_as_of::date and p.recorded @> :recorded_as_of::timestamptz
  left join unit pu      on pu.unit_id = p.parent_id
  left join unit_version pv on pv.unit_id = p.parent_id and pv.valid @> :valid_as_of::date
                           and pv.recorded @> :recorded_as_of::timestamptz
 order by u.key
