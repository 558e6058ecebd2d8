-- Whoever may be named now, with the consents that are in force and what they have let be told.
select c.consent_id, c.exemplar_id, c.scope, e.kind, true as is_in_force, p.name,
       s.story_vi, s.story_en
  from exemplar_profile p
  join exemplar e on e.exemplar_id = p.exemplar_id and is_open(e.recorded)
  join consent c on c.exemplar_id = p.exemplar_id and is_open(c.recorded) and c.scope <> 'notice'
                and has_consent(c.exemplar_id, c.scope)
  left join exemplar_story s on c.scope = 'story' and s.exemplar_id = p.exemplar_id and is_open(s.recorded)
 where is_open(p.recorded)
   and (:wanted::text is null or folded(p.name) like '%' || folded(:wanted) || '%')
   and (:exemplar_id::bigint is null or p.exemplar_id = :exemplar_id::bigint)
 order by p.name collate "vi-x-icu", p.exemplar_id, c.scope
 limit :limit
