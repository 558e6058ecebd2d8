-- No cycles, and a child stands only where its parent exists.
-- Each step up is one look into an index: of thousands of units that one change writes the planner has no counts yet,
-- and would read them all for each. `offset 0` and «is true» keep it so.
create or replace function placement_is_lawful() returns trigger language plpgsql as $$
declare
  life datemultirange;
begin
  if not is_open(new.recorded) then return new; end if;
  select range_agg(valid) into life
    from unit_version
   where unit_id = new.parent_id and is_open(recorded);
  if life is null or not new.valid <@ life then
    raise exception 'unit % is placed under % outside the parent''s validity', new.unit_id, new.parent_id
      using errcode = 'check_violation', constraint = 'placement_within_parent';
  end if;
  if exists (
    with recursive above (unit_id, during) as (
      select new.parent_id, new.valid
      union all
      select p.parent_id, p.valid * a.during
        from above a
       cross join lateral (
             select p.parent_id, p.valid
               from placement p
              where p.unit_id = a.unit_id and p.hierarchy = new.hierarchy and (p.valid && a.during) is true
                and is_open(p.recorded)
             offset 0) p
    ) cycle unit_id set is_cycle using path
    select from above where unit_id = new.unit_id or is_cycle
  ) then
    raise exception 'placing unit % under % would make a cycle', new.unit_id, new.parent_id
      using errcode = 'check_violation', constraint = 'placement_without_cycle';
  end if;
  return new;
end $$;
create constraint trigger placement_is_lawful after insert on placement
  deferrable initially deferred for each row execute function placement_is_lawful();

-- Nobody stands under a unit that has ended: when a parent's life is shortened, its children end, move or keep it from
-- being shortened.
create or replace function parent_outlives_children() returns trigger language plpgsql as $$
declare
  child integer;
begin
  if is_open(new.recorded) then return null; end if;
  select p.unit_id into child
    from placement p
   where p.parent_id = new.unit_id and p.valid && new.valid and is_open(p.recorded)
     and not p.valid <@ coalesce((select range_agg(v.valid) from unit_version v
                                   where v.unit_id = new.unit_id and is_open(v.recorded)),
                                 '{}'::datemultirange)
   limit 1;
  if found then
    raise exception 'unit % would stand under unit % after its end', child, new.unit_id
      using errcode = 'check_violation', constraint = 'parent_outlives_children';
  end if;
  return null;
end $$;
create constraint trigger parent_outlives_children after update on unit_version
  deferrable initially deferred for each row execute function parent_outlives_children();

-- The shares of one source in one event sum to 1 ± 0.001 (to less where the source goes on: the rest is still its own),
-- or are unknown; an edge leads from a unit that existed the day before to one that exists on the day; no cycles.
create or replace function succession_is_lawful() returns trigger language plpgsql as $$
declare
  day date;
  goes_on boolean;
begin
  if not is_open(new.recorded) then return new; end if;
  select effective_on into day from succession_event where succession_event_id = new.succession_event_id;
  goes_on := exists (select from unit_version
                      where unit_id = new.predecessor_id and valid @> day and is_open(recorded));
  if exists (
    select from succession
     where succession_event_id = new.succession_event_id and predecessor_id = new.predecessor_id and is_open(recorded)
    having (count(*) = count(population_share) and sum(population_share) < 0.999 and not goes_on)
        or (count(*) = count(area_share) and sum(area_share) < 0.999 and not goes_on)
        or sum(population_share) > 1.001 or sum(area_share) > 1.001
  ) then
    raise exception 'the shares of unit % in this event do not sum to 1', new.predecessor_id
      using errcode = 'check_violation', constraint = 'succession_shares_sum_to_one';
  end if;
  if not exists (select from unit_version
                  where unit_id = new.predecessor_id and valid @> day - 1 and is_open(recorded)) then
    raise exception 'unit % did not exist on the day before %', new.predecessor_id, day
      using errcode = 'check_violation', constraint = 'succession_after_source';
  end if;
  if not exists (select from unit_version where unit_id = new.successor_id and valid @> day and is_open(recorded)) then
    raise exception 'unit % does not exist on %', new.successor_id, day
      using errcode = 'check_violation', constraint = 'succession_into_a_living_unit';
  end if;
  if exists (
    with recursive after (unit_id) as (
      select new.successor_id
      union
      select s.successor_id from after a join succession s on s.predecessor_id = a.unit_id and is_open(s.recorded)
    )
    select from after where unit_id = new.predecessor_id
  ) then
    raise exception 'unit % would succeed itself', new.predecessor_id
      using errcode = 'check_violation', constraint = 'succession_without_cycle';
  end if;
  return new;
