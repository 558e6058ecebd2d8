-- access/: whoever can open somebody's account can use all that it may do. So a printed invitation needs an administrator whose reach covers every unit where that person holds a role, or was lent one; and for
-- whoever holds one, or has opened their account before, the confirmation of a second person. Both are asked when it is printed, when it is confirmed and when it is used.

-- ── What somebody's account reaches ──────────────────────────────────────────────────────────────────────────────────────────────

-- Some questions are about rows that only their own person sees. They are asked in that person's name, and say no more than a number or yes and no; whoever asked before asks on afterwards.

-- What somebody holds, will hold, or was lent, whether or not it is in force today.
create function held_by(of_person bigint) returns table (role text, unit_id integer) language plpgsql stable as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  before text := coalesce(current_setting('neu_guong.finding_scope', true), '');
  from_today constant daterange := daterange(today_in_vietnam(), null);
begin
  perform set_config('neu_guong.person_id', of_person::text, true), set_config('neu_guong.finding_scope', 'yes', true);
  return query
    select case when max(k.rank) >= 3 then 'secretary' else 'leader' end, p.unit_id
      from tenure t
      join post p         on p.post_id = t.post_id and p.is_head
      join unit_version v on v.unit_id = p.unit_id and upper(v.recorded) = 'infinity'
      join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
     where t.person_id = of_person and t.valid && from_today and upper(t.recorded) = 'infinity'
     group by p.unit_id
    union
    select g.role, g.unit_id from role_grant g where g.person_id = of_person and g.valid && from_today and upper(g.recorded) = 'infinity'
    union
    select d.role, d.unit_id from delegation d where d.receiver_id = of_person and d.valid && from_today and upper(d.recorded) = 'infinity';
  perform set_config('neu_guong.person_id', asking, true), set_config('neu_guong.finding_scope', before, true);
end $$;

-- Every unit where that is, and every unit that it reaches.
create function reached_by(of_person bigint) returns table (unit_id integer) language sql stable as $$
  with held as materialized (select distinct h.unit_id from held_by(of_person) h)
  select h.unit_id from held h
  union
  select r.unit_id from held h cross join lateral reach_kept(h.unit_id, today_in_vietnam(), now()) r
$$;

-- Whether an account was opened before: by a password, a passkey, a sign-on elsewhere, or an invitation that was used.
create function is_opened(of_person bigint) returns boolean language plpgsql stable as $$
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

-- Whether opening an account needs a second person: an account that was opened before, or whose person holds something.
create function needs_second(of_person bigint) returns boolean language sql stable as $$
  select exists (select from held_by(of_person)) or is_opened(of_person)
$$;

-- The act of confirming is nobody's to lend: a second person is one in their own right.
alter table role_act add column in_person boolean not null default false;
insert into role_act (noun, act, role, in_person) values ('account', 'confirm', 'administrator', true), ('account', 'confirm', 'superior-office', true);

