-- One deed with its commitment, and whose it is.
select d.deed_id, d.commitment_id, d.ordinal, d.what, coalesce(d.how, '') as how, coalesce(d.measure, '') as measure,
       coalesce(d.due_on::text, '') as due_on,
       coalesce(s.deed_step_id, 0) as step, s.state, s.happened_on, s.reason as said,
       o.obligation_id, o.person_id, o.unit_id, o.campaign_id, k.year, p.full_name,
       state_of_commitment(d.commitment_id) as commitment_state, t.opens_on
  from deed d
  join commitment c     using (commitment_id)
  join obligation o     using (obligation_id)
  join campaign k       using (campaign_id)
  join campaign_terms t on t.campaign_id = o.campaign_id and upper(t.recorded) = 'infinity'
  join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
  left join lateral (select deed_step_id, state, happened_on, reason from deed_step
                      where deed_id = d.deed_id and upper(recorded) = 'infinity'
                      order by happened_on desc, deed_step_id desc limit 1) s on true
 where d.deed_id = :deed_id and upper(d.recorded) = 'infinity' and upper(c.recorded) = 'infinity'
