-- Who else was reminded by a wave and has the same mailbox: how far their letter is, and whether it is still needed.
select r.reminder_id, r.person_id, p.full_name, m.state, m.round, is_settled(r.obligation_id, :day) as is_settled
  from reminder r
  join contact c        on c.person_id = r.person_id and upper(c.recorded) = 'infinity' and c.takes_reminders
                       and lower(c.email) = lower(:email)
  join person_version p on p.person_id = r.person_id and upper(p.recorded) = 'infinity'
  join lateral (select state, round from reminder_mail where reminder_id = r.reminder_id order by reminder_mail_id desc
                 limit 1) m on true
 where r.reminder_wave_id = :reminder_wave_id and r.reminder_id <> :reminder_id
 order by r.reminder_id