create or replace function scope_of(of_person bigint, of_noun text, of_act text, on_day date, known_at timestamptz)
returns table (unit_id integer, giver_id bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
  perform set_config('neu_guong.finding_scope', 'yes', true);
  return query
    select distinct r.unit_id, h.giver_id
      from roles_held(of_person, on_day, known_at) h
      join role_act a on a.role = h.role and a.noun = of_noun and a.act = of_act and (h.giver_id is null or not a.in_person)
     cross join lateral reach_kept(h.unit_id, on_day, known_at) r
     where h.acts is null or of_noun || '.' || of_act = any (h.acts);
  perform set_config('neu_guong.finding_scope', '', true);
end $$;

-- Whether a holder's reach covers somebody: the unit they belong to today, and every unit that they reach.
create function may_restore(holder bigint, of_act text, whom bigint) returns boolean language plpgsql stable cost 10000 as $$
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
     where m.person_id = whom and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity' and m.unit_id = any (reach));
  perform set_config('neu_guong.person_id', asking, true);
  return is_theirs and not exists (select r.unit_id from reached_by(whom) r except select unnest(reach));
end $$;

-- ── Invitations ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- `first`: for somebody who holds nothing and never opened their account; one person's word is enough. `again`: it needs a second. `machine`: printed by whoever runs the register, on the machine itself.
-- What was printed before this needs one too; what was used before stands.
alter table invitation add column grounds text not null default 'again' check (grounds in ('first', 'again', 'machine'));
-- Since when a second person is asked for: from its printing on; or, where its person came to hold a role afterwards, since it was used or since they asked.
alter table invitation add column asked_at timestamptz;
alter table invitation alter column grounds drop default;
alter table invitation add check ((grounds = 'machine') = (made_by is null)) not valid;
alter table invitation add unique (invitation_id, person_id);
-- An invitation is used, withdrawn or asked about; nothing else of it changes.
revoke update on invitation from neu_guong_app;
grant update (used_at, withdrawn_at, asked_at) on invitation to neu_guong_app;
create index invitation_waits on invitation (asked_at) where asked_at is not null and withdrawn_at is null and (used_at is null or grounds = 'first');

create or replace function invitation_goes_forward() returns trigger language plpgsql as $$
begin
  if (new.used_at is distinct from old.used_at and old.used_at is not null)
     or (new.withdrawn_at is distinct from old.withdrawn_at and old.withdrawn_at is not null)
     or (new.asked_at is distinct from old.asked_at and old.asked_at is not null)
     or to_jsonb(new) - '{used_at,withdrawn_at,asked_at}'::text[] is distinct from to_jsonb(old) - '{used_at,withdrawn_at,asked_at}'::text[] then
    raise exception 'an invitation is used or withdrawn once, and nothing else of it changes'
      using errcode = 'check_violation', constraint = 'invitation_goes_forward';
  end if;
  if new.used_at is distinct from old.used_at and invitation_standing(new.invitation_id) <> 'works' then
    raise exception 'this invitation opens nothing: whoever printed it does not cover what its person holds, or no second person has confirmed it'
      using errcode = 'check_violation', constraint = 'an_invitation_covers_what_it_opens';
  end if;
  return new;
end $$;

-- A second person's word for an invitation.
create table invitation_confirmation (
  invitation_id  bigint      not null,
  person_id      bigint      not null,                    -- whose account it opens
  confirmed_by   bigint      not null references person check (confirmed_by <> person_id),
  confirmed_at   timestamptz not null default transaction_timestamp(),
  primary key (invitation_id, confirmed_by),
  foreign key (invitation_id, person_id) references invitation (invitation_id, person_id)
);
call guard_persons('invitation_confirmation');
revoke all on invitation_confirmation from neu_guong_app, neu_guong_auditor;
grant select, insert on invitation_confirmation to neu_guong_app;
grant select on invitation_confirmation to neu_guong_auditor;

-- Which invitation set it; null where a loader did.
alter table password add column invitation_id bigint unique references invitation;

-- Whether an account stands on one person's word alone: its last invitation needed no second, and has had none since. Such an account uses no role.
create function stands_on_one_word(of_person bigint) returns boolean language sql stable as $$
  select coalesce((select i.grounds = 'first' and not exists (select from invitation_confirmation c where c.invitation_id = i.invitation_id)
                     from invitation i
                    where i.person_id = of_person and i.used_at is not null
                    order by i.used_at desc, i.invitation_id desc
                    limit 1), false)
$$;

create or replace function roles_held(of_person bigint, on_day date, known_at timestamptz)
returns table (role text, unit_id integer, giver_id bigint, acts text[]) language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('neu_guong.finding_scope', true), '');
begin
  if stands_on_one_word(of_person) then return; end if;
  if of_person = current_person_id() then perform set_config('neu_guong.finding_scope', 'yes', true); end if;
  return query
    select o.role, o.unit_id, null::bigint, null::text[]
      from own_roles(of_person, on_day, known_at) o
    union all
    select d.role, d.unit_id, d.giver_id, d.acts
      from delegation d
     where d.receiver_id = of_person and d.valid @> on_day and d.recorded @> known_at
       and exists (select from own_roles(d.giver_id, on_day, known_at) o where o.role = d.role and o.unit_id = d.unit_id);
  perform set_config('neu_guong.finding_scope', before, true);
