-- commitment/: the same answers as before. Of every edge it was asked whether it is the main one of its source; now only of those that lead into the units at hand.
create or replace function answering(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (branch_id integer, unit_id integer) language sql stable parallel safe set plan_cache_mode = 'force_custom_plan' as $$
  with recursive under (branch_id, unit_id) as (
    select root, root
    union all
    select case when u.unit_id = root then p.unit_id else u.branch_id end, p.unit_id
      from under u
      join placement p on p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  ), answers (branch_id, unit_id) as (
    select under.branch_id, under.unit_id from under
    union all
    select a.branch_id, s.predecessor_id
      from answers a
     cross join lateral (  -- apart, so that the costly question is asked of these few
           select e.succession_id, e.predecessor_id from succession e where e.successor_id = a.unit_id offset 0) s
     where s.succession_id = (
             select o.succession_id
               from succession o
               join succession_event e on e.succession_event_id = o.succession_event_id
                                      and e.effective_on <= valid_as_of and e.recorded @> recorded_as_of
              where o.predecessor_id = s.predecessor_id and o.recorded @> recorded_as_of
                and not exists (select from unit_version v
                                 where v.unit_id = s.predecessor_id and v.valid @> valid_as_of and v.recorded @> recorded_as_of)
              order by coalesce(o.population_share, 0) desc, o.succession_id
              limit 1)
  )
  select answers.branch_id, answers.unit_id from answers
$$;
