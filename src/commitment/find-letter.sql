-- A reminder whose mail is to go out, for whoever sent it and still may: how far it is, whether it is still needed, and where to.
select r.reminder_id, (select m.state from reminder_mail m where m.reminder_id = r.reminder_id order by m.reminder_mail_id desc limit 1) as state,
       (select max(m.happened_at) from reminder_mail m where m.reminder_id = r.reminder_id and m.state = 'queued') as queued_at, c.email, is_settled(r.obligation_id, :day) as is_settled
  from reminder r
  left join contact c on c.person_id = r.person_id and upper(c.recorded) = 'infinity'
 where r.reminder_id = :reminder_id
