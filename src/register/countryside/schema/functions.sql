-- The territory in which a party unit works today: its own, or that of the nearest unit above which has one.
create or replace function works_in(of_unit integer) returns integer language sql stable as $$
  with recursive above (unit_id, depth) as (
    select of_unit, 0
    union all
    select p.parent_id, a.depth + 1
      from above a
      join placement p on p.unit_id = a.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                      and is_open(p.recorded)
     where a.depth < 30)
  select v.place_id
    from above a
    join unit_version v on v.unit_id = a.unit_id and v.place_id is not null and v.valid @> today_in_vietnam()
                       and is_open(v.recorded)
   order by a.depth
   limit 1
$$;

-- The places where gifts to a party unit are given: its territory with all in it, and what was merged into that.
create or replace function places_of(of_unit integer) returns table (place_id integer) language sql stable as $$
  select c.counted_id from units_counted_for('territory', works_in(of_unit), today_in_vietnam(), recorded_now()) c
$$;

-- Contributions that an office keeps lie in its territory; each place of a list is asked about once.
create or replace function contribution_is_in_place() returns trigger language plpgsql as $$
declare
  outside integer;
begin
  select w.place_id into outside
    from (select distinct kept_at, place_id from written where kept_at is not null) w
   where not exists (select from places_of(w.kept_at) p where p.place_id = w.place_id)
   limit 1;
  if found then
    raise exception 'place % is not in the territory of the unit that keeps its contribution', outside
      using errcode = 'check_violation', constraint = 'contribution_is_in_place';
  end if;
  return null;
end $$;
create trigger contribution_is_in_place after insert on contribution referencing new table as written
  for each statement execute function contribution_is_in_place();

-- Gifts of one household: the head's name is the same, at one place or at what that place came of or became. Of two
-- places that were merged later, people of one name are two households. With the owner's rights, for an office sees the
-- givers of its own unit alone; what it leaves is a number, and names nobody.
create or replace function know_households() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  perform set_config('neu_guong.loading', 'yes', true);
  insert into contribution_household (contribution_id, household_id, recorded)
  with given as materialized (
         select w.contribution_id, w.recorded, c.place_id, w.print
           from written w join contribution c using (contribution_id)
          where w.giver_kind = 'household'),
       place as materialized (select distinct place_id from given),
       line as materialized (
         select p.place_id, b.unit_id as other_id
           from place p cross join lateral units_by_branch('territory', p.place_id, today_in_vietnam(),
                                                           recorded_now()) b
          union
         select p.place_id, successor_of(p.place_id, today_in_vietnam(), recorded_now()) from place p),
       named as materialized (select distinct place_id, print from given),
       known as (
         select n.place_id, n.print, h.household_id
           from named n
          cross join lateral (
                select c.contribution_id, c.place_id
                  from contribution_giver g join contribution c using (contribution_id)
                 where g.print = n.print and upper(g.recorded) = 'infinity'
                offset 0) c
           join line l                   on l.place_id = n.place_id and l.other_id = c.place_id
           join contribution_household h on h.contribution_id = c.contribution_id),
       -- Looked up name by name, and sorted together instead of joined: one plan writes one gift as well as 50,000.
       together as (
         select contribution_id, recorded,
                coalesce(min(household_id) over alike, min(contribution_id) over alike) as household_id
           from (select place_id, print, contribution_id, recorded, null::bigint as household_id from given
                  union all
                 select place_id, print, null, null, household_id from known) x
         window alike as (partition by place_id, print))
  select contribution_id, household_id, recorded from together where contribution_id is not null
      on conflict do nothing;
  perform set_config('neu_guong.loading', before, true);
  return null;
end $$;
revoke all on function know_households() from public;
create trigger know_households after insert on contribution_giver referencing new table as written
  for each statement execute function know_households();

