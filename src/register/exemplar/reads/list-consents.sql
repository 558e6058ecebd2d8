-- Consents by their numbers, with what they allow to be told now: the name, or the story, of whoever gave it. Withdrawn
-- or run out, nothing of them is told; so the policies of both tables have it as well.
select c.consent_id, c.exemplar_id, c.scope, e.kind,
       has_consent(c.exemplar_id, c.scope) as is_in_force,
       case when c.scope = 'name'  then p.name end as name,
       case when c.scope = 'story' then s.story_vi end as story_vi,
       case when c.scope = 'story' then s.story_en end as story_en
  from consent c
  join exemplar e on e.exemplar_id = c.exemplar_id and is_open(e.recorded)
  left join exemplar_profile p on p.exemplar_id = c.exemplar_id and is_open(p.recorded)
                              and has_consent(c.exemplar_id, 'name')
  left join exemplar_story s on s.exemplar_id = c.exemplar_id and is_open(s.recorded)
                            and has_consent(c.exemplar_id, 'story')
 where c.consent_id = any (:consents::bigint[])
