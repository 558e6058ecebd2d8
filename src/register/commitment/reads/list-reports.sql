-- What was reported of a deed, the latest first, with the names of what was put beside it.
select s.deed_step_id, s.state, s.happened_on, s.reason as said,
       (select coalesce(jsonb_agg(jsonb_build_object('evidence_id', e.evidence_id, 'name', e.name,
                                                     'media_type', e.media_type) order by e.evidence_id), '[]')
          from evidence e where e.deed_step_id = s.deed_step_id and upper(e.recorded) = 'infinity') as evidence
  from deed_step s
 where s.deed_id = :deed_id and upper(s.recorded) = 'infinity'
 order by s.happened_on desc, s.deed_step_id desc
