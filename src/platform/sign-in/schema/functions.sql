create or replace function invitation_goes_forward() returns trigger language plpgsql as $$
begin
  if (new.used_at is distinct from old.used_at and old.used_at is not null)
     or (new.withdrawn_at is distinct from old.withdrawn_at and old.withdrawn_at is not null)
     or (new.asked_at is distinct from old.asked_at and old.asked_at is not null)
     or to_jsonb(new) - '{used_at,withdrawn_at,asked_at}'::text[] is distinct from to_jsonb(old)
       - '{used_at,withdrawn_at,asked_at}'::text[] then
    raise exception 'an invitation is used or withdrawn once, and nothing else of it changes'
      using errcode = 'check_violation', constraint = 'invitation_goes_forward';
  end if;
  if new.used_at is distinct from old.used_at and invitation_standing(new.invitation_id) <> 'works' then
    raise exception 'this invitation opens nothing: whoever printed it does not cover what its person holds, or no second person has confirmed it'
      using errcode = 'check_violation', constraint = 'an_invitation_covers_what_it_opens';
  end if;
  return new;
end $$;
create trigger invitation_goes_forward before update on invitation for each row
  execute function invitation_goes_forward();

create or replace function session_goes_forward() returns trigger language plpgsql as $$
begin
  if new.seen_at < old.seen_at or old.ended_at is not null
     or to_jsonb(new) - '{seen_at,ended_at,ended_by}'::text[] is distinct from to_jsonb(old)
       - '{seen_at,ended_at,ended_by}'::text[] then
    raise exception 'a session is seen again or ended, and nothing else of it changes'
      using errcode = 'check_violation', constraint = 'session_goes_forward';
  end if;
  return new;
end $$;
create trigger session_goes_forward before update on session for each row execute function session_goes_forward();

-- Who is signed in, found in one question. It is asked before every page of whoever works; as eight, one after the
-- other, it was half of most answers.
-- It is a transaction of its own. It shows the token as a stranger does, and asks on as the one whose session it is.
-- Whether the session is over is for the program to say (sessions.ts); here is noted that it was seen,
-- not more often than `again`, and not where it had been quiet for longer than `idle`.
create or replace function at_the_door(of_token text, at_instant timestamptz, on_day date, again interval,
  idle interval)
