-- access/: the second person of an invitation cancels it. Until here the office above could not: a row that is written must stay readable for its writer, and a cancelled one was not.
drop policy a_second_person_reads on invitation;
create policy a_second_person_reads on invitation for select to neu_guong_app using (
  asked_at is not null and (used_at is null or grounds = 'first') and may_confirm(current_person_id(), made_by, person_id));
