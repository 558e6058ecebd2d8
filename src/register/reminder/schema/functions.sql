-- A text as the nearest level above a unit has set it for a day, or as the register began with it.
create or replace function letter_text_for(of_letter text, of_unit integer, on_day date)
returns table (letter_text_id integer, subject text, body_vi text, body_en text) language sql stable as $$
  select t.letter_text_id, t.subject, t.body_vi, t.body_en
    from letter_text t
    left join unit_version v on v.unit_id = t.unit_id and v.valid @> last_day_alive(t.unit_id, on_day, recorded_now())
                            and is_open(v.recorded)
    left join unit_kind k    on k.unit_kind = v.unit_kind
   where t.letter = of_letter and t.valid @> on_day and is_open(t.recorded)
     and (t.unit_id is null or is_under(of_unit, 'party', t.unit_id, on_day, recorded_now()))
   order by k.rank desc nulls last
   limit 1
$$;

-- A campaign keeps the rule it opened with, unless a later one says that it is for running campaigns too.
create or replace function days_between_reminders(of_campaign integer, on_day date) returns integer
language sql stable as $$
  select r.days
    from reminder_rule r
    left join campaign_terms t on t.campaign_id = of_campaign and is_open(t.recorded)
   where is_open(r.recorded) and lower(r.valid) <= on_day
     and (r.for_running or lower(r.valid) <= coalesce(t.opens_on, on_day))
   order by lower(r.valid) desc
   limit 1
$$;

-- What has become of the mail of a reminder; null where none was to be sent. A job that has ended without a last word
-- was given up, or its sender may remind no more: a letter that was on its way then may have gone out.
create or replace function mail_state(of_reminder bigint) returns text language sql stable as $$
  select case when j.ended_at is null then m.state
              when m.state = 'sending' then 'unsure'
              when m.state in ('queued', 'deferred') then 'failed'
              else m.state end
    from reminder_mail m
    left join reminder_mail q on q.reminder_id = m.reminder_id and q.round = m.round and q.state = 'queued'
    left join job j           on j.task = case m.round when 1 then 'post-reminder' else 'post-reminder-again' end
                             and j.subject = case m.round when 1 then m.reminder_id else q.reminder_mail_id end
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
               join reminder_wave w using (reminder_wave_id)
               join reminder r on r.obligation_id = a.obligation_id and r.reminder_id <> a.reminder_id
              where day_in_vietnam(r.reminded_at)
                    + days_between_reminders(w.campaign_id,
                                             day_in_vietnam(a.reminded_at)) > day_in_vietnam(a.reminded_at)) then
    raise exception 'somebody of this wave was reminded a short while ago'
      using errcode = 'check_violation', constraint = 'reminders_keep_their_distance';
  end if;
  return null;
end $$;
create trigger reminders_keep_their_distance after insert on reminder
  referencing new table as added for each statement execute function reminders_keep_their_distance();
