-- What is known of a person now, with the cells they were in and the posts they held.
select p.person_id, p.person_version_id as version, p.full_name, coalesce(p.birth_date::text, '') as birth_date,
       coalesce(p.gender, '') as gender,
       coalesce(p.ethnicity, '') as ethnicity, c.unit, c.unit_id, c.unit_name, c.kind, c.since,
       (select coalesce(jsonb_agg(jsonb_build_object('unit_name', v.name, 'kind', m.kind, 'since', lower(m.valid),
                                                     'until', nullif(upper(m.valid), 'infinity'), 'reason', e.reason)
                                  order by lower(m.valid) desc), '[]')
          from membership m
          join unit_version v        on v.unit_id = m.unit_id
                                    and v.valid @> last_day_alive(m.unit_id, :day, recorded_now())
                                    and upper(v.recorded) = 'infinity'
          left join membership_end e on e.membership_id = m.membership_id and upper(e.recorded) = 'infinity'
         where m.person_id = p.person_id and upper(m.recorded) = 'infinity') as memberships,
       (select coalesce(jsonb_agg(jsonb_build_object('tenure_id', t.tenure_id, 'post_id', t.post_id,
                                                     'unit_id', q.unit_id, 'title', q.title, 'unit_name', v.name,
                                                     'since', lower(t.valid),
                                                     'until', nullif(upper(t.valid), 'infinity'),
                                                     'instrument', i.number) order by lower(t.valid) desc), '[]')
          from tenure t
          join post q            using (post_id)
          join unit_version v    on v.unit_id = q.unit_id
                                and v.valid @> last_day_alive(q.unit_id, :day, recorded_now())
                                and upper(v.recorded) = 'infinity'
          left join instrument i on i.instrument_id = t.instrument_id
         where t.person_id = p.person_id and upper(t.recorded) = 'infinity') as tenures
  from person_version p
  left join lateral (select u.key as unit, u.unit_id, v.name as unit_name, m.kind, lower(m.valid)::text as since
                       from membership m
                       join unit u         on u.unit_id = m.unit_id
                       join unit_version v on v.unit_id = m.unit_id
                                          and v.valid @> last_day_alive(m.unit_id, :day, recorded_now())
                                          and upper(v.recorded) = 'infinity'
                      where m.person_id = p.person_id and m.valid @> :day::date and upper(m.recorded) = 'infinity') c
       on true
 where p.person_id = :person_id and upper(p.recorded) = 'infinity'