end $$;

-- Whether somebody may be the second person for an invitation of another to a third.
create function may_confirm(second bigint, maker bigint, whom bigint) returns boolean language sql stable cost 10000 as $$
  select second <> maker and second <> whom and may_restore(second, 'confirm', whom)
$$;

-- `works`; `waits` for a second person; `outgrown`: whoever printed it no longer covers what its person holds, or the account was opened since. Asked of one's own. A first one still works where its person
-- has come to hold a role: the role then waits for a second person.
create function invitation_standing(of_invitation bigint) returns text language sql stable as $$
  select case when i.grounds = 'machine' then 'works'
              when not may_restore(i.made_by, 'invite', i.person_id) then 'outgrown'
              when i.grounds = 'again' then
                case when exists (select from invitation_confirmation c
                                   where c.invitation_id = i.invitation_id and may_confirm(c.confirmed_by, i.made_by, i.person_id)) then 'works' else 'waits' end
              when is_opened(i.person_id) then 'outgrown'
              else 'works' end
    from invitation i
   where i.invitation_id = of_invitation
$$;

-- What somebody is called, for whoever is told of what they did.
create function name_of(of_person bigint) returns text language plpgsql stable as $$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  name   text;
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  select v.full_name into name from person_version v where v.person_id = of_person and upper(v.recorded) = 'infinity';
  perform set_config('neu_guong.person_id', asking, true);
  return name;
end $$;

-- ── Who is told ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A notice on somebody's home page, until they have seen it. The register writes it with the invitation itself; nobody else can, and nobody can leave it out.
create table account_notice (
  account_notice_id  bigint      generated by default as identity primary key,
  person_id          bigint      not null references person,    -- who is told
  invitation_id      bigint      not null references invitation,
  kind               text        not null check (kind in ('printed', 'used')),
  made_at            timestamptz not null default transaction_timestamp(),
  seen_at            timestamptz,
  unique (invitation_id, kind, person_id)
);
create index account_notice_unseen on account_notice (person_id) where seen_at is null;
call guard_persons('account_notice');
revoke all on account_notice from neu_guong_app, neu_guong_auditor;
grant select, update (seen_at) on account_notice to neu_guong_app;
grant select on account_notice to neu_guong_auditor;
create policy one_sees_ones_own on account_notice for update to neu_guong_app
  using (person_id = current_person_id() and seen_at is null) with check (person_id = current_person_id());

-- The mail of a notice, step by step, as of reminders: «sending» is committed before the mail server is spoken to.
create table account_notice_mail (
  account_notice_mail_id  bigint      generated by default as identity primary key,
  account_notice_id       bigint      not null references account_notice,
  person_id               bigint      not null references person,
  state                   text        not null check (state in ('sending', 'deferred', 'sent', 'failed', 'unsure', 'dropped')),
  reason                  text        check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  happened_at             timestamptz not null default clock_timestamp()
);
create index on account_notice_mail (account_notice_id);
call guard_persons('account_notice_mail');
revoke all on account_notice_mail from neu_guong_app, neu_guong_auditor;
grant select, insert on account_notice_mail to neu_guong_app;
grant select on account_notice_mail to neu_guong_auditor;
create policy one_adds_ones_own on account_notice_mail for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from account_notice n where n.account_notice_id = account_notice_mail.account_notice_id and n.person_id = current_person_id()));

-- Who heads the unit somebody belongs to; where that is themselves, or whoever printed the paper, or nobody, the head of the next unit above.
create function head_over(of_person bigint, maker bigint) returns bigint language sql stable as $$
  with recursive up (unit_id, height) as (
    select m.unit_id, 0
      from membership m
     where m.person_id = of_person and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
    union
    select p.parent_id, up.height + 1
      from up
      join placement p on p.unit_id = up.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'
     where up.height < 20)
  select t.person_id
    from up
    join post p   on p.unit_id = up.unit_id and p.is_head
    join tenure t on t.post_id = p.post_id and t.valid @> today_in_vietnam() and upper(t.recorded) = 'infinity'
   where t.person_id <> of_person and t.person_id is distinct from maker
   order by up.height, t.person_id
   limit 1