end $$;
create constraint trigger succession_is_lawful after insert on succession
  deferrable initially deferred for each row execute function succession_is_lawful();

-- Planned for each call: a plan made for any day knows nothing of how many rows a day shows, and reads the tree through
-- the index of the exclusion constraint: forty times slower for the party's 2,700 units.

-- The units under a root, itself included, as they stood on a day and as the register knew them at an instant.
create or replace function subtree(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (unit_id integer) language sql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
  with recursive under (unit_id) as (
    select root
    union
    select p.unit_id
      from under u
      join placement p on p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  )
  select under.unit_id from under
$$;

-- All units that came out of the given ones by successions in force after one day and up to another, the given ones
-- included. What a unit passed on before it received anything is not an heir's.
create or replace function heirs(roots integer[], after_day date, valid_as_of date, recorded_as_of timestamptz)
returns table (unit_id integer) language sql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
  with recursive line (unit_id, since) as (
    select unnest(roots), after_day + 1
    union
    select s.successor_id, e.effective_on
      from line l
      join succession s        on s.predecessor_id = l.unit_id and s.recorded @> recorded_as_of
      join succession_event e  on e.succession_event_id = s.succession_event_id
                              and e.effective_on between l.since and valid_as_of and e.recorded @> recorded_as_of
  )
  select distinct line.unit_id from line
$$;

-- The last day on which a unit existed, on or before the given day; null if it did not exist yet.
create or replace function last_day_alive(of_unit integer, valid_as_of date, recorded_as_of timestamptz)
returns date language sql stable parallel safe as $$
  select max(least(valid_as_of,
                   case when upper(v.valid) = 'infinity' or upper_inf(v.valid) then valid_as_of
                        else upper(v.valid) - 1 end))
    from unit_version v
   where v.unit_id = of_unit and v.recorded @> recorded_as_of and lower(v.valid) <= valid_as_of
$$;

-- The members of U on a day. While U exists, its subtree; once U has been merged away, the subtree of its last day with
-- all that came out of it since: so «the province of Bắc Kạn, today» keeps a meaning after the merger of 2025. Units of
-- U's own rank are no members, and a later unit that holds land of U and other land is one.
create or replace function members_of(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (unit_id integer) language plpgsql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  last_day date := last_day_alive(root, valid_as_of, recorded_as_of);
begin
  if last_day = valid_as_of then
    return query select s.unit_id from subtree(in_hierarchy, root, valid_as_of, recorded_as_of) s;
  elsif last_day < valid_as_of then
    return query
      select h.unit_id
        from heirs((select array_agg(s.unit_id) from subtree(in_hierarchy, root, last_day, recorded_as_of) s),
                   last_day, valid_as_of, recorded_as_of) h
        join unit_version v on v.unit_id = h.unit_id and v.valid @> valid_as_of and v.recorded @> recorded_as_of
        join unit_kind k    on k.unit_kind = v.unit_kind
       where k.rank > (select min(rk.rank) from unit_version rv join unit_kind rk on rk.unit_kind = rv.unit_kind
                        where rv.unit_id = root);
  end if;
end $$;

-- Who belonged to U from one day to another, and during which stretches: for facts of one moment, as they were. A
-- commune that lived only in between, from one merger to the next, is among them.
create or replace function members_during(in_hierarchy text, root integer, from_day date, to_day date,
  recorded_as_of timestamptz)
returns table (unit_id integer, since date, until date)
language sql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
  with change_day (day) as (
    select from_day
    union
    select lower(p.valid)
      from placement p
     where p.hierarchy = in_hierarchy and lower(p.valid) > from_day and lower(p.valid) <= to_day
       and p.recorded @> recorded_as_of
    union
    select upper(p.valid)
      from placement p
     where p.hierarchy = in_hierarchy and upper(p.valid) > from_day and upper(p.valid) <= to_day
       and p.recorded @> recorded_as_of
  ), stretch (day, next_day) as (
    select c.day, coalesce(lead(c.day) over (order by c.day), 'infinity'::date) from change_day c
  )
  select m.unit_id, s.day, s.next_day
    from stretch s, members_of(in_hierarchy, root, s.day, recorded_as_of) m
$$;

-- Whether a unit stood under a root on a day (itself counts).
create or replace function is_under(of_unit integer, in_hierarchy text, root integer, valid_as_of date,
  recorded_as_of timestamptz)
returns boolean language sql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
  with recursive above (unit_id) as (
    select of_unit
    union
    select p.parent_id
      from above a
      join placement p on p.unit_id = a.unit_id and p.hierarchy = in_hierarchy
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  )
  select exists (select from above where unit_id = root)
$$;

-- Every unit under a root with the branch it belongs to: the root's own child above it (the root is its own branch).
create or replace function branches(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (branch_id integer, unit_id integer)
language sql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
  with recursive under (branch_id, unit_id) as (
    select root, root
    union
    select case when u.unit_id = root then p.unit_id else u.branch_id end, p.unit_id
      from under u
      join placement p on p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  )
  select under.branch_id, under.unit_id from under
$$;

-- For which units each branch under a root answers on a day: its subtree, and what was merged into that by then. A cell
-- that ended in the middle of a campaign has counts under its own name; its successor answers for them.
-- Each step is one look into an index for each unit at hand, so that one plan serves a cell and a province alike.
-- `offset 0` and `limit 1` keep it so; «is true» keeps the ranges of the two clocks, of which a plan for any day knows
-- nothing, from choosing the index.
create or replace function units_by_branch(in_hierarchy text, root integer, valid_as_of date,
  recorded_as_of timestamptz)
returns table (branch_id integer, unit_id integer)
language plpgsql stable parallel safe set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    with recursive under (branch_id, unit_id) as (
      select root, root
      union all
      select case when u.unit_id = root then p.unit_id else u.branch_id end, p.unit_id
        from under u
       cross join lateral (
             select p.unit_id
               from placement p
              where p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
                and (p.valid @> valid_as_of) is true and (p.recorded @> recorded_as_of) is true
             offset 0) p
    ), answers (branch_id, unit_id) as (
      select under.branch_id, under.unit_id from under
      union all
      select a.branch_id, s.predecessor_id
        from answers a
       cross join lateral (select e.succession_id, e.predecessor_id from succession e
                            where e.successor_id = a.unit_id offset 0) s
       cross join lateral main_succession(s.predecessor_id, valid_as_of, recorded_as_of) m
       where m.succession_id = s.succession_id
    )
    select answers.branch_id, answers.unit_id from answers;
end $$;

-- Whether the party's tree of one day, as known at an instant, is that of another day as known at any later one. Where
-- it says no, it may still be the same.
-- The least and the greatest are one step into an index each; «is there any» would be planned as a scan that soon finds
-- one, and finds none.
create or replace function is_same_tree(one_day date, known_at timestamptz, other_day date) returns boolean
language sql stable parallel safe set plan_cache_mode = 'force_generic_plan' as $$
  select greatest(
           (select max(lower(p.recorded)) from placement p),
           (select max(upper(p.recorded)) from placement p where upper(p.recorded) < 'infinity'),
           (select max(lower(v.recorded)) from unit_version v),
           (select max(upper(v.recorded)) from unit_version v where upper(v.recorded) < 'infinity'),
           (select max(lower(s.recorded)) from succession s),
           (select max(upper(s.recorded)) from succession s where upper(s.recorded) < 'infinity'),
           (select max(lower(e.recorded)) from succession_event e),
           (select max(upper(e.recorded)) from succession_event e where upper(e.recorded) < 'infinity')) <= known_at
     and coalesce(least(
           (select min(lower(p.valid)) from placement p where lower(p.valid) > least(one_day, other_day)),
           (select min(upper(p.valid)) from placement p
             where upper(p.valid) > least(one_day, other_day) and upper(p.valid) < 'infinity'),
           (select min(lower(v.valid)) from unit_version v where lower(v.valid) > least(one_day, other_day)),
           (select min(upper(v.valid)) from unit_version v
             where upper(v.valid) > least(one_day, other_day) and upper(v.valid) < 'infinity'),
           (select min(e.effective_on) from succession_event e
             where e.effective_on > least(one_day, other_day))) > greatest(one_day, other_day), true)
$$;

-- The units that an office at a unit reaches on a day: its members (of a unit that has ended: what came out of those
-- that stood below it, and, where nothing did, the unit that goes on alone), and what was merged into those, for which
-- they answer.
-- What was merged into the units at hand is looked up first, so that the rest is planned knowing how many there are.
create or replace function reach_of(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable as $$
declare
  goes_on integer;
begin
  if last_day_alive(root, on_day, known_at) = on_day then
    return query select distinct a.unit_id from units_by_branch('party', root, on_day, known_at) a;
    return;
  end if;
  return query select distinct c.counted_id from units_counted_for('party', root, on_day, known_at) c;
  if found then return; end if;
  goes_on := continuation_of(root, on_day, known_at);
  if goes_on is not null then
    return query select distinct a.unit_id from units_by_branch('party', goes_on, on_day, known_at) a;
  end if;
end $$;

-- The top of the party's tree today: a unit that lives, has none above it, and has others below it or is alone. What is
-- decided for the whole register is decided there; a union, or a unit beside the tree, decides nothing. The top is
-- found once and then looked for in a scope: a province's office has thousands of units, each asked for itself took
-- ten seconds.
create or replace function top_of_party() returns table (unit_id integer) language sql stable as $$
  with top as (
    select v.unit_id,
           exists (select from placement p
                    where p.parent_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                      and is_open(p.recorded)) as has_others_below
      from unit_version v
      join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
     where v.valid @> today_in_vietnam() and is_open(v.recorded)
       and not exists (select from placement p
                        where p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                          and is_open(p.recorded)))
  select top.unit_id from top where has_others_below or (select count(*) from top) = 1
$$;

-- Whether whoever asks sets the rules of the whole register: the superior office at the top of the party's tree.
create or replace function sets_rules() returns boolean language sql stable as $$
  select exists (
    select from top_of_party() t join units_where_may('programme', 'keep') u using (unit_id))
$$;

-- A rule of the register names nobody and is everybody's to read. The office that sets rules closes one, and writes the
-- next; what stays as it is has no end.
create or replace procedure guard_rule(of_table regclass, may_end boolean default true) language plpgsql as $$
begin
  execute format('grant select, insert on %s to neu_guong_app', of_table);
  execute format('grant select on %s to neu_guong_auditor', of_table);
  execute format('alter table %s enable row level security', of_table);
  execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  execute format('create policy app_reads on %s for select to neu_guong_app using (true)', of_table);
  execute format('create policy app_adds on %s for insert to neu_guong_app with check ((select sets_rules()))',
                 of_table);
  if may_end then
    execute format('grant update (recorded) on %s to neu_guong_app', of_table);
    execute format('create policy app_changes on %s for update to neu_guong_app using ((select sets_rules()))',
                   of_table);
  end if;
end $$;

-- The n-th working day after a day: neither a weekend nor a holiday of the calendar.
create or replace function working_day_after(day date, n integer) returns date language sql stable as $$
  select d::date from generate_series(day + 1, day + 2 * n + 40, interval '1 day') d
   where extract(isodow from d) < 6
     and not exists (select from holiday h where h.holiday = d::date and is_open(h.recorded))
   order by d offset n - 1 limit 1
$$;

-- The unit that answers for a unit on a day: itself, or the heir of its main edge, and on.
create or replace function successor_of(of_unit integer, on_day date, known_at timestamptz)
returns integer language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  with recursive line (unit_id, place) as (
    select of_unit, 0
    union all
    select s.successor_id, l.place + 1
      from line l
     cross join lateral main_succession(l.unit_id, on_day, known_at) s
  )
  select line.unit_id from line order by line.place desc limit 1
$$;

-- The same, found once in a transaction for each unit and kept in a setting that ends with it: whatever is asked there
-- by somebody of that unit, the reach is one.
create or replace function reach_kept(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable as $$
#variable_conflict use_column
declare
  kept_in text := 'neu_guong.reach_' || root;
  as_of   text := on_day || ' ' || extract(epoch from known_at) || ' ';
  kept    text := current_setting(kept_in, true);
begin
  if kept is null or not starts_with(kept, as_of) then
    select as_of || coalesce(string_agg(r.unit_id::text, ','), '') into kept from reach_of(root, on_day, known_at) r;
    perform set_config(kept_in, kept, true);
  end if;
  return query select k::integer from string_to_table(nullif(substr(kept, length(as_of) + 1), ''), ',') k;
end $$;

-- What a unit is called on a day, for the reads that end in a name. Each is looked up by itself: as a join, all units
-- there are may be read for a few.
create or replace function unit_named(of_unit integer, on_day date, known_at timestamptz)
returns table (key text, name text) language sql stable parallel safe rows 1 as $$
  select u.key, v.name
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> on_day and v.recorded @> known_at
   where u.unit_id = of_unit
  offset 0
$$;

-- Members, former members and duties are counted for the living unit that answers for theirs: a merger moves no row, so
-- theirs may be a unit that has ended.

-- For which units each living unit under a root counts, on a day: itself, and every unit that was merged into it by
-- then, by the succession that carries most of it.
create or replace function units_counted_for(in_hierarchy text, root integer, valid_as_of date,
  recorded_as_of timestamptz)
returns table (unit_id integer, counted_id integer)
language plpgsql stable parallel safe set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    with recursive counted (unit_id, counted_id) as (
      select m.unit_id, m.unit_id from members_of(in_hierarchy, root, valid_as_of, recorded_as_of) m
      union all
      select c.unit_id, s.predecessor_id
        from counted c
       cross join lateral (select e.succession_id, e.predecessor_id from succession e
                            where e.successor_id = c.counted_id offset 0) s
       cross join lateral main_succession(s.predecessor_id, valid_as_of, recorded_as_of) m
       where m.succession_id = s.succession_id)
    select counted.unit_id, counted.counted_id from counted;
end $$;

-- The living unit that goes on alone for one that has ended: each step down the line has one predecessor and one
-- successor, as where a cell begins anew under another
-- name. Null where units were joined or divided on the way: who heads the new one is for its level above to say.
create or replace function continuation_of(of_unit integer, on_day date, known_at timestamptz)
returns integer language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  with recursive line (unit_id, place, is_alone) as (
    select of_unit, 0, true
    union all
    select s.successor_id, l.place + 1,
           l.is_alone
           and not exists (select from succession o
                            where o.successor_id = s.successor_id and o.predecessor_id <> l.unit_id
                              and o.recorded @> known_at)
           and not exists (select from succession o
                            where o.predecessor_id = l.unit_id and o.successor_id <> s.successor_id
                              and o.recorded @> known_at)
      from line l
     cross join lateral main_succession(l.unit_id, on_day, known_at) s)
  select case when place > 0 and is_alone
               and exists (select from unit_version v
                            where v.unit_id = line.unit_id and v.valid @> on_day and v.recorded @> known_at)
              then unit_id end
    from line order by place desc limit 1
$$;

-- Which unit a unit that has ended passes on its counts to is asked in one place, and only of the event that ended it.
-- Before, six functions took the edge with the
-- greatest known share of all: a cell that had once given 30 % of its members away, and was later joined with another
-- by shares nobody knew, was counted for by the receiver of the gift.

-- The succession by which a unit that has ended passes on its counts; none while it goes on, nor where it was abolished
-- without a successor. The unit lived on no day from its event on, up to
-- the day asked. Where several instruments act on one day, the one recorded last ended it: nothing is taken from a unit
-- that has ended. Of several successors, the one with the greatest share, then the first.
-- One query without settings, so that the planner takes it into the question that asks. `offset 0` and «is true» keep
-- the two clocks from choosing the index.
create or replace function main_succession(of_unit integer, valid_as_of date, recorded_as_of timestamptz)
returns table (succession_id bigint, successor_id integer) language sql stable parallel safe as $$
  select s.succession_id, s.successor_id
    from succession s
   cross join lateral (
         select e.effective_on, lower(e.recorded) as recorded_at
           from succession_event e
          where e.succession_event_id = s.succession_event_id and e.effective_on <= valid_as_of
            and e.recorded @> recorded_as_of
         offset 0) e
   where s.predecessor_id = of_unit and (s.recorded @> recorded_as_of) is true
     and (select true
            from unit_version v
           where v.unit_id = of_unit and (v.recorded @> recorded_as_of) is true
             and (v.valid && daterange(e.effective_on, valid_as_of, '[]')) is true
           limit 1) is null
   order by e.effective_on desc, e.recorded_at desc, coalesce(s.population_share, 0) desc, s.succession_id
   limit 1
$$;

-- Of a unit that is yet to begin nobody holds anything: it is judged where it will stand, at the first unit above it
-- that stands today.
create or replace function standing_above(of_unit integer) returns integer language sql stable as $$
  with recursive up (unit_id, place) as (
    select of_unit, 0
    union all
    select l.parent_id, u.place + 1
      from up u
     cross join lateral (select p.parent_id from placement p
                          where p.unit_id = u.unit_id and p.hierarchy = 'party' and is_open(p.recorded)
                          order by lower(p.valid) limit 1) l
     where not exists (select from unit_version v
                        where v.unit_id = u.unit_id and lower(v.valid) <= today_in_vietnam() and is_open(v.recorded)))
  select up.unit_id from up order by place desc limit 1
$$;

-- The party unit at which what is done to a unit is judged: one of the Party at itself, one of another hierarchy at the
-- highest of the Party. Null where there is no such unit.
create or replace function judged_at(of_unit integer) returns integer language sql stable as $$
  select case when bool_or(k.hierarchy = 'party') then standing_above(of_unit) else highest_of_party() end
    from unit_version v
    join unit_kind k using (unit_kind)
   where v.unit_id = of_unit
  having count(*) > 0
$$;

-- The unit of the Party that stands under none today. Null where there are several, or none.
create or replace function highest_of_party() returns integer language sql stable as $$
  select min(v.unit_id)
    from unit_version v
    join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
   where v.valid @> today_in_vietnam() and is_open(v.recorded)
     and not exists (select from placement p
                      where p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                        and is_open(p.recorded))
  having count(*) = 1
$$;

-- Whether whoever asks may record an instrument, and attach its text.
create or replace function may_record_instrument() returns boolean language sql stable as $$
  select exists (select from units_where_may('campaign', 'issue'))
         or exists (select from units_where_may('campaign', 'extend'))
      or exists (select from units_where_may('post', 'appoint')) or exists (select from units_where_may('unit', 'keep'))
$$;

-- Which tables have rows that cite an instrument, and how many, as far as who asks sees them: asked of the catalogue,
-- so that no new table is forgotten. What has been closed counts too: it was said once by that instrument.
create or replace function tables_citing(of_instrument bigint) returns table (in_table text, n integer)
language plpgsql stable as $$
declare
  reference record;
begin
  for reference in
    select c.conrelid::regclass::text as in_table, quote_ident(a.attname) as by_column
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'instrument'::regclass and c.conrelid <> 'instrument_file'::regclass
     order by 1
  loop
    if has_table_privilege(reference.in_table, 'select') then
      in_table := reference.in_table;
      execute format('select count(*)::integer from %s where %s = $1', reference.in_table,
                     reference.by_column) into n using of_instrument;
      if n > 0 then return next; end if;
    end if;
  end loop;
end $$;
