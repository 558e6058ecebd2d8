-- One obligation with what its campaign asks there, and where its latest commitment stands.
select o.obligation_id, o.person_id, o.unit_id, u.key as unit, v.name as unit_name, p.full_name,
       o.campaign_id, c.year, t.opens_on, due_for(o.campaign_id, o.unit_id, :day) as due_on, t.closes_on,
       t.deeds_least, t.deeds_most, t.form_version,
       h.title as theme, x.state as exception, x.reason as exception_reason,
       d.version as draft_version, d.fields as draft, d.saved_at,
       m.commitment_id, m.version, s.state, s.happened_on, s.comment,
       coalesce(approved_text(o.obligation_id) <> m.commitment_id, false) as amends,
       r.number, r.digest, r.entered_by, r.entered_by is not null
       and k.commitment_id is null as awaits_confirmation, lower(r.recorded) as received_at,
       coalesce(l.limitation_ids, '{}') as limitation_ids, l.limitation
  from obligation o
  join campaign c       using (campaign_id)
  join campaign_terms t on t.campaign_id = o.campaign_id and upper(t.recorded) = 'infinity'
  join unit u           on u.unit_id = o.unit_id
  join unit_version v   on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, recorded_now())
                       and upper(v.recorded) = 'infinity'
  join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
  left join obligation_exception x on x.obligation_id = o.obligation_id and x.valid @> :day::date
                                  and upper(x.recorded) = 'infinity'
  left join lateral (select version, fields, saved_at from commitment_draft where obligation_id = o.obligation_id
                      order by version desc limit 1) d on true
  left join lateral (select commitment_id, version from commitment
                      where obligation_id = o.obligation_id and upper(recorded) = 'infinity' order by version desc
                      limit 1) m on true
  left join lateral (select state, happened_on, comment from commitment_step
                      where commitment_id = m.commitment_id and upper(recorded) = 'infinity'
                      order by happened_on desc, commitment_step_id desc limit 1) s on true
  left join commitment_receipt r   on r.commitment_id = m.commitment_id
  -- What was handed in keeps the theme that stood over it then.
  left join lateral (select title from theme
                      where programme_id = c.programme_id and unit_id = c.unit_id and year = c.year
                        and (upper(recorded) = 'infinity' or recorded @> lower(r.recorded))
                      order by (recorded @> lower(r.recorded)) is true desc limit 1) h on true
  left join proxy_confirmation k   on k.commitment_id = m.commitment_id
  left join lateral (select array_agg(i.limitation_id) as limitation_ids, string_agg(i.what, '; ') as limitation
                       from open_limitations(o.person_id, c.year) i) l on true
 where o.obligation_id = :obligation_id
