-- commitment/: an endorsement can be undone until the level above has acted: its step is closed.  (docs/decisions/0094)
--
-- Closing the step of an endorsement moves no count: a text counts as handed in before and after it. So no tally follows, and a property test compares with a naive recount.
-- Only the last step is closed: history under a later step would become another one.
grant update (recorded) on commitment_step to neu_guong_app;
create policy who_may_endorse_undoes on commitment_step for update to neu_guong_app
  using (state = 'endorsed' and upper(recorded) = 'infinity' and state_of_commitment(commitment_id) = 'endorsed'
         and exists (select from commitment c where c.commitment_id = commitment_step.commitment_id and may_judge(c.obligation_id, 'endorse')))
  with check (state = 'endorsed' and upper(recorded) < 'infinity');
