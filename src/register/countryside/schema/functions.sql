-- The territory in which a party unit works today: its own, or that of the nearest unit above which has one.
create or replace function works_in(of_unit integer) returns integer language sql stable as $$
  with recursive above (unit_id, depth) as (
    select of_unit, 0
    union all
    select p.parent_id, a.depth + 1
      from above a
      join placement p on p.unit_id = a.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded)
     where a.depth < 30)
  select v.place_id
    from above a
    join unit_version v on v.unit_id = a.unit_id and v.place_id is not null and v.valid @> today_in_vietnam() and is_open(v.recorded)
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

-- A giver's name as two clerks would write it alike: without marks, and without what stands before it.
create or replace function giver_print(giver text) returns text language sql immutable as $$
  select regexp_replace(folded(giver), '^((ho|gia dinh|ong|ba|anh|chi|co|chu|bac) +)+', '')
$$;

-- Those of a list that nobody has verified and that may be a gift told twice, each with the oldest that it resembles:
-- of one kind, amount and place within so many days, by a giver of the same name or one who is not named.
create or replace function resembling_gifts(of_list bigint, days integer) returns table (contribution_id bigint, resembles bigint)
language sql stable as $$
  select c.contribution_id, min(o.contribution_id)
    from contribution c
    join contribution o on o.place_id = c.place_id and o.contribution_kind = c.contribution_kind and o.quantity = c.quantity
                       and o.contribution_id <> c.contribution_id and o.given_on between c.given_on - days and c.given_on + days
                       and is_open(o.recorded)
    left join contribution_giver g  on g.contribution_id = c.contribution_id and is_open(g.recorded)
    left join contribution_giver og on og.contribution_id = o.contribution_id and is_open(og.recorded)
   where c.contribution_list_id = of_list and is_open(c.recorded)
     and (og.household is null or giver_print(og.household) = giver_print(g.household))
     and not exists (select from contribution_verification w where w.contribution_id = c.contribution_id and is_open(w.recorded))
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
  select exists (select from unit_version v where v.unit_id = of_unit and v.unit_kind = 'commune' and v.valid @> on_day and is_open(v.recorded))
$$;

-- Whether who asks judges an assessment, in their own right: never one that they had a hand in. `from_elsewhere`: by a
-- role at another unit than the one that wrote it.
create or replace function may_judge_case(of_case bigint, of_act text, from_elsewhere boolean) returns boolean language sql stable as $$
  select exists (
    select from standing_case c
      join roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h on h.giver_id is null and not (from_elsewhere and h.unit_id = c.kept_at)
      join role_act a on a.role = h.role and a.noun = 'standing' and a.act = of_act
     where c.standing_case_id = of_case and c.begun_by <> current_person_id()
       and not exists (select from criterion_result r where r.standing_case_id = of_case and r.said_by = current_person_id())
       and c.kept_at in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$$;

-- Whether who asks may take an assessment to a state: the office that writes it, or who judges it.
create or replace function may_take_case(of_case bigint, to_state text) returns boolean language sql stable as $$
  select case when to_state in ('draft', 'submitted', 'withdrawn')
              then exists (select from standing_case c
                            where c.standing_case_id = of_case and c.kept_at in (select u.unit_id from units_where_may('standing', 'assess') u))
              when to_state in ('appraised', 'returned') then may_judge_case(of_case, 'appraise', true)
              when to_state in ('voted', 'rejected') then may_judge_case(of_case, 'vote', false)
              else may_judge_case(of_case, 'decide', false) end
$$;

-- No commune is recognised by a case before its council has agreed.
create or replace function decision_follows_its_vote() returns trigger language plpgsql as $$
begin
  if not exists (select from standing_case c join standing_vote v using (standing_case_id)
                  where c.standing_case_id = new.standing_case_id and c.unit_id = new.unit_id and v.met_on <= new.decided_on) then
    raise exception 'decision on case % comes before its vote', new.standing_case_id
      using errcode = 'check_violation', constraint = 'decision_follows_its_vote';
  end if;
  return new;
end $$;
create trigger decision_follows_its_vote before insert on standing_decision for each row
  when (new.standing_case_id is not null) execute function decision_follows_its_vote();
