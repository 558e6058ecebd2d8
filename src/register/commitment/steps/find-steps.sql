-- Steps of commitments with what has followed each; whose they are, and whether the text was entered for them. A closed
-- one is the last no more.
select s.commitment_step_id, s.commitment_id, c.obligation_id, o.person_id, o.unit_id, p.full_name, s.state as made,
       l.state,
       l.commitment_step_id = s.commitment_step_id as is_last,
       r.entered_by is not null as is_by_proxy, k.commitment_id is not null as is_confirmed
  from commitment_step s
  join commitment c     using (commitment_id)
  join obligation o     using (obligation_id)
  join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
  join lateral (select commitment_step_id, state from commitment_step
                 where commitment_id = s.commitment_id and upper(recorded) = 'infinity'
                 order by happened_on desc, commitment_step_id desc limit 1) l on true
  left join commitment_receipt r on r.commitment_id = s.commitment_id
  left join proxy_confirmation k on k.commitment_id = s.commitment_id
 where s.commitment_step_id = any (:ids::bigint[])
 order by c.obligation_id, s.commitment_step_id
