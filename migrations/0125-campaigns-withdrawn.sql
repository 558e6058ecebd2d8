-- A campaign may be withdrawn while nobody has handed in: its obligations become void, its terms are closed, and its year may be called anew.
-- Without open terms it is found by no read of what stands now, and obligations and duties follow it no more; what was known of it before stays.
alter table campaign_state drop constraint campaign_state_state_check;
alter table campaign_state add constraint campaign_state_state_check
  check (state in ('draft', 'issued', 'open', 'closing', 'closed', 'archived', 'withdrawn'));
alter table campaign_state add column reason text;
alter table campaign_state add constraint a_withdrawal_says_why check ((state = 'withdrawn') = (reason is not null));

-- The how-manieth call of its year: all before it were withdrawn.
alter table campaign add column call integer not null default 1 check (call >= 1);
alter table campaign drop constraint campaign_programme_id_unit_id_year_key;
alter table campaign add constraint one_call_at_a_time unique (programme_id, unit_id, year, call);

-- It sees all rows, whoever withdraws: what was handed in may be hidden from them by a move into another unit.
create function withdrawal_takes_nothing_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from obligation o join commitment c using (obligation_id) where o.campaign_id = new.campaign_id)
     or exists (select from plan_duty d
                  join action_plan a using (post_id, person_id, year)
                 where d.campaign_id = new.campaign_id and upper(d.recorded) = 'infinity') then
    raise exception 'something was handed in for campaign %', new.campaign_id using errcode = 'check_violation', constraint = 'withdrawal_takes_nothing_back';
  end if;
  return new;
end $$;
create trigger withdrawal_takes_nothing_back before insert on campaign_state
  for each row when (new.state = 'withdrawn') execute function withdrawal_takes_nothing_back();

-- The plans that leaders owed by it are owed no more, unless another campaign of the year asks for them.
create function duties_end_with_campaign() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from campaign_terms t where t.campaign_id = new.campaign_id and upper(t.recorded) = 'infinity') then return null; end if;
  update plan_duty set recorded = tstzrange(lower(recorded), transaction_timestamp()) where campaign_id = new.campaign_id and upper(recorded) = 'infinity';
  insert into plan_duty (post_id, person_id, year, campaign_id, unit_id, led_unit_id, due_from)
  select w.post_id, w.person_id, w.year, w.campaign_id, w.unit_id, w.led_unit_id, w.due_from
    from campaign c
    join campaign other on other.year = c.year and other.campaign_id <> c.campaign_id
   cross join lateral duties_wanted(other.campaign_id, null) w
   where c.campaign_id = new.campaign_id
      on conflict do nothing;
  return null;
end $$;
create constraint trigger duties_end_with_campaign after update on campaign_terms
  deferrable initially deferred for each row execute function duties_end_with_campaign();

insert into role_act (noun, act, role) values ('campaign', 'withdraw', 'superior-office');

-- What the verb closes, and nothing else (0110).
grant update (recorded) on campaign_terms, campaign_state to neu_guong_app;
create policy who_may_withdraw_closes on campaign_terms for update to neu_guong_app using (
  exists (select from campaign c where c.campaign_id = campaign_terms.campaign_id and c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u)));
create policy who_may_withdraw_closes on campaign_state for update to neu_guong_app using (
  exists (select from campaign c where c.campaign_id = campaign_state.campaign_id and c.unit_id in (select u.unit_id from units_where_may('campaign', 'withdraw') u)));
revoke all on function withdrawal_takes_nothing_back(), duties_end_with_campaign() from public;
