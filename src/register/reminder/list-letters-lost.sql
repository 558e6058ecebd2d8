-- The letters of a wave that were surely not handed over to people under a unit who still need one and can get it:
-- refused, put off too long, never tried. `round` is that of the last letter.
select r.reminder_id, m.round
  from unit u
 cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
  join obligation o on o.unit_id = a.unit_id
  join reminder r   on r.obligation_id = o.obligation_id and r.reminder_wave_id = :reminder_wave_id
  join lateral (select round, reason from reminder_mail where reminder_id = r.reminder_id
                 order by reminder_mail_id desc limit 1) m on true
  join contact c    on c.person_id = r.person_id and upper(c.recorded) = 'infinity' and c.takes_reminders
  left join reminder_reading x on x.reminder_id = r.reminder_id
 where u.key = :unit and x.reminder_id is null and mail_state(r.reminder_id) = 'failed'
   and m.reason is distinct from 'mailbox-written'
   and not is_settled(r.obligation_id, :day)
 order by r.reminder_id
