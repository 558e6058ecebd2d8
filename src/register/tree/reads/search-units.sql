-- Units of a day whose name, without marks, has all the words that were typed, or whose code or key is what was typed;
-- the closest names first.
with asked as (
       select folded(:words) as words,
              (select array_agg('%' || replace(replace(w, '%', ''), '_', '') || '%')
                 from regexp_split_to_table(folded(:words), '\s+') w) as parts)
select u.key, v.code, v.name, v.unit_kind, k.name_vi as kind_vi, k.name_en as kind_en, k.hierarchy, k.rank,
       above.key as parent, above.name as parent_name,
       count(*) over ()::int as total
  from asked a
  join unit_version v on v.valid @> :day::date and is_open(v.recorded)
  join unit u      using (unit_id)
  join unit_kind k using (unit_kind)
  left join lateral (
       select pu.key, pv.name
         from placement p
         join unit pu         on pu.unit_id = p.parent_id
         join unit_version pv on pv.unit_id = p.parent_id and pv.valid @> :day::date and is_open(pv.recorded)
        where p.unit_id = v.unit_id and p.hierarchy = k.hierarchy and p.valid @> :day::date
          and is_open(p.recorded)) above on true
 where (folded(v.name) like all (a.parts) or folded(v.code) = a.words or u.key = a.words)
   and (:hierarchy = '' or k.hierarchy = :hierarchy)
 order by folded(v.name) <> a.words, k.rank, length(v.name), v.name collate "vi-x-icu", u.key
 limit :most
