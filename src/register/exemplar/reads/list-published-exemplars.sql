-- Exemplars that may be named: consent in the scope «name» in force on the day, as the register knew it, and (by the
-- policy of the profile) at this moment.
-- The story only with consent in its own scope; the place only with consent in its own.
select 'exemplar-' || e.exemplar_id as key, e.kind, e.field, f.name_vi as field_vi, f.name_en as field_en, p.name,
       s.story_vi, s.story_en, u.key as place, v.name as place_name, v.unit_kind as place_kind,
       r.level, r.form, r.achievement, r.decided_on, i.number as instrument
  from exemplar e
  join field f             using (field)
  join exemplar_profile p  on p.exemplar_id = e.exemplar_id and upper(p.recorded) = 'infinity'
  join consent c           on c.exemplar_id = e.exemplar_id and c.scope = 'name' and c.valid @> :valid_as_of::date
                          and c.recorded @> :recorded_as_of::timestamptz
  join lateral (
       select a.level, a.form, a.achievement, a.decided_on, a.instrument_id
         from recognition a
        where a.exemplar_id = e.exemplar_id and a.decided_on <= :valid_as_of::date
          and a.recorded @> :recorded_as_of::timestamptz
          and (a.revoked_on is null or a.revoked_on > :valid_as_of::date)
        order by a.decided_on desc, a.recognition_id desc
        limit 1) r on true
  join instrument i        on i.instrument_id = r.instrument_id
  left join exemplar_story s on s.exemplar_id = e.exemplar_id and upper(s.recorded) = 'infinity'
                          and exists (select from consent t where t.exemplar_id = e.exemplar_id and t.scope = 'story'
                                                              and t.valid @> :valid_as_of::date
                                                              and t.recorded @> :recorded_as_of::timestamptz)
  left join unit u         on u.unit_id = e.unit_id
                          and exists (select from consent t where t.exemplar_id = e.exemplar_id and t.scope = 'place'
                                                              and t.valid @> :valid_as_of::date
                                                              and t.recorded @> :recorded_as_of::timestamptz)
  left join unit_version v on v.unit_id = u.unit_id and v.valid @> r.decided_on
                          and v.recorded @> :recorded_as_of::timestamptz
 where e.recorded @> :recorded_as_of::timestamptz
 order by r.decided_on desc, e.exemplar_id