-- What the rows of contributions, verifications and households come to: `contribution_state` as it must be.
create or replace view contribution_state_of_rows with (security_invoker = true) as
select c.contribution_id, c.contribution_kind, c.place_id, c.kept_at, c.given_on, c.quantity, c.is_estimate,
       s.household_id, v.verified_on, lower(s.known) as known_from, upper(s.known) as known_until
  from contribution c
 cross join lateral (
       select w.verified_on, c.recorded * w.recorded as known
         from contribution_verification w
        where w.contribution_id = c.contribution_id
        union all
       select null, unnest(tstzmultirange(c.recorded) - coalesce(range_agg(w.recorded), '{}'))
         from contribution_verification w
        where w.contribution_id = c.contribution_id) v
 cross join lateral (
       select h.household_id, v.known * h.recorded as known
         from contribution_household h
        where h.contribution_id = c.contribution_id
        union all
       select null, unnest(tstzmultirange(v.known) - coalesce(range_agg(h.recorded), '{}'))
         from contribution_household h
        where h.contribution_id = c.contribution_id) s
 where not isempty(s.known) and (v.verified_on is not null or upper(s.known) = 'infinity');

-- Makes the states of some contributions anew from their rows; of all where `of_contributions` is null. Planned for the
-- rows that are there: between one list and the next the tables may grow from nothing to 50,000.
create or replace function settle_contributions(of_contributions bigint[]) returns void
language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
  if of_contributions is null then
    of_contributions := array(select contribution_id from contribution);
  end if;
  delete from contribution_state s using unnest(of_contributions) i where s.contribution_id = i;
  insert into contribution_state (contribution_id, contribution_kind, place_id, kept_at, given_on, quantity,
                                  is_estimate,
                                  household_id, verified_on, known_from, known_until)
  select r.* from unnest(of_contributions) i join contribution_state_of_rows r on r.contribution_id = i;
end $$;
revoke all on function settle_contributions(bigint[]) from public;

-- The three things that lists of 50,000 do change a state where it stands; all else makes it anew from the rows.
create or replace function state_new_contributions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into contribution_state (contribution_id, contribution_kind, place_id, kept_at, given_on, quantity,
                                  is_estimate, known_from, known_until)
  select contribution_id, contribution_kind, place_id, kept_at, given_on, quantity, is_estimate, lower(recorded),
         upper(recorded)
    from written
   where is_open(recorded);
  return null;
end $$;
revoke all on function state_new_contributions() from public;
create or replace function state_new_households() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update contribution_state s set household_id = w.household_id
    from written w
   where s.contribution_id = w.contribution_id and is_open(w.recorded) and lower(w.recorded) <= s.known_from;
  perform settle_contributions(array(
    select w.contribution_id from written w
     where not is_open(w.recorded)
        or exists (select from contribution_state s
                    where s.contribution_id = w.contribution_id and s.known_until > lower(w.recorded)
                      and s.household_id is null)));
  return null;
end $$;
revoke all on function state_new_households() from public;
create or replace function state_new_verifications() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  settled bigint[];
begin
  with verified as (
         update contribution_state s set verified_on = w.verified_on, known_from = lower(w.recorded)
           from written w
          where s.contribution_id = w.contribution_id and is_open(w.recorded)
            and s.verified_on is null and s.known_from <= lower(w.recorded)
      returning s.contribution_id)
  select array(select contribution_id from written except select contribution_id from verified) into settled;
  perform settle_contributions(settled);
  return null;
end $$;
revoke all on function state_new_verifications() from public;
create or replace function state_changed_contributions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_contributions(array(select distinct contribution_id from written));
  return null;
end $$;
revoke all on function state_changed_contributions() from public;
create trigger state_new_contributions after insert on contribution referencing new table as written
  for each statement execute function state_new_contributions();
create trigger state_changed_contributions after update on contribution referencing new table as written
  for each statement execute function state_changed_contributions();
create trigger state_new_verifications after insert on contribution_verification referencing new table as written
  for each statement execute function state_new_verifications();
create trigger state_changed_contributions after update on contribution_verification referencing new table as written
  for each statement execute function state_changed_contributions();
