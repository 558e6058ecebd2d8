-- commitment/ and access/: letters of reminders go out again where they were not handed over, one goes to a mailbox, and a press refuses them.  (docs/decisions/0093)

-- Whether reminders may come by mail to this address. Letters about the account itself do not ask.
alter table contact add column takes_reminders boolean not null default true;
create index contact_of_mailbox on contact (lower(email)) where upper(recorded) = 'infinity';

-- `round`: the first letter of a reminder, or the one that was sent again after that. `letter_of`: whose job carried the letter; people of one mailbox share one.
alter table reminder_mail
  add column round     integer not null default 1 check (round > 0),
  add column letter_of bigint  references reminder;
drop index queued_once;
drop index ended_once;
create unique index queued_once on reminder_mail (reminder_id, round) where state = 'queued';
create unique index ended_once  on reminder_mail (reminder_id, round) where state in ('sent', 'failed', 'unsure', 'dropped');

-- What has become of the mail of a reminder; null where none was to be sent. A job that has ended without a last word was given up, or its sender may remind no more: a letter that was on its way then may have gone out.
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

-- Whether somebody shares their mailbox with others, for whoever writes to them: their letters say for whom they are. The others may be out of the writer's sight, so it runs as the owner and says yes or no.
create function shares_mailbox(of_person bigint) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  loading constant text := coalesce(current_setting('neu_guong.loading', true), '');
  is_shared boolean;
begin
  perform set_config('neu_guong.loading', 'yes', true);
  is_shared := exists (select from contact c
                         join contact d on lower(d.email) = lower(c.email) and d.person_id <> c.person_id and upper(d.recorded) = 'infinity'
                        where c.person_id = of_person and upper(c.recorded) = 'infinity')
           and (of_person = current_person_id()
                or exists (select from obligation o
                            where o.person_id = of_person and o.unit_id in (select u.unit_id from units_where_may('obligation', 'remind') u)));
  perform set_config('neu_guong.loading', loading, true);
  return is_shared;
end $$;
revoke execute on function shares_mailbox(bigint) from public;
grant execute on function shares_mailbox(bigint) to neu_guong_app;

-- A summary may hold what is settled, and a settled instant may lie ahead of a clock that was put back. (docs/decisions/0092)
do $$
begin
  execute replace(pg_get_functiondef('bring_summary_up_to'::regproc), 'if up_to > clock_timestamp() then',
                  'if up_to > greatest(clock_timestamp(), (select s.instant from settled_instant s)) then');
end $$;
