-- One person's review in a round: what it is of, where it stands, and what is being written of it.
select s.review_subject_id, s.review_round_id, s.person_id, s.unit_id, s.obligation_id, v.name as unit_name,
       p.full_name,
       r.kind, lower(r.period)::text as since, (upper(r.period) - 1)::text as until, r.due_on::text as due_on,
       r.rating_scheme_id,
       approved_text(s.obligation_id) as commitment_id,
       t.state, d.version as draft_version, d.fields as draft
  from review_subject s
  join review_round r   using (review_round_id)
  join unit_version v   on v.unit_id = s.unit_id and v.valid @> last_day_alive(s.unit_id, :day, recorded_now())
                       and upper(v.recorded) = 'infinity'
  join person_version p on p.person_id = s.person_id and upper(p.recorded) = 'infinity'
  left join lateral (select state from review_step
                      where review_subject_id = s.review_subject_id and upper(recorded) = 'infinity'
                      order by review_step_id desc limit 1) t on true
  left join lateral (select version, fields from review_draft where review_subject_id = s.review_subject_id
                      order by version desc limit 1) d on true
 where s.review_subject_id = :review_subject_id
