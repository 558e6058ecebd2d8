-- Who is today in a unit and all below it (the cells that were merged into those are among them), whose name holds the
-- words, with or without marks; by the given name, last.
with here as materialized (
       select m.person_id, m.kind, m.unit_id
         from membership m
        where m.valid @> :day::date and upper(m.recorded) = 'infinity'
              -- «is true»: looked up in a hash, not joined; behind the policies the planner takes tens of thousands of
              -- members for a few.
          and (m.unit_id in (select a.unit_id from unit root
                              cross join lateral units_by_branch('party', root.unit_id, :day, recorded_now()) a
                              where root.key = :unit)) is true),
     shown as (
       select h.person_id, h.kind, h.unit_id, p.full_name, count(*) over ()::int as total
         from here h
         join person_version p on p.person_id = h.person_id and upper(p.recorded) = 'infinity'
        where folded(p.full_name) like '%' || folded(:name) || '%'
        order by regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu", h.person_id
        limit :most offset :after)
select s.person_id, s.full_name, s.kind, u.key as unit, v.name as unit_name, s.total,
       (select string_agg(q.title, ', ' order by q.is_head desc, q.title)
          from tenure t join post q using (post_id)
         where t.person_id = s.person_id and t.valid @> :day::date and upper(t.recorded) = 'infinity') as posts
  from shown s
  join unit u         on u.unit_id = s.unit_id
  join unit_version v on v.unit_id = s.unit_id and v.valid @> last_day_alive(s.unit_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
 order by regexp_replace(s.full_name, '^.* ', '') collate "vi-x-icu", s.full_name collate "vi-x-icu", s.person_id