$$;

create function tell_of_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
             where new.grounds = 'machine' and g.role = 'administrator' and g.valid @> today_in_vietnam() and upper(g.recorded) = 'infinity') r (person_id)
     where r.person_id is not null
    returning account_notice_id, person_id)
  insert into job (task, subject, actor_id)
  select 'post-account-notice', n.account_notice_id, n.person_id
    from notice n
    join contact c on c.person_id = n.person_id and upper(c.recorded) = 'infinity';
  perform set_config('neu_guong.loading', loading, true);
  return null;
end $$;
create trigger tell_when_printed after insert on invitation for each row execute function tell_of_invitation();
create trigger tell_when_used after update on invitation for each row when (old.used_at is null and new.used_at is not null) execute function tell_of_invitation();

-- ── Policies ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

drop policy an_administrator_opens on account;
create policy an_administrator_opens on account for insert to neu_guong_app with check (
  created_by = current_person_id() and not is_demo and may_restore(current_person_id(), 'invite', person_id));

drop policy an_administrator_invites on invitation;
create policy an_administrator_invites on invitation for insert to neu_guong_app with check (
  made_by = current_person_id() and may_restore(current_person_id(), 'invite', person_id)
  and grounds = case when needs_second(person_id) then 'again' else 'first' end and (grounds = 'again') = (asked_at is not null));
drop policy an_administrator_withdraws on invitation;
create policy who_may_invite_or_confirm_withdraws on invitation for update to neu_guong_app
  using (made_by = current_person_id() or may_restore(current_person_id(), 'invite', person_id) or may_restore(current_person_id(), 'confirm', person_id))
  with check (used_at is null);
-- A second person sees what waits for one; whoever was told of an invitation sees what they were told of.
create policy a_second_person_reads on invitation for select to neu_guong_app using (
  asked_at is not null and withdrawn_at is null and (used_at is null or grounds = 'first') and may_confirm(current_person_id(), made_by, person_id));
create policy who_was_told_reads on invitation for select to neu_guong_app using (
  exists (select from account_notice n where n.invitation_id = invitation.invitation_id and n.person_id = current_person_id()));

create policy a_second_person_confirms on invitation_confirmation for insert to neu_guong_app with check (
  confirmed_by = current_person_id()
  and exists (select from invitation i
               where i.invitation_id = invitation_confirmation.invitation_id and i.asked_at is not null and i.withdrawn_at is null
                 and (i.used_at is null or i.grounds = 'first') and may_confirm(current_person_id(), i.made_by, i.person_id)));
create policy seen_with_its_invitation on invitation_confirmation for select to neu_guong_app using (
  exists (select from invitation i where i.invitation_id = invitation_confirmation.invitation_id));

-- A password is set by an invitation that has just been used, once.
drop policy one_adds_ones_own on password;
create policy one_sets_ones_own_by_invitation on password for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from invitation i
               where i.invitation_id = password.invitation_id and i.person_id = current_person_id() and i.used_at is not null));

-- Ending somebody's sessions takes the same reach as restoring their account.
drop policy an_administrator_ends on session;
create policy an_administrator_ends on session for update to neu_guong_app using (may_restore(current_person_id(), 'end-session', person_id))
  with check (ended_at is not null and ended_by = current_person_id());

-- A role is lent from today on or from a day to come: what was done before was done in one's own name.
drop policy one_lends_ones_own on delegation;
create policy one_lends_ones_own on delegation for insert to neu_guong_app with check (
  giver_id = current_person_id() and lower(valid) >= today_in_vietnam()
  and exists (select from roles_held(current_person_id(), today_in_vietnam(), now()) h
               where h.giver_id is null and h.role = delegation.role and h.unit_id = delegation.unit_id));
