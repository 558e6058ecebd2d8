-- A reminder whose mail is to go out, for whoever sends it and still may: how far it is, whether it is still needed,
-- where to, and whose job carries a letter that names them.
select r.reminder_id, r.reminder_wave_id, r.person_id, m.state, m.round,
       coalesce(m.letter_of, r.reminder_id) as letter_of, mail_state(m.letter_of) as state_of_letter,
       q.happened_at as queued_at, is_settled(r.obligation_id, :day) as is_settled, c.email, p.full_name,
       shares_mailbox(r.person_id) as is_shared, w.sent_from
  from reminder r
  join reminder_wave w using (reminder_wave_id)
  join lateral (select state, round, letter_of from reminder_mail where reminder_id = r.reminder_id
                 order by reminder_mail_id desc limit 1) m on true
  join reminder_mail q       on q.reminder_id = r.reminder_id and q.round = m.round and q.state = 'queued'
  join person_version p      on p.person_id = r.person_id and upper(p.recorded) = 'infinity'
  left join contact c        on c.person_id = r.person_id and upper(c.recorded) = 'infinity' and c.takes_reminders
 where r.reminder_id = :reminder_id
