-- The units directly under another on a day, or those that stand under none where no unit is named; each with how many
-- stand directly under it.
select u.key, v.code, v.name, v.unit_kind, k.name_vi as kind_vi, k.name_en as kind_en, k.hierarchy,
       (select count(*)::int from placement b
         where b.hierarchy = k.hierarchy and b.parent_id = v.unit_id and b.valid @> :day::date and is_open(b.recorded))
       as below
  from unit_version v
  join unit u      using (unit_id)
  join unit_kind k using (unit_kind)
  left join placement p on p.unit_id = v.unit_id and p.hierarchy = k.hierarchy and p.valid @> :day::date
                       and is_open(p.recorded)
 where v.valid @> :day::date and is_open(v.recorded)
   and p.parent_id is not distinct from (select unit_id from unit where key = :unit::text)
   and (:unit::text is null or p.parent_id is not null)
 order by k.hierarchy, k.rank, v.name collate "vi-x-icu", u.key
 limit :most
