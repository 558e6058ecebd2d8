-- Exemplars that may be named and told today: row-level security shows a name and a story only while consent in that scope is in force.
-- The place has the name it had last; each with its first standing recognition, newest first.
select e.exemplar_id as key, p.name, e.kind, e.field, f.name_vi as field_vi, f.name_en as field_en, v.name as place, v.unit_kind as place_kind,
       s.story_vi, s.story_en, min(r.decided_on) as decided_on
  from exemplar e
  join exemplar_profile p using (exemplar_id)
  join exemplar_story s   using (exemplar_id)
  join field f            using (field)
  join recognition r      on r.exemplar_id = e.exemplar_id and r.revoked_on is null
                         and r.decided_on <= :valid_as_of::date and r.recorded @> :recorded_as_of::timestamptz
  left join lateral (
       select last.name, last.unit_kind
         from unit_version last
        where last.unit_id = e.unit_id and lower(last.valid) <= :valid_as_of::date and last.recorded @> :recorded_as_of::timestamptz
        order by last.valid desc
        limit 1) v on has_consent(e.exemplar_id, 'place')
 where e.recorded @> :recorded_as_of::timestamptz
   and upper(p.recorded) = 'infinity'
   and upper(s.recorded) = 'infinity'
   and has_consent(e.exemplar_id, 'name')
   and has_consent(e.exemplar_id, 'story')
 group by e.exemplar_id, p.name, e.kind, e.field, f.name_vi, f.name_en, v.name, v.unit_kind, s.story_vi, s.story_en
 order by decided_on desc, e.exemplar_id
 limit :most
