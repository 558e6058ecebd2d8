-- organisation/: which unit a unit that has ended passes on its counts to is asked in one place, and only of the event that ended it. Before, six functions took the edge with the
-- greatest known share of all: a cell that had once given 30 % of its members away, and was later joined with another by shares nobody knew, was counted for by the receiver of the gift.

-- The succession by which a unit that has ended passes on its counts; none while it goes on, nor where it was abolished without a successor. The unit lived on no day from its event on, up to
-- the day asked. Where several instruments act on one day, the one recorded last ended it: nothing is taken from a unit that has ended. Of several successors, the one with the greatest share, then the first.
-- One query without settings, so that the planner takes it into the question that asks. `offset 0` and «is true» keep the two clocks from choosing the index.
create function main_succession(of_unit integer, valid_as_of date, recorded_as_of timestamptz)
returns table (succession_id bigint, successor_id integer) language sql stable parallel safe as $$
  select s.succession_id, s.successor_id
    from succession s
   cross join lateral (
         select e.effective_on, lower(e.recorded) as recorded_at
           from succession_event e
          where e.succession_event_id = s.succession_event_id and e.effective_on <= valid_as_of and e.recorded @> recorded_as_of
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

create or replace function heir_of(of_unit integer, on_day date, known_at timestamptz)
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

create or replace function continuation_of(of_unit integer, on_day date, known_at timestamptz)
returns integer language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  with recursive line (unit_id, place, is_alone) as (
    select of_unit, 0, true
    union all
    select s.successor_id, l.place + 1,
           l.is_alone
           and not exists (select from succession o where o.successor_id = s.successor_id and o.predecessor_id <> l.unit_id and o.recorded @> known_at)
           and not exists (select from succession o where o.predecessor_id = l.unit_id and o.successor_id <> s.successor_id and o.recorded @> known_at)
      from line l
     cross join lateral main_succession(l.unit_id, on_day, known_at) s)
  select case when place > 0 and is_alone
               and exists (select from unit_version v where v.unit_id = line.unit_id and v.valid @> on_day and v.recorded @> known_at) then unit_id end
    from line order by place desc limit 1
$$;

create or replace function units_counted_for(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (unit_id integer, counted_id integer) language plpgsql stable parallel safe set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    with recursive counted (unit_id, counted_id) as (
      select m.unit_id, m.unit_id from members_of(in_hierarchy, root, valid_as_of, recorded_as_of) m
      union all
      select c.unit_id, s.predecessor_id
        from counted c
       cross join lateral (select e.succession_id, e.predecessor_id from succession e where e.successor_id = c.counted_id offset 0) s
       cross join lateral main_succession(s.predecessor_id, valid_as_of, recorded_as_of) m
       where m.succession_id = s.succession_id)
    select counted.unit_id, counted.counted_id from counted;
end $$;

create or replace function answering(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (branch_id integer, unit_id integer) language plpgsql stable parallel safe set plan_cache_mode = 'force_generic_plan' as $$
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
       cross join lateral (select e.succession_id, e.predecessor_id from succession e where e.successor_id = a.unit_id offset 0) s
       cross join lateral main_succession(s.predecessor_id, valid_as_of, recorded_as_of) m
       where m.succession_id = s.succession_id
    )
    select answers.branch_id, answers.unit_id from answers;
end $$;

-- The reach of a unit that has ended is what is counted for by what came out of it: the same question.
create or replace function reach_of(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable as $$
declare
  goes_on integer;
begin
  if last_day_alive(root, on_day, known_at) = on_day then
    return query select distinct a.unit_id from answering('party', root, on_day, known_at) a;
    return;
  end if;
  return query select distinct c.counted_id from units_counted_for('party', root, on_day, known_at) c;
  if found then return; end if;
  goes_on := continuation_of(root, on_day, known_at);
  if goes_on is not null then
    return query select distinct a.unit_id from answering('party', goes_on, on_day, known_at) a;
  end if;
end $$;

create or replace function plant_summary_tree(of_campaign integer, on_day date, known_at timestamptz) returns void language sql as $$
  with recursive tree (unit_id, parent_id) as (
         select c.unit_id, null::integer
           from campaign c
          where c.campaign_id = of_campaign
          union all
         select p.unit_id, p.parent_id
           from tree t
           join placement p on p.hierarchy = 'party' and p.parent_id = t.unit_id
          where p.valid @> on_day and p.recorded @> known_at),
       answering_for (unit_id, parent_id, heir_id) as (
         select tree.unit_id, tree.parent_id, null::integer from tree
          union all
         select s.predecessor_id, null::integer, a.unit_id
           from answering_for a
          cross join lateral (select e.succession_id, e.predecessor_id from succession e where e.successor_id = a.unit_id offset 0) s
          cross join lateral main_succession(s.predecessor_id, on_day, known_at) m
          where m.succession_id = s.succession_id)
  insert into tally_summary_line (campaign_id, unit_id, parent_id, heir_id)
  select of_campaign, a.unit_id, a.parent_id, a.heir_id from answering_for a
$$;

drop function reach_of_ended(integer, date, timestamptz);
drop function main_edge(integer, date, timestamptz);

-- Summaries that were added up along another line are made anew at the next round.
delete from tally_summary t
 where exists (
       select from tally_summary_line l
        where l.campaign_id = t.campaign_id and l.heir_id is not null
          and l.heir_id is distinct from (select m.successor_id from main_succession(l.unit_id, t.day, t.settled_at) m));
