-- Units of all days, but for cells, whose kind and name, without marks, hold all the words that were typed, each as it
-- was called last; first those that are called just so, then those that are still there. What was typed in place of a
-- name may be its key.
with asked as (
       select folded(:words) as words,
              (select array_agg('% ' || replace(replace(w, '%', ''), '_', '') || ' %')
                 from regexp_split_to_table(folded(trim(:words)), '\s+') w) as parts),
named as (
       select distinct on (v.unit_id) v.unit_id, v.name, v.unit_kind, k.name_vi as kind_vi, k.name_en as kind_en,
              k.hierarchy, k.rank,
              folded(v.name) = a.words or folded(k.name_vi || ' ' || v.name) = a.words as is_exact
         from asked a
         join unit_version v on is_open(v.recorded)
         join unit_kind k    using (unit_kind)
        where v.unit_kind <> 'cell' and folded(' ' || k.name_vi || ' ' || v.name || ' ') like all (a.parts)
        order by v.unit_id, upper(v.valid) desc)
select u.key, n.name, n.unit_kind, n.kind_vi, n.kind_en, n.hierarchy, n.rank, n.is_exact, d.day,
       d.day = :day::date as is_alive,
       l.since, l.until, above.name as parent_name, above.unit_kind as parent_kind
  from named n
  join unit u using (unit_id)
 cross join lateral (select last_day_alive(n.unit_id, :day::date, recorded_now()) as day) d
 cross join lateral (select min(lower(v.valid)) as since, max(upper(v.valid)) as until from unit_version v
                      where v.unit_id = n.unit_id and is_open(v.recorded)) l
  left join lateral (
       select pv.name, pv.unit_kind
         from placement p
         join unit_version pv on pv.unit_id = p.parent_id and pv.valid @> d.day and is_open(pv.recorded)
        where p.unit_id = n.unit_id and p.hierarchy = n.hierarchy and p.valid @> d.day and is_open(p.recorded)) above
       on true
 order by n.is_exact desc, d.day = :day::date desc, n.rank, length(n.name), n.name collate "vi-x-icu", u.key
 limit :most
