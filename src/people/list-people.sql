-- Who is today in a unit and all below it (the cells that were merged into those are among them), whose name holds the words, with or without marks; by the given name, last.
select m.person_id, p.full_name, m.kind, u.key as unit, v.name as unit_name, h.posts, count(*) over ()::int as total
  from unit root
 cross join lateral answering('party', root.unit_id, :day, now()) a
  join membership m     on m.unit_id = a.unit_id and m.valid @> :day::date and upper(m.recorded) = 'infinity'
  join person_version p on p.person_id = m.person_id and upper(p.recorded) = 'infinity'
  join unit u           on u.unit_id = m.unit_id
  join unit_version v   on v.unit_id = m.unit_id and v.valid @> last_day_alive(m.unit_id, :day, now()) and upper(v.recorded) = 'infinity'
  left join lateral (select string_agg(q.title, ', ' order by q.is_head desc, q.title) as posts
                       from tenure t join post q using (post_id)
                      where t.person_id = m.person_id and t.valid @> :day::date and upper(t.recorded) = 'infinity') h on true
 where root.key = :unit and folded(p.full_name) like '%' || folded(:name) || '%'
 order by regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu", m.person_id
 limit :most offset :after