create trigger state_new_households after insert on contribution_household referencing new table as written
  for each statement execute function state_new_households();
create trigger state_changed_contributions after update on contribution_household referencing new table as written
  for each statement execute function state_changed_contributions();

-- Those of a list that nobody has verified and that may be a gift told twice, each with the oldest that it resembles:
-- of one kind, amount and place within so many days, by a giver of the same name or one who is not named.
create or replace function resembling_gifts(of_list bigint, days integer)
returns table (contribution_id bigint, resembles bigint)
language sql stable as $$
  select c.contribution_id, min(o.contribution_id)
    from contribution c
    join contribution o on o.place_id = c.place_id and o.contribution_kind = c.contribution_kind
                       and o.quantity = c.quantity
                       and o.contribution_id <> c.contribution_id
                       and o.given_on between c.given_on - days and c.given_on + days
                       and is_open(o.recorded)
    left join contribution_giver g  on g.contribution_id = c.contribution_id and is_open(g.recorded)
    left join contribution_giver og on og.contribution_id = o.contribution_id and is_open(og.recorded)
   where c.contribution_list_id = of_list and is_open(c.recorded)
     and (og.household is null or og.print = g.print)
     and not exists (select from contribution_verification w
                      where w.contribution_id = c.contribution_id and is_open(w.recorded))
   group by c.contribution_id
$$;

-- The places that are assessed or judged by whoever asks: those where the units of their reach work.
create or replace function places_for_standing(of_act text) returns table (place_id integer) language sql stable as $$
  select distinct v.place_id
    from units_where_may('standing', of_act) u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded)
   where v.place_id is not null
$$;

create or replace function is_commune_on(of_unit integer, on_day date) returns boolean language sql stable as $$
  select exists (select from unit_version v
                  where v.unit_id = of_unit and v.unit_kind = 'commune' and v.valid @> on_day and is_open(v.recorded))
$$;

-- Whether who asks judges an assessment, in their own right: never one that they had a hand in. `from_elsewhere`: by a
-- role at another unit than the one that wrote it.
create or replace function may_judge_case(of_case bigint, of_act text, from_elsewhere boolean) returns boolean
language sql stable as $$
  select exists (
    select from standing_case c
      join roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
           on h.giver_id is null and not (from_elsewhere and h.unit_id = c.kept_at)
      join role_act a on a.role = h.role and a.noun = 'standing' and a.act = of_act
     where c.standing_case_id = of_case and c.begun_by <> current_person_id()
       and not exists (select from criterion_result r
                        where r.standing_case_id = of_case and r.said_by = current_person_id())
       and c.kept_at in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$$;

-- Whether who asks may take an assessment to a state: the office that writes it, or who judges it.
create or replace function may_take_case(of_case bigint, to_state text) returns boolean language sql stable as $$
  select case when to_state in ('draft', 'submitted', 'withdrawn')
              then exists (select from standing_case c
                            where c.standing_case_id = of_case
                              and c.kept_at in (select u.unit_id from units_where_may('standing', 'assess') u))
              when to_state in ('appraised', 'returned') then may_judge_case(of_case, 'appraise', true)
              when to_state in ('voted', 'rejected') then may_judge_case(of_case, 'vote', false)
              else may_judge_case(of_case, 'decide', false) end
$$;

-- No commune is recognised by a case before its council has agreed.
create or replace function decision_follows_its_vote() returns trigger language plpgsql as $$
begin
  if not exists (select from standing_case c join standing_vote v using (standing_case_id)
                  where c.standing_case_id = new.standing_case_id and c.unit_id = new.unit_id
                    and v.met_on <= new.decided_on) then
    raise exception 'decision on case % comes before its vote', new.standing_case_id
      using errcode = 'check_violation', constraint = 'decision_follows_its_vote';
  end if;
  return new;
end $$;
create trigger decision_follows_its_vote before insert on standing_decision for each row
  when (new.standing_case_id is not null) execute function decision_follows_its_vote();
