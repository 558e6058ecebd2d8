create or replace function days_between_reminders(on_day date) returns integer language sql stable as $$
  select days from reminder_rule where valid @> on_day and upper(recorded) = 'infinity'
$$;

-- What has become of the mail of a reminder; null where none was to be sent. A job that has ended without a last word
-- was given up, or its sender may remind no more.
create or replace function mail_state(of_reminder bigint) returns text language sql stable as $$
  select case when m.state in ('queued', 'deferred', 'sending') and j.ended_at is not null then 'failed' else m.state end
    from reminder_mail m
    left join job j on j.task = 'post-reminder' and j.subject = m.reminder_id
   where m.reminder_id = of_reminder
   order by m.reminder_mail_id desc
   limit 1
$$;

create or replace function mail_reason(of_reminder bigint) returns text language sql stable as $$
  select reason from reminder_mail where reminder_id = of_reminder order by reminder_mail_id desc limit 1
$$;

-- Nobody is reminded twice within the days of the rule, whoever reminds: one wave of a campaign at a time, and each
-- looks at what the one before it wrote.
create or replace function reminders_keep_their_distance() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('reminders', w.campaign_id))
     from reminder_wave w
    where w.reminder_wave_id in (select reminder_wave_id from added);
  if exists (select from added a
               join reminder r on r.obligation_id = a.obligation_id and r.reminder_id <> a.reminder_id
              where day_in_vietnam(r.reminded_at) + days_between_reminders(day_in_vietnam(a.reminded_at)) > day_in_vietnam(a.reminded_at)) then
    raise exception 'somebody of this wave was reminded a short while ago'
      using errcode = 'check_violation', constraint = 'reminders_keep_their_distance';
  end if;
  return null;
end $$;
create trigger reminders_keep_their_distance after insert on reminder
  referencing new table as added for each statement execute function reminders_keep_their_distance();