returns table (session_id bigint, person_id bigint, stage text, begun_at timestamptz, seen_at timestamptz,
  ended_at timestamptz, name text, sign_in_name text, held jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  found_session session;
begin
  perform set_recorded_floor();
  perform set_config('neu_guong.presented', of_token, true);
  select s.* into found_session from session s where s.token_digest = of_token;
  if not found then return; end if;
  perform set_config('neu_guong.person_id', found_session.person_id::text, true);
  if found_session.ended_at is null and at_instant - found_session.seen_at > again
     and at_instant - found_session.seen_at < idle then
    -- A crash may forget that somebody was seen a moment ago: the answer does not wait for the disk.
    perform set_config('synchronous_commit', 'off', true);
    update session set seen_at = at_instant where session_id = found_session.session_id;
  end if;
  return query
    select found_session.session_id, found_session.person_id, found_session.stage, found_session.begun_at,
           found_session.seen_at, found_session.ended_at,
           v.full_name, a.sign_in_name,
           (select coalesce(jsonb_agg(h order by h.role, h.unit_id, h.giver_id nulls first), '[]')
              from roles_held(found_session.person_id, on_day, recorded_now()) h)
      from person_version v
      join account a on a.person_id = v.person_id and is_open(a.recorded)
     where v.person_id = found_session.person_id and is_open(v.recorded);
end $$;

-- Whether an account was opened before: by a password, a passkey, a sign-on elsewhere, or an invitation that was used.
create or replace function is_opened(of_person bigint) returns boolean language plpgsql stable as $$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  opened boolean;
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  opened := exists (select from password where person_id = of_person)
         or exists (select from passkey where person_id = of_person)
         or exists (select from external_identity where person_id = of_person)
         or exists (select from invitation where person_id = of_person and used_at is not null);
  perform set_config('neu_guong.person_id', asking, true);
  return opened;
end $$;

-- Whether somebody has opened an account, and until when the last invitation for them works. Of hundreds at once: asked
-- in the asker's own name, each row would find the asker's reach again.
create or replace function coming_of(of_person bigint)
returns table (has_come boolean, invited_at timestamptz, until timestamptz, is_withdrawn boolean)
language plpgsql stable as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  return query
    select is_opened(of_person), i.made_at, i.expires_at, i.withdrawn_at is not null
      from (select 1) one
      left join lateral (select made_at, expires_at, withdrawn_at from invitation where person_id = of_person
                          order by invitation_id desc limit 1) i on true;
  perform set_config('neu_guong.person_id', asking, true);
end $$;

-- The last step of the letter of an invitation; null where none was to go out.
create or replace function letter_state(of_invitation bigint) returns text language sql stable as $$
  select m.state from invitation_mail m where m.invitation_id = of_invitation order by m.invitation_mail_id desc limit 1
$$;

-- How many letters of a batch have yet to be handed over: until then its codes are kept.
create or replace function letters_on_their_way(of_batch bigint) returns integer language sql stable as $$
  select count(*)::integer
    from invitation i
   where i.invitation_batch_id = of_batch and letter_state(i.invitation_id) in ('queued', 'sending', 'deferred')
$$;

-- Whether opening an account needs a second person: an account that was opened before, or whose person holds something.
create or replace function needs_second(of_person bigint) returns boolean language sql stable as $$
  select exists (select from held_by(of_person)) or is_opened(of_person)
$$;

-- Whether a holder's reach covers somebody: the unit they belong to today, and every unit that they reach.
create or replace function may_restore(holder bigint, of_act text, whom bigint) returns boolean
language plpgsql stable cost 10000 as $$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  reach  integer[];
  is_theirs boolean;
begin
  if holder is null or holder = whom then return false; end if;
  perform set_config('neu_guong.person_id', holder::text, true);
  reach := array(select u.unit_id from units_where_may('account', of_act) u);
  perform set_config('neu_guong.person_id', whom::text, true);
  is_theirs := exists (
    select from membership m
     where m.person_id = whom and m.valid @> today_in_vietnam() and is_open(m.recorded) and m.unit_id = any (reach));
  perform set_config('neu_guong.person_id', asking, true);
  return is_theirs and not exists (select r.unit_id from reached_by(whom) r except select unnest(reach));
end $$;

-- Whether an account stands on one person's word alone: its last invitation needed no second, and has had none since.
-- Such an account uses no role.
create or replace function stands_on_one_word(of_person bigint) returns boolean language sql stable as $$
  select coalesce((select i.grounds = 'first'
                          and not exists (select from invitation_confirmation c where c.invitation_id = i.invitation_id)
                     from invitation i
                    where i.person_id = of_person and i.used_at is not null
                    order by i.used_at desc, i.invitation_id desc
                    limit 1), false)
$$;

-- Whether somebody may be the second person for an invitation of another to a third.
create or replace function may_confirm(second bigint, maker bigint, whom bigint) returns boolean
language sql stable cost 10000 as $$
  select second <> maker and second <> whom and may_restore(second, 'confirm', whom)
$$;

-- `works`; `waits` for a second person; `outgrown`: whoever printed it no longer covers what its person holds, or the
-- account was opened since. Asked of one's own. A first one still works where its person
-- has come to hold a role: the role then waits for a second person.
create or replace function invitation_standing(of_invitation bigint) returns text language sql stable as $$
  select case when i.grounds = 'machine' then 'works'
              when not may_restore(i.made_by, 'invite', i.person_id) then 'outgrown'
              when i.grounds = 'again' then
                case when exists (select from invitation_confirmation c
                                   where c.invitation_id = i.invitation_id
                                     and may_confirm(c.confirmed_by, i.made_by, i.person_id)) then 'works'
                     else 'waits' end
              when is_opened(i.person_id) then 'outgrown'
              else 'works' end
    from invitation i
   where i.invitation_id = of_invitation
$$;

create or replace function tell_of_invitation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told    constant text := case tg_op when 'INSERT' then 'printed' else 'used' end;
  loading constant text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  if new.asked_at is null and new.grounds = 'first' then return null; end if;
  perform set_config('neu_guong.loading', 'yes', true);
  with notice as (
    insert into account_notice (person_id, invitation_id, kind)
    select r.person_id, new.invitation_id, told
      from (select new.person_id
            union
            select head_over(new.person_id, new.made_by)
            union
            select g.person_id
              from role_grant g
             where new.grounds = 'machine' and g.role = 'administrator' and g.valid @> today_in_vietnam()
               and is_open(g.recorded)) r (person_id)
     where r.person_id is not null
    returning account_notice_id, person_id)
  insert into job (task, subject, actor_id)
  select 'post-account-notice', n.account_notice_id, n.person_id
    from notice n
    join contact c on c.person_id = n.person_id and is_open(c.recorded);
  perform set_config('neu_guong.loading', loading, true);
  return null;
end $$;
revoke all on function tell_of_invitation() from public;
create trigger tell_when_printed after insert on invitation for each row execute function tell_of_invitation();
create trigger tell_when_used after update on invitation
  for each row when (old.used_at is null and new.used_at is not null) execute function tell_of_invitation();
