-- commitment/: what became of deeds is summarised with the rest. A report adds a tally, so a province that reports as it should has more of these than of all others, and F5 walked through every one of them.
alter table tally_summary_line
  add commitments integer not null default 0,  -- from here on: the sums of deed_tally, in the line of no deeds
  add registered  integer not null default 0,
  add done        integer not null default 0,
  add partly      integer not null default 0,
  add not_done    integer not null default 0;
drop index tally_summary_line_campaign_id_parent_id_unit_id_deeds_due__idx;
create index tally_summary_line_downwards on tally_summary_line (campaign_id, parent_id)
  include (unit_id, deeds, due, submitted, on_time, approved, commitments, registered, done, partly, not_done);
create index on deed_tally (campaign_id, recorded_at);
delete from tally_summary;  -- made anew within seconds

create view tally with (security_invoker = true) as
  select campaign_id, unit_id, deeds, valid_on, recorded_at, due, submitted, on_time, approved,
         0 as commitments, 0 as registered, 0 as done, 0 as partly, 0 as not_done
    from commitment_tally
  union all
  select campaign_id, unit_id, 0::smallint, valid_on, recorded_at, 0, 0, 0, 0, commitments, registered, done, partly, not_done
    from deed_tally;
grant select on tally to neu_guong_app, neu_guong_auditor;

-- The instant up to which a campaign's summary holds every tally, where it may answer a question; else null, and the tree is walked (docs/decisions/0014).
create function summarised_up_to(of_campaign integer, root integer, day date, valid_as_of date, recorded_as_of timestamptz)
returns timestamptz language sql stable parallel safe as $$
  select s.settled_at
    from tally_summary s
    join tally_summary_line l on l.campaign_id = s.campaign_id and l.unit_id = root and l.deeds = 0 and l.heir_id is null
   where s.campaign_id = of_campaign and s.settled_at <= recorded_as_of and s.last_valid_on <= valid_as_of
     and is_same_tree(s.day, s.settled_at, summarised_up_to.day)
$$;

-- The tallies of a campaign under a root by its summary: the lines of the branches and of the root, and what was recorded since, which climbs from its own unit to the root.
create function summed_under(of_campaign integer, root integer, since timestamptz, valid_as_of date, recorded_as_of timestamptz)
returns table (branch_id integer, deeds smallint, due bigint, submitted bigint, on_time bigint, approved bigint,
               commitments bigint, registered bigint, done bigint, partly bigint, not_done bigint)
language sql stable parallel safe rows 100 as $$
  with recursive climb (unit_id, under_id, deeds, due, submitted, on_time, approved, commitments, registered, done, partly, not_done) as (
    select t.unit_id, null::integer, t.deeds, sum(t.due), sum(t.submitted), sum(t.on_time), sum(t.approved),
           sum(t.commitments), sum(t.registered), sum(t.done), sum(t.partly), sum(t.not_done)
      from tally t
     where t.campaign_id = of_campaign and t.recorded_at > since and t.recorded_at <= recorded_as_of and t.valid_on <= valid_as_of
     group by t.unit_id, t.deeds
    union all
    select coalesce(l.heir_id, l.parent_id), case when l.heir_id is null then c.unit_id else c.under_id end,
           c.deeds, c.due, c.submitted, c.on_time, c.approved, c.commitments, c.registered, c.done, c.partly, c.not_done
      from climb c
      join tally_summary_line l on l.campaign_id = of_campaign and l.unit_id = c.unit_id and l.deeds = 0
     where c.unit_id <> root
  ), part as (
    select coalesce(c.under_id, root) as branch_id, c.deeds, c.due, c.submitted, c.on_time, c.approved,
           c.commitments, c.registered, c.done, c.partly, c.not_done
      from climb c
     where c.unit_id = root
    union all
    select l.unit_id, l.deeds, l.due, l.submitted, l.on_time, l.approved, l.commitments, l.registered, l.done, l.partly, l.not_done
      from tally_summary_line l
     where l.campaign_id = of_campaign and l.parent_id = root
    union all  -- what is left of the root's line without its branches' is its own
    select root, l.deeds, l.due, l.submitted, l.on_time, l.approved, l.commitments, l.registered, l.done, l.partly, l.not_done
      from tally_summary_line l
     where l.campaign_id = of_campaign and l.unit_id = root
    union all
    select root, l.deeds, -l.due, -l.submitted, -l.on_time, -l.approved, -l.commitments, -l.registered, -l.done, -l.partly, -l.not_done
      from tally_summary_line l
     where l.campaign_id = of_campaign and l.parent_id = root
  )
  select p.branch_id, p.deeds, sum(p.due)::bigint, sum(p.submitted)::bigint, sum(p.on_time)::bigint, sum(p.approved)::bigint,
         sum(p.commitments)::bigint, sum(p.registered)::bigint, sum(p.done)::bigint, sum(p.partly)::bigint, sum(p.not_done)::bigint
    from part p
   group by p.branch_id, p.deeds
$$;

-- As before; the two ways now stand apart, and the walk looks up each unit by itself: before the first statistics of a new register, a join may compare every tally with every unit.
create or replace function counted_under(of_campaign integer, root integer, day date, valid_as_of date, recorded_as_of timestamptz)
returns table (branch_id integer, deeds smallint, due bigint, submitted bigint, on_time bigint, approved bigint)
language plpgsql stable parallel safe rows 100 set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  since timestamptz := summarised_up_to(of_campaign, root, counted_under.day, valid_as_of, recorded_as_of);
begin
  if since is null then
    return query
      select b.branch_id, t.deeds, sum(t.due), sum(t.submitted), sum(t.on_time), sum(t.approved)
        from answering('party', root, counted_under.day, recorded_as_of) b
       cross join lateral (
             select t.*
               from commitment_tally t
              where t.campaign_id = of_campaign and t.unit_id = b.unit_id and t.valid_on <= valid_as_of and t.recorded_at <= recorded_as_of
             offset 0) t
       group by b.branch_id, t.deeds;
  else
    return query
      select s.branch_id, s.deeds, s.due, s.submitted, s.on_time, s.approved
        from summed_under(of_campaign, root, since, valid_as_of, recorded_as_of) s;
  end if;
end $$;

-- The same of what became of deeds.
create function reported_under(of_campaign integer, root integer, day date, valid_as_of date, recorded_as_of timestamptz)
returns table (branch_id integer, commitments bigint, registered bigint, done bigint, partly bigint, not_done bigint)
language plpgsql stable parallel safe rows 100 set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  since timestamptz := summarised_up_to(of_campaign, root, reported_under.day, valid_as_of, recorded_as_of);
begin
  if since is null then
    return query
      select b.branch_id, sum(t.commitments), sum(t.registered), sum(t.done), sum(t.partly), sum(t.not_done)
        from answering('party', root, reported_under.day, recorded_as_of) b
       cross join lateral (
             select t.*
               from deed_tally t
              where t.campaign_id = of_campaign and t.unit_id = b.unit_id and t.valid_on <= valid_as_of and t.recorded_at <= recorded_as_of
             offset 0) t
       group by b.branch_id;
  else
    return query
      select s.branch_id, s.commitments, s.registered, s.done, s.partly, s.not_done
        from summed_under(of_campaign, root, since, valid_as_of, recorded_as_of) s
       where s.deeds = 0;
  end if;
end $$;
