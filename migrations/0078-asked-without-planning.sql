-- commitment/, access/: the same answers as before, without planning each question anew. For which units somebody answers was planned at every call, and at most pages that took longer than finding them.
-- Each step is now one look into an index for each unit at hand, so one plan serves a cell and a province alike. `offset 0` and `limit 1` keep it so, and «is true» keeps
-- the ranges of the two clocks, of which a plan for any day knows nothing, from choosing the index.
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
       where s.succession_id = (  -- the main edge of what has ended
               select o.succession_id
                 from succession o
                cross join lateral (
                      select from succession_event e
                       where e.succession_event_id = o.succession_event_id and e.effective_on <= valid_as_of and e.recorded @> recorded_as_of
                      offset 0) e
                where o.predecessor_id = s.predecessor_id and o.recorded @> recorded_as_of
                  and (select true from unit_version v
                        where v.unit_id = s.predecessor_id and v.valid @> valid_as_of and v.recorded @> recorded_as_of limit 1) is null
                order by coalesce(o.population_share, 0) desc, o.succession_id
                limit 1)
    )
    select answers.branch_id, answers.unit_id from answers;
end $$;

-- The reach of a unit that goes on is what it answers for. Of one that has ended it is what its heirs have from it, found step by step as before.
alter function reach_of(integer, date, timestamptz) rename to reach_of_ended;
create function reach_of(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable as $$
begin
  if last_day_alive(root, on_day, known_at) = on_day then
    return query select distinct a.unit_id from answering('party', root, on_day, known_at) a;
  else
    return query select r.unit_id from reach_of_ended(root, on_day, known_at) r;
  end if;
end $$;

-- Where a commitment stands is its last step: now one look, at one row, and its policy is asked of that row alone.
create index commitment_step_latest on commitment_step (commitment_id, happened_on desc, commitment_step_id desc);
drop index commitment_step_commitment_id_idx;
