-- The deeds of a commitment in their order, each with the last that was reported of it. Those that took another's place
-- were registered later than the text itself.
select d.deed_id, d.commitment_id, d.ordinal, d.what, coalesce(d.how, '') as how, coalesce(d.measure, '') as measure,
       coalesce(d.due_on::text, '') as due_on,
       lower(d.recorded) > lower(c.recorded) as is_later, coalesce(s.deed_step_id, 0) as step, s.state, s.happened_on,
       s.reason as said
  from deed d
  join commitment c using (commitment_id)
  left join lateral (select deed_step_id, state, happened_on, reason from deed_step
                      where deed_id = d.deed_id and upper(recorded) = 'infinity'
                      order by happened_on desc, deed_step_id desc limit 1) s on true
 where d.commitment_id = :commitment_id and upper(d.recorded) = 'infinity' and upper(c.recorded) = 'infinity'
 order by d.ordinal
